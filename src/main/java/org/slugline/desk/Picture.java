package org.slugline.desk;

import java.util.Optional;

/**
 * A picture of an article. Texts are {@code ""} where unknown; one with neither a file nor an
 * address is a caption only.
 *
 * @param name what the body calls it: a file beside the article, one of {@code POST /api/media}, or
 *     any word
 * @param url where it lies when it is not ours
 * @param alt {@code ""} says that it is decoration; empty that nobody said
 */
public record Picture(
    String name, String url, Optional<String> alt, String caption, String credit, String rights) {}
