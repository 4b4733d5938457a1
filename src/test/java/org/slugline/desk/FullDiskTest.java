package org.slugline.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.slugline.desk.DeskRoom.NOON;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.kit.Program;
import org.slugline.store.StorageException;

/** What is laid beside the database, on a disk that is full or away. */
class FullDiskTest {
  @TempDir Path dir;

  @Test
  void anUploadThatDoesNotFitIsTheDisksFaultAndLeavesNothingBehind() throws Exception {
    var data = Files.createDirectory(dir.resolve("data"));
    assumeTrue(Program.run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", data.toString()) == 0);
    try (var room = new DeskRoom(data)) {
      assertThatThrownBy(() -> upload(room, 4 << 20))
          .isInstanceOfSatisfying(
              StorageException.class,
              full -> assertThat(full.kind()).isEqualTo(StorageException.Kind.FULL));
      try (Stream<Path> files = Files.list(data.resolve("data/media"))) {
        assertThat(files).isEmpty();
      }
    } finally {
      assertThat(Program.run("umount", "-l", data.toString())).isZero();
    }
  }

  @Test
  void noDirectoryOfMediaIsMadeWhereOursWasTakenAway() throws IOException {
    var data = Files.createDirectory(dir.resolve("data"));
    try (var room = new DeskRoom(data)) {
      Files.move(data, dir.resolve("away"));
      assertThatThrownBy(() -> upload(room, 100)).hasMessageContaining("taken away");
      assertThat(data).doesNotExist();
      Files.move(dir.resolve("away"), data);
    }
  }

  private static void upload(DeskRoom room, int bytes) {
    room.desk
        .media()
        .take(new ByteArrayInputStream("x".repeat(bytes).getBytes(UTF_8)), 64 << 20, NOON);
  }
}
