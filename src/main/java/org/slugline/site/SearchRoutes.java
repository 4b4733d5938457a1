package org.slugline.site;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slugline.edition.Piece;
import org.slugline.edition.Pieces;
import org.slugline.search.Found;
import org.slugline.search.Hit;
import org.slugline.search.Search;
import org.slugline.site.Pages.Report;
import org.slugline.site.Pages.Words;
import org.slugline.store.Database;

/** Search over all pieces, ours and theirs. Mistakes in the query are explained, never refused. */
final class SearchRoutes {
  private static final int PAGE = 30;

  private final Paper paper;
  private final Database database;
  private final Search search;

  SearchRoutes(Paper paper, Database database, Search search) {
    this.paper = paper;
    this.database = database;
    this.search = search;
  }

  void addTo(Paths paths) {
    paths.get("/search", this::search);
  }

  private void search(Context ctx) {
    var typed = Answers.query(ctx, "q").strip();
    var before = Answers.query(ctx, "before");
    if (!before.matches("\\d{0,18}")) {
      Problem.of(Trouble.BAD_REQUEST, "").answer(ctx);
      return;
    }
    var found =
        typed.isEmpty()
            ? new Found(List.of(), List.of(), Optional.empty(), List.of())
            : search.find(
                typed,
                before.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(before)),
                PAGE);
    var path = "/search" + (typed.isEmpty() ? "" : "?q=" + encoded(typed));
    var title = typed.isEmpty() ? paper.say("nav.search") : paper.say("search.heading", typed);
    var frame =
        Frame.of(paper, title, path)
            .hidden()
            .paged(
                before.isEmpty() ? "" : path,
                found.next().map(cursor -> path + "&before=" + cursor).orElse(""));
    var page = new Pages.Search(frame, typed, found.advice(), hits(found));
    paper.answers().page(ctx, Print.page(page));
  }

  private List<Pages.Found> hits(Found found) {
    var names = found.hits().stream().map(Hit::piece).toList();
    var pieces =
        names.isEmpty()
            ? Map.<String, Piece>of()
            : database.read(Pieces.class, table -> table.named(names)).stream()
                .collect(Collectors.toMap(Piece::piece, Function.identity()));
    return found.hits().stream()
        .map(hit ->
            new Pages.Found(
                report(hit, Optional.ofNullable(pieces.get(hit.piece()))),
                Marks.of(hit.title().isBlank() ? hit.link() : hit.title(), found.words()),
                Marks.of(hit.excerpt(), found.words())))
        .toList();
  }

  private Report report(Hit hit, Optional<Piece> piece) {
    return new Report(
        piece.map(new Reports(paper)::outlet).orElse(""),
        hit.outlet().map(id -> "/outlets/" + id).orElse(""),
        new Words(hit.title(), hit.language()),
        hit.link(),
        hit.published(),
        hit.ours(),
        "",
        "",
        "",
        "",
        0,
        List.of());
  }

  private static String encoded(String typed) {
    return URLEncoder.encode(typed, StandardCharsets.UTF_8);
  }
}
