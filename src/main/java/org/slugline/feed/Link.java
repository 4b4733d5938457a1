package org.slugline.feed;

import java.util.OptionalLong;

/**
 * RFC 4287 §4.2.7.
 *
 * @param href absolute http, https or mailto
 * @param rel {@code "alternate"} where the document says none; other texts are {@code ""} where it
 *     says none
 */
public record Link(
    String href, String rel, String type, String title, String hreflang, OptionalLong length) {}
