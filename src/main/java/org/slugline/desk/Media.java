package org.slugline.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slugline.store.Database;

/** Pictures and sounds beside the database, each under the digest of its bytes. */
public final class Media {
  private final Database database;

  Media(Database database) {
    this.database = database;
  }

  /** What looking at a file gave. */
  public sealed interface Look {}

  /**
   * One that can be kept.
   *
   * @param waiting a copy without what its readers must not learn, which {@link #keep} takes
   */
  public record Fit(Asset asset, Path waiting) implements Look {}

  /**
   * @param what is wrong with it, after a colon
   */
  public record Unfit(String what) implements Look {}

  /** Looks at a file without keeping it. */
  public Look look(Path file) {
    return new Unfit("no");
  }

  /** Lays it down under its name, durably; that it is known to the desk comes after. */
  void keep(Fit fit) {}

  void remove(List<String> names) {
    try {
      for (var name : names) {
        Files.deleteIfExists(database.media().resolve(name));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
