package org.slugline.story;

/**
 * The constants of the joining rule.
 *
 * @param bias a piece joins where bias and weighted parts reach 0
 * @param weights one for each {@link Part}
 * @param bridge a piece that scores this with a second story speaks for making the two one
 * @param bridges such pieces needed for each member of the smaller story
 */
record Rule(double bias, double[] weights, double bridge, double bridges) {
  static Rule shipped(double granularity) {
    var parts = Part.values();
    var weights = new double[parts.length];
    for (var part : parts) {
      weights[part.ordinal()] = part.weight();
    }
    return new Rule(-0.65 + shift(granularity), weights, -0.14, 1.6);
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
