package org.slugline.feed;

/** Somebody who wrote (RFC 4287 §3.2). What is not known is the empty string. */
public record Person(String name, String email, String uri) {}
