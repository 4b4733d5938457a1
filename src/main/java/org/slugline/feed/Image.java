package org.slugline.feed;

/** The picture of a feed or an entry; RSS 2.0 image. What is not known is the empty string. */
public record Image(String url, String title, String link) {}
