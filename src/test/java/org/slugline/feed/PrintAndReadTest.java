package org.slugline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slugline.text.Sanitizer;

/** What we print and read again gives the same entries: over the whole corpus, in each format. */
class PrintAndReadTest {
  private static final String HERE = "http://example.org/news/feed";

  /** What of an entry every format carries. */
  private record Core(
      String id, String link, String title, String content, Optional<Instant> published) {}

  private static Feed again(Feed feed, Format format) {
    var bytes = format.write(feed);
    return switch (FeedReader.read(bytes, Optional.of(format.mediaType()), HERE, 10_000)) {
      case Reading.Readable(var read) -> read;
      case Reading.Unreadable(var reason) -> throw new AssertionError(reason);
    };
  }

  private static List<Feed> feeds() {
    return Case.all()
        .map(Case::read)
        .flatMap(reading ->
            reading instanceof Reading.Readable(var feed) ? Stream.of(feed) : Stream.empty())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void theCoreOfEveryEntrySurvivesPrinting(Format format) {
    for (var feed : feeds()) {
      var read = again(feed, format);
      assertThat(read.entries()).as(feed.toString()).hasSameSizeAs(feed.entries());
      for (var i = 0; i < feed.entries().size(); i++) {
        assertThat(core(read.entries().get(i), feed.entries().get(i), format))
            .as("%s in %s", format, feed)
            .isEqualTo(core(feed.entries().get(i), feed.entries().get(i), format));
      }
    }
  }

  /** What a format must fill where an entry has nothing is left out of the comparison. */
  private static Core core(Entry entry, Entry original, Format format) {
    var body = original.content().isEmpty() ? entry.summary() : entry.content();
    var title = original.title().plain().isBlank() ? "" : Printed.title(entry);
    return new Core(
        original.id().isBlank() ? "" : LegalText.line(entry.id()),
        Address.isAbsolute(original.link()) ? Printed.address(entry.link()) : "",
        title,
        format == Format.JSON && original.content().isEmpty()
            ? Sanitizer.plain(body.markup())
            : Printed.markup(body),
        original.published().at().isEmpty()
            ? Optional.empty()
            : entry.published().at().map(at -> at.truncatedTo(ChronoUnit.SECONDS)));
  }

  /** Whether words without markup were called text or HTML does not matter to who reads them. */
  private static Entry normal(Entry entry) {
    return entry.toBuilder()
        .title(new Text.Plain(entry.title().plain()))
        .rights(new Text.Plain(entry.rights().plain()))
        .summaryType("")
        .contentType("")
        .build();
  }

  @ParameterizedTest
  @EnumSource
  void whatWasPrintedOnceIsPrintedTheSameAgain(Format format) {
    for (var feed : feeds()) {
      var once = again(feed, format);
      var twice = again(once, format);
      assertThat(twice.entries())
          .as("%s %s", format, feed)
          .usingElementComparator(Comparator.comparing(entry -> normal(entry).toString()))
          .isEqualTo(once.entries());
    }
  }
}
