package org.slugline.story;

/**
 * The constants of the joining rule.
 *
 * @param bias a piece joins where bias and weighted parts reach 0
 * @param weights one for each of {@link Parts}
 * @param bridge a piece that scores this with a second story speaks for making the two one
 * @param bridges such pieces needed for each member of the smaller story
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, on the hot path
record Rule(double bias, double[] weights, double bridge, double bridges) {
  /** In the order of {@link Parts}; found on the tuning half of the shared sets. */
  private static final double[] WEIGHTS = {
    0.12, 0.5, 0.13, 0.6, 0.55, 0.1, -0.135, -0.22, -0.6, 0.16, -0.3, -0.6, -0.19, 0.05, -0.02,
    -0.12, -0.1, -0.07, -0.07, -0.4
  };

  static Rule shipped(double granularity) {
    return new Rule(-0.675 + shift(granularity), WEIGHTS, -0.16, 1.35);
  }

  /** 0 asks for more evidence by 0.10, 1 for less by 0.15. */
  private static double shift(double granularity) {
    var away = granularity - 0.5;
    return away < 0 ? away * 0.2 : away * 0.3;
  }

  double score(double[] parts) {
    var score = bias;
    for (var i = 0; i < weights.length; i++) {
      score += weights[i] * parts[i];
    }
    return score;
  }
}
