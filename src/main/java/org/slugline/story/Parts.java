package org.slugline.story;

import java.util.List;

/** What speaks for or against a piece's joining a story: places in an array of figures. */
final class Parts {
  /** Cosine with the story's summed vector, fading over days. */
  static final int COS = 0;

  /** Mean cosine with the nearest three members, fading over days. */
  static final int NEAR = 1;

  /** How much of the headline's first three words the story shares. */
  static final int LEAD = 2;

  /** The summed rarity of the words shared. */
  static final int EVIDENCE = 3;

  /** Likeness against that between members. */
  static final int TIGHT = 4;

  /** The share of the piece's words that the story does not have. */
  static final int NOVEL = 5;

  /** Days between the piece and the story. */
  static final int GAP = 6;

  /** Words of the piece. */
  static final int LENGTH = 7;

  /** Each headline names a country or state that the other side does not. */
  static final int ABROAD = 8;

  /** A figure both name, the rarer the more. */
  static final int FIGURE = 9;

  /** Each headline gives a figure that the other side does not. */
  static final int MISCOUNT = 10;

  /** Each headline names a place, and they share none. */
  static final int ELSEWHERE = 11;

  /** Both name days of the week, and none in common. */
  static final int DAYS_APART = 12;

  /** They give the same number of the same thing, the rarer the more. */
  static final int AMOUNT = 13;

  /** How many stories are alive: the more, the likelier one of them looks alike by chance. */
  static final int CROWD = 14;

  /** How near the piece is to members of another story. */
  static final int RIVAL = 15;

  /**
   * Each headline has names of its own, written with a capital within sentences, that the other
   * side does not know: the lesser share, squared, since only all of them say much.
   */
  static final int NAMED = 16;

  /** The lesser of the rarest such name on either side. */
  static final int STRANGERS = 17;

  /** They give different numbers of the same thing. */
  static final int RECOUNT = 18;

  /** Another name stands in the same role: stopped by the same fighter, signed by the same club. */
  static final int ROLE = 19;

  /** Their names in reasons, in order. */
  static final List<String> NAMES =
      List.of(
          "cos",
          "near",
          "lead",
          "evidence",
          "tight",
          "novel",
          "gap",
          "length",
          "abroad",
          "figure",
          "miscount",
          "elsewhere",
          "days",
          "amount",
          "crowd",
          "rival",
          "named",
          "strangers",
          "recount",
          "role");

  private Parts() {}
}
