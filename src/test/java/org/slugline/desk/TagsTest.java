package org.slugline.desk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.slugline.desk.DeskRoom.NOON;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a program hung before, behind or into a sound, its frames are served and nothing else.
 */
class TagsTest {
  private static final String SECRET = "+48.2082+016.3738/ Pocket Telephone 15";

  /** Of 128 kbit/s and 44.1 kHz: 417 bytes. */
  private static final String FRAME = "\u00FF\u00FB\u0090d" + "x".repeat(413);

  /** Of MPEG 2, 64 kbit/s and 22.05 kHz, padded: 209 bytes. */
  private static final String LOW = "\u00FF\u00F3\u0082d" + "y".repeat(205);

  private static final String SOUND = FRAME.repeat(3);
  private static final String OLD = "TAG" + (SECRET + " ".repeat(125)).substring(0, 125);

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id3 sound",
        "sound old",
        "sound plus old",
        "sound ape",
        "sound ape old",
        "sound first-ape old",
        "ape sound",
        "id3 ape id3 sound",
        "sound lyrics old",
        "sound old-lyrics old",
        "sound footed",
        "id3 sound lyrics ape footed plus old",
        "id3 zeros sound",
        "sound junk",
        "sound junk sound",
        "sound old old",
        "sound id3 sound ape sound"
      })
  void anMp3IsItsFrames(String order) throws Exception {
    var file = new StringBuilder();
    var frames = 0;
    for (var part : order.split(" ")) {
      file.append(part(part));
      frames += part.equals("sound") ? 1 : 0;
    }
    assertThat(served(file.toString(), "mp3")).isEqualTo(SOUND.repeat(frames));
  }

  @Test
  void lowerRatesAndFreeOnesAreSoundToo() throws Exception {
    assertThat(served(part("id3") + LOW.repeat(4) + OLD, "mp3")).isEqualTo(LOW.repeat(4));
    var free = FRAME.replace("\u0090d", "\0d");
    assertThat(served(part("id3") + free.repeat(4) + OLD, "mp3")).isEqualTo(free.repeat(4));
  }

  @Test
  void whatHoldsNoFrameIsNoSound() {
    for (var file : new String[] {part("id3"), part("id3") + "fLaC" + SECRET, part("ape") + OLD}) {
      assertThat(look(file)).isEqualTo(new Media.Unfit("there is no sound in it"));
    }
    assertThat(look("ID3\u0004\0\0\0\u007F\u007F\u007F" + SOUND)).isInstanceOf(Media.Unfit.class);
  }

  @Test
  void aFlacKeepsHowItIsPlayedAndNothingBehindItsFrames() throws Exception {
    var stream = block(0, "\0".repeat(34));
    var flac = "fLaC" + stream + block(1, SECRET) + block(0x80 | 99, SECRET) + "frames" + OLD;
    assertThat(served(flac, "flac"))
        .doesNotContain("Telephone")
        .startsWith("fLaC" + stream)
        .endsWith("frames");
  }

  @Test
  void anM4aKeepsTheBoxesThatPlayItAndNoneThatNobodyKnows() throws Exception {
    var handler = box("hdlr", "\0".repeat(8) + "soun" + "\0".repeat(12) + SECRET + "\0");
    var file =
        box("ftyp", "M4A \0\0\0\0M4A mp42")
            + box("prft", SECRET)
            + box("moov", box("trak", box("mdia", handler) + box("tapt", SECRET)))
            + box("SDLN", SECRET)
            + box("mdat", SOUND);
    assertThat(served(file, "m4a"))
        .hasSameSizeAs(file)
        .doesNotContain("Telephone", "SDLN", "prft")
        .contains("soun", SOUND);
    assertThat(look(file.replace("soun", "meta")))
        .as("a track of places beside the sound")
        .isInstanceOf(Media.Unfit.class);
  }

  @Test
  void aFilmThatCallsItselfASoundIsRefusedWithAReason() {
    var theora = "\u0080theora" + SECRET;
    var page = "OggS\0\2" + "\0".repeat(20) + "\u0001" + (char) theora.length() + theora;
    assertThat(look(page)).isInstanceOf(Media.Unfit.class);
    assertThat(((Media.Unfit) look(page)).what()).contains("Vorbis, Opus");
  }

  private static String part(String name) {
    var fields = "TIT2\0\0\0" + (char) (SECRET.length() + 1) + "\0\0\3" + SECRET;
    var size = "\0\0\0" + (char) fields.length();
    var item = text(little(SECRET.length())) + "\0\0\0\0Artist\0" + SECRET;
    var ape = text(little(item.length() + 32)) + text(little(1));
    var lyrics = "LYRICSBEGININF00038" + SECRET;
    return switch (name) {
      case "sound" -> SOUND;
      case "zeros" -> "\0".repeat(3_000);
      case "junk" -> (SECRET + "\u00FF\u00FB\u0090d").repeat(20);
      case "old" -> OLD;
      case "plus" -> "TAG+" + (SECRET + " ".repeat(223)).substring(0, 223);
      case "id3" -> "ID3\u0004\0\0" + size + fields;
      case "footed" -> "ID3\u0004\0\u0010" + size + fields + "3DI\u0004\0\u0010" + size;
      case "ape" ->
          ("APETAGEX" + text(little(2_000)) + ape + "\0\0\0\u00A0" + "\0".repeat(8))
              + (item + "APETAGEX" + text(little(2_000)) + ape + "\0\0\0\u0080" + "\0".repeat(8));
      case "first-ape" -> item + "APETAGEX" + text(little(1_000)) + ape + "\0".repeat(12);
      case "lyrics" -> lyrics + "%06d".formatted(lyrics.length()) + "LYRICS200";
      case "old-lyrics" -> "LYRICSBEGIN" + SECRET + "LYRICSEND";
      default -> throw new IllegalArgumentException(name);
    };
  }

  private Media.Look look(String file) {
    return room.desk.media().take(new ByteArrayInputStream(bytes(file)), 1 << 20, NOON);
  }

  private String served(String file, String suffix) throws Exception {
    var look = look(file);
    assertThat(look).isInstanceOf(Media.Fit.class);
    var asset = ((Media.Fit) look).asset();
    assertThat(asset.name()).endsWith("." + suffix);
    return text(Files.readAllBytes(room.desk.media().file(asset.name()).orElseThrow()));
  }

  private static String box(String type, String data) {
    return text(ByteBuffer.allocate(4).putInt(data.length() + 8).array()) + type + data;
  }

  private static String block(int type, String data) {
    return text(ByteBuffer.allocate(4).putInt(type << 24 | data.length()).array()) + data;
  }

  private static byte[] little(int number) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }
}
