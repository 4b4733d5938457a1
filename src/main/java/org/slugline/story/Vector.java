package org.slugline.story;

/**
 * The words of a piece as numbers of terms, frozen on arrival.
 *
 * @param inTitle which of the terms stand in the headline
 * @param sketch see {@link Sketch}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, on the hot path
record Vector(int[] terms, int[] weights, boolean[] inTitle, int[] sketch, Marks marks) {
  static final Vector NONE =
      new Vector(new int[0], new int[0], new boolean[0], new int[0], Marks.NONE);
}
