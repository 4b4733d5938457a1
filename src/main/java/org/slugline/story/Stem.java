package org.slugline.story;

/**
 * Light stemming: plurals and the commonest English endings of words in Latin letters, cases of
 * those in {@link Cyrillic}.
 */
final class Stem {
  private static final String[] ENDINGS = {"ing", "edly", "ed", "ly"};

  private Stem() {}

  static String of(String word) {
    if (word.length() < 4) {
      return word;
    }
    if (Cyrillic.is(word)) {
      return Cyrillic.stem(word);
    }
    if (!isAscii(word)) {
      return word;
    }
    var stem = withoutEnding(withoutPlural(word));
    return stem.length() > 4 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
  }

  private static String withoutPlural(String word) {
    var end = word.length();
    if (word.charAt(end - 1) != 's') {
      return word;
    }
    if (word.endsWith("ies") && end > 4) {
      return word.substring(0, end - 3) + "y";
    }
    if (word.endsWith("sses")) {
      return word.substring(0, end - 2);
    }
    var before = word.charAt(end - 2);
    return before == 's' || before == 'u' || before == 'i' ? word : word.substring(0, end - 1);
  }

  private static String withoutEnding(String word) {
    for (var ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() - ending.length() >= 3) {
        var stem = word.substring(0, word.length() - ending.length());
        var last = stem.charAt(stem.length() - 1);
        var doubled =
            stem.length() > 3
                && last == stem.charAt(stem.length() - 2)
                && last != 'l'
                && last != 's'
                && last != 'z';
        return doubled ? stem.substring(0, stem.length() - 1) : stem;
      }
    }
    return word;
  }

  private static boolean isAscii(String word) {
    for (var i = 0; i < word.length(); i++) {
      if (word.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
