package org.slugline.text;

/** What becomes of an element. */
sealed interface Fate permits Kept, Fate.Other {
  /** It is not printed as what it is. */
  enum Other implements Fate {
    /** Its content stands for itself. */
    OPENED,
    /** It goes, with all that is in it. */
    DROPPED,
    /** A frame or player, printed as a link. */
    LINKED,
    /** A picture, which has conditions of its own. */
    PICTURE
  }
}
