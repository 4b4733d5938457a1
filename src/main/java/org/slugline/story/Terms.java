package org.slugline.story;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words as grouping compares them, and back as they were written. */
public final class Terms {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}]+)?");

  private Terms() {}

  /** What inflections of a word have in common: folded, and without the commonest endings. */
  public static String of(String word) {
    var folded = Tokens.fold(word);
    for (var at = 0; at < folded.length(); at++) {
      if (folded.charAt(at) == '\'' || folded.charAt(at) == '’') {
        folded = folded.substring(0, at);
      }
    }
    return Stem.of(folded);
  }

  /** Each term as the word of the text that it was taken from; as it is where none is found. */
  public static List<String> spelled(List<String> terms, String text) {
    var words = WORD.matcher(text).results().map(MatchResult::group).toList();
    return terms.stream()
        .map(term ->
            words.stream()
                .filter(word -> of(word).equals(term))
                .findFirst()
                .or(() ->
                    words.stream().filter(word -> Tokens.fold(word).startsWith(term)).findFirst())
                .orElse(term))
        .distinct()
        .toList();
  }
}
