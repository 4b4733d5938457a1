package org.slugline.site;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slugline.desk.Articles;
import org.slugline.desk.Correction;
import org.slugline.edition.Cursor;
import org.slugline.edition.Piece;
import org.slugline.edition.PieceList;
import org.slugline.edition.Pieces;
import org.slugline.search.Advice;
import org.slugline.search.Hit;
import org.slugline.search.Search;
import org.slugline.store.Database;

/** Lists of pieces as JSON: everything, what a query finds, what was set right. */
final class ApiPieces {
  private final Paper paper;
  private final ApiAnswers answers;
  private final Database database;
  private final Search search;

  ApiPieces(Paper paper, Database database, Search search) {
    this.paper = paper;
    this.database = database;
    this.search = search;
    answers = new ApiAnswers(paper);
  }

  void addTo(Paths paths) {
    paths.get("/api/items", this::items);
    paths.get("/api/search", this::search);
    paths.get("/api/corrections", this::corrections);
  }

  private void items(Context ctx) {
    var before = answers.before(ctx, Optional.empty(), ApiPieces::cursor);
    if (before.isEmpty()) {
      return;
    }
    answers
        .limit(ctx)
        .ifPresent(limit -> {
          var outlet = ApiAnswers.query(ctx, "outlet");
          var list =
              database.read(Pieces.class, pieces -> list(pieces, outlet, before.get(), limit));
          answers.list(
              ctx,
              list.pieces().stream().map(this::item).toList(),
              list.next().map(Cursor::toString));
        });
  }

  private static Optional<Optional<Cursor>> cursor(String text) {
    var cursor = Cursor.of(text);
    return cursor.isEmpty() ? Optional.empty() : Optional.of(cursor);
  }

  private static PieceList list(Pieces pieces, String outlet, Optional<Cursor> before, int limit) {
    return outlet.matches("\\d{1,18}")
        ? pieces.ofOutlet(Long.parseLong(outlet), before, limit)
        : pieces.wire(before, limit);
  }

  private Map<String, Object> item(Piece piece) {
    var object = new LinkedHashMap<String, Object>();
    object.put("piece", piece.piece());
    object.put("headline", piece.title());
    object.put("url", absolute(piece.link()));
    ApiAnswers.put(object, "outlet", piece.outlet());
    object.put("outlet_title", piece.isOurs() ? paper.masthead().title() : piece.outletTitle());
    ApiAnswers.put(object, "summary", piece.summary());
    ApiAnswers.put(object, "author", piece.author());
    ApiAnswers.put(object, "language", piece.language());
    ApiAnswers.put(object, "published", piece.published());
    ApiAnswers.put(object, "first_seen", piece.seen());
    ApiAnswers.put(object, "updated", piece.updated());
    ApiAnswers.put(object, "story", piece.story());
    return object;
  }

  private void search(Context ctx) {
    var before = answers.before(ctx, Optional.<Long>empty(), ApiPieces::place);
    if (before.isEmpty()) {
      return;
    }
    answers
        .limit(ctx)
        .ifPresent(limit -> {
          var found = search.find(ApiAnswers.query(ctx, "q"), before.get(), limit);
          if (!found.advice().isEmpty()) {
            ctx.header(
                "X-Advice",
                ascii(found.advice().stream().map(Advice::text).collect(Collectors.joining(" "))));
          }
          answers.list(
              ctx,
              found.hits().stream().map(this::hit).toList(),
              found.next().map(String::valueOf));
        });
  }

  private static Optional<Optional<Long>> place(String text) {
    return text.matches("\\d{1,18}")
        ? Optional.of(Optional.of(Long.valueOf(text)))
        : Optional.empty();
  }

  private static String ascii(String text) {
    return text.replace('“', '"').replace('”', '"').replaceAll("[^ -~]", "?");
  }

  private Map<String, Object> hit(Hit hit) {
    var object = new LinkedHashMap<String, Object>();
    object.put("piece", hit.piece());
    object.put("headline", hit.title());
    object.put("url", absolute(hit.link()));
    ApiAnswers.put(object, "outlet", hit.outlet());
    ApiAnswers.put(object, "excerpt", hit.excerpt());
    ApiAnswers.put(object, "language", hit.language());
    ApiAnswers.put(object, "published", hit.published());
    return object;
  }

  private void corrections(Context ctx) {
    answers.dated(
        ctx,
        (before, limit) ->
            database.read(
                Articles.class,
                articles -> articles.corrections(before.at(), before.number(), limit)),
        correction -> Optional.of(new Moment(correction.at(), correction.article())),
        this::correction);
  }

  private Map<String, Object> correction(Correction correction) {
    var object = new LinkedHashMap<String, Object>();
    object.put("headline", correction.headline());
    object.put("url", paper.url("/articles/" + correction.slug()));
    object.put("id", correction.uri());
    object.put("at", correction.at().toString());
    object.put("kind", correction.kind().word());
    object.put("note", correction.note());
    object.put("version", correction.number());
    return object;
  }

  private String absolute(String link) {
    return link.startsWith("/") ? paper.url(link) : link;
  }
}
