package org.slugline.desk;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The articles of a folder at any depth: no hidden files, no links followed. */
final class Walk extends SimpleFileVisitor<Path> {
  private static final int DEEPEST = 64;

  private final Path folder;
  private final SortedSet<Path> files = new TreeSet<>();
  private final SortedSet<Path> unreadable = new TreeSet<>();

  private Walk(Path folder) {
    this.folder = folder;
  }

  /**
   * @param unreadable files and folders that we may not read
   */
  record Found(SortedSet<Path> files, SortedSet<Path> unreadable) {}

  static Found in(Path folder) throws IOException {
    var walk = new Walk(folder);
    Files.walkFileTree(folder, Set.of(), DEEPEST, walk);
    return new Found(walk.files, walk.unreadable);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
    return !dir.equals(folder) && isHidden(dir)
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (!isHidden(file) && !ManuscriptReader.typeOf(file.toString()).isEmpty()) {
      // a pipe or a device would keep us waiting for its writer
      (attributes.isOther() ? unreadable : files).add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException broken) {
    unreadable.add(file);
    return FileVisitResult.CONTINUE;
  }

  static boolean isHidden(Path path) {
    return String.valueOf(path.getFileName()).startsWith(".");
  }
}
