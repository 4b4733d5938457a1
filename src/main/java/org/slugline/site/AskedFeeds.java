package org.slugline.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import org.slugline.access.Scope;
import org.slugline.edition.Collection;
import org.slugline.edition.Editions;
import org.slugline.feed.Format;
import org.slugline.search.Hit;
import org.slugline.search.Search;
import org.slugline.site.Pages.Offer;
import org.slugline.story.Story;

/** Feeds that a question makes and nobody keeps: of a search, and of what we are missing. */
final class AskedFeeds {
  private final Paper paper;
  private final Editions editions;
  private final Search search;
  private final Missing missing;
  private final Doorkeeper door;
  private final EditionAnswer answer;
  private final int most;

  /**
   * @param most entries of a feed
   */
  AskedFeeds(
      Paper paper, Editions editions, Search search, Missing missing, Doorkeeper door, int most) {
    this.paper = paper;
    this.editions = editions;
    this.search = search;
    this.missing = missing;
    this.door = door;
    this.most = most;
    answer = new EditionAnswer(paper.answers());
  }

  void addTo(Paths paths) {
    for (var format : Format.values()) {
      var name = "/feed." + format.suffix();
      paths.get("/search" + name, ctx -> answer.open(ctx, editions.collected(found(ctx, format))));
      paths.get("/missing" + name, ctx -> missing(ctx, format));
    }
    paths.get("/search/feed", this::searchTwin);
    paths.get("/missing/feed", this::missingTwin);
  }

  /** What is found, the newest first; a question without an answer is an empty feed. */
  private Collection found(Context ctx, Format format) {
    var typed = Search.readable(Answers.query(ctx, "q").strip());
    var hits = search.find(typed, Optional.empty(), Math.min(most, 200)).hits();
    return new Collection(
        "/search" + query(typed),
        "/search/feed." + format.suffix() + query(typed),
        format,
        title(typed),
        "",
        hits.stream().map(Hit::piece).toList(),
        List.of(),
        List.of("articles", "wire", "outlets"));
  }

  private void missing(Context ctx, Format format) {
    if (missing.isPublic()) {
      answer.open(ctx, editions.collected(missed(format)));
    } else {
      door.admitReader(ctx, Scope.CURATE)
          .ifPresent(_ -> answer.closed(ctx, editions.collected(missed(format))));
    }
  }

  private Collection missed(Format format) {
    return new Collection(
        "/missing",
        "/missing/feed." + format.suffix(),
        format,
        paper.say("feeds.missing"),
        paper.say("feeds.missing.about"),
        List.of(),
        missing.stories(most).stream().map(Story::name).toList(),
        List.of("stories", "articles"));
  }

  private void searchTwin(Context ctx) {
    var typed = Search.readable(Answers.query(ctx, "q").strip());
    twin(ctx, title(typed), "/search" + query(typed), "/search/feed" + query(typed));
  }

  /** The page says no more than where the feed lies, so anybody may see it. */
  private void missingTwin(Context ctx) {
    twin(ctx, paper.say("feeds.missing"), "/missing", "/missing/feed");
  }

  private void twin(Context ctx, String title, String page, String feed) {
    var frame =
        Frame.of(paper, paper.say("twin.heading", title), feed).followed(feed, title).hidden();
    var offer = new Offer(title, "", page, feed);
    paper.answers().page(ctx, Print.page(new Pages.Twin(frame, offer)));
  }

  private String title(String typed) {
    return typed.isEmpty() ? paper.say("nav.search") : paper.say("search.heading", typed);
  }

  private static String query(String typed) {
    // as RFC 3986 §2.3 would have it, where the form encoding is of another mind
    return typed.isEmpty() ? "" : "?q=" + URLEncoder.encode(typed, UTF_8).replace("%7E", "~");
  }
}
