package org.slugline.feed;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.slugline.text.SafeHtml;

/**
 * What reading costs: ours without the sanitiser, plain Rome, and Aalto that only pulls the events.
 * One operation reads every document of the set. CPU time and allocation of the measuring thread
 * count, not the wall: the machine is shared.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReadingCosts {
  private static final Passage.Cleaning NONE =
      new Passage.Cleaning() {
        @Override
        public SafeHtml clean(String markup, String base) {
          return SafeHtml.EMPTY;
        }

        @Override
        public SafeHtml escape(String text) {
          return SafeHtml.EMPTY;
        }
      };

  /** The documents. */
  @State(Scope.Thread)
  public static class Documents {
    /**
     * {@code captured}: those of ../shared/feeds that all three read; else a feed of so many
     * entries.
     */
    @Param({"captured", "10", "100", "1000", "10000"})
    public String set = "";

    List<byte[]> all = List.of();
    final InputFactoryImpl aalto = aalto();

    @Setup
    public void load() throws IOException {
      all = set.equals("captured") ? captured() : List.of(synthetic(Integer.parseInt(set)));
    }

    private static List<byte[]> captured() throws IOException {
      var documents = new ArrayList<byte[]>();
      try (var files = Files.list(Path.of(System.getProperty("feeds", "../shared/feeds")))) {
        for (var file : files.filter(f -> f.toString().endsWith(".gz")).sorted().toList()) {
          try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            var bytes = in.readAllBytes();
            if (romeReads(bytes) && aaltoReads(bytes)) {
              documents.add(bytes);
            }
          }
        }
      }
      return documents;
    }

    private static boolean romeReads(byte[] bytes) {
      try {
        new SyndFeedInput().build(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
        return true;
      } catch (FeedException | IllegalArgumentException e) {
        return false;
      }
    }

    private static boolean aaltoReads(byte[] bytes) {
      try {
        pull(aalto(), bytes);
        return true;
      } catch (XMLStreamException e) {
        return false;
      }
    }

    /** Entries of 1.4 kB: a title, a date, an author, two categories, a summary and a body. */
    static byte[] synthetic(int entries) {
      var out = new StringBuilder(entries * 1_500);
      out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"")
          .append(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"")
          .append(" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>")
          .append("<title>Paper</title><link>https://example.org/</link>");
      for (var i = 0; i < entries; i++) {
        out.append("\n<item><title>Bridge ")
            .append(i)
            .append(" opens &amp; closes</title>")
            .append("<link>https://example.org/story/")
            .append(i)
            .append("</link>")
            .append("<guid isPermaLink=\"false\">tag:example.org,2004:")
            .append(i)
            .append("</guid>")
            .append("<dc:creator>Ann Other</dc:creator><category>World</category>")
            .append("<category>Bridges</category>")
            .append(
                String.format(
                    Locale.ROOT, "<pubDate>Thu, %02d Jan 2004 19:48:21 GMT</pubDate>", i % 28 + 1))
            .append("<description>The bridge over the river opened on Thursday.</description>")
            .append("<content:encoded><![CDATA[")
            .append(
                "<p>The bridge over the river opened on <em>Thursday</em>, ten years late.</p>\n"
                    .repeat(12))
            .append("]]></content:encoded></item>");
      }
      return out.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static InputFactoryImpl aalto() {
      var factory = new InputFactoryImpl();
      factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
      factory.setProperty(org.codehaus.stax2.XMLInputFactory2.P_LAZY_PARSING, false);
      return factory;
    }
  }

  /** Milliseconds of CPU and kilobytes of memory that one operation took. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Cost {
    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long cpuAtStart;
    private long bytesAtStart;
    private long rounds;

    public double cpuMicros;
    public double kiloBytes;

    @Setup(Level.Iteration)
    public void start() {
      rounds = 0;
      cpuMicros = 0;
      kiloBytes = 0;
      bytesAtStart = thread.getCurrentThreadAllocatedBytes();
      cpuAtStart = thread.getCurrentThreadCpuTime();
    }

    /** JMH adds the iterations up: so each gives its share of the mean. */
    @TearDown(Level.Iteration)
    public void stop(BenchmarkParams run) {
      var share = rounds * run.getMeasurement().getCount();
      cpuMicros = (thread.getCurrentThreadCpuTime() - cpuAtStart) / 1e3 / share;
      kiloBytes = (thread.getCurrentThreadAllocatedBytes() - bytesAtStart) / 1e3 / share;
    }
  }

  @Benchmark
  public int slugline(Documents documents, Cost cost) {
    cost.rounds++;
    var entries = 0;
    for (var bytes : documents.all) {
      if (FeedReader.read(bytes, Optional.empty(), "", "http://example.org/", 20_000, NONE)
          instanceof Reading.Readable(var feed)) {
        entries += feed.entries().size();
      }
    }
    return entries;
  }

  /** The whole way, with the sanitiser: against plain Rome without one. */
  @Benchmark
  public int sluglineSanitized(Documents documents, Cost cost) {
    cost.rounds++;
    var entries = 0;
    for (var bytes : documents.all) {
      if (FeedReader.read(bytes, Optional.empty(), "", "http://example.org/", 20_000)
          instanceof Reading.Readable(var feed)) {
        entries += feed.entries().size();
      }
    }
    return entries;
  }

  @Benchmark
  public int rome(Documents documents, Cost cost) {
    cost.rounds++;
    var entries = 0;
    for (var bytes : documents.all) {
      try {
        entries +=
            new SyndFeedInput()
                .build(new StringReader(new String(bytes, StandardCharsets.UTF_8)))
                .getEntries()
                .size();
      } catch (FeedException e) {
        throw new IllegalStateException(e);
      }
    }
    return entries;
  }

  @Benchmark
  public int aalto(Documents documents, Cost cost) {
    cost.rounds++;
    var letters = 0;
    for (var bytes : documents.all) {
      try {
        letters += pull(documents.aalto, bytes);
      } catch (XMLStreamException e) {
        throw new UncheckedIOException(new IOException(e));
      }
    }
    return letters;
  }

  private static int pull(InputFactoryImpl factory, byte[] bytes) throws XMLStreamException {
    var letters = 0;
    var reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.CHARACTERS) {
        letters += reader.getTextLength();
      }
    }
    reader.close();
    return letters;
  }
}
