package org.slugline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
      var found = finder(room).find(loop.url("/"));
      assertThat(found).isEqualTo(new Finder.Found.Feed(loop.url("/news.xml"), "The Harbour Post"));
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
      assertThat(finder(room).find(loop.url("/")))
          .isEqualTo(new Finder.Found.Feed(loop.url("/deep/news"), "The Harbour Post"));
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
      assertThat(finder(room).find(loop.url("/")))
          .isEqualTo(new Finder.Found.Feed(loop.url("/feed.xml"), "The Harbour Post"));
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

  private static Finder finder(Newsroom room) {
    return new Finder(room.manners, "test", room.exchange);
  }
}
