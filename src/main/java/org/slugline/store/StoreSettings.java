package org.slugline.store;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The {@code [store]} table of the configuration.
 *
 * @param data directory of the database, the media and the lock; made if its parent exists
 * @param busy how long another program may hold the database; 1 to 60 seconds
 */
public record StoreSettings(Path data, Duration busy) {
  public StoreSettings {
    if (busy.compareTo(Duration.ofSeconds(1)) < 0 || busy.compareTo(Duration.ofSeconds(60)) > 0) {
      throw new IllegalArgumentException("store.busy must lie between 1s and 60s");
    }
  }
}
