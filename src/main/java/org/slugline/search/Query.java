package org.slugline.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.slugline.text.Words;

/**
 * What somebody typed, understood: words, {@code "phrases"}, {@code prefix*}, {@code -not}, {@code
 * OR}, and the filters {@code outlet:} {@code before:} {@code after:} {@code lang:} {@code story:}
 * {@code section:} {@code is:ours}.
 *
 * @param match in the index's own language; {@code ""} when only filters were given
 * @param advice on what was not understood
 * @param words that were asked for, folded
 */
public record Query(
    String match,
    OptionalLong outlet,
    Optional<Instant> before,
    Optional<Instant> after,
    Optional<String> language,
    Optional<String> story,
    Optional<String> section,
    boolean ours,
    List<String> words,
    List<String> advice) {
  private static final int LONGEST = 500;
  private static final int MOST_WORDS = 32;
  private static final Pattern PART =
      Pattern.compile(
          "(-?)(?:\"([^\"]*)\"|(\\w+):(\"[^\"]*\"|\\S*)|(\\S+))", Pattern.UNICODE_CHARACTER_CLASS);

  public Query {
    words = List.copyOf(words);
    advice = List.copyOf(advice);
  }

  /**
   * @return whether anything can be looked for at all
   */
  public boolean isEmpty() {
    return match.isEmpty()
        && outlet.isEmpty()
        && before.isEmpty()
        && after.isEmpty()
        && language.isEmpty()
        && story.isEmpty()
        && section.isEmpty()
        && !ours;
  }

  /** Never throws: what cannot be understood becomes advice. */
  public static Query parse(String typed, ZoneId zone) {
    var reader = new Reader(zone);
    var text = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    if (typed.length() > LONGEST) {
      reader.advice.add("Only the first " + LONGEST + " characters were searched for.");
    }
    var parts = PART.matcher(text);
    while (parts.find()) {
      var not = !parts.group(1).isEmpty();
      if (parts.group(2) != null) {
        reader.phrase(parts.group(2), not);
      } else if (parts.group(3) != null) {
        reader.filter(parts.group(3), unquoted(parts.group(4)), parts.group(), not);
      } else {
        reader.word(parts.group(5), not);
      }
    }
    return reader.query();
  }

  private static String unquoted(String value) {
    return value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
  }

  private static final class Reader {
    private final ZoneId zone;
    private final List<List<String>> wanted = new ArrayList<>();
    private final List<String> unwanted = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<String> advice = new ArrayList<>();
    private final java.util.Map<String, String> filters = new java.util.HashMap<>();
    private boolean or;
    private boolean ours;

    Reader(ZoneId zone) {
      this.zone = zone;
    }

    void word(String typed, boolean not) {
      if (typed.equals("OR") || typed.equals("|")) {
        or = !wanted.isEmpty();
        return;
      }
      var prefix = typed.endsWith("*");
      term(typed, prefix, not);
    }

    void phrase(String typed, boolean not) {
      term(typed, false, not);
    }

    private void term(String typed, boolean prefix, boolean not) {
      var parts = Words.of(Letters.paired(typed));
      if (parts.isEmpty()) {
        if (!typed.isBlank() && !typed.equals("-")) {
          advice.add("“" + typed + "” holds no letter or digit and was left out.");
        }
        return;
      }
      if (words.size() + parts.size() > MOST_WORDS) {
        advice.add("Only the first " + MOST_WORDS + " words were searched for.");
        return;
      }
      var match = '"' + String.join(" ", parts) + '"' + (prefix ? "*" : "");
      if (not) {
        unwanted.add(match);
        return;
      }
      words.addAll(parts);
      if (or) {
        wanted.getLast().add(match);
        or = false;
      } else {
        wanted.add(new ArrayList<>(List.of(match)));
      }
    }

    void filter(String name, String value, String whole, boolean not) {
      var filter = name.toLowerCase(Locale.ROOT);
      if (!List.of("outlet", "before", "after", "lang", "story", "section", "is")
          .contains(filter)) {
        term(whole, false, false);
        return;
      }
      if (not) {
        advice.add("“-" + name + ":” is not understood: a filter cannot be turned round.");
      } else if (value.isEmpty()) {
        advice.add("“" + name + ":” needs a value right behind the colon.");
      } else if (filter.equals("is")) {
        ours = value.equals("ours");
        if (!ours) {
          advice.add("“is:" + value + "” is not understood; is:ours is.");
        }
      } else {
        filters.put(filter, value);
      }
    }

    Query query() {
      if (wanted.isEmpty() && !unwanted.isEmpty()) {
        advice.add("A word to leave out needs another one to look for.");
      }
      return new Query(
          match(),
          outlet(),
          day("before", 0),
          day("after", 1),
          Optional.ofNullable(filters.get("lang")),
          Optional.ofNullable(filters.get("story")),
          Optional.ofNullable(filters.get("section")),
          ours,
          words,
          advice);
    }

    private String match() {
      if (wanted.isEmpty()) {
        return "";
      }
      var and =
          wanted.stream()
              .map(either ->
                  either.size() == 1 ? either.getFirst() : "(" + String.join(" OR ", either) + ")")
              .collect(java.util.stream.Collectors.joining(" AND "));
      return unwanted.isEmpty() ? and : "(" + and + ") NOT (" + String.join(" OR ", unwanted) + ")";
    }

    private OptionalLong outlet() {
      var value = filters.get("outlet");
      if (value == null) {
        return OptionalLong.empty();
      }
      if (value.matches("\\d{1,18}")) {
        return OptionalLong.of(Long.parseLong(value));
      }
      advice.add("“outlet:" + value + "” is not a number; each outlet's page shows its number.");
      return OptionalLong.empty();
    }

    /** before: the start of that day; after: the start of the next, so that both exclude it. */
    private Optional<Instant> day(String name, int add) {
      var value = filters.get(name);
      if (value == null) {
        return Optional.empty();
      }
      try {
        return Optional.of(LocalDate.parse(value).plusDays(add).atStartOfDay(zone).toInstant());
      } catch (DateTimeParseException _) {
        advice.add("“" + name + ":" + value + "” is not a date such as 2026-03-05.");
        return Optional.empty();
      }
    }
  }
}
