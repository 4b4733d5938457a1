package org.slugline.desk;

/** Somebody who wrote. What is not known is the empty string. */
public record Author(String name, String email, String url, String role) {}
