package org.slugline.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slugline.feed.OutletList.Listed;

/** What goes out comes back the same, whatever its names are made of. */
class OpmlRoundTripTest {
  private static final List<String> PIECES =
      List.of(
          "a",
          "B",
          " ",
          "  ",
          "\t",
          "\n",
          "&",
          "&amp;",
          "<",
          ">",
          "]]>",
          "\"",
          "'",
          ",",
          "/",
          "é",
          "ß",
          "\u0000",
          "\u001f",
          "\u0085",
          "\u00a0",
          "\u2028",
          "\ufeff",
          "\uffff",
          "\ud83d\ude00",
          "\ud83d",
          "\ude00",
          "<!--",
          "&#0;",
          "&nosuch;",
          "中",
          "ع",
          "<?xml?>",
          "%",
          "\\");

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatGoesOutComesBackTheSame(long seed) {
    var list = list(new Random(seed));
    var bytes = Opml.write(list);
    assertThat(Opml.read(bytes)).isEqualTo(new OutletReading.Legible(list));
    assertThat(Opml.write(list)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noBytesMakeTheReaderThrow(long seed) {
    var random = new Random(seed);
    var bytes = Opml.write(list(random));
    for (var i = 0; i < 1 + bytes.length / 50; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    assertThat(Opml.read(bytes)).isNotNull();
    var pieces = new StringBuilder("<opml>");
    for (var i = 0; i < 40; i++) {
      pieces.append(random.nextInt(3) == 0 ? "<outline xmlUrl='http://p/" : text(random));
    }
    assertThat(Opml.read(pieces.toString().getBytes(UTF_8))).isNotNull();
  }

  private static OutletList list(Random random) {
    var feeds = new ArrayList<Listed>();
    for (var i = 0; i < random.nextInt(12); i++) {
      feeds.add(
          new Listed(
              "http://outlet" + i + ".example/" + (random.nextBoolean() ? "" : address(random)),
              text(random),
              random.nextBoolean() ? "" : "https://outlet" + i + ".example/?a=1&b=2",
              path(random),
              List.of(path(random), path(random), path(random))));
    }
    return new OutletList(
        text(random),
        date(random),
        date(random),
        new Person(text(random), text(random), text(random)),
        feeds);
  }

  private static Optional<Instant> date(Random random) {
    return random.nextBoolean()
        ? Optional.empty()
        : Optional.of(
            Instant.ofEpochMilli(random.nextLong(-60_000_000_000_000L, 250_000_000_000_000L)));
  }

  private static List<String> path(Random random) {
    var path = new ArrayList<String>();
    for (var i = 0; i < random.nextInt(4); i++) {
      path.add(random.nextBoolean() ? "folder" + random.nextInt(3) : text(random));
    }
    return path;
  }

  private static String address(Random random) {
    return "feed?q=" + random.nextInt() + "&x='\"<é>";
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (var i = 0; i < random.nextInt(12); i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
