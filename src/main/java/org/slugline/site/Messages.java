package org.slugline.site;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The strings of the interface in the newsroom's language; English where that language has none.
 * {@code {0}} is an argument, {@code {0|one outlet|# outlets}} one of two wordings by its number. A
 * language that counts otherwise gives five, as Arabic does: of one, of two, of a few, of many, of
 * round hundreds (Unicode's CLDR).
 */
final class Messages {
  private static final Pattern SLOT = Pattern.compile("\\{(\\d)(?:\\|([^}]*))?}");

  /** LRI and PDI: what stands between them keeps to itself (Unicode's UAX 9). */
  private static final String LEFT_TO_RIGHT = "\u2066";

  private static final String END = "\u2069";

  private final Map<String, String> texts;
  private final Locale locale;
  private final Set<String> lacking;

  private Messages(Map<String, String> texts, Locale locale, Set<String> lacking) {
    this.texts = texts;
    this.locale = locale;
    this.lacking = Set.copyOf(lacking);
  }

  /** Of a language by BCP 47; {@code de-AT} finds {@code de}. */
  static Messages in(String language) {
    var locale = Locale.forLanguageTag(language);
    var english = new Properties();
    var own = new Properties();
    for (var part : new String[] {"messages", "desk"}) {
      read(english, part + ".properties");
      if (!locale.getLanguage().equals("en")) {
        read(own, part + "_" + locale.getLanguage() + ".properties");
      }
    }
    var turned = Direction.of(language).equals("rtl");
    var lacking = new HashSet<String>();
    if (!locale.getLanguage().equals("en")) {
      lacking.addAll(english.stringPropertyNames());
      lacking.removeAll(own.stringPropertyNames());
    }
    return new Messages(
        english.stringPropertyNames().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    key -> key,
                    key ->
                        own.getProperty(
                            key, turned ? apart(english, key) : english.getProperty(key)))),
        locale,
        lacking);
  }

  /** English among right-to-left words: else its full stop stands before its first word. */
  private static String apart(Properties english, String key) {
    return LEFT_TO_RIGHT + english.getProperty(key) + END;
  }

  private static void read(Properties texts, String name) {
    try (var in = Messages.class.getResourceAsStream(name)) {
      if (in != null) {
        texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * @param key of {@code messages.properties}; an unknown one is our bug
   * @param arguments texts, and numbers of which the wording may depend
   */
  String say(String key, Object... arguments) {
    var text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("No message is called " + key);
    }
    return text.indexOf('{') < 0
        ? text
        : SLOT.matcher(text)
            .replaceAll(slot -> java.util.regex.Matcher.quoteReplacement(filled(slot, arguments)));
  }

  /** Whether our language has no words for it, so that it is said in English. */
  boolean lacks(String key) {
    return lacking.contains(key);
  }

  boolean has(String key) {
    return texts.containsKey(key);
  }

  String number(long value) {
    return NumberFormat.getIntegerInstance(locale).format(value);
  }

  /** With two places. */
  String decimal(double value) {
    var format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(2);
    format.setMinimumFractionDigits(2);
    return format.format(value);
  }

  Map<String, String> all() {
    return texts;
  }

  /** Which of so many wordings a number takes. */
  private static int form(long count, int wordings) {
    if (count == 1) {
      return 0;
    }
    if (wordings == 2 || count == 2) {
      return 1;
    }
    var end = count % 100;
    return count == 0 || (end >= 3 && end <= 10) ? 2 : end > 10 ? 3 : 4;
  }

  private String filled(MatchResult slot, Object... arguments) {
    var argument = arguments[Integer.parseInt(slot.group(1))];
    var shown =
        argument instanceof Number number ? number(number.longValue()) : argument.toString();
    if (slot.group(2) == null) {
      return shown;
    }
    var wordings = slot.group(2).split("\\|", -1);
    var count = argument instanceof Number number ? number.longValue() : 0;
    return wordings[form(count, wordings.length)].replace("#", shown);
  }
}
