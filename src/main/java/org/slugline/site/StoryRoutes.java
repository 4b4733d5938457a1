package org.slugline.site;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slugline.store.Database;
import org.slugline.story.Stories;
import org.slugline.story.Story;

/** What moves now, and one story laid out. */
final class StoryRoutes {
  private static final int PAGE = 50;

  /** Pieces of one story on one page: more would not stay light to carry. */
  private static final int TIMELINE = 40;

  private static final int ROWS = 30;

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
    paths.page("/stories", this::stories);
    paths.page("/stories/{id}", this::story);
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
    var chronicle = Chronicle.of(paper, handle, story, at);
    var now = at.equals(Instant.MAX);
    var moving = movements.of(handle, List.of(story)).getFirst();
    var then = now ? moving : chronicle.asOf(moving);
    var timeline = chronicle.timeline(before, TIMELINE + 1);
    var older = timeline.size() > TIMELINE;
    var shown = older ? timeline.subList(0, TIMELINE) : timeline;
    var appearances = chronicle.appearances();
    var outlets = appearances.subList(0, Math.min(ROWS, appearances.size()));
    var path = "/stories/" + story.name();
    var frame =
        Frame.of(paper, then.headline().text(), path)
            .at("stories")
            .described(
                paper.say("story.outlets", then.outlets())
                    + ", "
                    + paper.say("story.independent", then.independent()))
            .followed(path + "/feed", story.headline())
            .paged("", older ? older(path, at, shown.getLast().at()) : "");
    return new Pages.Story(
        now ? frame : frame.hidden(),
        then,
        chronicle.languages(),
        reports.byDay(shown),
        chronicle.compared(ROWS),
        outlets,
        appearances.size() - outlets.size(),
        chronicle.why(ROWS),
        now ? "" : paper.say("story.as-of", paper.times().full(at)));
  }

  private static String older(String path, Instant at, Instant before) {
    return path + "?before=" + before + (at.equals(Instant.MAX) ? "" : "&at=" + at);
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
