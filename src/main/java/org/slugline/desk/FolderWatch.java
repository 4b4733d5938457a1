package org.slugline.desk;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A folder that is followed by looking at it now and then ({@code desk.watch}). What changed is
 * published once two looks see the same, so that no file is taken while it is being written.
 */
public final class FolderWatch {
  private final Desk desk;
  private final Path folder;
  private final AtomicReference<String> last = new AtomicReference<>("");
  private final AtomicReference<String> published = new AtomicReference<>("");
  private final CopyOnWriteArrayList<FileOutcome> refused = new CopyOnWriteArrayList<>();

  public FolderWatch(Desk desk, Path folder) {
    this.desk = desk;
    this.folder = folder;
  }

  /** Files that could not be published when the folder was last seen to change. */
  public List<FileOutcome> refused() {
    return List.copyOf(refused);
  }

  /**
   * To be called every second or so, by one thread.
   *
   * @return what became of the files; empty while there is nothing new
   */
  public List<FileOutcome> look(Instant now) {
    var seen = sight();
    if (seen.equals(published.get()) || !seen.equals(last.getAndSet(seen))) {
      return List.of();
    }
    var outcomes = new ArrayList<FileOutcome>();
    FolderFiling.publish(desk, List.of(folder), Publishing.PLAIN, "desk.watch", now, outcomes::add);
    published.set(seen);
    refused.clear();
    outcomes.stream()
        .filter(outcome -> outcome.result() == FileOutcome.Result.REFUSED)
        .forEach(refused::add);
    return outcomes;
  }

  /** Names, sizes and times of all that is not hidden. */
  private String sight() {
    var lines = new TreeSet<String>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
              return !dir.equals(folder) && Walk.isHidden(dir)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (!Walk.isHidden(file)) {
                var time = attributes.lastModifiedTime().toMillis();
                lines.add(file + " " + attributes.size() + " " + time);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException _) {
      return ""; // the folder is away: nothing is new, and nothing is withdrawn
    }
    return lines.isEmpty() ? "" : Digest.of(String.join("\n", lines));
  }
}
