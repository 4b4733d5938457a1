package org.slugline.desk;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of one file.
 *
 * @param slug of its article; {@code ""} where there is none
 * @param faults why it was refused, or what was understood with doubt
 */
public record FileOutcome(Path file, Result result, String slug, List<Fault> faults) {
  /** How it ended. */
  public enum Result {
    CREATED,
    CHANGED,
    UNCHANGED,
    REFUSED,
    /** Its file is gone and it was to be pruned. */
    WITHDRAWN,
    /** There is no such file or folder. */
    MISSING
  }

  public FileOutcome {
    faults = List.copyOf(faults);
  }

  /** The same, of a file that goes by another name. */
  public FileOutcome called(Path name) {
    return new FileOutcome(name, result, slug, faults);
  }

  static FileOutcome refused(Path file, Fault fault) {
    return new FileOutcome(file, Result.REFUSED, "", List.of(fault));
  }
}
