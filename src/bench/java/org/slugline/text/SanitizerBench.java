package org.slugline.text;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * An entry of 1.5 kB, a title, and a megabyte of each, ordinary and hostile. {@code cpu} is the
 * thread's CPU time in microseconds for {@code calls} calls: to be read where the machine is not
 * ours alone.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class SanitizerBench {
  private static final String PARAGRAPH =
      """
      <p>The council voted on Tuesday to open the <a href="https://ex.example/b?id=1">bridge</a> &amp;
      its <em>approach</em> roads to cyclists, the mayor&#8217;s office said late at night.</p>
      """;
  private static final String ENTRY =
      PARAGRAPH.repeat(7)
          + "<figure><img src=\"https://ex.example/a.jpg\" alt=\"A bridge\" width=\"600\""
          + " height=\"400\" srcset=\"https://ex.example/b.jpg 2x\"><figcaption>Bridge</figcaption>"
          + "</figure><ul><li>One</li><li>Two</li></ul>";
  private static final String ORDINARY = megabyte(ENTRY);
  private static final String DIVS = megabyte("<div></p>");
  private static final String TABLES = megabyte("<table><tr><td>");
  private static final String PICTURES = megabyte("<img src=x>");
  private static final String MISNESTED = megabyte("<b><p></b></p><i>");
  private static final String LISTS = megabyte("<ul><li>");
  private static final String ENTITIES = megabyte("&a");

  /** CPU time of the measuring thread. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Cpu {
    public long calls;
    public double cpu;
    private long from;

    @Setup(Level.Iteration)
    public void start() {
      calls = 0;
      from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @TearDown(Level.Iteration)
    public void stop() {
      cpu = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from) / 1e3;
    }
  }

  @Benchmark
  public Object anEntry(Cpu cpu) {
    return sanitized(ENTRY, cpu);
  }

  @Benchmark
  public Object anEntryParsedAlone(Cpu cpu) {
    cpu.calls++;
    return Parser.htmlParser().parseFragmentInput(ENTRY, new Element("body"), "");
  }

  @Benchmark
  public Object aTitle(Cpu cpu) {
    cpu.calls++;
    return Sanitizer.plain("The bridge opens to cyclists on Tuesday, after all");
  }

  @Benchmark
  public Object aTitleWithAnEntity(Cpu cpu) {
    cpu.calls++;
    return Sanitizer.plain("Tom &amp; Jerry open the bridge to cyclists on Tuesday");
  }

  @Benchmark
  public Object megabyteOrdinary(Cpu cpu) {
    return sanitized(ORDINARY, cpu);
  }

  @Benchmark
  public Object megabyteOfDivs(Cpu cpu) {
    return sanitized(DIVS, cpu);
  }

  @Benchmark
  public Object megabyteOfTables(Cpu cpu) {
    return sanitized(TABLES, cpu);
  }

  @Benchmark
  public Object megabyteOfPictures(Cpu cpu) {
    return sanitized(PICTURES, cpu);
  }

  @Benchmark
  public Object megabyteMisnested(Cpu cpu) {
    return sanitized(MISNESTED, cpu);
  }

  @Benchmark
  public Object megabyteOfLists(Cpu cpu) {
    return sanitized(LISTS, cpu);
  }

  @Benchmark
  public Object megabyteOfEntities(Cpu cpu) {
    return sanitized(ENTITIES, cpu);
  }

  private static Object sanitized(String markup, Cpu cpu) {
    cpu.calls++;
    return Sanitizer.sanitize(markup, "https://post.example/");
  }

  private static String megabyte(String piece) {
    return piece.repeat((1 << 20) / piece.length() + 1).substring(0, 1 << 20);
  }
}
