package org.slugline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tree of a hostile document would be thirty times its size: no such tree is built. */
class ReadingMemoryTest {
  private static final int SIZE = 8 << 20;
  private static final String HEAD = "<rss version=\"2.0\"><channel><title>t</title>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a>",
        "<item><title>a & b<guid>7</item>",
        "<html><p>x<a href=y>",
        "<a/>&",
        "<a b>"
      })
  void whatADocumentTakesToBeReadIsBounded(String unit) {
    var document = ((unit.startsWith("<html") ? "" : HEAD) + unit.repeat(SIZE / unit.length()));
    var bytes = document.getBytes(StandardCharsets.UTF_8);
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var before = threads.getCurrentThreadAllocatedBytes();
    FeedReader.read(bytes, Optional.empty(), "", 5000);
    assertThat((threads.getCurrentThreadAllocatedBytes() - before) >> 20).as("MiB").isLessThan(300);
  }
}
