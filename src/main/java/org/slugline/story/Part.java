package org.slugline.story;

/** What speaks for or against a piece's joining a story. */
enum Part {
  /** Cosine with the story's summed vector, fading over days. */
  COS(0.47),
  /** Mean cosine with the nearest three members, fading over days. */
  NEAR(0.74),
  /** How much of the headline's first three words the story shares. */
  LEAD(0.16),
  /** The summed rarity of the words shared. */
  EVIDENCE(0.57),
  /** Likeness against that between members. */
  TIGHT(0.27),
  /** The share of the piece's words that the story does not have. */
  NOVEL(-0.14),
  /** Days since the story's last piece. */
  GAP(-0.19),
  /** Words of the piece. */
  LENGTH(-0.21);

  private final double weight;

  Part(double weight) {
    this.weight = weight;
  }

  double weight() {
    return weight;
  }
}
