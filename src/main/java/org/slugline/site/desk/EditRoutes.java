package org.slugline.site.desk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slugline.access.Scope;
import org.slugline.desk.Article;
import org.slugline.desk.ArticleJson;
import org.slugline.desk.Desk;
import org.slugline.desk.Draft;
import org.slugline.desk.Filing;
import org.slugline.desk.Manuscript;
import org.slugline.desk.Sheet;
import org.slugline.desk.State;
import org.slugline.desk.Version;

/** Writing an article: the form, and what its buttons do. */
final class EditRoutes {
  private static final List<Scope> PUBLISH = List.of(Scope.PUBLISH);

  private final Desk desk;
  private final Shelf shelf;
  private final InstantSource clock;
  private final EditPage page;
  private final PreviewPage preview;

  EditRoutes(Desk desk, Shelf shelf, InstantSource clock, EditPage page, PreviewPage preview) {
    this.desk = desk;
    this.shelf = shelf;
    this.clock = clock;
    this.page = page;
    this.preview = preview;
  }

  void addTo(Reception reception) {
    reception.get("/desk/articles/new", PUBLISH, this::blank);
    reception.post(
        "/desk/articles/new", PUBLISH, (visit, typed) -> act(visit, typed, Optional.empty()));
    reception.get(
        "/desk/articles/{id}", PUBLISH, visit -> shelf.find(visit, sheet -> open(visit, sheet)));
    reception.post(
        "/desk/articles/{id}",
        PUBLISH,
        (visit, typed) -> shelf.find(visit, sheet -> act(visit, typed, Optional.of(sheet))));
    reception.get(
        "/desk/articles/{id}/preview",
        PUBLISH,
        visit ->
            shelf.find(visit, sheet -> preview.show(visit, stored(sheet), Optional.of(sheet))));
  }

  private void blank(Visit visit) {
    var typed = Typed.nothing();
    var picture = visit.query("picture");
    if (desk.media().find(picture).isPresent()) {
      typed = typed.with("images.0.file.asset", picture);
    }
    page.show(visit, 200, new EditPage.State(typed, List.of(), Optional.empty(), "", List.of()));
  }

  /** The stored article, or an earlier version of it to be taken up again. */
  private void open(Visit visit, Sheet sheet) {
    var typed = stored(sheet);
    var asked = visit.query("version");
    if (asked.matches("\\d{1,9}")) {
      var version = shelf.version(sheet.article(), Integer.parseInt(asked));
      if (version.isPresent()) {
        typed = earlier(version.get(), sheet).with("version", version(sheet));
      }
    }
    page.show(visit, 200, new EditPage.State(typed, List.of(), Optional.of(sheet), "", List.of()));
  }

  private Typed stored(Sheet sheet) {
    return ArticleForm.of(sheet.article(), sheet.files(), desk.settings().zone())
        .with("version", version(sheet));
  }

  private static String version(Sheet sheet) {
    return Integer.toString(sheet.article().version());
  }

  private Typed earlier(Version version, Sheet sheet) {
    var zone = desk.settings().zone();
    var bytes = version.fields().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return ArticleJson.read(bytes, zone) instanceof Manuscript.Legible(var draft, _)
        ? ArticleForm.of(
            draft.toBuilder()
                .files(ArticleForm.draft(sheet.article(), sheet.files()).files())
                .published(sheet.article().published())
                .embargo(sheet.article().embargo())
                .slug(sheet.article().slug())
                .build(),
            zone)
        : stored(sheet);
  }

  private void act(Visit visit, Typed sent, Optional<Sheet> sheet) {
    var typed = Called.named(Quotes.placed(sent));
    var act = sent.act().split(":", 2);
    var changed =
        act.length > 1 ? Rows.changed(typed, act[0], act[1]) : Optional.<Rows.Turn>empty();
    if (changed.isPresent()) {
      var turn = changed.get();
      page.show(
          visit,
          200,
          new EditPage.State(turn.typed(), visit.flaws(), sheet, turn.focus(), List.of()));
      return;
    }
    switch (act[0]) {
      case "save", "schedule", "release" -> file(visit, typed, sheet);
      case "preview" -> preview.show(visit, typed, sheet);
      default -> again(visit, 200, typed, sheet, visit.flaws());
    }
  }

  private void again(
      Visit visit, int status, Typed typed, Optional<Sheet> sheet, List<Flaw> flaws) {
    page.show(visit, status, new EditPage.State(typed, flaws, sheet, "", List.of()));
  }

