package org.slugline.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What other rooms say in English, in the newsroom's language: verdicts, faults, reasons, acts.
 * They say it to the terminal and to programs too, and much of it is stored as it was said; so the
 * English sentence is itself what its translation is found by. What has none stays English.
 */
final class Phrasebook {
  private static final Pattern SLOT = Pattern.compile("\\{(\\d)}");
  private static final Pattern TENTHS = Pattern.compile("\\d+\\.\\d");
  private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]{5,16}Z");
  private static final String ARROW = " => ";

  /** What is longer is quoted from somebody else. */
  private static final int LONGEST = 1000;

  /** Phrases within phrases; a fault of a file in an archive has three. */
  private static final int DEEPEST = 4;

  /**
   * @param slots which one each group of the pattern fills
   */
  private record Phrase(Pattern english, List<Integer> slots, String own) {}

  private final Map<String, String> whole;
  private final List<Phrase> phrases;
  private final Locale locale;
  private final Times times;
  private final boolean turned;

  private Phrasebook(Map<String, String> pairs, Locale locale, Times times, boolean turned) {
    whole = pairs;
    phrases =
        pairs.entrySet().stream()
            .filter(pair -> SLOT.matcher(pair.getKey()).find())
            .map(pair -> phrase(pair.getKey(), pair.getValue()))
            .toList();
    this.locale = locale;
    this.times = times;
    this.turned = turned;
  }

  /** Of a language by BCP 47; {@code de-AT} finds {@code de}. */
  static Phrasebook in(String language, Times times) {
    var locale = Locale.forLanguageTag(language);
    var name = "said_" + locale.getLanguage() + ".txt";
    return new Phrasebook(read(name), locale, times, Direction.of(language).equals("rtl"));
  }

  /** Its phrases, English to own, in the order in which they are tried. */
  private static Map<String, String> read(String name) {
    try (var in = Phrasebook.class.getResourceAsStream(name)) {
      return in == null
          ? Map.of()
          : new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.contains(ARROW) && !line.startsWith("#"))
              .map(line -> line.split(ARROW, 2))
              .collect(
                  Collectors.toMap(
                      pair -> pair[0],
                      pair -> pair[1],
                      (one, _) -> one,
                      java.util.LinkedHashMap::new));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Phrase phrase(String english, String own) {
    var slots = new ArrayList<Integer>();
    var pattern = new StringBuilder();
    var slot = SLOT.matcher(english);
    var from = 0;
    while (slot.find()) {
      pattern.append(Pattern.quote(english.substring(from, slot.start()))).append("(.+?)");
      slots.add(Integer.parseInt(slot.group(1)));
      from = slot.end();
    }
    pattern.append(Pattern.quote(english.substring(from)));
    return new Phrase(Pattern.compile(pattern.toString(), Pattern.DOTALL), slots, own);
  }

  Map<String, String> phrases() {
    return whole;
  }

  /** One or several sentences of another room. */
  String say(String english) {
    if (english.isBlank() || english.length() > LONGEST || (whole.isEmpty() && !turned)) {
      return english;
    }
    var own = said(english, DEEPEST);
    return turned && own.equals(english) ? apart(english) : own;
  }

  private String said(String english, int depth) {
    var known = whole.get(english);
    if (known != null) {
      return known;
    }
    for (var phrase : depth == 0 ? List.<Phrase>of() : phrases) {
      var found = phrase.english().matcher(english);
      if (found.matches()) {
        return filled(phrase, found, depth);
      }
    }
    var stop = english.indexOf(". ");
    if (stop > 0 && depth > 0) {
      return said(english.substring(0, stop), depth - 1)
          + ". "
          + said(english.substring(stop + 2), depth - 1);
    }
    return english.endsWith(".") && depth > 0
        ? said(english.substring(0, english.length() - 1), depth - 1) + "."
        : english;
  }

  private String filled(Phrase phrase, Matcher found, int depth) {
    return SLOT.matcher(phrase.own())
        .replaceAll(slot -> {
          var group = phrase.slots().indexOf(Integer.parseInt(slot.group(1))) + 1;
          return Matcher.quoteReplacement(part(found.group(group), depth));
        });
  }

  private String part(String text, int depth) {
    if (TENTHS.matcher(text).matches()) {
      return String.format(locale, "%.1f", Double.parseDouble(text));
    }
    if (MOMENT.matcher(text).matches()) {
      return times.full(Instant.parse(text));
    }
    return said(text, depth - 1);
  }

  /** English among right-to-left words: else its full stop stands before its first word. */
  private static String apart(String english) {
    return "\u2066" + english + "\u2069";
  }
}
