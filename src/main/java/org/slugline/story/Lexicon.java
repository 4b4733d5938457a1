package org.slugline.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * How many documents of a reference corpus hold a word, so that a new newsroom knows rare words
 * from its first day.
 *
 * @param documents in the corpus
 * @param names words that it writes with a capital within sentences
 */
record Lexicon(int documents, Map<String, Integer> counts, Set<String> names) {
  private static final class Shipped {
    static final Lexicon ONE = read();
  }

  /**
   * The counts that are shipped: {@code counts.tsv.gz}, first line the documents, then a line a
   * word: the word, its count and, for a name, N, by tabs.
   */
  static Lexicon shipped() {
    return Shipped.ONE;
  }

  private static Lexicon read() {
    try (var in = Objects.requireNonNull(Lexicon.class.getResourceAsStream("counts.tsv.gz"));
        var lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
      var documents = Integer.parseInt(lines.readLine());
      var counts = HashMap.<String, Integer>newHashMap(40_000);
      var names = new HashSet<String>(4_000);
      lines
          .lines()
          .forEach(line -> {
            var row = line.split("\t");
            counts.put(row[0], Integer.valueOf(row[1]));
            if (row.length > 2) {
              names.add(row[0]);
            }
          });
      // copyOf would find what is missing, as most words are, by a walk along its neighbours
      return new Lexicon(
          documents, Collections.unmodifiableMap(counts), Collections.unmodifiableSet(names));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Known as a name, or not known at all: mostly a name too, in the corpus's language. */
  boolean isName(String term) {
    return names.contains(term) || !counts.containsKey(term);
  }

  int count(String term) {
    return counts.getOrDefault(term, 0);
  }
}
