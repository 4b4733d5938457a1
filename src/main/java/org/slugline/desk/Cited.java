package org.slugline.desk;

/**
 * What a piece rests on.
 *
 * @param title {@code ""} where only the address is known, and the other way round
 */
public record Cited(String title, String url) {}
