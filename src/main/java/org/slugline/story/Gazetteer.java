package org.slugline.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Places as codes: ISO 3166 countries by their names in many languages ({@code countries.tsv},
 * taken from the JDK, which needs a third of a second to say them), and by {@code places.tsv}:
 * peoples, capitals, seats of government, the states of the United States.
 */
final class Gazetteer {
  private static final int LONGEST = 5;
  private static final int LEAST_PREFIX = 4;

  /** At most so many letters are cut from the front of a word. */
  private static final int ATTACHED = 3;

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> prefixes = new HashMap<>();

  /** The first two letters of anything known: most words are passed over by a glance at these. */
  private final Set<String> starts = new HashSet<>();

  /** First words of names of several words. */
  private final Set<String> firsts = new HashSet<>();

  private Gazetteer() {}

  /** Made at first use, once. */
  private static final class Shipped {
    static final Gazetteer ONE = read();
  }

  static Gazetteer shipped() {
    return Shipped.ONE;
  }

  private static Gazetteer read() {
    var gazetteer = new Gazetteer();
    gazetteer.addList("countries.tsv");
    gazetteer.addList("places.tsv");
    return gazetteer;
  }

  private void addList(String name) {
    try (var in = Objects.requireNonNull(Gazetteer.class.getResourceAsStream(name));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().forEach(this::addLine);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addLine(String line) {
    var tab = line.indexOf('\t');
    var code = line.substring(0, tab);
    for (var form : line.substring(tab + 1).split(" ")) {
      var words =
          Tokens.isUnspaced(form)
              ? String.join(" ", Tokens.of(form, LONGEST + 1))
              : Tokens.fold(form.replace('_', ' '));
      learn(words);
      if (words.endsWith("*")) {
        prefixes.put(words.substring(0, words.length() - 1), code);
      } else {
        names.put(words, code);
      }
    }
  }

  /** The place that one word names, {@code ""} none. */
  String place(String word) {
    var place = known(word);
    for (var cut = 1; cut <= ATTACHED && place.isEmpty() && isAttached(word, cut); cut++) {
      place = known(word.substring(cut));
    }
    return place;
  }

  private String known(String word) {
    return word.length() > 1 && starts.contains(start(word)) ? code(word) : "";
  }

  /** Arabic and Hebrew write "and", "in", "to" and "the" as one word with the next. */
  private static boolean isAttached(String word, int letters) {
    return word.length() > letters + LEAST_PREFIX - 1
        && "وبلفكالבלמהושכ".indexOf(word.charAt(letters - 1)) >= 0;
  }

  /** Whether a name of several words may begin with this one. */
  boolean opens(String word) {
    return firsts.contains(word);
  }

  /**
   * Finds the longest name of several words that begins here.
   *
   * @return how many words were read, 0 where there is none
   */
  int find(List<String> words, int at, Set<String> found) {
    for (var length = Math.min(LONGEST, words.size() - at); length > 1; length--) {
      var code = code(String.join(" ", words.subList(at, at + length)));
      if (!code.isEmpty()) {
        found.add(code);
        return length;
      }
    }
    return 0;
  }

  private String code(String phrase) {
    var code = names.get(phrase);
    if (code != null) {
      return code;
    }
    var least = Math.max(LEAST_PREFIX, phrase.lastIndexOf(' ') + 2);
    for (var end = phrase.length(); end >= least; end--) {
      var prefixed = prefixes.get(phrase.substring(0, end));
      if (prefixed != null) {
        return prefixed;
      }
    }
    return "";
  }

  private void learn(String words) {
    starts.add(start(words));
    var blank = words.indexOf(' ');
    if (blank > 0) {
      firsts.add(words.substring(0, blank));
    }
  }

  private static String start(String word) {
    return word.substring(0, 2);
  }
}
