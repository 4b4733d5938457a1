package org.slugline.desk;

/**
 * What is wrong with something filed, or only doubtful.
 *
 * @param pointer to the field, RFC 6901; {@code ""} is the whole
 * @param line in the file, from 1; 0 where it has none
 * @param what is wrong, for whoever wrote it
 * @param mend what to do about it; {@code ""} where {@code what} says it
 */
public record Fault(String pointer, int line, String what, String mend) {
  /** Both sentences in one. */
  public String detail() {
    return mend.isEmpty() ? what : what + ". " + mend;
  }
}
