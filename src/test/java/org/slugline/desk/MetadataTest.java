package org.slugline.desk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.slugline.desk.DeskRoom.NOON;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where and with what something was recorded is nobody's business: it is not in what is served. */
class MetadataTest {
  /** Place and device, as phones write them. */
  private static final String SECRET = "+48.2082+016.3738/ Pocket Telephone 15";

  private static final String SOUND = "\u00FF\u00FB\u0090dthe sound itself, and nothing else";

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
  void anMp3IsServedWithoutItsTags() throws Exception {
    var size = SECRET.length();
    var id3 = "ID3\u0003\0\0\0\0\0" + (char) size + SECRET;
    var ape =
        ByteBuffer.allocate(32)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(bytes("APETAGEX"))
            .putInt(2000)
            .putInt(size + 32)
            .putInt(1)
            .putInt(0)
            .array();
    var old = (SECRET + " ".repeat(125)).substring(0, 125);
    var file = id3 + id3 + SOUND + SECRET + text(ape) + "TAG" + old;
    assertThat(served(file, "mp3")).isEqualTo(SOUND);
    assertThat(served(SOUND, "mp3")).as("one without tags stays as it is").isEqualTo(SOUND);
    assertThat(look("ID3\u0003\0\0\0\0\u007F\u007F" + SOUND)).isInstanceOf(Media.Unfit.class);
  }

  @Test
  void anM4aKeepsItsSoundWhereItIsAndLosesWhatDescribesIt() throws Exception {
    var place = box("\u00A9xyz", SECRET);
    var file =
        box("ftyp", "M4A \0\0\0\0M4A mp42")
            + box(
                "moov",
                box("mvhd", "\0\0\0\0MadeSeen" + "\0".repeat(88))
                    + box(
                        "trak",
                        box("tkhd", "\1\0\0\0RecordedModified" + "\0".repeat(80))
                            + box("udta", place))
                    + box("udta", place + box("meta", "\0\0\0\0" + box("ilst", SECRET))))
            + box("uuid", SECRET)
            + box("mdat", SOUND);
    var served = served(file, "m4a");
    assertThat(served).doesNotContain("Telephone").hasSameSizeAs(file);
    assertThat(served.indexOf(SOUND)).isEqualTo(file.indexOf(SOUND));
    assertThat(served).contains("moov", "trak", "mvhd").doesNotContain("udta", "uuid");
    assertThat(served).doesNotContain("Made", "Seen", "Recorded", "Modified");
    assertThat(look(file.substring(0, 60))).isInstanceOf(Media.Unfit.class);
  }

  @Test
  void aFlacAndAWavLoseTheirComments() throws Exception {
    var flac =
        "fLaC" + block(0, "\0".repeat(34)) + block(4, SECRET) + block(0x80 | 6, SECRET) + SOUND;
    assertThat(served(flac, "flac"))
        .hasSameSizeAs(flac)
        .doesNotContain("Telephone")
        .contains(block(0x81, "\0".repeat(SECRET.length())) + SOUND);

    var chunks = chunk("fmt ", "\0".repeat(16)) + chunk("LIST", SECRET) + chunk("data", SOUND);
    var wav = "RIFF" + text(little(chunks.length() + 4)) + "WAVE" + chunks;
    assertThat(served(wav, "wav"))
        .hasSameSizeAs(wav)
        .doesNotContain("Telephone")
        .contains("JUNK", chunk("data", SOUND));
  }

  @Test
  void aPngKeepsOfItsExifHowItIsTurned() throws Exception {
    var size = text(ByteBuffer.allocate(8).putInt(3).putInt(2).array()) + "\b\2\0\0\0";
    var file =
        "\u0089PNG\r\n\u001A\n"
            + part("IHDR", size)
            + part("eXIf", tiff(6) + SECRET)
            + part("tEXt", SECRET)
            + part("iTXt", SECRET)
            + part("IDAT", "pixels")
            + part("IEND", "");
    var fit = (Media.Fit) look(file);
    assertThat(fit.asset().width()).as("as it is seen").hasValue(2);
    assertThat(fit.asset().height()).hasValue(3);
    assertThat(served(file, "png")).doesNotContain("Telephone").contains(part("eXIf", tiff(6)));
    assertThat(served(file.replace(tiff(6), tiff(1)), "png")).doesNotContain("eXIf", "Telephone");
    assertThat(look(file.replace("IDAT", "tEXt"))).as("no pixels").isInstanceOf(Media.Unfit.class);
  }

