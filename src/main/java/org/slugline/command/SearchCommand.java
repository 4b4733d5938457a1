package org.slugline.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slugline.Slugline;
import org.slugline.search.Advice;
import org.slugline.search.Found;
import org.slugline.search.Hit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code search QUERY}: all pieces, ours and theirs, newest first. */
@Command(name = "search", description = "Find pieces, ours and theirs, newest first.")
final class SearchCommand implements Callable<Integer> {
  @Parameters(paramLabel = "QUERY", arity = "1..*", description = "As on the page /search.")
  private List<String> words = List.of();

  @Option(
      names = "--limit",
      defaultValue = "20",
      description = "How many, 1 to 200; ${DEFAULT-VALUE} unless said.")
  private int limit;

  private final Root root;

  SearchCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    return root.with(this::find);
  }

  private int find(Slugline slugline) {
    if (limit < 1 || limit > 200) {
      root.terminal().note("--limit takes 1 to 200, not " + limit + ".");
      return Exit.USAGE;
    }
    slugline.search().catchUp();
    var typed = String.join(" ", words);
    var found = slugline.search().find(typed, Optional.empty(), limit);
    var mistaken = mistakes(found);
    found.hits().forEach(hit -> show(slugline, hit));
    var shown = found.hits().size();
    while (shown < limit && found.next().isPresent()) {
      found = slugline.search().find(typed, found.next(), limit - shown);
      found.hits().forEach(hit -> show(slugline, hit));
      shown += found.hits().size();
    }
    if (shown == 0) {
      root.terminal().note("Nothing was found.");
    }
    return mistaken ? Exit.REFUSED : Exit.OK;
  }

  /** Says what was not understood; that there is more to look through is no mistake. */
  private boolean mistakes(Found found) {
    var mistakes =
        found.advice().stream().filter(advice -> advice.reason() != Advice.Reason.FURTHER).toList();
    mistakes.forEach(advice -> root.terminal().note(advice.text()));
    return !mistakes.isEmpty();
  }

  private void show(Slugline slugline, Hit hit) {
    var url = slugline.absolute(hit.link());
    if (root.json()) {
      root.terminal()
          .json(
              Map.of(
                  "piece", hit.piece(),
                  "headline", hit.title(),
                  "url", url,
                  "published", hit.published().toString(),
                  "excerpt", hit.excerpt()));
    } else {
      root.terminal().line(hit.published() + "  " + hit.title() + "  " + url);
    }
  }
}
