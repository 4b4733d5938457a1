package org.slugline.feed;

/** RFC 4287 §4.2.2. What is not known is the empty string. */
public record Category(String term, String scheme, String label) {}
