package org.slugline.site;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slugline.access.Principal;
import org.slugline.access.Scope;
import org.slugline.desk.Article;
import org.slugline.desk.ArticleJson;
import org.slugline.desk.Desk;
import org.slugline.desk.Draft;
import org.slugline.desk.Fault;
import org.slugline.desk.Filing;
import org.slugline.desk.Manuscript;
import org.slugline.desk.Requests;
import org.slugline.desk.Retry;
import org.slugline.desk.Sheet;
import org.slugline.desk.State;
import org.slugline.http.EntityTag;
import org.slugline.text.Slug;

/** One article over the API: filed, read, replaced, withdrawn; see contract/article.md. */
final class ArticleRoutes {
  private static final int LONGEST_KEY = 255;

  private final Paper paper;
  private final Desk desk;
  private final Doorkeeper door;
  private final InstantSource clock;

  ArticleRoutes(Paper paper, Desk desk, Doorkeeper door, InstantSource clock) {
    this.paper = paper;
    this.desk = desk;
    this.door = door;
    this.clock = clock;
  }

  void addTo(Paths paths) {
    paths.post("/api/articles", this::file);
    paths.get("/api/articles/{slug}", this::show);
    paths.put("/api/articles/{slug}", this::replace);
    paths.delete("/api/articles/{slug}", this::withdraw);
  }

  private void file(Context ctx) {
    var editor = door.admit(ctx, Scope.PUBLISH);
    var draft = editor.flatMap(_ -> draft(ctx, Optional.empty()));
    if (draft.isEmpty()) {
      return;
    }
    var key = Answers.header(ctx, "Idempotency-Key");
    if (key.length() > LONGEST_KEY) {
      Problem.of(Trouble.BAD_REQUEST, "Idempotency-Key may have 255 characters at most.")
          .answer(ctx);
      return;
    }
    var retry =
        key.isEmpty()
            ? Optional.<Retry>empty()
            : Optional.of(new Retry(key, Answers.digest(ctx.bodyAsBytes())));
    var name = editor.orElseThrow().name();
    var filing = desk.file(draft.get(), retry, name, clock.instant());
    // the first time too: it may be in another story by now
    var answered = retry.flatMap(known -> desk.answered(known, name));
    answered.ifPresentOrElse(request -> answer(ctx, request), () -> answer(ctx, filing));
  }

  private void replace(Context ctx) {
    var editor = door.admit(ctx, Scope.PUBLISH);
    var draft = editor.flatMap(_ -> draft(ctx, Optional.of(ctx.pathParam("slug"))));
    if (draft.isEmpty() || !holds(ctx)) {
      return;
    }
    var slug = ctx.pathParam("slug");
    var name = editor.orElseThrow().name();
    if (!mustNot(ctx) || !Slug.is(slug)) {
      answer(ctx, desk.replace(slug, draft.get(), expected(ctx), name, clock.instant()));
      return;
    }
    // asked once more where it counts: somebody may have been quicker since we looked
    var given = draft.get();
    var named = given.slug().isEmpty() ? given.toBuilder().slug(slug).build() : given;
    var filing = desk.file(named, Optional.empty(), name, clock.instant());
    var isThere = filing instanceof Filing.Unchanged || filing instanceof Filing.SlugTaken;
    if (isThere && named.slug().equals(slug)) {
      Problem.of(Trouble.STALE, "There is such an article.").answer(ctx);
    } else {
      answer(ctx, filing);
    }
  }

  private void withdraw(Context ctx) {
    var editor = door.admit(ctx, Scope.PUBLISH);
    if (editor.isEmpty() || !holds(ctx)) {
      return;
    }
    var said = ctx.queryParam("note");
    var note = said == null ? "" : said.strip();
    if (note.length() > 2_000 || note.indexOf('\0') >= 0) {
      Problem.of(Trouble.BAD_REQUEST, "note may have 2,000 characters at most, and no NUL.")
          .answer(ctx);
      return;
    }
    var name = editor.get().name();
    answer(ctx, desk.withdraw(ctx.pathParam("slug"), note, expected(ctx), name, clock.instant()));
  }

  private void show(Context ctx) {
    var slug = ctx.pathParam("slug");
    var editor = door.glance(ctx).filter(holder -> holder.may(Scope.PUBLISH));
    ctx.header("Access-Control-Allow-Origin", "*");
    ctx.header("Vary", "Authorization");
    var sheet = desk.sheet(slug).filter(found -> isTold(found.article(), editor));
    if (sheet.isEmpty()) {
      Problem.notFound("No article is called " + slug + ".").answer(ctx);
      return;
    }
    var article = sheet.get().article();
    if (!article.slug().equals(slug)) {
      ctx.redirect(paper.url(api(article)), HttpStatus.PERMANENT_REDIRECT);
    } else if (article.state() == State.WITHDRAWN && editor.isEmpty()) {
      Problem.of(Trouble.GONE, article.note()).answer(ctx);
    } else if (isHeld(ctx, sheet.get())) {
      ctx.header("ETag", tag(sheet.get()));
      ctx.header("Cache-Control", control(editor.isPresent()));
      ctx.status(304);
    } else {
      sheet(ctx, 200, sheet.get(), editor.isPresent());
    }
  }

  /** Before its release nobody without a token learns that there is such an article. */
  private static boolean isTold(Article article, Optional<Principal> editor) {
    return editor.isPresent() || article.released().isPresent();
  }

