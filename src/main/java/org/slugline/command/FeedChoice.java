package org.slugline.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.slugline.wire.Finder;

/**
 * Which of a page's feeds is meant: asked on a terminal, else the surest, and the others are said.
 */
final class FeedChoice {
  private final Root root;
  private final BufferedReader in;

  FeedChoice(Root root, InputStream in) {
    this.root = root;
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /**
   * @return what is to be added, with the ones left aside as its others
   */
  Finder.Found.Feed of(Finder.Found.Feed found) {
    if (found.others().isEmpty()) {
      return found;
    }
    var asks = !found.sure() && root.terminal().asks() && !root.json() && !root.quiet();
    if (asks) {
      return asked(found);
    }
    if (!root.json()) {
      root.terminal().note("found " + name(found.url(), found.title()));
      found
          .others()
          .forEach(other ->
              root.terminal().note("  the page also names " + name(other.url(), other.title())));
    }
    return found;
  }

  private Finder.Found.Feed asked(Finder.Found.Feed found) {
    root.terminal().note("The page names several feeds:");
    root.terminal().note("  1  " + name(found.url(), found.title()));
    for (var i = 0; i < found.others().size(); i++) {
      var other = found.others().get(i);
      root.terminal().note("  " + (i + 2) + "  " + name(other.url(), other.title()));
    }
    root.terminal().note("Which one? A number, or Enter for the first:");
    var answer = line();
    if (!answer.matches("\\d{1,3}")) {
      return found;
    }
    var number = Integer.parseInt(answer);
    if (number < 2 || number > found.others().size() + 1) {
      return found;
    }
    var taken = found.others().get(number - 2);
    List<Finder.Other> rest = new ArrayList<>(found.others());
    rest.set(number - 2, new Finder.Other(found.url(), found.title()));
    return new Finder.Found.Feed(taken.url(), taken.title(), rest, true);
  }

  private String line() {
    try {
      var line = in.readLine();
      return line == null ? "" : line.strip();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String name(String url, String title) {
    return title.isEmpty() ? url : title + ", " + url;
  }
}
