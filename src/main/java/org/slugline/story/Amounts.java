package org.slugline.story;

import java.util.HashMap;
import java.util.Map;

/** Numbers and days of the week, as digits or as English words. */
final class Amounts {
  private static final Map<String, String> DAYS =
      Map.of(
          "monday",
          "1",
          "tuesday",
          "2",
          "wednesday",
          "3",
          "thursday",
          "4",
          "friday",
          "5",
          "saturday",
          "6",
          "sunday",
          "7");

  private static final Map<String, String> NUMBERS = numbers();

  private Amounts() {}

  private static Map<String, String> numbers() {
    var numbers = new HashMap<String, String>();
    var cardinal = "two three four five six seven eight nine ten eleven twelve".split(" ");
    var ordinal =
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ");
    for (var i = 0; i < cardinal.length; i++) {
      numbers.put(cardinal[i], Integer.toString(i + 2));
      numbers.put(ordinal[i], Integer.toString(i + 2));
    }
    return Map.copyOf(numbers);
  }

  /** 1 is Monday; {@code ""} no day. */
  static String day(String word) {
    return DAYS.getOrDefault(word, "");
  }

  /**
   * @return the digits that a word begins with or stands for; {@code ""} none, or a year
   */
  static String number(String word) {
    if (!Character.isDigit(word.charAt(0))) {
      return NUMBERS.getOrDefault(word, "");
    }
    if (word.length() == 4 && (word.startsWith("19") || word.startsWith("20"))) {
      return "";
    }
    var end = 0;
    while (end < word.length()
        && (Character.isDigit(word.charAt(end)) || word.charAt(end) == '.')) {
      end++;
    }
    return word.substring(0, end);
  }
}
