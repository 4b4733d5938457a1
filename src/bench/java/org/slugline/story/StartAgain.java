package org.slugline.story;

import java.nio.file.Path;
import java.util.Locale;

/** What it costs to have the live window again: {@code StartAgain DIRECTORY [TIMES]}. */
public final class StartAgain {
  private StartAgain() {}

  public static void main(String[] args) {
    var times = args.length > 1 ? Integer.parseInt(args[1]) : 1;
    try (var database = LivePath.open(Path.of(args[0]))) {
      for (var i = 0; i < times; i++) {
        var cpu = LivePath.cpu();
        var wall = System.nanoTime();
        var window = database.read(handle -> LiveWindow.read(handle, Grouping.DEFAULT));
        System.out.printf(
            Locale.ROOT,
            "%d live: %.2f s of CPU, %.2f s%n",
            window.engine().pieces(),
            (LivePath.cpu() - cpu) / 1e9,
            (System.nanoTime() - wall) / 1e9);
      }
    }
  }
}