  private void file(Visit visit, Typed typed, Optional<Sheet> sheet) {
    switch (ArticleDraft.read(typed, sheet.map(Sheet::article), desk.settings().zone())) {
      case ArticleDraft.Meaning.Unclear(var flaws) -> again(visit, 422, typed, sheet, flaws);
      case ArticleDraft.Meaning.Clear(var draft, var doubts) -> {
        var timed = timed(visit, typed, draft, sheet.map(Sheet::article));
        if (timed.flaws().isEmpty()) {
          var filing = filed(visit, typed, sheet, timed.draft());
          settle(visit, typed, sheet, filing, doubts.stream().anyMatch(EditRoutes::isOfTime));
        } else {
          again(visit, 422, typed, sheet, timed.flaws());
        }
      }
    }
  }

  /** The clocks strike this hour twice, or leave it out. */
  private static boolean isOfTime(Flaw doubt) {
    return doubt.field().equals("published") || doubt.field().equals("embargo");
  }

  private record Timed(Draft draft, List<Flaw> flaws) {}

  /** What the button pressed says of when it goes out. */
  private Timed timed(Visit visit, Typed typed, Draft draft, Optional<Article> before) {
    var now = clock.instant();
    var flaws = new ArrayList<Flaw>();
    var seen = before.filter(article -> article.released().isPresent()).isPresent();
    var waits = draft.embargo().filter(now::isBefore).isPresent();
    if (seen) {
      return new Timed(draft, flaws);
    }
    switch (typed.act()) {
      case "schedule" -> {
        if (!waits && draft.published().filter(now::isBefore).isEmpty()) {
          flaws.add(new Flaw("published", visit.say("desk.flaw.past")));
        }
        return new Timed(draft, flaws);
      }
      case "release" -> {
        if (waits) {
          flaws.add(new Flaw("embargo", visit.say("desk.flaw.embargo")));
        }
        var at = draft.published().filter(time -> !now.isBefore(time));
        return new Timed(draft.toBuilder().published(at).build(), flaws);
      }
      default -> {
        return new Timed(draft.toBuilder().draft(true).build(), flaws);
      }
    }
  }

  private Filing filed(Visit visit, Typed typed, Optional<Sheet> sheet, Draft draft) {
    var who = visit.editor().name();
    if (sheet.isEmpty()) {
      return desk.file(draft, Optional.empty(), who, clock.instant());
    }
    var seen = typed.get("version");
    var version = seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : -1;
    var slug = sheet.get().article().slug();
    return desk.replace(slug, draft, OptionalInt.of(version), who, clock.instant());
  }

  private void settle(
      Visit visit, Typed typed, Optional<Sheet> sheet, Filing filing, boolean shifted) {
    switch (filing) {
      case Filing.Created(var article) -> done(visit, article, told(sheet, article, shifted));
      case Filing.Changed(var article) -> done(visit, article, told(sheet, article, shifted));
      case Filing.Repeated(var article, _) -> done(visit, article, "unchanged");
      case Filing.Unchanged(var article) -> done(visit, article, "unchanged");
      case Filing.SlugTaken(var holder) ->
          again(
              visit,
              409,
              typed,
              sheet,
              List.of(new Flaw("slug", visit.say("desk.flaw.slug", holder.headline()))));
      case Filing.Refused(var faults) ->
          again(visit, 422, typed, sheet, ArticleDraft.flaws(typed, faults));
      case Filing.Stale(var now) ->
          shelf.sheet(now.id()).ifPresent(newest -> stale(visit, typed, newest));
      case Filing.Unknown _ -> shelf.unknown(visit);
      case Filing.KeyReused _ -> again(visit, 409, typed, sheet, List.of());
    }
  }

  /** Somebody else was faster: both are shown, and saving once more decides for one's own. */
  private void stale(Visit visit, Typed typed, Sheet newest) {
    var theirs = stored(newest);
    var state =
        new EditPage.State(
            typed.with("version", version(newest)),
            List.of(new Flaw("", visit.say("desk.flaw.stale"))),
            Optional.of(newest),
            "",
            Differences.between(theirs, typed));
    page.show(visit, 409, state);
  }

  private static String told(Optional<Sheet> before, Article after, boolean shifted) {
    return switch (after.state()) {
      case DRAFT -> "saved";
      case SCHEDULED -> shifted ? "shifted" : "scheduled";
      case WITHDRAWN -> "withdrawn";
      case RELEASED ->
          before.map(sheet -> sheet.article().state()).map(EditRoutes::told).orElse("released");
    };
  }

  private static String told(State before) {
    return switch (before) {
      case DRAFT, SCHEDULED -> "released";
      case RELEASED -> "changed";
      case WITHDRAWN -> "returned";
    };
  }

  private static void done(Visit visit, Article article, String what) {
    visit.to("/desk/articles/" + article.id() + "?done=" + what);
  }
}
