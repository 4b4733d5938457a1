package org.slugline.story;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Words that any news is told with, of languages that have no counts: court, judge, sentenced,
 * years. Else two trials in German share as many rare words as one, and only a name apart.
 *
 * @param words read as in pieces
 * @param beginnings of words
 */
record Parlance(Set<String> words, Set<String> beginnings) {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 14;

  /** One entry is no more than so many words, in scripts without spaces. */
  private static final int MOST = 20;

  private static final class Shipped {
    static final Parlance ONE = read();
  }

  /** {@code words.tsv}: a language, a tab and words; one that ends in * is a beginning. */
  static Parlance shipped() {
    return Shipped.ONE;
  }

  private static Parlance read() {
    try (var in = Objects.requireNonNull(Parlance.class.getResourceAsStream("words.tsv"));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return of(
          lines
              .lines()
              .flatMap(line -> Arrays.stream(line.substring(line.indexOf('\t') + 1).split(" ")))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Parlance of(List<String> entries) {
    var words =
        entries.stream()
            .filter(entry -> !entry.endsWith("*"))
            .flatMap(entry -> Tokens.of(entry, MOST).stream())
            .map(Stem::of)
            .collect(toUnmodifiableSet());
    var beginnings =
        entries.stream()
            .filter(entry -> entry.endsWith("*"))
            .map(entry -> Tokens.fold(entry.substring(0, entry.length() - 1)))
            .collect(toUnmodifiableSet());
    return new Parlance(words, beginnings);
  }

  boolean has(String term) {
    if (words.contains(term)) {
      return true;
    }
    for (var end = Math.min(term.length(), LONGEST); end >= SHORTEST; end--) {
      if (beginnings.contains(term.substring(0, end))) {
        return true;
      }
    }
    return false;
  }
}
