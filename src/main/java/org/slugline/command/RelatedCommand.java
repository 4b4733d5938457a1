package org.slugline.command;

import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.slugline.Slugline;
import org.slugline.story.RelatedPiece;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code related URL}. */
@Command(
    name = "related",
    description = "Others on the same story, for the address of a stored piece.")
final class RelatedCommand implements Callable<Integer> {
  @Parameters(paramLabel = "URL", description = "Of an article of ours or of another outlet.")
  private String url;

  private final Root root;

  RelatedCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    return root.with(this::related);
  }

  private int related(Slugline slugline) {
    var outlook = slugline.related(url);
    if (outlook.isEmpty()) {
      root.terminal()
          .fault(
              "no piece with the address "
                  + url
                  + " is stored. Add its outlet: slugline outlets add URL, then slugline poll.");
      return Exit.REFUSED;
    }
    outlook.get().story().ifPresent(story -> root.terminal().note("story " + story.name()));
    outlook.get().items().forEach(piece -> say(slugline, piece));
    return Exit.OK;
  }

  private void say(Slugline slugline, RelatedPiece piece) {
    var url = slugline.absolute(piece.url());
    var outlet =
        piece.outletTitle().isEmpty() ? slugline.config().masthead().title() : piece.outletTitle();
    if (!root.json()) {
      root.terminal()
          .line(piece.published() + "  " + outlet + "  " + piece.headline() + "  " + url);
      return;
    }
    var object = new LinkedHashMap<String, Object>();
    object.put("outlet", outlet);
    object.put("headline", piece.headline());
    object.put("url", url);
    object.put("published", piece.published().toString());
    object.put("score", piece.score());
    object.put("why", piece.why());
    root.terminal().json(object);
  }
}
