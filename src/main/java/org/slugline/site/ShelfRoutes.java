package org.slugline.site;

import io.javalin.http.Context;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.slugline.desk.Article;
import org.slugline.desk.Articles;
import org.slugline.desk.Shelf;
import org.slugline.site.Pages.Change;
import org.slugline.site.Pages.Corrected;
import org.slugline.site.Pages.Link;
import org.slugline.site.Pages.Words;
import org.slugline.store.Database;

/** Lists of our articles: the archive, sections, tags, authors, corrections. */
final class ShelfRoutes {
  private static final int PAGE = 50;
  private static final Map<String, String> KINDS =
      Map.of("sections", "section", "tags", "tag", "authors", "author");

  private final Paper paper;
  private final Database database;
  private final Cards cards;

  ShelfRoutes(Paper paper, Database database) {
    this.paper = paper;
    this.database = database;
    cards = new Cards(paper);
  }

  void addTo(Paths paths) {
    paths.page("/articles", this::archive);
    KINDS.keySet().stream()
        .sorted()
        .forEach(kind -> paths.page("/" + kind + "/{slug}", ctx -> shelf(ctx, kind)));
    paths.page("/corrections", this::corrections);
  }

  private void archive(Context ctx) {
    var asked = Answers.query(ctx, "before");
    var from = Spot.of(asked);
    if (from.isEmpty()) {
      Problem.of(Trouble.BAD_REQUEST, "").answer(ctx);
      return;
    }
    var title = paper.say("listing.archive");
    var page =
        database.read(handle -> {
          var articles = handle.attach(Articles.class);
          var found = articles.before(from.get().at(), from.get().id(), PAGE + 1);
          var frame =
              Frame.of(paper, title, asked.isEmpty() ? "/articles" : "/articles?before=" + asked)
                  .followed("/feed", paper.masthead().title());
          return listing(handle, frame, "", title, found, "/articles", months(articles));
        });
    paper.answers().page(ctx, Print.page(page));
  }

  /** The archive from the end of each month on. */
  private List<Link> months(Articles articles) {
    return articles.months().stream()
        .map(YearMonth::parse)
        .map(month -> {
          var end = month.plusMonths(1).atDay(1).atStartOfDay(paper.times().zone()).toInstant();
          return new Link("/articles?before=" + new Spot(end, 0), paper.times().month(month));
        })
        .limit(120)
        .toList();
  }

  private void shelf(Context ctx, String kinds) {
    var slug = ctx.pathParam("slug");
    var asked = Answers.query(ctx, "before");
    var from = Spot.of(asked);
    var kind = KINDS.getOrDefault(kinds, "");
    var shelf = database.read(Articles.class, articles -> articles.shelf(kind, slug));
    if (from.isEmpty() || shelf.isEmpty()) {
      Problem.of(from.isEmpty() ? Trouble.BAD_REQUEST : Trouble.NOT_FOUND, "").answer(ctx);
      return;
    }
    var page = database.read(handle -> shelf(handle, shelf.get(), kinds, asked, from.get()));
    paper.answers().page(ctx, Print.page(page));
  }

  private Pages.Listing shelf(Handle handle, Shelf shelf, String kinds, String asked, Spot from) {
    var articles = handle.attach(Articles.class);
    var found =
        shelf.kind().equals("section")
            ? articles.bySection(shelf.slug(), from.at(), from.id(), PAGE + 1)
            : articles.byLabel(shelf.kind(), shelf.slug(), from.at(), from.id(), PAGE + 1);
    var path = "/" + kinds + "/" + shelf.slug();
    var frame =
        Frame.of(paper, shelf.name(), asked.isEmpty() ? path : path + "?before=" + asked)
            .followed(path + "/feed", shelf.name());
    return listing(
        handle, frame, paper.say("listing." + shelf.kind()), shelf.name(), found, path, List.of());
  }

  private Pages.Listing listing(
      Handle handle,
      Frame frame,
      String kicker,
      String heading,
      List<Article> found,
      String path,
      List<Link> index) {
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    var next = found.size() > PAGE ? path + "?before=" + spot(shown.getLast()) : "";
    var first = frame.path().equals(path);
    return new Pages.Listing(
        frame.paged(first ? "" : path, next),
        kicker,
        heading,
        cards.byMonth(cards.of(handle, shown, 0)),
        index.size() > 1 ? index : List.of());
  }

  private static Spot spot(Article article) {
    return new Spot(article.published().orElse(article.updated()), article.id());
  }

  private void corrections(Context ctx) {
    var asked = Answers.query(ctx, "before");
    var from = Spot.of(asked);
    if (from.isEmpty()) {
      Problem.of(Trouble.BAD_REQUEST, "").answer(ctx);
      return;
    }
    var found =
        database.read(
            Articles.class,
            articles -> articles.corrections(from.get().at(), from.get().id(), PAGE + 1));
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    var title = paper.say("corrections.heading");
    var frame =
        Frame.of(paper, title, "/corrections")
            .described(paper.say("corrections.text"))
            .followed("/corrections/feed", title)
            .paged(
                asked.isEmpty() ? "" : "/corrections",
                found.size() > PAGE
                    ? "/corrections?before="
                        + new Spot(shown.getLast().at(), shown.getLast().article())
                    : "");
    var rows =
        shown.stream()
            .map(row ->
                new Corrected(
                    new Words(row.headline(), paper.lang()),
                    "/articles/" + row.slug(),
                    new Change(row.kind().word(), row.note(), row.at())))
            .toList();
    paper.answers().page(ctx, Print.page(new Pages.Corrections(frame, rows)));
  }
}
