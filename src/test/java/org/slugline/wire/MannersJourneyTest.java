package org.slugline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.slugline.kit.LoopbackOutlet.plain;
import static org.slugline.kit.LoopbackOutlet.redirect;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.kit.LoopbackOutlet;

class MannersJourneyTest {
  private static final String BRIDGE = Documents.rss("Bridge opens", "Rain ahead");

  @TempDir Path dir;
  private LoopbackOutlet loop;
  private Newsroom room;

  @BeforeEach
  void open() {
    loop = new LoopbackOutlet();
    room = new Newsroom(dir, loop.address());
  }

  @AfterEach
  void close() {
    room.close();
    loop.close();
  }

  private void next(long id) {
    room.untilDue(id);
    assertThat(room.round().due()).isEqualTo(1);
  }

  @Test
  void weSayWhoWeAreAndWhatWeWouldLike() {
    loop.then(200, Map.of(), BRIDGE);
    room.add(loop.url());
    room.round();
    var asked = loop.asked().getFirst();
    assertThat(asked.header("User-Agent"))
        .contains("Slugline/0.1 (+https://news.example/about-our-crawler; desk@news.example)");
    assertThat(asked.header("Accept"))
        .hasValueSatisfying(v -> assertThat(v).startsWith("application/rss+xml"));
    assertThat(asked.header("Accept-Encoding")).contains("gzip");
    assertThat(asked.headers()).doesNotContainKeys("cookie", "referer", "if-none-match");
  }

  @Test
  void validatorsGoBackByteForByteAlsoThoseOfA304() {
    var odd = "W/\"a, \\\"b\\\" 'c'\"";
    loop.then(200, Map.of("ETag", odd, "Last-Modified", "not even a date"), BRIDGE)
        .then(304, Map.of("ETag", "second"), "")
        .then(304, Map.of(), "");
    var id = room.add(loop.url());
    room.round();
    next(id);
    next(id);
    next(id);
    assertThat(loop.asked().get(1).header("If-None-Match")).contains(odd);
    assertThat(loop.asked().get(1).header("If-Modified-Since")).contains("not even a date");
    assertThat(loop.asked().get(2).header("If-None-Match")).contains("second");
    assertThat(loop.asked().get(3).header("If-None-Match")).contains("second");
    assertThat(loop.asked().get(3).header("If-Modified-Since")).contains("not even a date");
  }

  @Test
  void validatorsOfABodyThatCouldNotBeReadAreNotKept() {
    loop.then(200, Map.of("ETag", "\"good\""), BRIDGE)
        .then(200, Map.of("ETag", "\"login\""), "<html><body>Please log in</body></html>")
        .then(304, Map.of(), "");
    var id = room.add(loop.url());
    room.round();
    next(id);
    next(id);
    assertThat(loop.asked().get(2).header("If-None-Match")).contains("\"good\"");
  }

  @Test
  void aChangedValidatorOverTheSameBodyParsesNothing() {
    loop.then(200, Map.of("ETag", "1"), BRIDGE).then(200, Map.of("ETag", "2"), BRIDGE);
    var id = room.add(loop.url());
    room.round();
    room.untilDue(id);
    var report = room.round();
    assertThat(report.unchanged()).isEqualTo(1);
    assertThat(report.bytes()).isPositive();
    assertThat(room.outlet(id).memory().etag()).isEqualTo("2");
  }

  @Test
  void aServerThatSays304ForEverIsAskedPlainlyOnceInAWhile() {
    loop.then(200, Map.of("ETag", "1"), BRIDGE).then(304, Map.of(), "");
    var id = room.add(loop.url());
    room.round();
    room.later(Duration.ofDays(2));
    room.round();
    room.later(Duration.ofDays(9));
    room.round();
    assertThat(loop.asked().get(1).header("If-None-Match")).isPresent();
    assertThat(loop.asked().get(2).header("If-None-Match")).isEmpty();
    assertThat(room.outlet(id).health().error()).contains("304");
  }

