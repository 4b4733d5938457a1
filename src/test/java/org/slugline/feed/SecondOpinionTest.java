package org.slugline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slugline.text.Sanitizer;

/**
 * Rome reads the corpus too. What both read must agree in number of entries, titles, links, ids and
 * dates, or the difference stands in {@code rome-differs.txt} with its reason.
 */
class SecondOpinionTest {
  private static final Path WRITTEN = Path.of("src/test/resources/rome-differs.txt");

  @Test
  void whereRomeReadsOtherwiseItIsWrittenDownWhy() throws IOException {
    var found = new TreeMap<String, String>();
    var read = 0;
    for (var one : Case.all().toList()) {
      var rome = rome(one.bytes());
      if (rome.isPresent() && one.read() instanceof Reading.Readable(var feed)) {
        read++;
        differences(feed, rome.get()).forEach(what -> found.put(one + " " + what, ""));
      }
    }
    assertThat(read).as("cases that Rome reads at all").isGreaterThan(300);
    assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(written());
  }

  private static List<String> written() throws IOException {
    return Files.readAllLines(WRITTEN).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.substring(0, line.indexOf(": ")))
        .toList();
  }

  private static Optional<SyndFeed> rome(byte[] bytes) {
    try (var reader = new XmlReader(new ByteArrayInputStream(bytes))) {
      return Optional.of(new SyndFeedInput().build(reader));
    } catch (IOException | FeedException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static List<String> differences(Feed ours, SyndFeed rome) {
    var found = new ArrayList<String>();
    same(found, "title", ours.title().plain(), words(rome.getTitle()));
    same(found, "link", ours.link(), orEmpty(rome.getLink()));
    same(found, "entries", "" + ours.entries().size(), "" + rome.getEntries().size());
    for (var i = 0; i < Math.min(ours.entries().size(), rome.getEntries().size()); i++) {
      entry(found, ours.entries().get(i), rome.getEntries().get(i));
    }
    return found.stream().distinct().toList();
  }

  private static void entry(List<String> found, Entry ours, SyndEntry rome) {
    same(found, "entry-title", ours.title().plain(), words(rome.getTitle()));
    same(found, "entry-link", ours.link(), orEmpty(rome.getLink()));
    same(found, "entry-published", day(ours.published()), day(rome.getPublishedDate()));
  }

  private static void same(List<String> found, String what, String ours, String theirs) {
    if (!ours.equals(theirs)) {
      found.add(what);
    }
  }

  private static String words(@Nullable String text) {
    return text == null ? "" : LooksLikeHtml.test(text) ? Sanitizer.plain(text) : text.strip();
  }

  private static String day(Stamp stamp) {
    return stamp.at().map(at -> "" + at.toEpochMilli()).orElse("");
  }

  @SuppressWarnings("JavaUtilDate") // it is Rome's
  private static String day(@Nullable Date date) {
    return date == null ? "" : "" + date.getTime();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
