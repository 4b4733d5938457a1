package org.slugline.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A word or a phrase that is looked for.
 *
 * @param surface its words, folded, as they stand in a text; never empty
 * @param prefix whether the last may be the beginning of a longer one
 */
record Needle(List<String> surface, boolean prefix) {
  Needle {
    surface = List.copyOf(surface);
  }

  /**
   * @return without words where the text holds no letter and no digit
   */
  static List<String> words(String typed) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    Folding.plain(typed)
        .codePoints()
        .forEach(letter -> {
          if (Folding.isWord(letter)) {
            word.appendCodePoint(letter);
          } else if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
          }
        });
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  int length() {
    return surface.stream().mapToInt(String::length).sum();
  }

  Term term() {
    var exact = match();
    var open = exact.endsWith("*");
    var words = List.of(exact.replaceAll("[\"*]", "").split(" "));
    if (words.size() == 1) {
      return Term.of(exact);
    }
    var each = new ArrayList<String>();
    for (var word : words.subList(0, words.size() - 1)) {
      each.add('"' + word + '"');
    }
    each.add('"' + words.getLast() + (open ? "\"*" : "\""));
    return new Term(exact, each);
  }

  private String match() {
    var asked = Folding.asked(String.join(" ", surface)).strip();
    // a lone letter of a script without spaces begins a pair wherever it is not the last
    var open = prefix || isUnspaced(asked.substring(asked.lastIndexOf(' ') + 1));
    return '"' + asked + '"' + (open ? "*" : "");
  }

  private static boolean isUnspaced(String word) {
    return word.codePointCount(0, word.length()) == 1 && Folding.unspaced(word.codePointAt(0));
  }

  /**
   * @return where it ends if it begins at this place of the text, otherwise -1
   */
  int endsAt(String text, int from) {
    var at = from;
    for (var i = 0; i < surface.size(); i++) {
      var word = surface.get(i);
      if (i > 0) {
        at = nextWord(text, at);
      }
      at = endOf(word, text, at);
      var open =
          Folding.unspaced(word.codePointBefore(word.length()))
              || (prefix && i == surface.size() - 1);
      if (at < 0 || (!open && at < text.length() && Folding.isWord(text.codePointAt(at)))) {
        return -1;
      }
    }
    return prefix ? wordEnd(text, at) : at;
  }

  private static int wordEnd(String text, int from) {
    var at = from;
    while (at < text.length()
        && Folding.isWord(text.codePointAt(at))
        && !Folding.unspaced(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static int nextWord(String text, int from) {
    var at = from;
    while (at < text.length() && !Folding.isWord(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static int endOf(String word, String text, int from) {
    var at = from;
    var matched = 0;
    while (matched < word.length()) {
      if (at >= text.length()) {
        return -1;
      }
      var letter = text.charAt(at++);
      var spelled = Folding.spelled(letter);
      if (!spelled.isEmpty()) {
        if (!word.startsWith(spelled, matched)) {
          return -1;
        }
        matched += spelled.length();
        continue;
      }
      var plain = Folding.plain(letter);
      if (plain == Folding.NOTHING) {
        continue;
      }
      if (plain != word.charAt(matched++)) {
        return -1;
      }
    }
    while (at < text.length() && Folding.plain(text.charAt(at)) == Folding.NOTHING) {
      at++;
    }
    return at;
  }
}
