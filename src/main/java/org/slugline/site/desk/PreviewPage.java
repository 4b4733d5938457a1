package org.slugline.site.desk;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slugline.desk.Article;
import org.slugline.desk.Desk;
import org.slugline.desk.Filing;
import org.slugline.desk.Sheet;
import org.slugline.edition.Galley;
import org.slugline.site.Paper;
import org.slugline.site.Proof;

/**
 * What readers would see of a form, in the page and in the feed: it is filed, printed by the same
 * hands, and the filing undone.
 */
record PreviewPage(
    Paper paper, Desk desk, Proof proof, Galley galley, EditPage edit, InstantSource clock) {
  private sealed interface Printed {
    record Shown(Article article, String page, String item) implements Printed {}

    record Refused(List<Flaw> flaws) implements Printed {}
  }

  void show(Visit visit, Typed typed, Optional<Sheet> sheet) {
    var before = sheet.map(Sheet::article);
    switch (ArticleDraft.read(typed, before, desk.settings().zone())) {
      case ArticleDraft.Meaning.Unclear(var flaws) -> again(visit, typed, sheet, flaws);
      case ArticleDraft.Meaning.Clear(var draft, var doubts) -> {
        var seen = before.filter(article -> article.released().isPresent()).isPresent();
        // without an embargo, which a piece that was seen may not have any more
        var open = seen ? draft : draft.toBuilder().embargo(Optional.empty()).build();
        var printed =
            desk.rehearse(
                before.map(Article::slug),
                open,
                visit.editor().name(),
                clock.instant(),
                (handle, filing) -> printed(visit, handle, filing, typed));
        switch (printed) {
          case Printed.Refused(var flaws) -> again(visit, typed, sheet, flaws);
          case Printed.Shown shown -> shown(visit, typed, sheet, shown, doubts);
        }
      }
    }
  }

  private void again(Visit visit, Typed typed, Optional<Sheet> sheet, List<Flaw> flaws) {
    edit.show(visit, 422, new EditPage.State(typed, flaws, sheet, "", List.of()));
  }

  private Printed printed(Visit visit, Handle handle, Filing filing, Typed typed) {
    return switch (filing) {
      case Filing.Created(var article) -> shown(handle, article);
      case Filing.Changed(var article) -> shown(handle, article);
      case Filing.Unchanged(var article) -> shown(handle, article);
      case Filing.Repeated(var article, _) -> shown(handle, article);
      case Filing.SlugTaken(var holder) ->
          new Printed.Refused(
              List.of(new Flaw("slug", visit.say("desk.flaw.slug", holder.headline()))));
      case Filing.Refused(var faults) -> new Printed.Refused(ArticleDraft.flaws(typed, faults));
      case Filing.Stale _, Filing.Unknown _, Filing.KeyReused _ ->
          new Printed.Refused(List.of(new Flaw("", visit.say("desk.flaw.stale"))));
    };
  }

  private Printed shown(Handle handle, Article article) {
    // pictures of what is not released are shown to the desk alone, at an address of its own
    var media = paper.url("/media/");
    var page = proof.article(handle, article).replace(media, paper.url("/desk/media/"));
    return new Printed.Shown(article, page, galley.item(handle, article));
  }

  private void shown(
      Visit visit, Typed typed, Optional<Sheet> sheet, Printed.Shown shown, List<Flaw> doubts) {
    visit.page(
        200,
        Print.page(
            new Views.Preview(
                visit.board(visit.say("desk.preview.title"), "/desk/articles"),
                Filled.of(typed, visit.flaws()),
                doubts.stream().map(Flaw::text).toList(),
                sheet.map(Sheet::article),
                shown.article(),
                shown.page(),
                shown.item())));
  }
}
