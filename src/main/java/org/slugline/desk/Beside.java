package org.slugline.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** Files that lie beside an article or below, never above and never behind a link. */
final class Beside {
  private Beside() {}

  /** The file of that name, if it is a plain file in its place. */
  static Optional<Path> find(Path article, String name) {
    var folder = article.getParent();
    if (folder == null || name.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    var file = folder.resolve(name).normalize();
    if (!file.startsWith(folder) || file.equals(article)) {
      return Optional.empty();
    }
    var step = folder;
    for (var part : folder.relativize(file)) {
      step = step.resolve(part);
      if (Files.isSymbolicLink(step)) {
        return Optional.empty();
      }
    }
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(file)
        : Optional.empty();
  }

  /** A line for each: size, time of change, name; so that a change shows without reading it. */
  static String list(Path article, Collection<String> names) {
    var list = new StringBuilder();
    for (var name : new TreeSet<>(names)) {
      list.append(find(article, name).map(Beside::mark).orElse("-")).append(' ').append(name);
      list.append('\n');
    }
    return list.toString();
  }

  /** The same list of today. */
  static String again(Path article, String list) {
    return list(article, list.lines().map(line -> line.substring(line.indexOf(' ') + 1)).toList());
  }

  private static String mark(Path file) {
    try {
      return Files.size(file) + "," + Files.getLastModifiedTime(file).toMillis();
    } catch (IOException _) {
      return "-";
    }
  }
}
