package org.slugline.story;

/**
 * How many pieces of a story came in one of twelve equal spans from its first to its last.
 *
 * @param span 0 to 11
 */
public record Growth(long story, int span, int pieces) {}