  @Test
  void retryAfterIsHonouredAndTheWholeHostIsSlowed() {
    loop.at("/busy", 429, Map.of("Retry-After", "7200"), "").at("/other", 200, Map.of(), BRIDGE);
    var busy = room.add(loop.url("/busy"));
    var other = room.add(loop.url("/other"));
    var report = room.round();
    assertThat(report.failed()).isEqualTo(1);
    assertThat(report.left()).isEqualTo(1);
    assertThat(loop.asked("/other")).isEmpty();
    assertThat(room.outlet(busy).health().nextWhy()).contains("429").contains("2 hours");
    room.later(Duration.ofMinutes(119));
    assertThat(room.round().due()).isZero();
    assertThat(room.outlet(other).health().nextWhy()).contains("429");
    room.later(Duration.ofMinutes(20));
    loop.at("/busy", 200, Map.of(), BRIDGE);
    room.round();
    assertThat(loop.asked("/other")).hasSize(1);
  }

  @Test
  void a429OfWhoAnswersSlowsAllThatEndThere() {
    var away = loop.url("/away").replace("127.0.0.1", "localhost");
    try (var both = new Newsroom(dir.resolve("both"), loop.address(), "localhost:" + loop.port())) {
      loop.at("/a", redirect(302, away))
          .at("/b", redirect(302, away))
          .at("/c", 200, Map.of(), BRIDGE)
          .at("/away", 200, Map.of(), BRIDGE)
          .at("/away", 200, Map.of(), BRIDGE)
          .at("/away", 429, Map.of("Retry-After", "7200"), "");
      both.add(loop.url("/a"));
      both.add(loop.url("/b"));
      both.add(loop.url("/c"));
      assertThat(both.round().failed()).isZero();
      both.later(Duration.ofDays(2));
      var report = both.round();
      assertThat(report.failed()).isEqualTo(1);
      assertThat(report.left()).as("the other one that ends there").isEqualTo(1);
      assertThat(report.unchanged()).as("the one that does not").isEqualTo(1);
      assertThat(loop.asked("/away")).hasSize(3);
    }
  }

  @Test
  void validatorsOfEightThousandLettersGoBackByteForByte() {
    var tag = "\"" + "z".repeat(8000) + "\"";
    loop.then(LoopbackOutlet.tagged(tag, BRIDGE));
    var id = room.add(loop.url());
    room.round();
    room.untilDue(id);
    room.round();
    assertThat(loop.asked().getLast().header("If-None-Match")).contains(tag);
  }

  @Test
  void whoKeptUsWaitingLetsTheOthersGoFirst() {
    try (var one =
        new Newsroom(
            dir.resolve("one"),
            m -> Newsroom.with(m, Duration.ofSeconds(1), m.hostSpacing(), m.allowInternal()),
            loop.address())) {
      loop.at("/slow", LoopbackOutlet.hang()).at("/well", 200, Map.of(), BRIDGE);
      one.add(loop.url("/slow"));
      one.add(loop.url("/well"));
      one.round();
      one.later(Duration.ofDays(2));
      loop.at("/slow", 200, Map.of(), BRIDGE);
      one.round();
      assertThat(loop.asked().stream().skip(2).map(LoopbackOutlet.Asked::path))
          .containsExactly("/well", "/slow");
    }
  }

  @Test
  void aRestOfNoTimeIsNone() {
    loop.then(503, Map.of("Retry-After", "0"), "").then(200, Map.of(), BRIDGE);
    var id = room.add(loop.url());
    room.round();
    assertThat(room.outlet(id).health().nextWhy()).isEqualTo("503 Service Unavailable");
    room.later(Duration.ofMinutes(1));
    var asked = new PollRequest(Duration.ofSeconds(50), Set.of(id), false, true);
    assertThat(room.poller.round(asked).fresh()).isEqualTo(1);
  }

  @Test
  void aRestIsKeptAlsoWhenAnEditorAsksForThePoll() {
    loop.then(503, Map.of("Retry-After", "3600"), "").then(200, Map.of(), BRIDGE);
    var id = room.add(loop.url());
    room.round();
    var only = new PollRequest(Duration.ofSeconds(9), java.util.Set.of(id), false, true);
    assertThat(room.poller.round(only).due()).isZero();
    room.later(Duration.ofHours(2));
    assertThat(room.poller.round(only).fresh()).isEqualTo(1);
    assertThat(room.poller.round(only).unchanged()).as("now, due or not").isEqualTo(1);
  }

  @Test
  void aFeedThatIs410IsAskedNeverAgain() {
    loop.then(200, Map.of(), BRIDGE).then(410, Map.of(), "");
    var id = room.add(loop.url());
    room.round();
    room.untilDue(id);
    assertThat(room.round().gone()).isEqualTo(1);
    assertThat(room.outlet(id).health().status()).isEqualTo(Outlet.GONE);
    room.later(Duration.ofDays(400));
    assertThat(room.round().due()).isZero();
    assertThat(room.items(id)).hasSize(2);
    room.subscriptions.resume(id);
    assertThat(room.round().due()).isEqualTo(1);
  }

