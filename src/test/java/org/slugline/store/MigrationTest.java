package org.slugline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The database of every released schema becomes today's, with all that stood in it. */
class MigrationTest {
  @TempDir Path dir;

  static List<Path> released() throws Exception {
    try (var files = Files.list(Path.of("src/test/resources/databases"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("released")
  void aReleasedDatabaseIsBroughtUpToDate(Path file) throws Exception {
    Files.copy(file, dir.resolve("slugline.db"));
    var opening = Database.open(new StoreSettings(dir, Duration.ofSeconds(1)));
    try (var database = ((Opening.Opened) opening).database()) {
      assertThat(count(database, "v1_articles WHERE headline = 'Harbour bridge opens a day early'"))
          .isEqualTo(1);
      assertThat(count(database, "v1_outlets WHERE url = 'https://outlet.example/feed.xml'"))
          .isEqualTo(1);
    }
  }

  private static int count(Database database, String from) {
    return database.read(
        handle -> handle.select("SELECT count(*) FROM " + from).mapTo(Integer.class).one());
  }
}
