package org.slugline.story;

/** A story's name in addresses: short, opaque, one for each number. */
final class StoryName {
  /** Odd, so that no two numbers below 2^30 share a product modulo 2^30. */
  private static final long SPREAD = 0x2545F491L;

  private StoryName() {}

  static String of(long id) {
    return Long.toString((id * SPREAD + 0x1ABCDEFL) & 0x3FFFFFFF, 36);
  }
}