  @Test
  void a410WhereItRedirectsForNowDoesNotEndTheFeed() {
    loop.at("/old", LoopbackOutlet.redirect(302, "/new")).at("/new", 410, Map.of(), "");
    loop.at("/left", LoopbackOutlet.redirect(301, "/new"));
    var borrowed = room.add(loop.url("/old"));
    var ended = room.add(loop.url("/left"));
    room.round();
    assertThat(room.outlet(borrowed).health().status()).isEqualTo(Outlet.FAILING);
    assertThat(room.outlet(ended).health().status()).isEqualTo(Outlet.GONE);
  }

  @Test
  void whatWasAddedOrResumedIsDueForARoundWhoseClockStartsAtTheSameMoment() {
    loop.then(200, Map.of(), BRIDGE);
    room.later(Duration.ofSeconds(2));
    var id = room.add(loop.url());
    room.later(Duration.ofSeconds(-2));
    assertThat(room.round().due()).isEqualTo(1);
    room.subscriptions.pause(id);
    room.later(Duration.ofSeconds(2));
    room.subscriptions.resume(id);
    room.later(Duration.ofSeconds(-2));
    assertThat(room.round().due()).isEqualTo(1);
  }

  @Test
  void aFeedThatFailedForLongIsWellWithItsFirstAnswer() {
    loop.then(500, Map.of(), "");
    var id = room.add(loop.url());
    for (var i = 0; i < 30; i++) {
      room.untilDue(id);
      var report = room.round();
      assertThat(report.failed()).isEqualTo(1);
      assertThat(report.failures().getFirst().reason()).isEqualTo("status");
      assertThat(report.failures().getFirst().next()).isPresent();
    }
    assertThat(room.outlet(id).health().failures()).isEqualTo(30);
    loop.then(200, Map.of(), BRIDGE);
    next(id);
    next(id);
    assertThat(room.outlet(id).health().status()).isEqualTo(Outlet.OK);
    assertThat(room.outlet(id).health().failures()).isZero();
    assertThat(room.outlet(id).health().failingSince()).isEmpty();
  }

  @Test
  void onlyFailingAsksThoseAgainThatFailedButNotAtOnce() {
    loop.at("/bad", 404, Map.of(), "").at("/good", 200, Map.of(), BRIDGE);
    room.add(loop.url("/bad"));
    room.add(loop.url("/good"));
    room.round();
    var failing = new PollRequest(Duration.ofSeconds(9), java.util.Set.of(), true, true);
    assertThat(room.poller.round(failing).due()).isZero();
    room.later(Duration.ofMinutes(16));
    assertThat(room.poller.round(failing).due()).isEqualTo(1);
    assertThat(loop.asked("/bad")).hasSize(2);
  }

  @Test
  void whatTheDocumentAsksForIsRememberedOverA304() {
    var document = BRIDGE.replace("<description>News", "<ttl>300</ttl><description>News");
    loop.then(200, Map.of("ETag", "1"), document).then(304, Map.of(), "");
    var id = room.add(loop.url());
    room.round();
    assertThat(room.outlet(id).health().nextWhy()).contains("ttl");
    next(id);
    assertThat(room.outlet(id).health().nextWhy()).contains("ttl");
    assertThat(room.outlet(id).health().nextPoll())
        .isAfter(room.instant().plus(Duration.ofMinutes(299)));
  }

  @Test
  void cacheControlPutsTheNextPollOff() {
    loop.then(200, Map.of("Cache-Control", "public, max-age=7200"), BRIDGE);
    var id = room.add(loop.url());
    room.round();
    assertThat(room.outlet(id).health().nextPoll())
        .isAfter(room.instant().plus(Duration.ofMinutes(119)));
    assertThat(room.outlet(id).health().nextWhy()).contains("fresh");
  }