  @Test
  void aProfileThatUnfoldsWithoutEndAndFramesWithoutEndAreNotServed() throws Exception {
    var size = text(ByteBuffer.allocate(8).putInt(3).putInt(2).array()) + "\b\2\0\0\0";
    var head = "\u0089PNG\r\n\u001A\n" + part("IHDR", size);
    var tail = part("IDAT", "pixels") + part("IEND", "");
    var good = part("iCCP", "sRGB\0\0" + packed(3_000));
    assertThat(served(head + good + tail, "png")).contains(good);
    var bomb = part("iCCP", "sRGB\0\0" + packed(50_000_000));
    assertThat(served(head + bomb + tail, "png")).isEqualTo(head + tail);
    for (var broken : new String[] {"sRGB", "sRGB\0\0junk", "sRGB\0\0"}) {
      var file = head + part("iCCP", broken) + tail;
      if (look(file) instanceof Media.Fit) {
        assertThat(served(file, "png")).isEqualTo(head + tail);
      }
    }

    var frame = "!\u00F9\4\0\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0";
    var gif = "GIF89a\1\0\1\0\u0080\0\0\0\0\0\u00FF\u00FF\u00FF";
    assertThat(served(gif + frame.repeat(10_000) + ";", "gif")).hasSizeGreaterThan(10_000);
    assertThat(((Media.Unfit) look(gif + frame.repeat(10_001) + ";")).what()).contains("10000");
  }

  private static String packed(int zeros) {
    var deflater = new Deflater();
    deflater.setInput(new byte[zeros]);
    deflater.finish();
    var out = new byte[zeros / 500 + 100];
    return text(Arrays.copyOf(out, deflater.deflate(out)));
  }

  @Test
  void aWebpKeepsOfItsExifHowItIsTurnedAndHasOneSize() throws Exception {
    var canvas = "\u000C\0\0\0\2\0\0\1\0\0"; // Exif and XMP; 3 by 2
    var pixels = chunk("VP8L", "/\2@\0\0pixels"); // 14 bits each, less one
    var exif = chunk("EXIF", tiff(8) + SECRET) + chunk("XMP ", SECRET);
    var chunks = chunk("VP8X", canvas) + pixels + exif;
    var file = "RIFF" + text(little(chunks.length() + 4)) + "WEBP" + chunks;
    var fit = (Media.Fit) look(file);
    assertThat(fit.asset().width()).as("as it is seen").hasValue(2);
    assertThat(fit.asset().height()).hasValue(3);
    assertThat(served(file, "webp"))
        .doesNotContain("Telephone", "XMP ")
        .contains(pixels, chunk("EXIF", tiff(8)), chunk("VP8X", canvas.replace('\u000C', '\b')));
    assertThat(served(file.replace(tiff(8), tiff(1)), "webp")).doesNotContain("EXIF", "Telephone");
    assertThat(look(file.replace("/\2@", "/\u00FF\u00FF")))
        .as("a large picture in a small canvas")
        .isInstanceOf(Media.Unfit.class);
  }

  @Test
  void theFramesOfAMovingWebpAreItsPicturesAlone() throws Exception {
    var canvas = "\2\0\0\0\2\0\0\1\0\0"; // moves; 3 by 2
    var place = "\0".repeat(16);
    var pixels = chunk("VP8L", "/\2@\0\0pixel"); // odd, so that its pad is kept too
    var frames =
        chunk("ANMF", place + pixels + chunk("XTRA", SECRET))
            + chunk("ANMF", place + chunk("EXIF", SECRET) + pixels);
    var chunks = chunk("VP8X", canvas) + chunk("ANIM", "\0".repeat(6)) + frames;
    var file = "RIFF" + text(little(chunks.length() + 4)) + "WEBP" + chunks;
    var clean = chunk("ANMF", place + pixels);
    assertThat(served(file, "webp")).doesNotContain("Telephone", "XTRA").endsWith(clean + clean);
  }

  @Test
  void anAvifLosesExifAndXmpAndKeepsItsPixelsAndItsWords() throws Exception {
    var exif = "\0\0\0\0MM\0*" + SECRET;
    var xmp =
        "<x:xmpmeta><rdf:Description photoshop:Credit=\"Ida Holm\"/><dc:description><rdf:Alt>"
            + "<rdf:li>A barge</rdf:li></rdf:Alt></dc:description>"
            + SECRET
            + "</x:xmpmeta>";
    var pixels = "the pixels themselves";
    var head = avif(0, 0, 0, pixels.length(), exif.length(), xmp.length());
    var start = head.length() + 8;
    var file =
        avif(
                start,
                start + pixels.length(),
                start + pixels.length() + exif.length(),
                pixels.length(),
                exif.length(),
                xmp.length())
            + box("mdat", pixels + exif + xmp);
    var fit = (Media.Fit) look(file);
    assertThat(fit.asset().width()).hasValue(640);
    assertThat(fit.asset().height()).hasValue(480);
    assertThat(fit.asset().caption()).isEqualTo("A barge");
    assertThat(fit.asset().credit()).isEqualTo("Ida Holm");
    assertThat(served(file, "avif"))
        .hasSameSizeAs(file)
        .doesNotContain("Telephone", "xmpmeta", "barge")
        .contains(pixels);
  }

