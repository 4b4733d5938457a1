package org.slugline.site;

import io.javalin.http.Context;
import java.util.List;
import org.slugline.desk.Articles;
import org.slugline.desk.Shelf;
import org.slugline.edition.Editions;
import org.slugline.edition.Subject;
import org.slugline.site.Pages.Offer;
import org.slugline.store.Database;
import org.slugline.story.Stories;
import org.slugline.story.Story;
import org.slugline.wire.Outlet;
import org.slugline.wire.Outlets;

/** What can be followed, and for each feed a page that says what it is. */
final class FeedPageRoutes {
  private static final List<String> PAGES =
      List.of(
          "",
          "/sections/{name}",
          "/tags/{name}",
          "/authors/{name}",
          "/stories",
          "/stories/{name}",
          "/wire",
          "/outlets/{name}",
          "/corrections");

  private final Paper paper;
  private final Database database;
  private final Editions editions;

  FeedPageRoutes(Paper paper, Database database, Editions editions) {
    this.paper = paper;
    this.database = database;
    this.editions = editions;
  }

  void addTo(Paths paths) {
    paths.page("/feeds", this::feeds);
    PAGES.forEach(page -> paths.page(page + "/feed", this::twin));
  }

  private void feeds(Context ctx) {
    var title = paper.say("feeds.heading");
    var frame = Frame.of(paper, title, "/feeds").described(paper.say("feeds.text"));
    var offers =
        List.of(
            offer("articles", "/", "/feed"),
            offer("stories", "/stories", "/stories/feed"),
            offer("wire", "/wire", "/wire/feed"),
            offer("corrections", "/corrections", "/corrections/feed"));
    paper.answers().page(ctx, Print.page(new Pages.Feeds(frame, offers)));
  }

  private Offer offer(String key, String page, String path) {
    return new Offer(paper.say("feeds." + key), paper.say("feeds." + key + ".about"), page, path);
  }

  private void twin(Context ctx) {
    var path = ctx.path();
    var page = path.substring(0, path.length() - "/feed".length());
    switch (editions.look(path + ".atom")) {
      case Editions.Copy.Unknown() -> Problem.notFound("").answer(ctx);
      case Editions.Copy.Moved(var to) -> {
        ctx.header("Location", paper.url(to.replaceFirst("\\.atom$", "")));
        paper.answers().unkept(ctx, 308, "text/plain; charset=utf-8", "");
      }
      case Editions.Copy.Printed _ -> {
        var title = title(page);
        var frame = Frame.of(paper, paper.say("twin.heading", title), path).followed(path, title);
        var offer = new Offer(title, "", page.isEmpty() ? "/" : page, path);
        paper.answers().page(ctx, Print.page(new Pages.Twin(frame, offer)));
      }
    }
  }

  private String title(String page) {
    return switch (Subject.of(page).orElseGet(Subject.Front::new)) {
      case Subject.Front() -> paper.masthead().title();
      case Subject.Stories() -> paper.say("feeds.stories");
      case Subject.Wire() -> paper.say("feeds.wire");
      case Subject.Corrections() -> paper.say("feeds.corrections");
      case Subject.Labelled(var kind, var slug) ->
          database
              .read(Articles.class, articles -> articles.shelf(kind, slug))
              .map(Shelf::name)
              .orElse(slug);
      case Subject.Story(var name) ->
          database
              .read(Stories.class, stories -> stories.byName(name))
              .map(Story::headline)
              .orElse(paper.say("twin.story"));
      case Subject.Outlet(var id) ->
          database
              .read(Outlets.class, outlets -> outlets.byId(id))
              .map(Outlet::name)
              .orElse(paper.say("twin.outlet"));
    };
  }
}
