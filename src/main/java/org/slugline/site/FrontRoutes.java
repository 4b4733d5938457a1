package org.slugline.site;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slugline.desk.Articles;
import org.slugline.site.Pages.Card;
import org.slugline.site.Pages.Link;
import org.slugline.site.Pages.Step;
import org.slugline.store.Database;
import org.slugline.story.Stories;
import org.slugline.wire.Outlets;

/** The front page; where there is nothing yet, a welcome. */
final class FrontRoutes {
  private static final int SECONDS = 4;
  private static final int BRIEFS = 8;
  private static final int FEWEST = 4;
  private static final int STORIES = 7;

  private final Paper paper;
  private final Database database;

  FrontRoutes(Paper paper, Database database) {
    this.paper = paper;
    this.database = database;
  }

  void addTo(Paths paths) {
    paths.page("/", ctx -> paper.answers().page(ctx, database.read(this::front)));
  }

  private String front(Handle handle) {
    var articles = handle.attach(Articles.class).newest(1 + SECONDS + BRIEFS);
    var cards = new Cards(paper).of(handle, articles, 1 + SECONDS);
    var stories = handle.attach(Stories.class).moving(room(cards));
    if (cards.isEmpty() && stories.isEmpty()) {
      return Print.page(welcome(handle));
    }
    var page =
        new Pages.Front(
            frame(),
            cards.stream().findFirst(),
            part(cards, 1, 1 + SECONDS),
            part(cards, 1 + SECONDS, cards.size()),
            new Movements(paper).of(handle, stories),
            sections(handle));
    return Print.page(page);
  }

  /** Stories beside these articles, about as tall: the two columns should end together. */
  private static int room(List<Card> cards) {
    var tall = 0.0;
    for (var i = 0; i < cards.size(); i++) {
      var pictured = i <= SECONDS && cards.get(i).picture().isPresent();
      tall += i == 0 ? (pictured ? 5 : 1.7) : i <= SECONDS ? (pictured ? 1.4 : 0.65) : 0.3;
    }
    return Math.clamp(Math.round(tall + 0.8), FEWEST, STORIES);
  }

  private Frame frame() {
    var tagline = paper.masthead().tagline();
    return Frame.of(paper, "", "/")
        .at("front")
        .described(
            tagline.isEmpty() ? paper.say("front.described", paper.masthead().title()) : tagline)
        .followed("/feed", paper.masthead().title());
  }

  private static List<Card> part(List<Card> cards, int from, int to) {
    return cards.subList(Math.min(from, cards.size()), Math.min(to, cards.size()));
  }

  private static List<Link> sections(Handle handle) {
    return handle.attach(Articles.class).sections().stream()
        .limit(12)
        .map(shelf -> new Link("/sections/" + shelf.slug(), shelf.name()))
        .toList();
  }

  private Pages.Welcome welcome(Handle handle) {
    var outlets = handle.attach(Outlets.class).all();
    return new Pages.Welcome(
        frame(),
        List.of(
            step("publish", "./slugline publish article.md", false),
            step("outlets", "./slugline outlets add https://outlet.example/", !outlets.isEmpty()),
            step("say", "", !paper.masthead().title().equals("Slugline"))));
  }

  private Step step(String key, String command, boolean done) {
    return new Step(
        paper.say("welcome." + key), paper.say("welcome." + key + ".text"), command, done);
  }
}