  @Test
  void whatNobodyCameBackForIsTidiedAwayAfterAWeek() throws Exception {
    var used = ((Media.Fit) look(SOUND)).asset();
    var unused = ((Media.Fit) look(SOUND + "!")).asset();
    room.file(
        "{\"headline\": \"One\", \"audio\": [{\"name\": \"%s\"}]}".formatted(used.name()), NOON);
    room.desk.tidy(NOON.plus(Duration.ofDays(6)));
    assertThat(room.desk.media().file(unused.name())).isPresent();
    room.desk.tidy(NOON.plus(Duration.ofDays(8)));
    assertThat(room.desk.media().file(unused.name())).isEmpty();
    assertThat(room.desk.media().find(unused.name())).isEmpty();
    assertThat(room.desk.media().file(used.name())).isPresent();

    room.replace("one", "{\"headline\": \"One\"}", NOON);
    room.desk.tidy(NOON.plus(Duration.ofDays(30)));
    assertThat(room.desk.media().file(used.name())).as("an earlier version shows it").isPresent();
  }

  private Media.Look look(String file) {
    return room.desk.media().take(new ByteArrayInputStream(bytes(file)), 1 << 20, NOON);
  }

  private String served(String file, String suffix) throws Exception {
    var fit = (Media.Fit) look(file);
    assertThat(fit.asset().name()).endsWith("." + suffix);
    var bytes = Files.readAllBytes(room.desk.media().file(fit.asset().name()).orElseThrow());
    assertThat(fit.asset().bytes()).isEqualTo(bytes.length);
    assertThat(fit.asset().name()).startsWith(Digest.of(bytes));
    return text(bytes);
  }

  /** An index of one picture with Exif and XMP beside it. */
  private static String avif(int at, int exifAt, int xmpAt, int length, int exif, int xmp) {
    var places = new ByteArrayOutputStream();
    places.writeBytes(bytes("\0\0\0\0D\0\0\u0003"));
    for (var item : new int[][] {{1, at, length}, {2, exifAt, exif}, {3, xmpAt, xmp}}) {
      places.writeBytes(
          ByteBuffer.allocate(14)
              .putShort((short) item[0])
              .putShort((short) 0)
              .putShort((short) 1)
              .putInt(item[1])
              .putInt(item[2])
              .array());
    }
    var items =
        "\0\0\0\0\0\u0003"
            + box("infe", "\u0002\0\0\0\0\u0001\0\0av01\0")
            + box("infe", "\u0002\0\0\0\0\u0002\0\0Exif\0")
            + box("infe", "\u0002\0\0\0\0\u0003\0\0mime\0application/rdf+xml\0");
    var size = text(ByteBuffer.allocate(8).putInt(640).putInt(480).array());
    return box("ftyp", "avif\0\0\0\0avifmif1")
        + box(
            "meta",
            "\0\0\0\0"
                + box("iloc", text(places.toByteArray()))
                + box("iinf", items)
                + box("iprp", box("ipco", box("ispe", "\0\0\0\0" + size))));
  }

  private static String box(String type, String data) {
    return text(ByteBuffer.allocate(4).putInt(data.length() + 8).array()) + type + data;
  }

  /** A chunk of a PNG. */
  private static String part(String type, String data) {
    var checksum = new CRC32();
    checksum.update(bytes(type + data));
    var sum = ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array();
    return text(ByteBuffer.allocate(4).putInt(data.length()).array()) + type + data + text(sum);
  }

  /** Exif that says how to turn the picture. */
  private static String tiff(int turn) {
    return "MM\0*\0\0\0\b\0\1\u0001\u0012\0\3\0\0\0\1\0" + (char) turn + "\0\0\0\0\0\0";
  }

  private static String block(int type, String data) {
    return text(ByteBuffer.allocate(4).putInt(type << 24 | data.length()).array()) + data;
  }

  private static String chunk(String type, String data) {
    return type + text(little(data.length())) + data + (data.length() % 2 == 1 ? "\0" : "");
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
