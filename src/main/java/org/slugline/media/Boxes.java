package org.slugline.media;

import java.util.Set;

/** What the boxes of ISO 14496-12 are good for; one that is not known here only describes. */
enum Boxes {
  /** Holds others. */
  HOLDS,

  /** Plays, or says where what plays lies. */
  PLAYS,

  /** Plays, and says when it was made and changed. */
  DATED,

  /** Plays, and has a name that a program gave it. */
  NAMED,

  /** May say who, where and with what. */
  DESCRIBES;

  private static final Set<String> HOLDING = Set.of("moov", "trak", "mdia", "minf", "moof", "traf");
  private static final Set<String> PLAYING =
      Set.of(
          "ftyp", "styp", "mdat", "pdin", "sidx", "ssix", "mfra", "iods", "mvex", "edts", "tref",
          "elng", "smhd", "vmhd", "nmhd", "sthd", "gmhd", "hmhd", "dinf", "stbl", "mfhd", "tfhd",
          "tfdt", "trun", "sbgp", "sgpd", "subs", "saiz", "saio");

  static Boxes of(String type) {
    if (HOLDING.contains(type)) {
      return HOLDS;
    }
    if (PLAYING.contains(type)) {
      return PLAYS;
    }
    return switch (type) {
      case "mvhd", "tkhd", "mdhd" -> DATED;
      case "hdlr" -> NAMED;
      default -> DESCRIBES;
    };
  }
}
