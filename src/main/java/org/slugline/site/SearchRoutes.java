package org.slugline.site;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slugline.edition.Piece;
import org.slugline.edition.Pieces;
import org.slugline.search.Advice;
import org.slugline.search.Found;
import org.slugline.search.Hit;
import org.slugline.search.Search;
import org.slugline.search.Stretch;
import org.slugline.site.Pages.Copies;
import org.slugline.site.Pages.Report;
import org.slugline.site.Pages.Span;
import org.slugline.site.Pages.Words;
import org.slugline.store.Database;

/** Search over all pieces, ours and theirs. Mistakes in the query are explained, never refused. */
final class SearchRoutes {
  private static final int PAGE = 30;
  private static final String RELEVANCE = "relevance";

  private final Paper paper;
  private final Database database;
  private final Search search;

  SearchRoutes(Paper paper, Database database, Search search) {
    this.paper = paper;
    this.database = database;
    this.search = search;
  }

  void addTo(Paths paths) {
    paths.page("/search", this::search);
  }

  private void search(Context ctx) {
    var asked = Answers.query(ctx, "q").strip();
    var typed = Search.readable(asked);
    var before = Answers.query(ctx, "before");
    if (!before.matches("\\d{0,18}")) {
      Problem.of(Trouble.BAD_REQUEST, "").answer(ctx);
      return;
    }
    var best = Answers.query(ctx, "by").equals(RELEVANCE);
    var cursor = before.isEmpty() ? Optional.<Long>empty() : Optional.of(Long.valueOf(before));
    var found =
        best ? search.best(asked, cursor.orElse(0L), PAGE) : search.find(asked, cursor, PAGE);
    var plain = "/search" + (typed.isEmpty() ? "" : "?q=" + encoded(typed));
    var path = best && !typed.isEmpty() ? plain + "&by=" + RELEVANCE : plain;
    var title = typed.isEmpty() ? paper.say("nav.search") : paper.say("search.heading", typed);
    var frame =
        Frame.of(paper, title, path)
            .hidden()
            .followed(
                typed.isEmpty() ? "" : "/search/feed?q=" + encoded(typed),
                typed.isEmpty() ? "" : title)
            .paged(
                before.isEmpty() ? "" : path,
                found.next().map(next -> path + "&before=" + next).orElse(""));
    var page = new Pages.Search(frame, typed, best, mistakes(found), hits(found));
    paper.answers().page(ctx, Print.page(page));
  }

  private List<String> mistakes(Found found) {
    return found.advice().stream().map(this::said).toList();
  }

  private String said(Advice advice) {
    var reason = advice.reason().name().toLowerCase(Locale.ROOT);
    var about =
        switch (advice.reason()) {
          case FURTHER, RANKED -> paper.times().day(LocalDate.parse(advice.about()));
          default -> advice.about();
        };
    return paper.say("search.advice." + reason, about);
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
                marked(found, hit.title().isBlank() ? hit.link() : hit.title()),
                marked(found, hit.excerpt())))
        .toList();
  }

  private static List<Span> marked(Found found, String text) {
    return found.marks().of(text).stream().map(SearchRoutes::span).toList();
  }

  private static Span span(Stretch stretch) {
    return new Span(stretch.hit() ? "hit" : "same", stretch.text());
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
        Copies.NONE);
  }

  private static String encoded(String typed) {
    return URLEncoder.encode(typed, StandardCharsets.UTF_8);
  }
}
