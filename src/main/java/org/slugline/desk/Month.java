package org.slugline.desk;

/**
 * A month of the archive.
 *
 * @param name {@code 2022-02}, UTC
 */
public record Month(String name, int articles) {}
