package org.slugline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.kit.LoopbackOutlet;

class SubscriptionsTest {
  @TempDir Path dir;
  private Newsroom room;

  @BeforeEach
  void open() {
    room = new Newsroom(dir);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private static Subscription feed(String url, String title, String... labels) {
    return new Subscription(url, title, List.of(labels));
  }

  @Test
  void addressesAreStoredOnceInOneForm() {
    var outcomes =
        room.subscriptions.add(
            List.of(
                feed("HTTP://Harbour.Example:80/feed#x", "", "Ports"),
                feed("http://harbour.example/feed", "Harbour", "Ports/North"),
                feed("ftp://harbour.example/feed", ""),
                feed("http://a:b@harbour.example/feed", "")));
    assertThat(outcomes.get(0)).isInstanceOf(Subscribed.Added.class);
    assertThat(outcomes.get(1)).isInstanceOf(Subscribed.Known.class);
    assertThat(outcomes.get(2)).isInstanceOf(Subscribed.Refused.class);
    assertThat(outcomes.get(3)).isInstanceOf(Subscribed.Refused.class);
    var all = room.database.read(Outlets.class, Outlets::all);
    assertThat(all).hasSize(1);
    assertThat(all.getFirst().title()).isEqualTo("Harbour");
    assertThat(all.getFirst().labelList()).containsExactly("Ports", "Ports/North");
  }

  @Test
  void theEditorsTitleStandsAboveTheFeeds() {
    try (var loop = new LoopbackOutlet();
        var open = new Newsroom(dir.resolve("b"), loop.address())) {
      loop.then(200, Map.of(), Documents.rss("x")).at("/b", 200, Map.of(), Documents.rss("x"));
      var ours = open.subscriptions.add(List.of(feed(loop.url(), "My harbour"))).getFirst();
      var theirs = open.add(loop.url("/b"));
      open.round();
      assertThat(open.outlet(((Subscribed.Added) ours).id()).title()).isEqualTo("My harbour");
      assertThat(open.outlet(theirs).title()).isEqualTo("The Harbour Post");
      assertThat(open.outlet(theirs).site()).isEqualTo("https://harbour.example/");
    }
  }

  @Test
  void aListNeverRenamesAnOutletThatIsKnown() {
    try (var loop = new LoopbackOutlet();
        var open = new Newsroom(dir.resolve("b"), loop.address())) {
      loop.then(200, Map.of(), Documents.rss("x"));
      var id = open.add(loop.url());
      open.round();
      assertThat(open.subscriptions.add(List.of(feed(loop.url(), "Somebody's name for it"))))
          .hasOnlyElementsOfType(Subscribed.Known.class);
      assertThat(open.outlet(id).title()).isEqualTo("The Harbour Post");
      assertThat(open.outlet(id).named()).isFalse();
    }
  }

  @Test
  void nobodyElseBearsOurName() {
    try (var loop = new LoopbackOutlet();
        var open = new Newsroom(dir.resolve("b"), loop.address())) {
      loop.then(200, Map.of(), Documents.rss("x").replace("The Harbour Post", "our own PAPER"));
      var id = open.add(loop.url());
      open.round();
      assertThat(open.outlet(id).title()).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void aPausedOutletIsNotAskedUntilItIsResumed() {
    try (var loop = new LoopbackOutlet();
        var open = new Newsroom(dir.resolve("b"), loop.address())) {
      loop.then(200, Map.of(), Documents.rss("x"));
      var id = open.add(loop.url());
      assertThat(open.subscriptions.pause(id)).isInstanceOf(Subscriptions.Act.Done.class);
      assertThat(open.subscriptions.pause(id)).isInstanceOf(Subscriptions.Act.Nothing.class);
      assertThat(open.round().due()).isZero();
      open.subscriptions.resume(id);
      assertThat(open.round().due()).isEqualTo(1);
      assertThat(open.subscriptions.pause(99)).isInstanceOf(Subscriptions.Act.Unknown.class);
    }
  }

  @Test
  void aRemovedOutletLeavesItsItemsUnlessTheyGoToo() {
    try (var loop = new LoopbackOutlet();
        var open = new Newsroom(dir.resolve("b"), loop.address())) {
      loop.then(200, Map.of(), Documents.rss("x", "y"));
      var id = open.add(loop.url());
      open.round();
      open.subscriptions.remove(id, false);
      var shown = open.database.read(Outlets.class, Outlets::all);
      assertThat(shown).isEmpty();
      assertThat(open.items(id)).hasSize(2);
      open.later(Duration.ofDays(9));
      assertThat(open.round().due()).isZero();
      assertThat(open.add(loop.url())).as("it comes back with what it had").isEqualTo(id);
      assertThat(open.round().due()).isEqualTo(1);
      open.subscriptions.remove(id, true);
      assertThat(open.items(id)).isEmpty();
      assertThat(open.subscriptions.pause(id)).isInstanceOf(Subscriptions.Act.Unknown.class);
    }
  }
}
