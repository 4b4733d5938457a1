package org.slugline;

import java.util.List;

/** How reading the configuration ended. */
public sealed interface Configured {
  record Good(Config config) implements Configured {}

  /** Everything that is wrong with it, at once. */
  record Faulty(List<ConfigFault> faults) implements Configured {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
