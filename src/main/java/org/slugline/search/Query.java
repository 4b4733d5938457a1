package org.slugline.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody typed, understood.
 *
 * @param wanted each hit has one of each; empty when neither words nor facts were asked for
 * @param unwanted what none has; empty where nothing was left out
 * @param narrow single words that each hit has, rare ones first; empty where each piece with what
 *     is asked for is a hit, so that no walk through the index is in vain
 * @param story its name
 * @param needles the words and phrases that were asked for, to mark them
 */
record Query(
    List<List<Term>> wanted,
    Optional<String> unwanted,
    List<String> narrow,
    Optional<Instant> before,
    Optional<Instant> after,
    Optional<String> story,
    List<Needle> needles,
    List<Advice> advice) {
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  Query {
    wanted = wanted.stream().map(List::copyOf).toList();
    narrow = List.copyOf(narrow);
    needles = List.copyOf(needles);
    advice = List.copyOf(advice);
  }

  /**
   * @return whether anything can be looked for at all
   */
  boolean isEmpty() {
    return wanted.isEmpty() && before.isEmpty() && after.isEmpty() && story.isEmpty();
  }

  /** In the index's own language; {@code ""} when neither words nor facts were asked for. */
  String match() {
    return without(
        wanted.stream().map(either -> either(either, "")).collect(Collectors.joining(" AND ")));
  }

  /**
   * What matches, and what is so besides. Each part is told, not the whole: of two that never meet
   * the index would not know where they do not.
   *
   * @param columns {@code {title}}: where the words stand; "" anywhere
   */
  String open(String columns, String besides) {
    return without(
        wanted.stream()
            .map(either -> "(" + either(either, columns) + " OR " + besides + ")")
            .collect(Collectors.joining(" AND ")));
  }

  /** How many words the index is asked for: each costs a look at each piece. */
  int words() {
    return QUOTED
        .matcher(match())
        .results()
        .mapToInt(quoted -> quoted.group(1).split(" ").length)
        .sum();
  }

  private static String either(List<Term> terms, String columns) {
    return terms.stream()
        .map(term -> term.in(columns))
        .collect(Collectors.joining(" OR ", "(", ")"));
  }

  private String without(String has) {
    return unwanted.map(not -> "(" + has + ") NOT " + not).orElse(has);
  }
}
