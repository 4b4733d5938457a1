package org.slugline.site;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slugline.site.Pages.Appearance;
import org.slugline.site.Pages.Compared;
import org.slugline.site.Pages.Moving;
import org.slugline.site.Pages.Report;
import org.slugline.store.Database;
import org.slugline.story.Stories;
import org.slugline.story.Story;
import org.slugline.story.StoryPiece;

/** What moves now, and one story laid out. */
final class StoryRoutes {
  private static final int PAGE = 50;

  /** Pieces of one story on one page: more would not stay light to carry. */
  private static final int TIMELINE = 40;

  private final Paper paper;
  private final Database database;
  private final Reports reports;
  private final Movements movements;

  StoryRoutes(Paper paper, Database database) {
    this.paper = paper;
    this.database = database;
    reports = new Reports(paper);
    movements = new Movements(paper);
  }

  void addTo(Paths paths) {
    paths.get("/stories", this::stories);
    paths.get("/stories/{id}", this::story);
  }

  private void stories(Context ctx) {
    var place = Spot.of(Answers.query(ctx, "before"));
    if (place.isEmpty()) {
      Problem.of(Trouble.BAD_REQUEST, "").answer(ctx);
      return;
    }
    var page = database.read(handle -> stories(handle, place.get()));
    paper.answers().page(ctx, Print.page(page));
  }

