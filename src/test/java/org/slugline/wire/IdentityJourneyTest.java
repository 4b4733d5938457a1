package org.slugline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slugline.kit.LoopbackOutlet;
import org.slugline.store.Revision;
import org.slugline.store.Revisions;

class IdentityJourneyTest {
  private static final Instant HOUR_AGO = Newsroom.START.minus(Duration.ofHours(1));

  @TempDir Path dir;
  private LoopbackOutlet loop;
  private Newsroom room;
  private long id;

  @BeforeEach
  void open() {
    loop = new LoopbackOutlet();
    room = new Newsroom(dir, loop.address());
    id = room.add(loop.url());
  }

  @AfterEach
  void close() {
    room.close();
    loop.close();
  }

  private PollReport poll(String... items) {
    loop.then(200, Map.of(), Documents.channel(String.join("", items)));
    room.untilDue(id);
    return room.round();
  }

  private Revision revision(String scope) {
    return room.database.read(Revisions.class, table -> table.of(scope));
  }

  private static String[] many(int from, int to, IntFunction<String> item) {
    return IntStream.range(from, to).mapToObj(item).toArray(String[]::new);
  }

  private static String dated(String guid, String link, String title) {
    return Documents.item(
        guid, link, title, "What is known.", "<pubDate>Mon, 02 Mar 2026 11:00:00 GMT</pubDate>");
  }

  /** Ids that are the link, hours apart. */
  private static String at(int hours, String link, String title) {
    return Documents.item(
        link,
        link,
        title,
        "What is known.",
        "<pubDate>%s</pubDate>".formatted(HOUR_AGO.minus(Duration.ofHours(hours))));
  }

