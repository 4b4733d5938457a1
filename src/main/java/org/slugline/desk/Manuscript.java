package org.slugline.desk;

import java.util.List;

/** What reading a file or a request gave. */
public sealed interface Manuscript {
  /**
   * @param warnings what was understood with doubt
   */
  record Legible(Draft draft, List<Fault> warnings) implements Manuscript {}

  /**
   * @param faults all of them; never empty
   */
  record Illegible(List<Fault> faults) implements Manuscript {}
}
