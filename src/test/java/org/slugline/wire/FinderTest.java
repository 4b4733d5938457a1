package org.slugline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  private static Finder finder(Newsroom room) {
    return new Finder(room.manners, "test", room.exchange);
  }
}