  @Test
  void anEditUpdatesInPlaceAndTheEarlierWordingIsKept() {
    poll(Documents.item("bridge", "Bridge opens", "Two lanes.", HOUR_AGO));
    var before = room.items(id).getFirst();
    var report = poll(Documents.item("bridge", "Bridge opens late", "One lane.", HOUR_AGO));
    assertThat(report.items()).isZero();
    assertThat(report.edited()).isEqualTo(1);
    assertThat(report.fresh()).isEqualTo(1);
    var after = room.items(id).getFirst();
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.title()).isEqualTo("Bridge opens late");
    assertThat(after.updated()).isEqualTo(room.instant());
    assertThat(after.published()).isEqualTo(before.published());
    assertThat(after.digest()).isNotEqualTo(before.digest());
    var versions = room.database.read(Items.class, items -> items.versions(after.id()));
    assertThat(versions)
        .containsExactly(new ItemVersion(after.id(), room.instant(), "Bridge opens", "Two lanes."));
  }

  @Test
  void aChangeOfWhatIsNotPrintedBumpsNothing() {
    poll(Documents.item("g", "", "Bridge opens", "Two lanes.", "<category>a</category>"));
    var wire = revision("wire");
    var report =
        poll(Documents.item("g", "", "Bridge opens", "Two lanes.", "<category>b</category>"));
    assertThat(report.unchanged()).isEqualTo(1);
    assertThat(revision("wire")).isEqualTo(wire);
    poll(Documents.item("g", "", "Bridge closes", "Two lanes.", ""));
    assertThat(revision("wire").number()).isEqualTo(wire.number() + 1);
  }

  @Test
  void vanishedItemsStayAndReDatedOnesAreNotNew() {
    poll(
        Documents.item("a", "First of all", "x", HOUR_AGO),
        Documents.item("b", "Second of all", "x", HOUR_AGO));
    var report = poll(Documents.item("b", "Second of all", "x", HOUR_AGO.plusSeconds(1800)));
    assertThat(report.items()).isZero();
    assertThat(room.items(id))
        .hasSize(2)
        .allSatisfy(i -> assertThat(i.published()).isEqualTo(HOUR_AGO));
    assertThat(poll(Documents.item("a", "First of all", "x", HOUR_AGO)).items()).isZero();
  }

  @Test
  void withoutAGuidTheLinkAndWithoutALinkTheWordsAreTheIdentity() {
    poll(
        Documents.item("", "https://harbour.example/a-long-path", "Headline one", "x", ""),
        Documents.item("", "", "Headline two", "y", ""));
    var report =
        poll(
            Documents.item("", "https://harbour.example/a-long-path", "Headline 1", "x", ""),
            Documents.item("", "", "Headline two", "y", ""));
    assertThat(report.items()).isZero();
    assertThat(report.edited()).isEqualTo(1);
    assertThat(room.items(id)).hasSize(2);
  }

  @Test
  void idsThatCarryAVersionAreHealedByTheLink() {
    var link = "https://harbour.example/news/world-12345678";
    poll(
        dated(link + "#0", link, "Bridge opens"),
        dated("b", "https://h.example/other-news-1", "B"));
    var report =
        poll(
            dated(link + "#1", link, "Bridge opens now"),
            dated("b", "https://h.example/other-news-1", "B"));
    assertThat(report.items()).isZero();
    assertThat(report.edited()).isEqualTo(1);
    assertThat(room.items(id)).hasSize(2);
  }

  @Test
  void idsThatChangeAtEveryPollAreHealed() {
    for (var round = 0; round < 4; round++) {
      var salt = round;
      var report =
          poll(
              many(
                  0,
                  8,
                  n ->
                      dated(
                          "u-" + salt + "-" + n,
                          "https://h.example/p?s=" + salt + n,
                          "A headline, number " + n)));
      assertThat(report.items()).isEqualTo(round == 0 ? 8 : 0);
    }
    assertThat(room.items(id)).hasSize(8);
  }

  @Test
  void oneGuidForAllEntriesIsNoIdentity() {
    var report =
        poll(many(0, 5, n -> dated("same", "https://h.example/news/piece-" + n, "Headline " + n)));
    assertThat(report.items()).isEqualTo(5);
    assertThat(
            poll(many(
                    1, 6, n -> dated("same", "https://h.example/news/piece-" + n, "Headline " + n)))
                .items())
        .isEqualTo(1);
    assertThat(room.items(id)).hasSize(6);
  }

  @Test
  void entriesThatShareOneLinkStayApart() {
    poll(many(0, 5, n -> dated("live-" + n, "https://h.example/live/blog-of-today", "Line " + n)));
    assertThat(
            poll(many(
                    4,
                    7,
                    n -> dated("live-" + n, "https://h.example/live/blog-of-today", "Line " + n)))
                .items())
        .isEqualTo(2);
    assertThat(room.items(id)).hasSize(7);
  }

  @Test
  void aSiteThatMovedDoesNotFloodUs() {
    poll(
        many(
            0,
            30,
            n ->
                dated(
                    "http://old.example/n/" + n + "-a-piece",
                    "http://old.example/n/" + n + "-a-piece",
                    "The long headline " + n)));
    var report =
        poll(
            many(
                0,
                30,
                n ->
                    dated(
                        "https://new.example/n/" + n + "-a-piece",
                        "https://new.example/n/" + n + "-a-piece",
                        "The long headline " + n)));
    assertThat(report.items()).isZero();
    assertThat(room.items(id))
        .hasSize(30)
        .allSatisfy(i -> assertThat(i.link()).startsWith("https://new"));
    assertThat(room.outlet(id).memory().idsChanged()).contains(room.instant());
    assertThat(new Doctor(room.database, room).examine(id).orElseThrow().notes())
        .anySatisfy(note -> assertThat(note).contains("ids changed"));
  }

  @Test
  void aSiteThatMovedDoesNotFloodUsWhereHeadlinesAndPathsAreShort() {
    poll(many(1, 20, n -> at(n, "http://old.example/" + n, "Item " + n)));
    assertThat(poll(many(1, 20, n -> at(n, "http://new.example/x" + n, "Item " + n))).items())
        .isZero();
    assertThat(room.items(id)).hasSize(19);
  }

  @Test
  void oneGuidThatChangedAboveAShortLinkIsHealed() {
    poll(many(1, 6, n -> at(n, "http://h.example/" + n, "Item " + n)));
    assertThat(
            poll(many(
                    1,
                    6,
                    n ->
                        dated(
                            n == 3 ? "other" : "http://h.example/" + n,
                            "http://h.example/" + n,
                            "Item " + n)))
                .items())
        .isZero();
  }

  @Test
  void aRubricThatReturnsUnderItsHeadlineIsNewEachTime() {
    var week = Duration.ofDays(7);
    poll(Documents.item("week-9", "The week in the harbour", "Nine.", HOUR_AGO.minus(week)));
    assertThat(poll(Documents.item("week-10", "The week in the harbour", "Ten.", HOUR_AGO)).items())
        .isEqualTo(1);
    assertThat(room.items(id)).hasSize(2);
  }

  @Test
  void entriesThatShareOneGuidAndHaveNoLinkStayApart() {
    poll(many(0, 5, n -> dated("same", "", "Another headline " + n)));
    assertThat(room.items(id)).hasSize(5);
    assertThat(poll(many(0, 5, n -> dated("same", "", "Another headline " + n))).items()).isZero();
  }

  @Test
  void guidsAreToldApartHoweverLong() {
    var long1 = "g".repeat(5000);
    poll(
        dated(long1 + 1, "https://h.example/news/piece-1", "One of two"),
        dated(long1 + 2, "https://h.example/news/piece-2", "Two of two"));
    assertThat(room.items(id)).hasSize(2);
  }

  @Test
  void anEntryOfNothingIsNoItem() {
    poll("<item/>", "<item><guid>g</guid></item>", dated("a", "", "Bridge opens"));
    assertThat(room.titles(id)).containsExactly("Bridge opens");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"our own paper", "Our Own\u200b Paper", "\u041eur \u041ewn Paper", "OurOwnPaper"})
  void noFeedPosesAsOurs(String title) {
    loop.then(200, Map.of(), Documents.rss("Bridge opens").replace("The Harbour Post", title));
    room.round();
    assertThat(room.outlet(id).title()).isEqualTo("127.0.0.1");
  }

  @Test
  void newNewsIsNotTakenForOld() {
    poll(
        many(
            0,
            10,
            n -> dated("g" + n, "https://h.example/news/piece-" + n, "The headline of day " + n)));
    assertThat(
            poll(many(
                    10,
                    20,
                    n ->
                        dated(
                            "g" + n,
                            "https://h.example/news/piece-" + n,
                            "The headline of day " + n)))
                .items())
        .isEqualTo(10);
  }

  @Test
  void futureDatesAreClampedAndMissingOnesAreFirstSeenForEver() {
    poll(
        Documents.item("f", "From the future", "x", Newsroom.START.plus(Duration.ofDays(9))),
        Documents.item("n", "https://h.example/news/undated", "Undated", "x", ""),
        Documents.item(
            "z",
            "https://h.example/news/of-1970",
            "Epoch",
            "x",
            "<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>"));
    assertThat(room.items(id))
        .hasSize(3)
        .allSatisfy(i -> assertThat(i.published()).isEqualTo(Newsroom.START));
    var claimed = room.items(id).stream().collect(Collectors.toMap(Item::title, Item::claimed));
    assertThat(claimed.get("From the future")).contains(Newsroom.START.plus(Duration.ofDays(9)));
    assertThat(claimed.get("Undated")).isEmpty();
    room.later(Duration.ofDays(20));
    poll(
        Documents.item(
            "f", "From the future, edited", "x", Newsroom.START.plus(Duration.ofDays(9))),
        Documents.item(
            "n",
            "https://h.example/news/undated",
            "Undated",
            "x",
            "<pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate>"));
    assertThat(room.items(id)).allSatisfy(i -> assertThat(i.published()).isEqualTo(Newsroom.START));
  }

  @Test
  void oneFeedNeverTouchesAnothersItems() {
    poll(Documents.item("a", "Ours to keep", "x", HOUR_AGO));
    loop.at(
        "/thief",
        200,
        Map.of(),
        Documents.channel(Documents.item("a", "Stolen headline", "x", HOUR_AGO)));
    var thief = room.add(loop.url("/thief"));
    room.round();
    assertThat(room.titles(id)).containsExactly("Ours to keep");
    assertThat(room.titles(thief)).containsExactly("Stolen headline");
  }

  @Test
  void errorPagesLoginPagesAndTruncatedBodiesChangeNothing() {
    poll(many(0, 5, n -> dated("g" + n, "https://h.example/news/piece-" + n, "Headline " + n)));
    var items = room.items(id);
    var wire = revision("wire");
    var whole = Documents.rss("A new headline", "And another one");
    for (var body :
        new String[] {
          "",
          "   ",
          "<!DOCTYPE html><html><body><form>Log in</form></body></html>",
          "{\"error\": \"not found\"}",
          "Too many requests",
          whole.substring(0, whole.length() - 30),
          whole.substring(0, whole.indexOf("And another")),
          whole.substring(0, whole.indexOf("And another")) + "]]><!-- was </rss> -->",
          whole.substring(0, whole.indexOf("<item>")) + "<!-- </channel></rss>",
          whole.substring(0, whole.indexOf("<item>")) + "<item><title><![CDATA[ </rss>",
          "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"x\", \"items\":"
              + " [{\"id\": \"1\"}"
        }) {
      loop.then(200, Map.of(), body);
      room.untilDue(id);
      var report = room.round();
      assertThat(report.failed()).as(body).isEqualTo(1);
      assertThat(report.failures().getFirst().reason()).as(body).isEqualTo("not-a-feed");
    }
    assertThat(room.items(id)).isEqualTo(items);
    assertThat(revision("wire")).isEqualTo(wire);
    assertThat(room.outlet(id).title()).isEqualTo("The Harbour Post");
  }

  @Test
  void whatWasForgottenDoesNotComeBackAsNew() {
    poll(
        Documents.item("old", "An old story", "x", HOUR_AGO),
        Documents.item("cited", "A cited story", "x", HOUR_AGO));
    var cited =
        room.items(id).stream()
            .filter(i -> i.title().startsWith("A cited"))
            .findFirst()
            .orElseThrow();
    room.database.change(
        handle -> handle.execute("INSERT INTO keep (piece) VALUES (?)", "i" + cited.id()));
    room.later(Duration.ofDays(401));
    var forgotten = new Retention(room.database, Keep.USUAL).forget(room.instant());
    assertThat(forgotten.items()).isEqualTo(1);
    assertThat(forgotten.polls()).isEqualTo(1);
    assertThat(room.titles(id)).containsExactly("A cited story");
    var report =
        poll(
            Documents.item("old", "An old story", "x", HOUR_AGO),
            Documents.item("new", "A new story", "x", room.instant()));
    assertThat(report.items()).isEqualTo(1);
    assertThat(room.titles(id)).containsExactly("A new story", "A cited story");
  }

  @Test
  void bodiesAreForgottenBeforeItems() {
    poll(
        Documents.item(
            "a",
            "https://h.example/news/piece-1",
            "Headline",
            "x",
            "<content:encoded"
                + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">&lt;p&gt;All the"
                + " words of it&lt;/p&gt;</content:encoded>"));
    assertThat(room.items(id).getFirst().text()).isEqualTo("All the words of it");
    assertThat(room.items(id).getFirst().content().markup()).contains("<p>");
    room.later(Duration.ofDays(91));
    assertThat(new Retention(room.database, Keep.USUAL).forget(room.instant()).bodies())
        .isEqualTo(1);
    var item = room.items(id).getFirst();
    assertThat(item.text()).isEmpty();
    assertThat(item.content().isEmpty()).isTrue();
    assertThat(item.title()).isEqualTo("Headline");
  }
}
