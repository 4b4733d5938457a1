package org.slugline.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.slugline.Slugline;
import org.slugline.desk.Article;
import org.slugline.desk.Articles;
import org.slugline.desk.Filing;
import org.slugline.desk.FilingTable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The desk by hand: {@code articles list}, and the acts on one article. */
@Command(name = "articles", description = "Our own articles: list.")
final class ArticlesCommand implements Runnable {
  private static final int PAGE = 500;

  private final Root root;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  ArticlesCommand(Root root) {
    this.root = root;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "articles needs list");
  }

  @Command(name = "list", description = "Every article in any state, the last filed first.")
  int list() {
    return root.with(slugline -> {
      var below = Long.MAX_VALUE;
      while (true) {
        var from = below;
        var page = slugline.database().read(Articles.class, table -> table.filed(from, PAGE));
        page.forEach(this::say);
        if (page.size() < PAGE) {
          return Exit.OK;
        }
        below = page.getLast().id();
      }
    });
  }

  private void say(Article article) {
    if (root.json()) {
      root.terminal().json(json(article));
      return;
    }
    var at = article.published().or(article::due).map(Object::toString).orElse("no time");
    root.terminal()
        .line(
            at + "  " + article.state().word() + "  " + article.slug() + "  " + article.headline());
  }

  private static Map<String, Object> json(Article article) {
    var object = new LinkedHashMap<String, Object>();
    object.put("id", article.uri());
    object.put("slug", article.slug());
    object.put("headline", article.headline());
    object.put("state", article.state().word());
    article.published().ifPresent(at -> object.put("published", at.toString()));
    article.embargo().ifPresent(at -> object.put("embargo", at.toString()));
    object.put("updated", article.updated().toString());
    object.put("version", article.version());
    return object;
  }

  /** {@code withdraw SLUG --note TEXT}. */
  @Command(name = "withdraw", description = "Withdraw an article; its address keeps the note.")
  static final class Withdraw implements java.util.concurrent.Callable<Integer> {
    @Parameters(paramLabel = "SLUG")
    private String slug;

    @Option(
        names = "--note",
        required = true,
        paramLabel = "TEXT",
        description = "Why, for readers.")
    private String note;

    private final Root root;

    Withdraw(Root root) {
      this.root = root;
    }

    @Override
    public Integer call() {
      return root.with(slugline -> {
        var filing =
            slugline
                .desk()
                .withdraw(slug, note, OptionalInt.empty(), "command", slugline.clock().instant());
        slugline.round().catchUp();
        return told(root, slug, filing);
      });
    }
  }

  private static int told(Root root, String slug, Filing filing) {
    return switch (filing) {
      case Filing.Changed(var article) -> done(root, article.state().word(), article.slug());
      case Filing.Unchanged(var article) -> done(root, "unchanged", article.slug());
      case Filing.Refused(var faults) -> {
        faults.forEach(fault -> root.terminal().fault(fault.detail() + "."));
        yield Exit.REFUSED;
      }
      default -> unknown(root, slug);
    };
  }

  private static int done(Root root, String result, String slug) {
    if (root.json()) {
      var object = new LinkedHashMap<String, Object>();
      object.put("result", result);
      object.put("slug", slug);
      root.terminal().json(object);
    } else {
      root.terminal().line(result + " " + slug);
    }
    return Exit.OK;
  }

  private static int unknown(Root root, String slug) {
    root.terminal().fault("no article has the slug " + slug + ". See slugline articles list.");
    return Exit.REFUSED;
  }

  /** {@code erase SLUG --yes}. */
  @Command(
      name = "erase",
      description = "Remove an article with all its versions and media; only its id is kept.")
  static final class Erase implements java.util.concurrent.Callable<Integer> {
    @Parameters(paramLabel = "SLUG")
    private String slug;

    @Option(names = "--yes", required = true, description = "It cannot be undone.")
    private boolean yes;

    private final Root root;

    Erase(Root root) {
      this.root = root;
    }

    @Override
    public Integer call() {
      return root.with(slugline -> {
        var files = files(slugline);
        if (!yes || !slugline.desk().erase(slug, "command", slugline.clock().instant())) {
          return unknown(root, slug);
        }
        slugline.round().scrub();
        files.stream()
            .filter(file -> Files.exists(Path.of(file)))
            .forEach(file ->
                root.terminal()
                    .note(
                        "  "
                            + file
                            + " is still there. Remove it, so that it is not published again."));
        return done(root, "erased", slug);
      });
    }

    private List<String> files(Slugline slugline) {
      return slugline
          .desk()
          .sheet(slug)
          .map(sheet ->
              slugline
                  .database()
                  .read(FilingTable.class, table -> table.ofArticle(sheet.article().id())))
          .orElse(List.of())
          .stream()
          .map(FilingTable.Filed::path)
          .toList();
    }
  }

  /** {@code release}. */
  @Command(name = "release", description = "Release the pieces whose moment has come.")
  static final class Release implements java.util.concurrent.Callable<Integer> {
    private final Root root;

    Release(Root root) {
      this.root = root;
    }

    @Override
    public Integer call() {
      return root.with(Release.this::release);
    }

    private int release(Slugline slugline) {
      var released = slugline.round().release();
      slugline.round().catchUp();
      if (root.json()) {
        root.terminal().json(Map.of("released", released));
      } else {
        root.terminal().line("released " + released);
      }
      return Exit.OK;
    }
  }
}
