package org.slugline.search;

/**
 * A part of a text.
 *
 * @param hit whether it is what was looked for
 */
public record Stretch(String text, boolean hit) {}
