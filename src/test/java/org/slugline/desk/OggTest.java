package org.slugline.desk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.slugline.desk.DeskRoom.NOON;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an Ogg says of itself is woven into its pages: it goes, and every page still adds up. */
class OggTest {
  private static final String SECRET = "LOCATION=+48.2082+016.3738/ Pocket Telephone 15";
  private static final String SOUND = "the sound itself, and nothing else";

  @TempDir Path dir;
  private DeskRoom room;

  @BeforeEach
  void open() {
    room = new DeskRoom(dir);
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void vorbisLosesItsCommentsThoughTheyGoOverSeveralPages() throws Exception {
    var comment = "\u0003vorbis" + comments(SECRET + "x".repeat(70_000)) + "\u0001";
    var head = page(2, 7, 0, "\u0001vorbis" + "\0".repeat(23));
    var rest = "\u0005vorbis setup";
    var file =
        head
            + paged(0, 7, 1, comment.substring(0, 65_025), false)
            + page(1, 7, 2, comment.substring(65_025), rest)
            + page(0, 7, 3, SOUND, SECRET);
    var served = served(file);
    assertThat(served).startsWith(head).endsWith(page(0, 7, 3, SOUND, SECRET)).contains(rest);
    assertThat(served.substring(0, served.lastIndexOf("OggS"))).doesNotContain("Telephone", "xxx");

    var packets = packets(served, 7);
    assertThat(packets).hasSize(5);
    var blank = ByteBuffer.wrap(bytes(packets.get(1))).order(ByteOrder.LITTLE_ENDIAN);
    var vendor = blank.getInt(7);
    assertThat(blank.getInt(11 + vendor)).as("comments").isZero();
    assertThat(blank.get(15 + vendor)).as("the framing bit").isEqualTo((byte) 1);
    assertThat(blank.limit()).isEqualTo(16 + vendor);
  }

  @Test
  void opusSpeexAndFlacLoseTheirs() throws Exception {
    var opus = page(2, 1, 0, "OpusHead\u0001") + page(0, 1, 1, "OpusTags" + comments(SECRET));
    assertThat(served(opus + page(0, 1, 2, SOUND)))
        .contains("OpusTags\0\0\0\0\0\0\0\0")
        .doesNotContain("Telephone");

    var speex = page(2, 1, 0, "Speex   1.2") + page(0, 1, 1, comments(SECRET));
    assertThat(served(speex + page(0, 1, 2, SOUND))).doesNotContain("Telephone");

    var flac =
        page(2, 1, 0, "\u007FFLAC\u0001\0\0\u0003fLaC")
            + page(0, 1, 1, block(4, comments(SECRET)), block(3, "seek table"))
            + page(0, 1, 2, block(0x86, SECRET));
    assertThat(served(flac + page(0, 1, 3, SOUND)))
        .doesNotContain("Telephone")
        .contains("seek table", block(0x81, "\0".repeat(SECRET.length())));
  }

  @Test
  void aStreamThatFollowsUponAStreamLosesItsCommentsToo() throws Exception {
    var one = page(2, 1, 0, "OpusHead\u0001") + page(0, 1, 1, "OpusTags" + comments("A=B"));
    var other = page(2, 2, 0, "OpusHead\u0001") + page(0, 2, 1, "OpusTags" + comments(SECRET));
    assertThat(served(one + page(4, 1, 2, SOUND) + other + page(4, 2, 2, SOUND)))
        .doesNotContain("A=B", "Telephone");
  }

  @Test
  void whatIsCutOffOrNoOggIsRefused() {
    var file = page(2, 1, 0, "OpusHead\u0001") + page(0, 1, 1, "OpusTags" + comments(SECRET));
    assertThat(look(file.substring(0, file.length() - 5))).isInstanceOf(Media.Unfit.class);
    assertThat(look(file + "no page")).isInstanceOf(Media.Unfit.class);
    assertThat(look("OggS")).isInstanceOf(Media.Unfit.class);
    var tiny = page(2, 1, 0, "\u0001vorbis") + page(0, 1, 1, "x");
    assertThat(look(tiny)).as("a comment too short to be one").isInstanceOf(Media.Unfit.class);
  }

  private Media.Look look(String file) {
    return room.desk.media().take(new ByteArrayInputStream(bytes(file)), 1 << 20, NOON);
  }

  private String served(String file) throws Exception {
    var fit = (Media.Fit) look(file);
    assertThat(fit.asset().name()).endsWith(".ogg");
    var bytes = Files.readAllBytes(room.desk.media().file(fit.asset().name()).orElseThrow());
    var text = new String(bytes, ISO_8859_1);
    assertThat(text).hasSameSizeAs(file);
    for (var page : pages(text)) {
      var said = ByteBuffer.wrap(bytes(page)).order(ByteOrder.LITTLE_ENDIAN);
      var sum = said.getInt(22);
      said.putInt(22, 0);
      assertThat(sum).as("checksum").isEqualTo(checksum(said.array()));
    }
    return text;
  }

  private static List<String> pages(String file) {
    List<String> pages = new ArrayList<>();
    for (var at = 0; at < file.length(); at += pages.getLast().length()) {
      assertThat(file.substring(at)).startsWith("OggS");
      var laces = file.charAt(at + 26);
      var size = 27 + laces + file.substring(at + 27, at + 27 + laces).chars().sum();
      pages.add(file.substring(at, at + size));
    }
    return pages;
  }

  private static List<String> packets(String file, int serial) {
    List<String> packets = new ArrayList<>();
    var packet = new StringBuilder();
    for (var page : pages(file)) {
      assertThat(page.charAt(14)).isEqualTo((char) serial);
      var from = 27 + page.charAt(26);
      for (var i = 27; i < 27 + page.charAt(26); i++) {
        packet.append(page, from, from + page.charAt(i));
        from += page.charAt(i);
        if (page.charAt(i) < 255) {
          packets.add(packet.toString());
          packet.setLength(0);
        }
      }
    }
    return packets;
  }

  private static String page(int flags, int serial, int number, String... packets) {
    var laces = new StringBuilder();
    for (var packet : packets) {
      laces.append("\u00FF".repeat(packet.length() / 255)).append((char) (packet.length() % 255));
    }
    return page(flags, serial, number, laces.toString(), String.join("", packets), true);
  }

  /** A page of a packet that goes on in the next. */
  private static String paged(int flags, int serial, int number, String part, boolean ends) {
    return page(flags, serial, number, "\u00FF".repeat(part.length() / 255), part, ends);
  }

  private static String page(
      int flags, int serial, int number, String laces, String data, boolean ends) {
    var page =
        ByteBuffer.allocate(27 + laces.length() + data.length()).order(ByteOrder.LITTLE_ENDIAN);
    page.put(bytes("OggS\0")).put((byte) flags).putLong(ends ? 0 : -1).putInt(serial);
    page.putInt(number).putInt(0).put((byte) laces.length()).put(bytes(laces)).put(bytes(data));
    page.putInt(22, checksum(page.array()));
    return new String(page.array(), ISO_8859_1);
  }

  private static String comments(String comment) {
    return text(4) + "Test" + text(1) + text(comment.length()) + comment;
  }

  private static String text(int number) {
    var four = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number);
    return new String(four.array(), ISO_8859_1);
  }

  private static String block(int type, String data) {
    var head = ByteBuffer.allocate(4).putInt(type << 24 | data.length());
    return new String(head.array(), ISO_8859_1) + data;
  }

  /** Bit by bit, as RFC 3533 words it. */
  private static int checksum(byte[] page) {
    var crc = 0;
    for (var one : page) {
      for (var bit = 7; bit >= 0; bit--) {
        var high = (crc < 0) != (((one >> bit) & 1) == 1);
        crc = (crc << 1) ^ (high ? 0x04c11db7 : 0);
      }
    }
    return crc;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
