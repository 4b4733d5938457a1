package org.slugline.site;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.slugline.desk.Article;
import org.slugline.desk.Articles;
import org.slugline.desk.Label;
import org.slugline.desk.Version;
import org.slugline.edition.EditionSettings;
import org.slugline.edition.Piece;
import org.slugline.edition.Pieces;
import org.slugline.site.Pages.Change;
import org.slugline.site.Pages.Link;
import org.slugline.site.Pages.Others;
import org.slugline.site.Pages.Words;
import org.slugline.site.Pages.Writer;
import org.slugline.store.Database;
import org.slugline.story.Related;
import org.slugline.story.RelatedPiece;
import org.slugline.story.Stories;
import org.slugline.story.Story;

/** One article, what others say on its story, and its versions. */
final class ArticlePageRoutes {
  private static final int OTHERS = 5;
  private static final int RANKED = 40;

  private final Paper paper;
  private final Database database;
  private final int related;

  ArticlePageRoutes(Paper paper, Database database, EditionSettings settings) {
    this.paper = paper;
    this.database = database;
    related = Math.min(OTHERS, settings.related());
  }

  void addTo(Paths paths) {
    paths.page(
        "/articles/{slug}", ctx -> find(ctx, "").ifPresent(article -> article(ctx, article)));
    paths.page(
        "/articles/{slug}/history",
        ctx -> find(ctx, "/history").ifPresent(article -> history(ctx, article)));
  }

  /** The article, if readers may see it; otherwise the request is answered already. */
  private Optional<Article> find(Context ctx, String suffix) {
    var slug = ctx.pathParam("slug");
    var here = database.read(Articles.class, articles -> articles.bySlug(slug));
    if (here.filter(Article::isPublic).isPresent()) {
      return here;
    }
    var moved =
        here.isPresent()
            ? Optional.<Article>empty()
            : database
                .read(Articles.class, articles -> articles.movedFrom(slug))
                .filter(article -> article.isPublic() || article.wasSeen());
    if (moved.isPresent()) {
      ctx.header("Location", paper.url(moved.get().path() + suffix));
      paper.answers().unkept(ctx, 308, "text/plain; charset=utf-8", "");
    } else if (here.filter(Article::wasSeen).isPresent()) {
      Problem.of(Trouble.GONE, here.get().note()).answer(ctx);
    } else {
      Problem.notFound("").answer(ctx);
    }
    return Optional.empty();
  }

  private void article(Context ctx, Article article) {
    var page = database.read(handle -> page(handle, article));
    paper.answers().page(ctx, Print.page(page));
  }

  Pages.Article page(Handle handle, Article article) {
    var articles = handle.attach(Articles.class);
    var versions = articles.editions(article.id());
    var changes =
        articles.correctionsOf(article.id()).stream()
            .map(change -> new Change(change.kind().word(), change.note(), change.at()))
            .toList();
    var telling =
        new Telling(
            paper, article, new Cards(paper).picture(handle, article), changes, versions > 1);
    return new Pages.Article(
        Frame.of(paper, article.headline(), article.path())
            .described(Cards.summary(article))
            .followed("/feed", paper.masthead().title())
            .told(telling.json(), telling.metas()),
        article.kicker(),
        article.section().isEmpty()
            ? Optional.empty()
            : Optional.of(new Link("/sections/" + article.sectionSlug(), article.section())),
        new Words(article.headline(), article.language()),
        article.standfirst(),
        writers(article),
        article.dateline(),
        article.published().orElse(article.updated()),
        versions > 1 ? Optional.of(article.updated()) : Optional.empty(),
        changes,
        article.html(),
        article.sources().stream()
            .map(source ->
                new Link(source.url(), source.title().isEmpty() ? source.url() : source.title()))
            .toList(),
        article.tags().stream().map(tag -> new Link("/tags/" + Label.slugOf(tag), tag)).toList(),
        article.rights(),
        versions,
        article.path() + "/history",
        others(handle, article));
  }

  private List<Writer> writers(Article article) {
    if (article.authors().isEmpty()) {
      return List.of(new Writer(paper.masthead().editor(), "", "", ""));
    }
    return article.authors().stream()
        .map(author ->
            new Writer(
                author.name(),
                "/authors/" + Label.slugOf(author.name()),
                author.role(),
                paper.masthead().authorEmails() ? author.email() : ""))
        .toList();
  }

  private Optional<Others> others(Handle handle, Article article) {
    var beside = handle.attach(Related.class).of(article.piece(), RANKED);
    var story = handle.attach(Stories.class).ofPiece(article.piece()).filter(Story::isShown);
    if (beside.isEmpty() && story.isEmpty()) {
      return Optional.empty();
    }
    var reports = new Reports(paper);
    // only members of the story report it too; what merely resembles it must not look as if it did
    var same = shown(handle, beside.stream().filter(RelatedPiece::sameStory));
    var others = shown(handle, beside.stream().filter(other -> !other.sameStory()));
    return Optional.of(
        new Others(
            story.map(found -> "/stories/" + found.name()).orElse(""),
            same.stream().map(reports::plain).toList(),
            others.stream().map(reports::plain).toList(),
            story.map(Story::outlets).orElse(0),
            story.map(Story::independent).orElse(0),
            story.map(Story::pieces).orElse(0)));
  }

  private List<Piece> shown(Handle handle, Stream<RelatedPiece> pieces) {
    return handle
        .attach(Pieces.class)
        .named(pieces.limit(related).map(RelatedPiece::piece).toList());
  }

  private void history(Context ctx, Article article) {
    var versions = database.read(Articles.class, articles -> articles.history(article.id()));
    paper.answers().page(ctx, Print.page(history(article, versions)));
  }

  Pages.History history(Article article, List<Version> versions) {
    var frame =
        Frame.of(paper, paper.say("history.title", article.headline()), article.path() + "/history")
            .described(paper.say("history.text"));
    return new Pages.History(
        frame,
        new Words(article.headline(), article.language()),
        article.path(),
        Diff.versions(versions));
  }
}
