package org.slugline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every document. */
class ReadingPropertiesTest {
  private static final int DEEP = 100_000;

  private static Reading read(byte[] bytes) {
    return FeedReader.read(bytes, Optional.empty(), "http://example.org/", 1_000);
  }

  private static Feed feed(String document) {
    return switch (read(document.getBytes(StandardCharsets.UTF_8))) {
      case Reading.Readable(var feed) -> feed;
      case Reading.Unreadable(var reason) -> throw new AssertionError(reason);
    };
  }

  @Test
  void readingTwiceGivesTheSame() {
    assertThat(Case.all()).allSatisfy(one -> assertThat(one.read()).isEqualTo(one.read()));
  }

  @Test
  void noDamageMakesTheReaderFail() {
    var random = new Random(2004);
    Case.all()
        .forEach(one -> {
          for (var i = 0; i < 4; i++) {
            var damaged = damaged(one.bytes(), random);
            if (read(damaged) instanceof Reading.Unreadable(var reason)) {
              assertThat(reason).as(one.toString()).doesNotContain("failed");
            }
          }
        });
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    var copy = bytes.clone();
    switch (random.nextInt(3)) {
      case 0 -> {
        for (var i = 0; i < 5; i++) {
          copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
      }
      case 1 -> copy = Arrays.copyOf(copy, random.nextInt(copy.length));
      default -> {
        var from = random.nextInt(copy.length);
        var length = random.nextInt(copy.length - from);
        System.arraycopy(bytes, from, copy, random.nextInt(copy.length - length), length);
      }
    }
    return copy;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "<rss><channel>%s",
        "<rss><channel><item><title>%s",
        "<rss><channel><item><description>%s",
        "<feed><entry><content type='xhtml'>%s",
        "<rss><channel><item><author>%s",
        "<rss><channel><item><media:group>%s"
      })
  void aHundredThousandElementsInEachOtherAreNoTrouble(String around) {
    for (var element : new String[] {"<a>", "<item>"}) {
      var document = around.formatted(element.repeat(DEEP));
      assertThat(read(document.getBytes(StandardCharsets.UTF_8)))
          .satisfies(ReadingPropertiesTest::isNoFault);
      var closed = around.formatted(element.repeat(DEEP) + element.replace("<", "</").repeat(DEEP));
      assertThat(read(closed.getBytes(StandardCharsets.UTF_8)))
          .satisfies(ReadingPropertiesTest::isNoFault);
    }
  }

  private static void isNoFault(Reading reading) {
    if (reading instanceof Reading.Unreadable(var reason)) {
      assertThat(reason).doesNotContain("failed");
    }
  }

  @Test
  void whatStandsBeforeAHundredThousandListsInEachOtherIsRead() {
    var deep = "[".repeat(DEEP) + "]".repeat(DEEP);
    var start = "{\"version\":\"https://jsonfeed.org/version/1\",";
    var feed =
        feed(
            start + "\"items\":[{\"id\":\"1\"},{\"id\":\"2\",\"x\":" + deep + "},{\"id\":\"3\"}]}");
    assertThat(feed.entries()).extracting(Entry::id).containsExactly("1");
    var before = start + "\"x\":" + deep + ",\"items\":[{\"id\":\"1\"}]}";
    assertThat(read(before.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Reading.Unreadable.class);
  }

  @Test
  void deepMarkupWithinAnItemCostsNoOtherItem() {
    var feed =
        feed(
            "<rss><channel><item><description><![CDATA["
                + "<div>".repeat(DEEP)
                + "]]></description></item><item><title>Two</title></item></channel></rss>");
    assertThat(feed.entries().get(1).title().plain()).isEqualTo("Two");
  }

  @Test
  void manyAttributesAreNoTrouble() {
    var attributes = new StringBuilder();
    for (var i = 0; i < 40_000; i++) {
      attributes
          .append(" xmlns:a")
          .append(i)
          .append("='u")
          .append(i)
          .append("' b")
          .append(i)
          .append("='1'");
    }
    var feed = feed("<rss><channel><title>T</title><x" + attributes + "/></channel></rss>");
    assertThat(feed.title().plain()).isEqualTo("T");
  }

  /** It took minutes while each ampersand was searched for its end through all the rest. */
  @Test
  void aMillionBareAmpersandsAndLessThanSignsAreNoTrouble() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          var item = "<item><title>a & b</title></item>";
          assertThat(feed("<rss><channel>" + item.repeat((1 << 20) / item.length())).entries())
              .hasSize(1_000);
          for (var sign : new String[] {"&", "<", "<a ", "&#", "<![CDATA[", "<!--", "<?", "<!"}) {
            var document =
                "<rss><channel><title>T</title><item>" + sign.repeat((1 << 20) / sign.length());
            assertThat(read(document.getBytes(StandardCharsets.UTF_8)))
                .as(sign)
                .satisfies(ReadingPropertiesTest::isNoFault);
          }
        });
  }

  @Test
  void nothingButEmptyItemsDoesNotFillTheMemory() {
    var feed = feed("<rss><channel>" + "<item/>".repeat(500_000) + "</channel></rss>");
    assertThat(feed.entries()).hasSize(1_000);
  }

  @Test
  void aFieldIsBounded() {
    var feed = feed("<rss><channel><title>" + "x".repeat(3 << 20) + "</title></channel></rss>");
    assertThat(feed.title().plain()).hasSize(Capture.LONGEST);
  }

  /** Allocation, not time: that is the same on a busy machine. */
  @Test
  void tenTimesTheDocumentCostsTenTimesTheMemory() {
    read(entries(1_000));
    var small = allocated(entries(1_000));
    var large = allocated(entries(10_000));
    assertThat((double) large / small).isLessThan(13);
  }

  private static byte[] entries(int count) {
    return ("<rss version='2.0'><channel>"
            + "<item><title>a &amp; b</title><link>/x</link><pubDate>2004-01-01</pubDate></item>"
                .repeat(count)
            + "</channel></rss>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static long allocated(byte[] document) {
    var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    var before = thread.getCurrentThreadAllocatedBytes();
    FeedReader.read(document, Optional.empty(), "http://example.org/", 20_000);
    return thread.getCurrentThreadAllocatedBytes() - before;
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void whatIsNoFeedIsCalledUnreadable(String document) {
    assertThat(read(document.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Reading.Unreadable.class);
  }

  static Stream<String> nonsense() {
    return Stream.of(
        "",
        " ",
        "\0",
        "hello",
        "<",
        "<html><body>no</body></html>",
        "<!DOCTYPE html><p>x",
        "{}",
        "[]",
        "{\"a\":1}",
        "<opml version='2.0'/>",
        "<svg/>",
        "%PDF-1.4",
        "<?xml version='1.0'?>");
  }
}
