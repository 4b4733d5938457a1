package org.slugline.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slugline.Slugline;
import org.slugline.story.Stories;
import org.slugline.story.Story;
import org.slugline.story.StoryPiece;
import org.slugline.story.Terms;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stories list|show}; steering by hand is not built yet. */
@Command(name = "stories", description = "Stories: list, show.")
final class StoriesCommand implements Runnable {
  private final Root root;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  StoriesCommand(Root root) {
    this.root = root;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "stories needs list or show");
  }

  @Command(name = "list", description = "Stories that two outlets or more carry, the latest first.")
  int list(
      @Option(
              names = "--limit",
              defaultValue = "50",
              description = "How many; ${DEFAULT-VALUE} unless said.")
          int limit) {
    return root.with(slugline -> {
      var stories =
          slugline
              .database()
              .read(Stories.class, table -> table.moving(Math.clamp(limit, 1, 10_000)));
      for (var story : stories) {
        if (root.json()) {
          root.terminal().json(json(story));
        } else {
          root.terminal().line(line(story));
        }
      }
      if (stories.isEmpty()) {
        root.terminal().note("No story yet: at least two outlets must carry it.");
      }
      return Exit.OK;
    });
  }

  private static String line(Story story) {
    return "%s  %d outlets, %d independent  %s  %s%s"
        .formatted(
            story.name(),
            story.outlets(),
            story.independent(),
            story.lastSeen(),
            story.headline(),
            story.article().isPresent() ? "  (ours too)" : "");
  }

  private static Map<String, Object> json(Story story) {
    var object = new LinkedHashMap<String, Object>();
    object.put("id", story.name());
    object.put("headline", story.headline());
    object.put("outlets", story.outlets());
    object.put("independent", story.independent());
    object.put("pieces", story.pieces());
    object.put("first_seen", story.firstSeen().toString());
    object.put("last_seen", story.lastSeen().toString());
    object.put("ours", story.article().isPresent());
    return object;
  }

  @Command(
      name = "show",
      description = "The pieces of one story in order of time, and why they are together.")
  int show(@Parameters(paramLabel = "ID") String name) {
    return root.with(slugline -> show(slugline, name));
  }

  private int show(Slugline slugline, String name) {
    var found = slugline.database().read(Stories.class, table -> table.byName(name));
    if (found.isEmpty()) {
      root.terminal().fault("no story is called " + name + ". See slugline stories list.");
      return Exit.REFUSED;
    }
    var into = found.get().mergedInto();
    if (into.isPresent()) {
      root.terminal().note("It became part of " + into.get() + ".");
      return show(slugline, into.get());
    }
    var pieces = slugline.database().read(Stories.class, table -> table.pieces(found.get().id()));
    if (root.json()) {
      var object = json(found.get());
      object.put("pieces", pieces.stream().map(piece -> json(slugline, piece)).toList());
      root.terminal().json(object);
      return Exit.OK;
    }
    root.terminal().line(line(found.get()));
    pieces.forEach(piece -> root.terminal().line("  " + line(slugline, piece)));
    return Exit.OK;
  }

  private static String line(Slugline slugline, StoryPiece piece) {
    var outlet = piece.outletTitle().isEmpty() ? "ours" : piece.outletTitle();
    var why = words(piece);
    return "%s  %s  %s  %s%s"
        .formatted(
            piece.seen(),
            outlet,
            piece.title(),
            slugline.absolute(piece.link()),
            why.isEmpty() ? "" : "  [" + String.join(" ", why) + "]");
  }

  private static List<String> words(StoryPiece piece) {
    return Terms.spelled(piece.reasons().terms(), piece.title() + " " + piece.summary());
  }

  private static Map<String, Object> json(Slugline slugline, StoryPiece piece) {
    var object = new LinkedHashMap<String, Object>();
    object.put("piece", piece.piece());
    object.put("outlet", piece.outlet());
    object.put("headline", piece.title());
    object.put("url", slugline.absolute(piece.link()));
    object.put("published", piece.published().toString());
    object.put("score", piece.score());
    object.put("why", words(piece));
    if (!piece.copyOf().isEmpty()) {
      object.put("copy_of", piece.copyOf());
    }
    return object;
  }
}
