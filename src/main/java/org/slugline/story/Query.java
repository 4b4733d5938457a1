package org.slugline.story;

/**
 * A piece weighed against the live window, before it is placed.
 *
 * @param terms numbers of its terms in order of first appearance
 * @param weights of each; the vector's length is {@link LivePiece#ONE}
 * @param idf rarity of each
 * @param dense its weights under the terms' numbers
 */
record Query(
    Signature signature, long at, int[] terms, int[] weights, double[] idf, int[] dense) {}
