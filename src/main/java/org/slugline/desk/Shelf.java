package org.slugline.desk;

/**
 * A label with how many articles readers find under it.
 *
 * @param kind {@code section}, {@code tag} or {@code author}
 */
public record Shelf(String kind, String slug, String name, int articles) {}
