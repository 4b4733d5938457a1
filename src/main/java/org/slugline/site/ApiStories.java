package org.slugline.site;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slugline.access.Scope;
import org.slugline.store.Database;
import org.slugline.story.Stories;
import org.slugline.story.Story;
import org.slugline.story.StoryPiece;

/** Stories as JSON. */
final class ApiStories {
  private final Paper paper;
  private final ApiAnswers answers;
  private final Database database;
  private final Missing missing;
  private final Doorkeeper door;

  ApiStories(Paper paper, Database database, Missing missing, Doorkeeper door) {
    this.missing = missing;
    this.paper = paper;
    this.database = database;
    this.door = door;
    answers = new ApiAnswers(paper);
  }

  void addTo(Paths paths) {
    paths.get("/api/stories", this::list);
    paths.get("/api/stories/{id}", this::one);
    paths.get("/api/missing", this::missing);
    for (var act : java.util.List.of("merge", "split", "pin", "dismiss")) {
      paths.post("/api/stories/{id}/" + act, this::curate);
    }
    paths.post("/api/pieces/{id}/move", this::curate);
  }

  private void list(Context ctx) {
    answers.dated(
        ctx,
        (before, limit) ->
            database.read(
                Stories.class, stories -> stories.moving(before.at(), before.number(), limit)),
        story -> Optional.of(new Moment(story.lastSeen(), story.id())),
        this::story);
  }

  /** All of it on one page: whoever misses more than 200 stories needs no list. */
  private void missing(Context ctx) {
    if (!missing.isPublic() && door.admit(ctx, Scope.CURATE).isEmpty()) {
      return;
    }
    answers
        .limit(ctx)
        .ifPresent(limit -> {
          var object = new LinkedHashMap<String, Object>();
          object.put("items", missing.stories(limit).stream().map(this::story).toList());
          object.put("next", null);
          answers.closed(ctx, 200, object);
        });
  }

  private void one(Context ctx) {
    var name = ctx.pathParam("id");
    var story = database.read(Stories.class, stories -> stories.byName(name));
    if (story.isEmpty()) {
      Problem.notFound("No story is called " + name + ".").answer(ctx);
      return;
    }
    var into = story.get().mergedInto();
    if (into.isPresent()) {
      ctx.redirect(
          paper.url("/api/stories/" + into.get()), io.javalin.http.HttpStatus.PERMANENT_REDIRECT);
      return;
    }
    var object = story(story.get());
    object.put(
        "pieces",
        database.read(Stories.class, stories -> stories.pieces(story.get().id())).stream()
            .map(this::piece)
            .toList());
    answers.open(ctx, object);
  }

  private Map<String, Object> story(Story story) {
    var object = new LinkedHashMap<String, Object>();
    object.put("id", story.name());
    object.put("headline", story.headline());
    object.put("url", paper.url("/stories/" + story.name()));
    object.put("outlets", story.outlets());
    object.put("independent", story.independent());
    object.put("count", story.pieces());
    object.put("first_seen", story.firstSeen().toString());
    object.put("last_seen", story.lastSeen().toString());
    object.put("ours", story.article().isPresent());
    return object;
  }

  private Map<String, Object> piece(StoryPiece piece) {
    var object = new LinkedHashMap<String, Object>();
    var reasons = piece.reasons();
    var why = new LinkedHashMap<String, Object>();
    why.put("terms", reasons.terms());
    why.put("figures", reasons.figures());
    why.put("places", reasons.places());
    why.put("parts", reasons.parts());
    object.put("piece", piece.piece());
    object.put("headline", piece.title());
    object.put("url", piece.link().startsWith("/") ? paper.url(piece.link()) : piece.link());
    object.put("outlet", piece.outlet());
    object.put(
        "outlet_title", piece.outlet() == 0 ? paper.masthead().title() : piece.outletTitle());
    ApiAnswers.put(object, "language", piece.language());
    ApiAnswers.put(object, "published", piece.published());
    ApiAnswers.put(object, "copy_of", piece.copyOf());
    object.put("score", piece.score());
    object.put("why", why);
    return object;
  }

  /** Steering by hand has its own issue: who may is asked already, what it does is not there. */
  private void curate(Context ctx) {
    door.admit(ctx, Scope.CURATE).ifPresent(_ -> Problem.notBuilt().answer(ctx));
  }
}
