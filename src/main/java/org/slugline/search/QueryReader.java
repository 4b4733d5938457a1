package org.slugline.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slugline.desk.Label;
import org.slugline.search.Advice.Reason;

/**
 * Reads a query: words, {@code "phrases"}, {@code prefix*}, {@code -not}, {@code OR}, and the
 * filters {@code outlet:} {@code before:} {@code after:} {@code lang:} {@code story:} {@code
 * section:} {@code is:ours}. Filters of one name are alternatives. Nothing is an error: what cannot
 * be understood becomes advice.
 */
final class QueryReader {
  private static final int MOST_WORDS = 32;

  /** So many of the words of a query are asked how far apart their pieces stand. */
  private static final int NARROW = 8;

  private static final Set<String> FILTERS =
      Set.of("outlet", "before", "after", "lang", "story", "section", "is");

  /** What stands before a colon without being meant as a filter. */
  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tag", "urn");

  private static final Pattern QUOTES = Pattern.compile("\"[^\"]*\"");
  private static final Pattern NAME = Pattern.compile("\\p{L}{2,}");
  private static final Pattern STAR =
      Pattern.compile("\\w\\*+\\w|^\\*+\\w", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern NEAR = Pattern.compile("NEAR(?:[(/].*)?");
  private static final Pattern PART =
      Pattern.compile(
          "(-?)(?:\"([^\"]*)(?:\"|$)|(\\w+):(\"[^\"]*(?:\"|$)|\\S*)|(\\S+))",
          Pattern.UNICODE_CHARACTER_CLASS);

  private final ZoneId zone;
  private final Function<String, List<Long>> outlets;
  private final List<List<Term>> wanted = new ArrayList<>();
  private final Map<String, List<Term>> groups = new HashMap<>();
  private final List<String> unwanted = new ArrayList<>();
  private final List<Needle> needles = new ArrayList<>();
  private final List<Advice> advice = new ArrayList<>();
  private Optional<Instant> before = Optional.empty();
  private Optional<Instant> after = Optional.empty();
  private Optional<String> story = Optional.empty();
  private int words;
  private boolean or;
  private boolean and;

  /**
   * @param zone that days are meant in
   * @param outlets the numbers of the outlets that are called so
   */
  QueryReader(ZoneId zone, Function<String, List<Long>> outlets) {
    this.zone = zone;
    this.outlets = outlets;
  }

  Query read(String typed) {
    if (typed.length() > Search.LONGEST) {
      advise(Reason.TOO_LONG, "");
    }
    var text = Search.readable(typed).replaceAll("[“”„«»]", "\"");
    foreign(text);
    var parts = PART.matcher(text);
    while (parts.find()) {
      var not = !parts.group(1).isEmpty();
      if (parts.group(2) != null) {
        words(parts.group(2), parts.group(), false, not);
      } else if (parts.group(3) == null) {
        word(parts.group(5), not);
      } else if (FILTERS.contains(parts.group(3).toLowerCase(Locale.ROOT))) {
        var value = parts.group(4).replace("\"", "").strip();
        filter(parts.group(3).toLowerCase(Locale.ROOT), value, parts.group(), not);
      } else {
        noFilter(parts.group(3), parts.group(4));
        words(parts.group().substring(not ? 1 : 0), parts.group(), false, not);
      }
    }
    if (or) {
      advise(Reason.LONE, "OR");
    }
    if (and && words == 0 && advice.isEmpty()) {
      advise(Reason.LONE, "AND");
    }
    return new Query(wanted(), unwanted(), narrow(), before, after, story, needles, advice);
  }

  /** What other searchers take for more than words; a headline in capitals is nothing of theirs. */
  private void foreign(String text) {
    var typed = List.of(QUOTES.matcher(text).replaceAll(" ").strip().split("\\s+"));
    var shouted = text.equals(text.toUpperCase(Locale.ROOT));
    if (!shouted && typed.contains("NOT")) {
      advise(Reason.NOT_WORD, "NOT");
    }
    if (!shouted && typed.stream().anyMatch(word -> NEAR.matcher(word).matches())) {
      advise(Reason.NEAR_WORD, "NEAR");
    }
    if (typed.contains("OR") && typed.stream().anyMatch(word -> word.startsWith("("))) {
      advise(Reason.BRACKETS, "(");
    }
  }

  private void noFilter(String name, String value) {
    var known = SCHEMES.contains(name.toLowerCase(Locale.ROOT)) || value.startsWith("//");
    if (!known && !value.isEmpty() && NAME.matcher(name).matches()) {
      advise(Reason.NO_FILTER, name + ":");
    }
  }

  private void word(String typed, boolean not) {
    if (typed.equals("OR") || typed.equals("|")) {
      if (or || wanted.isEmpty()) {
        advise(Reason.LONE, typed);
      }
      or = !wanted.isEmpty();
    } else if (typed.equals("AND")) {
      and = true;
    } else {
      if (STAR.matcher(typed).find()) {
        advise(Reason.STAR_INSIDE, typed);
      }
      words(typed, typed, typed.endsWith("*"), not);
    }
  }

  private void words(String typed, String whole, boolean prefix, boolean not) {
    var surface = Needle.words(typed);
    if (surface.isEmpty()) {
      advise(Reason.NO_WORD, whole);
      return;
    }
    words += surface.size();
    if (words > MOST_WORDS) {
      advise(Reason.TOO_MANY, "");
      return;
    }
    var last = surface.getLast();
    var tooShort = prefix && last.length() < 2 && !Folding.unspaced(last.codePointAt(0));
    if (tooShort) {
      advise(Reason.PREFIX_SHORT, whole);
    }
    var needle = new Needle(surface, prefix && !tooShort);
    if (not) {
      unwanted.add(needle.term().exact());
    } else {
      needles.add(needle);
      want(needle.term());
    }
  }

  private void want(Term match) {
    if (or) {
      wanted.getLast().add(match);
    } else {
      wanted.add(new ArrayList<>(List.of(match)));
    }
    or = false;
  }

  private void filter(String name, String value, String whole, boolean not) {
    if (value.isEmpty()) {
      advise(Reason.NO_VALUE, whole);
      return;
    }
    switch (name) {
      case "before" ->
          limit(value, whole, not).ifPresent(days -> before = Optional.of(days.from()));
      case "after" -> limit(value, whole, not).ifPresent(days -> after = Optional.of(days.to()));
      case "story" -> {
        if (not) {
          advise(Reason.NOT_TURNED, whole);
        } else {
          story = Optional.of(value);
        }
      }
      default -> fact(name, value, whole).ifPresent(facts -> ask(name, facts, not));
    }
  }

  private Optional<String> fact(String name, String value, String whole) {
    return switch (name) {
      case "outlet" -> outlet(value);
      case "lang" -> {
        if (!Facts.isLanguage(value)) {
          advise(Reason.NO_LANGUAGE, whole);
          yield Optional.empty();
        }
        yield Optional.of(quoted(Facts.language(value)));
      }
      case "section" -> Optional.of(quoted(Facts.section(Label.slugOf(value))));
      default -> {
        if (!value.equalsIgnoreCase("ours")) {
          advise(Reason.NOT_OURS, whole);
          yield Optional.empty();
        }
        yield Optional.of(quoted(Facts.OURS));
      }
    };
  }

  private Optional<String> outlet(String value) {
    if (value.matches("\\d{1,18}")) {
      return Optional.of(quoted(Facts.outlet(Long.parseLong(value))));
    }
    var ids = outlets.apply(value);
    if (ids.isEmpty()) {
      advise(Reason.NO_OUTLET, value);
      ids = List.of(0L); // of none: better nothing than everybody's
    }
    return Optional.of(
        ids.stream().map(id -> quoted(Facts.outlet(id))).collect(Collectors.joining(" OR ")));
  }

  private void ask(String name, String facts, boolean not) {
    if (not) {
      unwanted.add(facts);
    } else if (!or && groups.containsKey(name)) {
      groups.getOrDefault(name, List.of()).add(Term.of(facts));
    } else {
      want(Term.of(facts));
      groups.put(name, wanted.getLast());
    }
    or = false;
  }

  /** The days that a date names: from their first moment to the first after them. */
  private record Days(Instant from, Instant to) {}

  private Optional<Days> limit(String value, String whole, boolean not) {
    if (not) {
      advise(Reason.NOT_TURNED, whole);
      return Optional.empty();
    }
    try {
      return Optional.of(
          switch (value.length()) {
            case 4 -> days(Year.parse(value).atDay(1), Year.parse(value).plusYears(1).atDay(1));
            case 7 ->
                days(
                    YearMonth.parse(value).atDay(1), YearMonth.parse(value).plusMonths(1).atDay(1));
            case 10 -> days(LocalDate.parse(value), LocalDate.parse(value).plusDays(1));
            default -> throw new DateTimeException(value);
          });
    } catch (DateTimeException _) {
      advise(Reason.NO_DATE, whole);
      return Optional.empty();
    }
  }

  private Days days(LocalDate first, LocalDate next) {
    return new Days(first.atStartOfDay(zone).toInstant(), next.atStartOfDay(zone).toInstant());
  }

  private List<List<Term>> wanted() {
    return wanted.isEmpty() && !unwanted.isEmpty()
        ? List.of(List.of(Term.of(quoted(Facts.ANY))))
        : wanted;
  }

  private Optional<String> unwanted() {
    return Optional.of(unwanted)
        .filter(parts -> !parts.isEmpty())
        .map(parts -> parts.stream().collect(Collectors.joining(" OR ", "(", ")")));
  }

  /** Facts first, then long words: such are seldom. */
  private List<String> narrow() {
    var plain = wanted.size() == 1 && wanted.getFirst().stream().allMatch(Term::isPlain);
    if (unwanted.isEmpty() && (wanted.isEmpty() || plain)) {
      return List.of();
    }
    if (wanted.isEmpty()) {
      return List.of(quoted(Facts.ANY));
    }
    return wanted.stream()
        .flatMap(QueryReader::shared)
        .distinct()
        .sorted(
            Comparator.comparing((String word) -> !word.startsWith(Facts.SIGN, 1))
                .thenComparing(word -> -word.length()))
        .limit(NARROW)
        .toList();
  }

  /** What all have that have one of these. */
  private static Stream<String> shared(List<Term> either) {
    if (either.size() == 1) {
      return either.getFirst().words().stream();
    }
    return Stream.of(
        either.stream()
            .map(term -> Collections.max(term.words(), Comparator.comparing(String::length)))
            .collect(Collectors.joining(" OR ")));
  }

  private static String quoted(String word) {
    return '"' + word + '"';
  }

  private void advise(Reason reason, String about) {
    var said = new Advice(reason, about);
    if (!advice.contains(said)) {
      advice.add(said);
    }
  }
}