  private Pages.Stories stories(Handle handle, Spot place) {
    var found = handle.attach(Stories.class).moving(place.at(), place.id(), PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    var next =
        found.size() > PAGE
            ? "/stories?before=" + new Spot(shown.getLast().lastSeen(), shown.getLast().id())
            : "";
    var title = paper.say("stories.heading");
    var frame =
        Frame.of(paper, title, "/stories")
            .at("stories")
            .described(paper.say("stories.text"))
            .followed("/stories/feed", title)
            .paged("", next);
    return new Pages.Stories(frame, movements.of(handle, shown));
  }

  private void story(Context ctx) {
    var at = instant(Answers.query(ctx, "at"));
    var before = instant(Answers.query(ctx, "before"));
    if (at.isEmpty() || before.isEmpty()) {
      Problem.of(Trouble.BAD_REQUEST, paper.say("story.bad-time")).answer(ctx);
      return;
    }
    var name = ctx.pathParam("id");
    var story = database.read(Stories.class, stories -> stories.byName(name));
    if (story.isPresent() && story.get().mergedInto().isPresent()) {
      ctx.header("Location", paper.url("/stories/" + story.get().mergedInto().get()));
      paper.answers().unkept(ctx, 308, "text/plain; charset=utf-8", "");
      return;
    }
    if (story.isEmpty() || !story.get().isShown()) {
      Problem.notFound(story.isEmpty() ? "" : paper.say("story.alone")).answer(ctx);
      return;
    }
    var page = database.read(handle -> page(handle, story.get(), at.get(), before.get()));
    paper.answers().page(ctx, Print.page(page));
  }

  private Pages.Story page(Handle handle, Story story, Instant at, Instant before) {
    var all =
        handle.attach(Stories.class).pieces(story.id()).stream()
            .filter(piece -> !piece.seen().isAfter(at))
            .toList();
    var moving = movements.of(handle, List.of(story)).getFirst();
    var then = at.equals(Instant.MAX) ? moving : asOf(moving, all);
    var timeline = timeline(all, before);
    var older = timeline.size() > TIMELINE;
    var shown = older ? timeline.subList(0, TIMELINE) : timeline;
    var path = "/stories/" + story.name();
    var frame =
        Frame.of(paper, story.headline(), path)
            .at("stories")
            .described(
                paper.say("story.outlets", then.outlets())
                    + ", "
                    + paper.say("story.independent", then.independent()))
            .followed(path + "/feed", story.headline())
            .paged("", older ? path + "?before=" + shown.getLast().at() : "");
    return new Pages.Story(
        frame,
        then,
        (int) all.stream().map(piece -> language(piece.language())).distinct().count(),
        reports.byDay(shown),
        compared(all),
        appearances(all),
        why(all),
        at.equals(Instant.MAX) ? "" : paper.say("story.as-of", paper.times().full(at)));
  }

  private static Moving asOf(Moving now, List<StoryPiece> pieces) {
    var outlets = new HashSet<Long>();
    var own = new HashSet<Long>();
    for (var piece : pieces) {
      outlets.add(piece.outlet());
      if (piece.copyOf().isEmpty()) {
        own.add(piece.outlet());
      }
    }
    return new Moving(
        now.href(),
        now.headline(),
        now.by(),
        outlets.size(),
        own.size(),
        pieces.size(),
        pieces.isEmpty() ? now.first() : pieces.getFirst().seen(),
        pieces.isEmpty() ? now.first() : pieces.getLast().seen(),
        outlets.contains(0L) ? now.ours() : Optional.empty(),
        Movements.growth(pieces.stream().map(StoryPiece::seen).toList()));
  }

  /** Newest first, each agency copy under the piece whose text it carries. */
  private List<Report> timeline(List<StoryPiece> pieces, Instant before) {
    Map<String, StoryPiece> byName = new LinkedHashMap<>();
    pieces.forEach(piece -> byName.put(piece.piece(), piece));
    Map<String, List<Report>> copies = new LinkedHashMap<>();
    for (var piece : pieces) {
      if (byName.containsKey(piece.copyOf())) {
        copies
            .computeIfAbsent(piece.copyOf(), _ -> new ArrayList<>())
            .add(reports.of(piece, "", "", List.of()));
      }
    }
    return pieces.reversed().stream()
        .filter(piece -> !byName.containsKey(piece.copyOf()) && piece.seen().isBefore(before))
        .limit(TIMELINE + 1)
        .map(piece -> reports.of(piece, "", "", copies.getOrDefault(piece.piece(), List.of())))
        .toList();
  }

  private List<Compared> compared(List<StoryPiece> pieces) {
    var first = firstOfEach(pieces);
    var comparison = new Comparison(first.stream().map(StoryPiece::title).toList());
    return first.stream()
        .limit(TIMELINE)
        .map(piece ->
            new Compared(
                reports.outlet(piece),
                piece.outlet() == 0 ? "" : "/outlets/" + piece.outlet(),
                piece.link(),
                piece.language(),
                piece.seen(),
                comparison.of(piece.title())))
        .toList();
  }

  private List<Appearance> appearances(List<StoryPiece> pieces) {
    Map<Long, Integer> counts = new LinkedHashMap<>();
    pieces.forEach(piece -> counts.merge(piece.outlet(), 1, Integer::sum));
    var rows = new ArrayList<Appearance>();
    for (var piece : firstOfEach(pieces)) {
      rows.add(
          new Appearance(
              rows.size() + 1,
              reports.outlet(piece),
              piece.outlet() == 0 ? "" : "/outlets/" + piece.outlet(),
              piece.seen(),
              counts.getOrDefault(piece.outlet(), 0),
              "",
              false));
    }
    return rows;
  }

  private static List<StoryPiece> firstOfEach(List<StoryPiece> pieces) {
    Map<Long, StoryPiece> first = new LinkedHashMap<>();
    pieces.forEach(piece -> first.putIfAbsent(piece.outlet(), piece));
    return List.copyOf(first.values());
  }

  private List<Report> why(List<StoryPiece> pieces) {
    return pieces.stream()
        .limit(TIMELINE)
        .map(piece -> reports.of(piece, "", reason(piece), List.of()))
        .toList();
  }

  private String reason(StoryPiece piece) {
    if (piece.score() < 0) {
      return paper.say("why.opened");
    }
    var reasons = piece.reasons();
    var parts = new ArrayList<String>();
    add(parts, "why.terms", reasons.terms());
    add(parts, "why.figures", reasons.figures());
    add(parts, "why.places", reasons.places());
    if (!piece.copyOf().isEmpty()) {
      parts.add(paper.say("why.copy"));
    }
    parts.add(paper.say("why.score", paper.messages().decimal(piece.score())));
    return String.join(" · ", parts);
  }

  private void add(Collection<String> parts, String key, List<String> values) {
    if (!values.isEmpty()) {
      parts.add(paper.say(key, String.join(", ", values)));
    }
  }

  private static String language(String tag) {
    var dash = tag.indexOf('-');
    return dash < 0 ? tag : tag.substring(0, dash);
  }

  /** The moment asked for; none is the end of time, one that cannot be read is empty. */
  private static Optional<Instant> instant(String text) {
    if (text.isEmpty()) {
      return Optional.of(Instant.MAX);
    }
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
