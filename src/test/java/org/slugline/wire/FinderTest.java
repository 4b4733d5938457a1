package org.slugline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slugline.kit.LoopbackOutlet;

class FinderTest {
  @TempDir Path dir;

  @Test
  void theFeedThatAPageNamesIsFoundWithTwoRequests() {
    try (var loop = new LoopbackOutlet();
        var room = new Newsroom(dir, loop.address())) {
      loop.at(
              "/",
              200,
              Map.of("Content-Type", "text/html"),
              "<html><head><link rel=alternate type=\"application/rss+xml\""
                  + " href=\"/news.xml\"></head></html>")
          .at("/news.xml", 200, Map.of(), Documents.rss("Bridge opens"));
      assertThat(finder(room).find(loop.url("/"))).isEqualTo(feed(loop.url("/news.xml")));
      assertThat(loop.asked()).hasSize(2);
    }
  }

  @Test
  void aFeedIsItself() {
    try (var loop = new LoopbackOutlet();
        var room = new Newsroom(dir, loop.address())) {
      loop.then(200, Map.of(), Documents.rss("Bridge opens"));
      assertThat(finder(room).find(loop.url())).isInstanceOf(Finder.Found.Feed.class);
      assertThat(loop.asked()).hasSize(1);
    }
  }

  @Test
  void aPageWithoutAFeedIsSaidToHaveNoneAfterAFewRequests() {
    try (var loop = new LoopbackOutlet();
        var room = new Newsroom(dir, loop.address())) {
      loop.at("/", 200, Map.of("Content-Type", "text/html"), "<html><body>Welcome</body></html>");
      assertThat(finder(room).find(loop.url("/"))).isInstanceOf(Finder.Found.Nothing.class);
      assertThat(loop.asked()).hasSizeLessThanOrEqualTo(7);
      assertThat(finder(room).find("nonsense")).isInstanceOf(Finder.Found.Nothing.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<link rel=alternate type=application/feed+json href=/deep/news>",
        "<link rel=feed href=/deep/news>",
        "<link rel=alternate type=application/rss+xml href=/dead.xml>"
            + "<link rel=alternate type=application/atom+xml href=/deep/news>",
        "<base href=/deep/><link rel=alternate type=application/rss+xml href=news>",
        "<p>Follow us by <a href=/deep/news>RSS</a>",
        "<a rel=feed href=/deep/news>all of it</a>"
      })
  void eachWayToNameAFeedLeadsToIt(String page) {
    try (var loop = new LoopbackOutlet();
        var room = new Newsroom(dir, loop.address())) {
      loop.at("/", 200, Map.of("Content-Type", "text/html"), page)
          .at("/dead.xml", 404, Map.of(), "")
          .at("/deep/news", 200, Map.of(), Documents.rss("Bridge opens"));
      assertThat(finder(room).find(loop.url("/"))).isEqualTo(feed(loop.url("/deep/news")));
      assertThat(finder(room).offers(loop.url("/"))).isInstanceOf(Finder.Offers.Some.class);
    }
  }

  @Test
  void aPlaceWhereFeedsOftenAreIsTriedLast() {
    try (var loop = new LoopbackOutlet();
        var room = new Newsroom(dir, loop.address())) {
      loop.at("/", 301, Map.of("Location", "/home"), "")
          .at("/home", 200, Map.of("Content-Type", "text/html"), "<p>Welcome")
          .at("/feed", 404, Map.of(), "")
          .at("/rss", 404, Map.of(), "")
          .at("/feed.xml", 200, Map.of(), Documents.rss("Bridge opens"));
      assertThat(finder(room).find(loop.url("/"))).isEqualTo(feed(loop.url("/feed.xml")));
    }
  }

  @Test
  void offersOfAFeedCostOneRequest() {
    try (var loop = new LoopbackOutlet();
        var room = new Newsroom(dir, loop.address())) {
      loop.then(200, Map.of("Content-Type", "text/html"), Documents.rss("Bridge opens"));
      assertThat(finder(room).offers(loop.url())).isInstanceOf(Finder.Offers.Some.class);
      assertThat(loop.asked()).hasSize(1);
    }
  }

  @Test
  void severalFeedsOfAPageAreNamedAndDoubtIsSaid() {
    assertThat(named("News", "Sport").sure()).isFalse();
    assertThat(named("News", "Sport").others())
        .extracting(Finder.Other::title)
        .containsExactly("Sport");
  }

  @Test
  void oneFeedInTwoFormatsOrThatOfCommentsIsNoDoubt() {
    assertThat(named("News (RSS)", "News (Atom 1.0)").sure()).isTrue();
    assertThat(named("Paper » Feed", "Paper » Comments Feed").sure()).isTrue();
    assertThat(named("", "").url()).endsWith("/0");
    var late = named("Paper » Kommentar-Feed", "Paper » Feed");
    assertThat(late.url()).endsWith("/1");
    assertThat(late.others()).hasSize(1);
  }

  /** What is found on a page that names feeds with these titles. */
  private Finder.Found.Feed named(String... titles) {
    try (var loop = new LoopbackOutlet();
        var room = new Newsroom(dir.resolve(titles[0] + titles[1]), loop.address())) {
      var page = new StringBuilder();
      for (var i = 0; i < titles.length; i++) {
        page.append("<link rel=alternate type=application/rss+xml href=/")
            .append(i)
            .append(" title=\"")
            .append(titles[i])
            .append("\">");
        loop.at("/" + i, 200, Map.of(), Documents.rss("Bridge opens"));
      }
      loop.at("/", 200, Map.of("Content-Type", "text/html; charset=utf-8"), page.toString());
      var found = (Finder.Found.Feed) finder(room).find(loop.url("/"));
      assertThat(loop.asked()).hasSize(2);
      return found;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Flux RSS",
        "RSS-Kanal",
        "Fuentes RSS",
        "RSS フィード",
        "RSS лента",
        "订阅",
        "Web feed",
        "Feed"
      })
  void whatALinkIsCalledTellsInManyLanguages(String label) {
    try (var loop = new LoopbackOutlet();
        var room = new Newsroom(dir, loop.address())) {
      loop.at(
              "/",
              200,
              Map.of("Content-Type", "text/html; charset=utf-8"),
              "<a href=/about>Über uns</a><a href=/n?7>" + label + "</a>")
          .at("/n?7", 200, Map.of(), Documents.rss("Bridge opens"));
      assertThat(finder(room).find(loop.url("/"))).isEqualTo(feed(loop.url("/n?7")));
      assertThat(loop.asked()).hasSize(2);
    }
  }

  @Test
  void aPageAboutFeedsLeadsOn() {
    try (var loop = new LoopbackOutlet();
        var room = new Newsroom(dir, loop.address())) {
      loop.at("/", 200, Map.of("Content-Type", "text/html"), "<a href=/service/rss>RSS</a>")
          .at(
              "/service/rss",
              200,
              Map.of("Content-Type", "text/html"),
              "<h1>Our feeds</h1><a href=/all.rss>All</a>")
          .at("/all.rss", 200, Map.of(), Documents.rss("Bridge opens"));
      assertThat(finder(room).find(loop.url("/"))).isEqualTo(feed(loop.url("/all.rss")));
      assertThat(loop.asked()).hasSize(3);
    }
  }

  @Test
  void whatAnswersElsewhereForNowIsKnownByItsOwnAddress() {
    try (var loop = new LoopbackOutlet();
        var room = new Newsroom(dir, loop.address())) {
      loop.at("/now", 302, Map.of("Location", "/news.xml"), "")
          .at("/good", 301, Map.of("Location", "/news.xml"), "")
          .at("/news.xml", 200, Map.of(), Documents.rss("Bridge opens"));
      assertThat(finder(room).find(loop.url("/now"))).isEqualTo(feed(loop.url("/now")));
      assertThat(finder(room).find(loop.url("/good"))).isEqualTo(feed(loop.url("/news.xml")));
    }
  }

  @Test
  void nobodyThereIsToldFromNothingThere() {
    try (var loop = new LoopbackOutlet();
        var room = new Newsroom(dir, loop.address())) {
      loop.at("/ill", 503, Map.of(), "");
      assertThat(answered(room, loop.url("/ill"))).isFalse();
      assertThat(answered(room, loop.url("/nowhere"))).isTrue();
      assertThat(answered(room, "http://10.1.2.3/")).isTrue();
    }
  }

  private static boolean answered(Newsroom room, String url) {
    return ((Finder.Found.Nothing) finder(room).find(url)).answered();
  }

  private static Finder.Found feed(String url) {
    return new Finder.Found.Feed(url, "The Harbour Post", List.of(), true);
  }

  private static Finder finder(Newsroom room) {
    return new Finder(room.manners, "test", room.exchange);
  }
}
