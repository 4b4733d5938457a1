package org.slugline.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slugline.feed.Category;
import org.slugline.feed.Entry;
import org.slugline.feed.FeedReader;
import org.slugline.feed.Person;
import org.slugline.feed.Reading;
import org.w3c.dom.Element;

/** What the sample outlets print. */
class DemoIssueTest {
  private static final DemoContent DEMO = DemoContent.shipped();
  private static final String END = "2026-03-08T23:59:59Z";

  @Test
  void rssSaysWhoWhenAndWhatInTheOutletsOwnZone() {
    var item = firstEntry(xml("harbour-ledger", "2026-03-02T12:15:00Z"));
    assertThat(PrintedFeed.Xml.text(item, "guid"))
        .isEqualTo("https://harbour-ledger.example/news/korsfjell-first-drive");
    var date = PrintedFeed.Xml.text(item, "pubDate");
    assertThat(date).isEqualTo("Mon, 02 Mar 2026 13:15:00 +0100");
    assertThat(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from))
        .isEqualTo("2026-03-02T12:15:00Z");
    assertThat(PrintedFeed.Xml.text(item, "creator")).isEqualTo("Tove Berg");
    assertThat(PrintedFeed.Xml.text(item, "encoded"))
        .startsWith("<p>The Korsfjell tunnel takes fifty minutes off");
    assertThat(item.getElementsByTagName("category").getLength()).isEqualTo(2);
  }

  @Test
  void rdfNamesEveryItemInTheChannelsSequence() {
    var feed = xml("hoja-del-istmo", END);
    var named = feed.elements("li").map(li -> li.getAttribute("rdf:resource")).toList();
    var items = feed.entries().map(item -> item.getAttribute("rdf:about")).toList();
    assertThat(named).hasSize(6).isEqualTo(items);
    assertThat(feed.entries())
        .extracting(item -> OffsetDateTime.parse(PrintedFeed.Xml.text(item, "date")).getOffset())
        .containsOnly(ZoneOffset.ofHours(-5));
  }

  @Test
  void atomTellsWhenAnEntryCameAndWhenItsWordsChanged() {
    var whales =
        xml("outer-islander", "2026-03-07T14:20:00Z")
            .entries()
            .filter(e -> PrintedFeed.Xml.text(e, "id").endsWith(":whales-sallow-bay"))
            .findFirst()
            .orElseThrow();
    assertThat(PrintedFeed.Xml.text(whales, "title")).startsWith("Nineteen pilot whales");
    assertThat(PrintedFeed.Xml.text(whales, "published")).isEqualTo("2026-03-07T08:05:00+01:00");
    assertThat(PrintedFeed.Xml.text(whales, "updated")).isEqualTo("2026-03-07T15:20:00+01:00");
  }

  @Test
  void jsonFeedReadsFromRightToLeftToo() {
    var paper = paper("al-marfa");
    var issue = issue(paper, "2026-03-05T18:00:00Z");
    var feed = ((PrintedFeed.Json) PrintedFeed.read(DemoFormat.JSON, issue.print())).document();
    assertThat(feed.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.path("language").asString()).isEqualTo("ar");
    assertThat(feed.path("feed_url").asString()).isEqualTo(issue.feed());
    var item = feed.path("items").path(0);
    assertThat(item.path("id").asString()).isEqualTo("https://almarfa.example/a/verel-istiqala");
    assertThat(item.path("title").asString()).startsWith("استقالة");
    assertThat(item.path("content_text").asString()).isNotEmpty();
    assertThat(item.path("date_published").asString()).isEqualTo("2026-03-05T19:20:00+02:00");
    assertThat(item.at("/authors/0/name").asString()).isEqualTo("سامر حداد");
    assertThat(DemoPages.item(issue, issue.items().getFirst()))
        .contains("<html lang=\"ar\" dir=\"rtl\">");
  }

  @Test
  void oneOutletNeverSaysWhenAndOneLinksRelatively() {
    assertThat(issue(paper("lakeland-observer"), END).print())
        .doesNotContain("2026-03", "<dc:date");
    assertThat(xml("outer-islander", END).links())
        .hasSize(8)
        .contains("whales-sallow-bay")
        .noneMatch(link -> link.contains(":"));
  }

  @Test
  void ourReaderFindsEveryItemOfEveryOutletAsItWasWritten() {
    for (var paper : DEMO.papers()) {
      var issue = issue(paper, END);
      var reading =
          FeedReader.read(
              issue.print().getBytes(UTF_8),
              Optional.of(paper.format().mediaType()),
              issue.feed(),
              5000);
      assertThat(reading).isInstanceOf(Reading.Readable.class);
      var feed = ((Reading.Readable) reading).feed();
      assertThat(feed.title().plain()).isEqualTo(paper.name());
      assertThat(feed.language()).isEqualToIgnoringCase(paper.language());
      assertThat(feed.entries()).hasSameSizeAs(issue.items());
      for (var n = 0; n < issue.items().size(); n++) {
        agree(feed.entries().get(n), issue, issue.items().get(n));
      }
    }
  }

  private static void agree(Entry read, DemoIssue issue, DemoItem written) {
    var paper = issue.paper();
    assertThat(read.id()).isEqualTo(paper.guidOf(written));
    assertThat(read.link()).isEqualTo(issue.address(written));
    assertThat(read.title().plain()).isEqualTo(written.title());
    assertThat(read.summary().toString()).contains(written.summary().substring(0, 20));
    assertThat(read.published().at())
        .isEqualTo(paper.undated() ? Optional.empty() : Optional.of(written.published()));
    assertThat(read.authors()).extracting(Person::name).isEqualTo(written.authors());
    assertThat(read.categories()).extracting(Category::term).isEqualTo(written.categories());
  }

  @Test
  void anotherReaderFindsTheSameTitlesAndIdsInEveryXmlFeed() throws Exception {
    for (var paper : DEMO.papers()) {
      var issue = issue(paper, END);
      if (paper.format() != DemoFormat.JSON) {
        var feed = new SyndFeedInput().build(new StringReader(issue.print()));
        assertThat(feed.getTitle()).isEqualTo(paper.name());
        assertThat(feed.getEntries())
            .extracting(entry -> entry.getTitle())
            .containsExactlyElementsOf(issue.items().stream().map(DemoItem::title).toList());
        assertThat(feed.getEntries())
            .extracting(entry -> entry.getUri())
            .containsExactlyElementsOf(issue.items().stream().map(paper::guidOf).toList());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(DemoFormat.class)
  void awkwardWordsComeThroughLetterByLetter(DemoFormat format) {
    var awkward = "Fish & <b>chips</b> ]]> \"cheap\" at Joe’s \uD83D\uDC1F";
    var paper = made(format);
    var bell = format == DemoFormat.JSON ? "" : "\u0007";
    var printed =
        DemoIssue.of(paper, "http://h/&/", List.of(item(paper, 0, awkward + bell)), instant(END))
            .print();
    assertThat(PrintedFeed.read(format, printed).titles()).containsExactly(awkward);
    assertThat(PrintedFeed.read(format, printed).links()).containsExactly("http://h/&/i0");
  }

  @ParameterizedTest
  @EnumSource(DemoFormat.class)
  void aFeedHoldsTwentyItemsAndDropsTheOldest(DemoFormat format) {
    var paper = made(format);
    var items = IntStream.range(0, 25).mapToObj(n -> item(paper, n, "Item " + n)).toList();
    var printed = DemoIssue.of(paper, "http://h/", items, instant(END)).print();
    assertThat(PrintedFeed.read(format, printed).titles())
        .hasSize(20)
        .startsWith("Item 24", "Item 23")
        .endsWith("Item 5");
  }

  @ParameterizedTest
  @EnumSource(DemoFormat.class)
  void theLabelOfAnItemIsNotPrinted(DemoFormat format) {
    var paper = made(format);
    var issue = DemoIssue.of(paper, "http://h/", List.of(item(paper, 0, "Words")), instant(END));
    assertThat(issue.items().getFirst().story()).isEqualTo("label");
    assertThat(issue.print() + DemoPages.outlet(issue)).doesNotContain("label");
    assertThat(DemoPages.item(issue, issue.items().getFirst())).doesNotContain("label");
  }

  private static DemoPaper made(DemoFormat format) {
    return new DemoPaper(
        "made", "A & B", "<", "en", format, ZoneOffset.UTC, "m:{id}", false, false);
  }

  private static DemoItem item(DemoPaper paper, int n, String words) {
    var time = DemoContent.WEEK_BEGINS.plusSeconds(n * 60L);
    var some = List.of(words);
    return new DemoItem(
        "label",
        paper.key(),
        "i" + n,
        time,
        time,
        words,
        words,
        words,
        some,
        some,
        Optional.empty());
  }

  private static DemoPaper paper(String key) {
    return DEMO.papers().stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
  }

  private static DemoIssue issue(DemoPaper paper, String now) {
    var items = DEMO.items().stream().filter(i -> i.outlet().equals(paper.key())).toList();
    return DemoIssue.of(paper, "http://127.0.0.1:1/" + paper.key() + "/", items, instant(now));
  }

  private static PrintedFeed.Xml xml(String key, String now) {
    var paper = paper(key);
    return (PrintedFeed.Xml) PrintedFeed.read(paper.format(), issue(paper, now).print());
  }

  private static Element firstEntry(PrintedFeed.Xml feed) {
    return feed.entries().findFirst().orElseThrow();
  }

  private static Instant instant(String time) {
    return Instant.parse(time);
  }
}
