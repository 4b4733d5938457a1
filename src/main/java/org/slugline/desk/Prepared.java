package org.slugline.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file that was read and understood, ready to be filed.
 *
 * @param known what it was filed as before
 * @param digest of its bytes
 * @param beside what it shows, see {@link Beside}
 * @param proof of its draft with them
 * @param looks pictures and sounds beside it
 */
record Prepared(
    Path file,
    Optional<FilingTable.Filed> known,
    String text,
    String digest,
    String beside,
    Draft draft,
    Proof proof,
    List<Media.Fit> looks,
    List<Fault> warnings) {

  /** The line, from 1, that a fault speaks of; 0 where it cannot be told. */
  int lineOf(Fault fault) {
    if (fault.line() > 0) {
      return fault.line();
    }
    return Copy.filesOf(draft).stream()
        .filter(wanted -> wanted.pointer().equals(fault.pointer()))
        .findFirst()
        .map(wanted -> line(text, wanted.name()))
        .orElseGet(() -> line(text, fault.pointer().replaceAll("^/|/.*$", "") + ":"));
  }

  /** Where a word stands first. */
  static int line(String text, String word) {
    var at = text.indexOf(word);
    return at < 0 ? 1 : 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }
}
