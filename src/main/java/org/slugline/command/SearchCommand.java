package org.slugline.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slugline.Slugline;
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
    slugline.search().catchUp();
    var most = Math.clamp(limit, 1, 200);
    var found = slugline.search().find(String.join(" ", words), Optional.empty(), most);
    found.advice().forEach(advice -> root.terminal().note(advice.text()));
    found.hits().forEach(hit -> show(slugline, hit));
    if (found.hits().isEmpty()) {
      root.terminal().note("Nothing was found.");
    }
    return Exit.OK;
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
