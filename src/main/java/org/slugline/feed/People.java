package org.slugline.feed;

import java.util.regex.Pattern;

/** One text that names a person, split: {@code me@example.com (Name)} and its cousins. */
final class People {
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?:mailto:)?([\\w.+%!#$&'*/=?^`{|}~-]{1,64}+@(?:[\\w-]{1,63}+\\.){1,10}+[\\w-]{1,63}+)"
              + "(\\?subject=\\S*+)?",
          Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE);

  /** Brackets that an e-mail left empty. */
  private static final Pattern EMPTY = Pattern.compile("\\(\\s*\\)|<\\s*>|&lt;\\s*&gt;|\\[\\s*\\]");

  private static final Pattern EDGES = Pattern.compile("^[\\s,;:–-]+|[\\s,;:–-]+$");
  private static final int LONGEST = 1_000;

  private People() {}

  /** Name and e-mail of a person. */
  static Person of(String text) {
    var whole = text.strip();
    whole = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
    if (whole.indexOf('@') < 0) {
      return Address.isAbsolute(whole) && whole.indexOf(' ') < 0
          ? new Person("", "", whole)
          : new Person(bare(whole), "", "");
    }
    var found = EMAIL.matcher(whole);
    if (!found.find()) {
      return new Person(bare(whole), "", "");
    }
    var rest = found.reset().replaceAll(" ");
    found.reset();
    return new Person(bare(rest), found.find() ? found.group(1) : "", "");
  }

  /** Without the marks that stood around the e-mail or the whole. */
  private static String bare(String name) {
    var at = EMPTY.matcher(name).replaceAll(" ").strip();
    at = EDGES.matcher(at).replaceAll("").strip();
    while (at.length() > 1 && wrapped(at)) {
      at = at.substring(1, at.length() - 1).strip();
    }
    return at;
  }

  private static boolean wrapped(String name) {
    var first = name.charAt(0);
    var last = name.charAt(name.length() - 1);
    return (first == '(' && last == ')' && name.indexOf(')') == name.length() - 1)
        || (first == '"' && last == '"');
  }
}
