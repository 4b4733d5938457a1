package org.slugline.desk;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Single fields to values, collecting what is wrong and what is only doubtful. */
final class FieldReader {
  private static final int MOST_ROWS = 500;
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private final List<Fault> faults = new ArrayList<>();
  private final List<Fault> warnings = new ArrayList<>();

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  List<Fault> warnings() {
    return List.copyOf(warnings);
  }

  /** Left out where that place, or a part of it, was found at fault already. */
  void fault(String pointer, int line, String what, String mend) {
    if (faults.stream().noneMatch(fault -> isWithin(fault.pointer(), pointer))) {
      faults.add(new Fault(pointer, line, what, mend));
    }
  }

  private static boolean isWithin(String pointer, String whole) {
    return !whole.isEmpty() && (pointer.equals(whole) || pointer.startsWith(whole + "/"));
  }

  void fault(Field field, String what, String mend) {
    fault(field.pointer(), field.line(), what, mend);
  }

  void warn(Field field, String what, String mend) {
    warnings.add(new Fault(field.pointer(), field.line(), what, mend));
  }

  void warn(int line, String what, String mend) {
    warnings.add(new Fault("", line, what, mend));
  }

  /** A field that nobody knows: left out with a warning, or refused. */
  void unknown(Field field, String name, boolean forgiven) {
    var what = "There is no field `" + name + "`";
    if (forgiven) {
      warn(field, what + "; it was left out", "");
    } else {
      fault(field, what, "");
    }
  }

  /** One line of plain text, blanks and control characters folded, none at its ends. */
  String line(Field field, int longest) {
    return text(field, longest).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }

  String text(Field field, int longest) {
    if (!(field instanceof Field.Word word)) {
      fault(field, named(field) + " must be text, not a list", "");
      return "";
    }
    if (word.sort() == Field.Sort.NOTHING
        && field.line() == 0
        && field.pointer().matches(".*/\\d+")) {
      fault(field, named(field) + " must be text", "Leave it out of the list");
      return "";
    }
    if (word.sort() == Field.Sort.NUMBER || word.sort() == Field.Sort.TRUTH) {
      fault(field, named(field) + " must be text", "Put it in quotes");
      return "";
    }
    if (word.text().codePointCount(0, word.text().length()) > longest) {
      fault(field, named(field) + " is longer than " + longest + " characters", "Shorten it");
      return "";
    }
    if (!Decoding.isWhole(word.text())) {
      fault(field, named(field) + " holds a NUL or half a character", "Remove it");
      return "";
    }
    return word.text();
  }

  private static String named(Field field) {
    var pointer = field.pointer();
    return pointer.isEmpty() ? "This" : "`" + pointer.substring(1) + "`";
  }

  boolean truth(Field field) {
    if (field instanceof Field.Word word
        && (word.sort() == Field.Sort.ANY || word.sort() == Field.Sort.TRUTH)) {
      switch (word.text()) {
        case "true", "True", "TRUE" -> {
          return true;
        }
        case "false", "False", "FALSE" -> {
          return false;
        }
        default -> {}
      }
    }
    fault(field, "This must be true or false", "");
    return false;
  }

  /** A size in bytes. */
  long count(Field field) {
    if (field instanceof Field.Word word
        && (word.sort() == Field.Sort.ANY || word.sort() == Field.Sort.NUMBER)
        && word.text().strip().matches("\\d{1,15}")) {
      return Long.parseLong(word.text().strip());
    }
    fault(field, "This must be a whole number", "");
    return 0;
  }

  /** An absolute http or https address. */
  String address(Field field) {
    var address = line(field, 2_000);
    if (!address.isEmpty() && !isAddress(address)) {
      fault(field, "`" + address + "` is no address", "Begin it with https:// or http://");
      return "";
    }
    return address;
  }

  static boolean isAddress(String text) {
    try {
      var uri = new URI(text);
      return uri.getHost() != null && SCHEMES.contains(String.valueOf(uri.getScheme()));
    } catch (URISyntaxException _) {
      return false;
    }
  }

  /** The parts of a list; a single value counts as a list of one. */
  List<Field> rows(Field field) {
    if (!(field instanceof Field.Row row)) {
      return List.of(field);
    }
    if (row.items().size() > MOST_ROWS) {
      fault(field, "This list is longer than " + MOST_ROWS, "Shorten it");
      return List.of();
    }
    return row.items();
  }
}