  @Test
  void anAnswerThatAStoreHadKeptIsFreshForWhatIsLeftOfIt() {
    loop.then(200, Map.of("Cache-Control", "max-age=36000", "Age", "28800"), BRIDGE);
    var id = room.add(loop.url());
    room.round();
    assertThat(room.outlet(id).health().nextWhy()).contains("fresh for 2 hours");
    for (var age : List.of("99999999999999999999", "36001", "36000")) {
      loop.then(200, Map.of("Cache-Control", "max-age=36000", "Age", age), BRIDGE);
      next(id);
      assertThat(room.outlet(id).health().nextWhy()).doesNotContain("fresh");
    }
    for (var age : List.of("-5", "a day", "")) {
      loop.then(200, Map.of("Cache-Control", "max-age=36000", "Age", age), BRIDGE);
      next(id);
      assertThat(room.outlet(id).health().nextWhy()).contains("fresh for 10 hours");
    }
  }

  @Test
  void cacheControlMayComeInSeveralLines() {
    loop.then(
        LoopbackOutlet.raw(
            "HTTP/1.1 200 OK\r\nCache-Control: public\r\nCache-Control: max-age=10800\r\n\r\n"
                + BRIDGE));
    var id = room.add(loop.url());
    room.round();
    assertThat(room.outlet(id).health().nextWhy()).contains("stays fresh for 3 hours");
  }

  @Test
  void aPermanentMoveIsLearntWhenItHasBeenSoForDays() {
    loop.then(redirect(301, "/new")).at("/new", LoopbackOutlet.tagged("\"v\"", BRIDGE));
    var id = room.add(loop.url());
    var report = room.round();
    assertThat(report.moved()).isEqualTo(1);
    assertThat(room.outlet(id).url()).isEqualTo(loop.url());
    assertThat(room.outlet(id).health().status()).isEqualTo(Outlet.MOVED);
    room.later(Duration.ofDays(2));
    room.round();
    assertThat(room.outlet(id).url()).isEqualTo(loop.url());
    room.later(Duration.ofDays(2));
    room.round();
    assertThat(room.outlet(id).url()).isEqualTo(loop.url("/new"));
    assertThat(room.outlet(id).health().status()).isEqualTo(Outlet.OK);
    room.later(Duration.ofDays(2));
    assertThat(room.round().unchanged()).isEqualTo(1);
    assertThat(loop.asked("/feed")).hasSize(3);
    assertThat(room.items(id)).hasSize(2);
  }

  @Test
  void aMoveByAnyTemporaryHopIsNeverLearnt() {
    loop.then(redirect(301, "/mid"))
        .at("/mid", redirect(302, "/new"))
        .at("/new", 200, Map.of(), BRIDGE);
    var id = room.add(loop.url());
    for (var day = 0; day < 9; day++) {
      room.round();
      room.later(Duration.ofDays(2));
    }
    assertThat(room.outlet(id).url()).isEqualTo(loop.url());
    assertThat(room.outlet(id).memory().movedTo()).isEmpty();
  }

  @Test
  void aMoveToSomethingThatIsNoFeedIsNeverLearnt() {
    loop.then(200, Map.of(), BRIDGE)
        .then(redirect(301, "/login"))
        .at("/login", 200, Map.of(), "<html><title>Log in</title></html>");
    var id = room.add(loop.url());
    for (var day = 0; day < 9; day++) {
      room.round();
      room.later(Duration.ofDays(2));
    }
    assertThat(room.outlet(id).url()).isEqualTo(loop.url());
    assertThat(room.outlet(id).health().reason()).isEqualTo("not-a-feed");
    assertThat(room.items(id)).hasSize(2);
  }

  @Test
  void theEditorConfirmsOrRefusesAMoveAtOnce() {
    loop.at("/a", redirect(308, "/x")).at("/b", redirect(308, "/y"));
    loop.at("/x", 200, Map.of(), BRIDGE).at("/y", 200, Map.of(), BRIDGE);
    var a = room.add(loop.url("/a"));
    var b = room.add(loop.url("/b"));
    room.round();
    assertThat(room.subscriptions.confirmMove(a)).isInstanceOf(Subscriptions.Act.Done.class);
    assertThat(room.outlet(a).url()).isEqualTo(loop.url("/x"));
    assertThat(room.subscriptions.refuseMove(b)).isInstanceOf(Subscriptions.Act.Done.class);
    for (var day = 0; day < 9; day++) {
      room.later(Duration.ofDays(2));
      room.round();
    }
    assertThat(room.outlet(b).url()).isEqualTo(loop.url("/b"));
    assertThat(room.outlet(b).health().status()).isEqualTo(Outlet.OK);
    assertThat(room.subscriptions.confirmMove(b)).isInstanceOf(Subscriptions.Act.Refused.class);
  }