  private static boolean isHeld(Context ctx, Sheet sheet) {
    var ours = EntityTag.strong(sheet.mark());
    return EntityTag.list(Answers.header(ctx, "If-None-Match")).stream().anyMatch(ours::isWeakly);
  }

  private Optional<Draft> draft(Context ctx, Optional<String> slug) {
    return SentBody.json(ctx, "an article").flatMap(json -> draft(ctx, json, slug));
  }

  private Optional<Draft> draft(Context ctx, byte[] json, Optional<String> slug) {
    var zone = desk.settings().zone();
    return switch (ArticleJson.read(json, zone, draft -> desk.missing(draft, slug))) {
      case Manuscript.Legible(var draft, _) -> Optional.of(draft);
      case Manuscript.Illegible(var faults) -> {
        invalid(faults).answer(ctx);
        yield Optional.empty();
      }
    };
  }

  /** Whether {@code If-Match: *} and {@code If-None-Match: *} allow it; else it is answered. */
  private boolean holds(Context ctx) {
    var exists = desk.sheet(ctx.pathParam("slug")).isPresent();
    var must = Answers.header(ctx, "If-Match").strip().equals("*");
    if ((must && !exists) || (mustNot(ctx) && exists)) {
      Problem.of(Trouble.STALE, exists ? "There is such an article." : "There is none.")
          .answer(ctx);
      return false;
    }
    return true;
  }

  private static boolean mustNot(Context ctx) {
    return Answers.header(ctx, "If-None-Match").strip().equals("*");
  }

  /** The version that {@code If-Match} asks for; one that never is for a tag that is not ours. */
  private OptionalInt expected(Context ctx) {
    var header = Answers.header(ctx, "If-Match").strip();
    if (header.isEmpty() || header.equals("*")) {
      return OptionalInt.empty();
    }
    var sheet = desk.sheet(ctx.pathParam("slug"));
    return OptionalInt.of(
        EntityTag.list(header).stream()
            .filter(tag -> !tag.weak())
            .flatMap(tag -> sheet.flatMap(known -> known.version(tag.opaque())).stream())
            .max(Integer::compare)
            .orElse(-1));
  }

  private String taken(Article holder) {
    return holder.state() == State.WITHDRAWN
        ? "The article of this address was withdrawn: PUT "
            + api(holder)
            + " gives it back to readers. Or give this one its own slug."
        : "Another article has, or had, this address: change it with PUT "
            + api(holder)
            + ", or give this one its own slug.";
  }

  private void answer(Context ctx, Filing filing) {
    switch (filing) {
      case Filing.Created(var article) -> filed(ctx, 201, article);
      case Filing.Changed(var article) -> filed(ctx, 200, article);
      case Filing.Unchanged(var article) -> filed(ctx, 200, article);
      case Filing.Repeated(var article, var created) -> filed(ctx, created ? 201 : 200, article);
      case Filing.SlugTaken(var holder) ->
          Problem.of(Trouble.CONFLICT, taken(holder))
              .with("Location", paper.url(api(holder)))
              .answer(ctx);
      case Filing.Stale(var now) ->
          Problem.of(
                  Trouble.STALE,
                  "The article has version " + now.version() + " by now. Read it again and repeat.")
              .answer(ctx);
      case Filing.Unknown(var slug) ->
          Problem.of(
                  Answers.header(ctx, "If-Match").isEmpty() ? Trouble.NOT_FOUND : Trouble.STALE,
                  "No article is called " + slug + ".")
              .answer(ctx);
      case Filing.KeyReused _ ->
          Problem.of(
                  Trouble.INVALID,
                  "This Idempotency-Key came with another body before. Use a new one.")
              .answer(ctx);
      case Filing.Refused(var faults) -> invalid(faults).answer(ctx);
    }
  }

  private static void answer(Context ctx, Requests.Request answered) {
    ctx.header("Location", answered.location());
    json(
        ctx,
        answered.created() ? 201 : 200,
        answered.mark(),
        true,
        answered.body().getBytes(StandardCharsets.UTF_8));
  }

  private void filed(Context ctx, int status, Article article) {
    ctx.header("Location", paper.url(api(article)));
    desk.sheet(article.slug()).ifPresent(sheet -> sheet(ctx, status, sheet, true));
  }

  private void sheet(Context ctx, int status, Sheet sheet, boolean editor) {
    var emails = editor || paper.masthead().authorEmails();
    json(ctx, status, sheet.mark(), editor, ArticleJson.write(sheet, emails, paper.url("")));
  }

  private static void json(Context ctx, int status, String mark, boolean editor, byte[] json) {
    ctx.status(status);
    ctx.header("ETag", EntityTag.strong(mark).toString());
    ctx.header("Cache-Control", control(editor));
    ctx.contentType("application/json");
    ctx.result(json);
  }

  private static String control(boolean editor) {
    return editor ? "private, no-store" : "public, no-cache";
  }

  private static String tag(Sheet sheet) {
    return EntityTag.strong(sheet.mark()).toString();
  }

  private static String api(Article article) {
    return "/api" + article.path();
  }

  private static Problem invalid(List<Fault> faults) {
    return Problem.invalid(
        faults.stream().map(fault -> new Problem.Fault(fault.pointer(), fault.detail())).toList());
  }
}
