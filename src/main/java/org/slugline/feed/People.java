package org.slugline.feed;

import java.util.regex.Pattern;

/** One text that names a person, split: {@code me@example.com (Name)} and its cousins. */
final class People {
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?:mailto:)?([\\w.+%!#$&'*/=?^`{|}~-]{1,64}+@(?:[\\w-]{1,63}+\\.){1,10}+[\\w-]{1,63}+)"
              + "(\\?subject=\\S*+)?",
          Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE);

  private static final int LONGEST = 1_000;

  private People() {}

  /** Name and e-mail of a person. */
  static Person of(String text) {
    var whole = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    if (whole.indexOf('@') < 0) {
      return Address.isAbsolute(whole.strip()) && whole.strip().indexOf(' ') < 0
          ? new Person("", "", whole.strip())
          : new Person(bare(whole), "", "");
    }
    var found = EMAIL.matcher(whole);
    if (!found.find()) {
      return new Person(bare(whole), "", "");
    }
    var rest = whole.substring(0, found.start()) + whole.substring(found.end());
    return new Person(
        bare(rest.replace("()", "").replace("<>", "").replace("&lt;&gt;", "").replace("[]", "")),
        found.group(1),
        "");
  }

  private static String bare(String name) {
    var at = name.strip();
    while (at.length() > 1 && wrapped(at)) {
      at = at.substring(1, at.length() - 1).strip();
    }
    return at.equals("()") ? "" : stripped(at);
  }

  private static boolean wrapped(String name) {
    var first = name.charAt(0);
    var last = name.charAt(name.length() - 1);
    return (first == '(' && last == ')' && name.indexOf(')') == name.length() - 1)
        || (first == '"' && last == '"');
  }

  private static String stripped(String name) {
    var end = name.length();
    while (end > 0 && ",;-–:".indexOf(name.charAt(end - 1)) >= 0) {
      end--;
    }
    return name.substring(0, end).strip();
  }
}
