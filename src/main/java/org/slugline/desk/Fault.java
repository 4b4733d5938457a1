package org.slugline.desk;

import java.util.regex.Pattern;

/**
 * What is wrong with something filed, or only doubtful.
 *
 * @param pointer to the field, RFC 6901; {@code ""} is the whole
 * @param line in the file, from 1; 0 where it has none
 * @param what is wrong, for whoever wrote it
 * @param mend what to do about it; {@code ""} where {@code what} says it
 */
public record Fault(String pointer, int line, String what, String mend) {
  /** Could say something else on a terminal or a page than it is. */
  private static final Pattern SLY = Pattern.compile("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]+");

  private static final String BESIDE =
      "Put it beside the article (links are not followed), or send it to /api/media and use the"
          + " name it is given, or give a url";

  private static final String ALT = "Say what it shows, or `alt: \"\"` if it is decoration";

  public Fault {
    what = SLY.matcher(what).replaceAll(" ");
  }

  /** A file that is neither here nor beside the article. */
  static Fault noFile(String pointer, String name) {
    return new Fault(pointer, 0, "There is no file `" + name + "`", BESIDE);
  }

  /** What to do about a picture that nobody described. */
  static String describe() {
    return ALT;
  }

  /** Whether a file is missing; how to bring one depends on how the article comes. */
  public boolean isNoFile() {
    return mend.equals(BESIDE);
  }

  /** Whether it is but a picture that nobody described. */
  public boolean isNoDescription() {
    return mend.equals(ALT);
  }

  /** Both sentences in one. */
  public String detail() {
    return mend.isEmpty() ? what : what + ". " + mend;
  }
}
