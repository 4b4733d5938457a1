package org.slugline.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * How many documents of a reference corpus hold a word, so that a new newsroom knows rare words
 * from its first day.
 *
 * @param documents in the corpus
 */
record Lexicon(int documents, Map<String, Integer> counts) {
  private static final class Shipped {
    static final Lexicon ONE = read();
  }

  /**
   * The counts that are shipped: {@code counts.tsv.gz}, first line the documents, then a line a
   * word.
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
      var counts = new HashMap<String, Integer>(20_000);
      lines
          .lines()
          .forEach(line -> {
            var tab = line.indexOf('\t');
            counts.put(line.substring(0, tab), Integer.parseInt(line, tab + 1, line.length(), 10));
          });
      return new Lexicon(documents, Map.copyOf(counts));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int count(String term) {
    return counts.getOrDefault(term, 0);
  }
}