  @Test
  void whatAnEditorSetForAnOutletIsSent() {
    loop.then(200, Map.of(), BRIDGE);
    var id = room.add(loop.url());
    room.secrets.put("HARBOUR", "reader:s3cret");
    room.subscriptions.set(id, "auth", "HARBOUR");
    room.subscriptions.set(id, "header.X-Key", "k=1");
    room.subscriptions.set(id, "user-agent", "Harbour reader");
    room.subscriptions.set(id, "pace", "6h");
    room.round();
    var asked = loop.asked().getFirst();
    assertThat(asked.header("Authorization")).contains("Basic cmVhZGVyOnMzY3JldA==");
    assertThat(asked.header("X-Key")).contains("k=1");
    assertThat(asked.header("User-Agent")).contains("Harbour reader");
    assertThat(room.outlet(id).health().nextWhy()).contains("set to 6 hours");
    assertThat(room.outlet(id).settings()).doesNotContain("s3cret");
  }

  @Test
  void aSecretThatIsNotSetIsSaidAndNobodyIsAsked() {
    loop.then(200, Map.of(), BRIDGE);
    var id = room.add(loop.url());
    room.subscriptions.set(id, "auth", "MISSING");
    assertThat(room.round().failed()).isEqualTo(1);
    assertThat(loop.asked()).isEmpty();
    assertThat(room.outlet(id).health().error()).contains("SLUGLINE_SECRET_MISSING");
  }

  @Test
  void settingsThatCannotBeAreRefused() {
    var id = room.add(loop.url());
    var faults = new HashMap<String, String>();
    faults.put("pace", "soon");
    faults.put("auth", "lower case");
    faults.put("proxy", "ftp://x");
    faults.put("header.Cookie", "a=b");
    faults.put("header.X", "a\nb");
    faults.put("nonsense", "1");
    faults.forEach((key, value) ->
        assertThat(room.subscriptions.set(id, key, value))
            .as(key)
            .isInstanceOf(Subscriptions.Act.Refused.class));
    assertThat(room.outlet(id).settings()).isEmpty();
  }

  @Test
  void requestsToOneHostAreSpacedAndNeverSideBySide() {
    try (var slow =
        new Newsroom(
            dir.resolve("slow"),
            manners ->
                Newsroom.with(
                    manners,
                    Duration.ofSeconds(9),
                    Duration.ofMillis(150),
                    manners.allowInternal()),
            loop.address())) {
      for (var i = 0; i < 6; i++) {
        loop.at("/f" + i, 200, Map.of(), BRIDGE);
        slow.add(loop.url("/f" + i));
      }
      assertThat(slow.round().fresh()).isEqualTo(6);
      var asked = loop.asked();
      for (var i = 1; i < asked.size(); i++) {
        assertThat(asked.get(i).nanos() - asked.get(i - 1).nanos()).isGreaterThan(149_000_000L);
      }
    }
  }

  @Test
  void whatTheBudgetDoesNotReachIsLeftAndDoneNextTime() {
    loop.at("/slow", LoopbackOutlet.hang()).at("/slow", 200, Map.of(), BRIDGE);
    loop.at("/quick", 200, Map.of(), BRIDGE);
    var slow = room.add(loop.url("/slow"));
    var quick = room.add(loop.url("/quick"));
    var report = room.poller.round(PollRequest.due(Duration.ofMillis(1500)));
    while (loop.asked().isEmpty()) { // a busy machine has not come so far
      report = room.poller.round(PollRequest.due(Duration.ofMillis(1500)));
    }
    assertThat(report.took()).isLessThan(Duration.ofSeconds(8));
    assertThat(report.due()).isEqualTo(2);
    assertThat(report.left()).as("the slow one holds the host").isEqualTo(2);
    assertThat(room.outlet(slow).health().status()).isEqualTo(Outlet.OK);
    assertThat(room.outlet(quick).health().lastPoll()).isEmpty();
    assertThat(room.round().fresh()).as("due at once").isEqualTo(2);
  }

  @Test
  void anEmptyBodyIsNoFeed() {
    loop.then(200, Map.of(), BRIDGE)
        .then(plain(200, Map.of(), "".getBytes(StandardCharsets.UTF_8)));
    var id = room.add(loop.url());
    room.round();
    room.untilDue(id);
    assertThat(room.round().failures().getFirst().reason()).isEqualTo("not-a-feed");
    assertThat(room.items(id)).hasSize(2);
  }
}
