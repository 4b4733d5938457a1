package org.slugline.desk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.slugline.desk.DeskRoom.NOON;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaTest {
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
  void aPictureOfACameraIsServedWithoutPlaceAndDeviceAndPixelByPixelTheSame() throws Exception {
    var shot = withSegments(drawn("jpg", 40, 30), exif(1), xmp(), iptc(), comment());
    var look = take(shot);
    var served = Files.readAllBytes(room.desk.media().file(look.asset().name()).orElseThrow());
    var text = new String(served, ISO_8859_1);
    assertThat(text).doesNotContain("Nikon", "48.2N", "Exif", "xap", "Photoshop", "secret comment");
    assertThat(look.asset().width()).hasValue(40);
    assertThat(look.asset().height()).hasValue(30);
    assertThat(look.asset().type()).isEqualTo("image/jpeg");
    assertThat(look.asset().bytes()).isEqualTo(served.length);
    assertThat(pixels(served)).isEqualTo(pixels(shot));
    assertThat(look.asset().caption()).isEqualTo("Zwei Männer");
    assertThat(look.asset().credit()).isEqualTo("Ida Holm/APA");
  }

  @Test
  void aPictureHeldUprightStaysUpright() throws Exception {
    var look = take(withSegments(drawn("jpg", 40, 30), exif(6)));
    assertThat(look.asset().width()).hasValue(30);
    assertThat(look.asset().height()).hasValue(40);
    var served = Files.readAllBytes(room.desk.media().file(look.asset().name()).orElseThrow());
    assertThat(new String(served, ISO_8859_1)).contains("Exif").doesNotContain("Nikon", "48.2N");
    assertThat(ImageIO.read(new ByteArrayInputStream(served))).isNotNull();
  }

  @Test
  void whatFollowsTheEndOfAPictureIsDropped() throws Exception {
    var jpeg = drawn("jpg", 8, 8);
    var longer = Arrays.copyOf(jpeg, jpeg.length + 5000);
    Arrays.fill(longer, jpeg.length, longer.length, (byte) 'z');
    assertThat(take(longer).asset().bytes()).isLessThan(jpeg.length + 100);
  }

  @Test
  void aPngKeepsItsPixelsAndLosesItsTexts() throws Exception {
    var png = drawn("png", 16, 9);
    var texts = new ByteArrayOutputStream();
    texts.write(png, 0, 33);
    texts.writeBytes(chunk("eXIf", "Nikon"));
    texts.writeBytes(chunk("tEXt", "Comment\0secret comment"));
    texts.writeBytes(chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0" + XMP));
    texts.write(png, 33, png.length - 33);
    var look = take(texts.toByteArray());
    var served = Files.readAllBytes(room.desk.media().file(look.asset().name()).orElseThrow());
    assertThat(served).isEqualTo(png);
    assertThat(look.asset().caption()).isEqualTo("A & B on the quay");
    assertThat(look.asset().credit()).isEqualTo("Harbour Press");
  }

  @Test
  void aWebpLosesItsExifAndSaysSo() throws Exception {
    var body = new ByteArrayOutputStream();
    var flags = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
    flags.put(0, (byte) 0x0C).putInt(4, 639).put(7, (byte) (479 & 0xFF)).put(8, (byte) (479 >> 8));
    body.writeBytes(riff("VP8X", flags.array()));
    var pixels = ByteBuffer.allocate(6).order(ByteOrder.LITTLE_ENDIAN).put((byte) 0x2f);
    body.writeBytes(riff("VP8L", pixels.putInt(639 | 479 << 14).put((byte) 7).array()));
    body.writeBytes(riff("EXIF", "Nikon 48.2N!".getBytes(UTF_8)));
    body.writeBytes(riff("XMP ", XMP.getBytes(UTF_8)));
    var file = ByteBuffer.allocate(12 + body.size()).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(UTF_8))
        .putInt(4 + body.size())
        .put("WEBP".getBytes(UTF_8))
        .put(body.toByteArray());
    var look = take(file.array());
    var served = Files.readAllBytes(room.desk.media().file(look.asset().name()).orElseThrow());
    assertThat(new String(served, ISO_8859_1))
        .contains("VP8L")
        .doesNotContain("Nikon", "XMP", "EXIF");
    assertThat(served[20]).isZero();
    assertThat(ByteBuffer.wrap(served).order(ByteOrder.LITTLE_ENDIAN).getInt(4))
        .isEqualTo(served.length - 8);
    assertThat(look.asset().width()).hasValue(640);
    assertThat(look.asset().height()).hasValue(480);
    assertThat(look.asset().credit()).isEqualTo("Harbour Press");
  }

  @Test
  void aGifLosesItsComment() throws Exception {
    var gif = drawn("gif", 5, 4);
    var at = 13 + ((gif[10] & 0x80) == 0 ? 0 : 3 << ((gif[10] & 7) + 1));
    var said = new ByteArrayOutputStream();
    said.write(gif, 0, at);
    said.writeBytes("!\u00fe\u0006secret\0".getBytes(ISO_8859_1));
    said.write(gif, at, gif.length - at);
    var look = take(said.toByteArray());
    var served = Files.readAllBytes(room.desk.media().file(look.asset().name()).orElseThrow());
    assertThat(served).isEqualTo(gif);
    assertThat(look.asset().width()).hasValue(5);
  }

  @Test
  void theTypeIsReadOutOfTheBytesWhateverTheNameSays() throws Exception {
    Files.write(room.folder.resolve("p.jpg"), drawn("png", 3, 3));
    room.write("a.md", "---\nheadline: One\n---\n![x](p.jpg)");
    room.publish();
    assertThat(room.article("one").html().markup()).containsPattern("/media/[0-9a-f]{64}\\.png");
    Files.writeString(
        room.folder.resolve("q.jpg"),
        "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>");
    room.write("b.md", "---\nheadline: Two\n---\n![x](q.jpg)");
    assertThat(room.publish())
        .filteredOn(o -> o.result() == FileOutcome.Result.REFUSED)
        .singleElement()
        .satisfies(o -> assertThat(o.faults().getFirst().what()).contains("SVG"));
  }

  @Test
  void aPictureBombIsRefusedBeforeItIsUnfolded() throws Exception {
    var png = drawn("png", 3, 3);
    ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
    assertThat(room.desk.media().take(new ByteArrayInputStream(png), 1 << 20, NOON))
        .isInstanceOfSatisfying(Media.Unfit.class, no -> assertThat(no.what()).contains("pixels"));
    ByteBuffer.wrap(png).putInt(16, -1);
    assertThat(room.desk.media().take(new ByteArrayInputStream(png), 1 << 20, NOON))
        .isInstanceOf(Media.Unfit.class);
  }

  @Test
  void brokenPicturesAreRefusedAndLeaveNothing() throws Exception {
    var random = new Random(7);
    for (var type : new String[] {"jpg", "png", "gif"}) {
      var whole = withSegmentsIfJpeg(type, drawn(type, 20, 20));
      for (var i = 0; i < 200; i++) {
        var broken = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
        for (var n = random.nextInt(4); n > 0; n--) {
          broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
        }
        assertThat(room.desk.media().take(new ByteArrayInputStream(broken), 1 << 20, NOON))
            .isNotNull();
      }
    }
    try (var files = Files.list(room.database.media())) {
      assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("."));
    }
  }

  @Test
  void aSoundIsKeptAsItIs() throws Exception {
    var mp3 = "\u00FF\u00FB\u0090dsound".getBytes(ISO_8859_1);
    assertThat(take(mp3).asset().type()).isEqualTo("audio/mpeg");
    Files.write(room.folder.resolve("talk.mp3"), mp3);
    room.write(
        "a.md", "---\nheadline: One\naudio: [{name: talk.mp3, caption: A talk}]\n---\nText.");
    room.publish();
    assertThat(room.article("one").html().markup())
        .containsPattern("/media/[0-9a-f]{64}\\.mp3")
        .contains("A talk");
  }

  @Test
  void whatAPictureSaysOfItselfIsOfferedWhereNobodySaysMore() throws Exception {
    Files.write(room.folder.resolve("p.jpg"), withSegments(drawn("jpg", 9, 9), iptc()));
    room.write("a.md", "---\nheadline: One\nimages: [{name: p.jpg, alt: x}]\n---\nText.");
    room.write(
        "b.md", "---\nheadline: Two\nimages: [{name: p.jpg, alt: x, caption: Mine}]\n---\nText.");
    room.publish();
    assertThat(room.article("one").images().getFirst().credit()).isEqualTo("Ida Holm/APA");
    assertThat(room.article("two").images().getFirst().caption()).isEqualTo("Mine");
    assertThat(room.article("two").images().getFirst().credit()).isEmpty();
  }

  @Test
  void erasingAnArticleTakesItsPicturesUnlessOthersShowThem() throws Exception {
    Files.write(room.folder.resolve("p.png"), drawn("png", 9, 9));
    Files.write(room.folder.resolve("q.png"), drawn("png", 7, 7));
    room.write("a.md", "---\nheadline: One\n---\n![x](p.png)\n\n![y](q.png)");
    room.write("b.md", "---\nheadline: Two\n---\n![x](p.png)");
    room.publish();
    room.desk.erase("one", "ada", NOON);
    try (var files = Files.list(room.database.media())) {
      assertThat(files).hasSize(1);
    }
    assertThat(room.count("media")).isEqualTo(1);
  }

  @Test
  void aChangedPictureIsAChangedArticle() throws Exception {
    Files.write(room.folder.resolve("p.png"), drawn("png", 9, 9));
    room.write("a.md", "---\nheadline: One\n---\n![x](p.png)");
    room.publish();
    Files.write(room.folder.resolve("p.png"), drawn("png", 11, 9));
    assertThat(room.publish())
        .extracting(FileOutcome::result)
        .containsExactly(FileOutcome.Result.CHANGED);
    assertThat(room.article("one").html().markup()).contains("width=\"11\"");
  }

  private static final String XMP =
      "<x:xmpmeta><rdf:Description photoshop:Credit=\"Harbour"
          + " Press\"><dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">A &amp; B on the"
          + " quay</rdf:li></rdf:Alt></dc:description>"
          + "<exif:GPSLatitude>48.2N</exif:GPSLatitude></rdf:Description></x:xmpmeta>";

  private Media.Fit take(byte[] bytes) {
    return switch (room.desk.media().take(new ByteArrayInputStream(bytes), 1 << 20, NOON)) {
      case Media.Fit fit -> fit;
      case Media.Unfit(var what) -> throw new AssertionError(what);
      case Media.TooLarge _ -> throw new AssertionError("too large");
    };
  }

  private static byte[] drawn(String type, int width, int height) throws Exception {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (var x = 0; x < width; x++) {
      for (var y = 0; y < height; y++) {
        image.setRGB(x, y, x * 7919 + y * 104729);
      }
    }
    var out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, type, out)).isTrue();
    return out.toByteArray();
  }

  private static int[] pixels(byte[] picture) throws Exception {
    var image = ImageIO.read(new ByteArrayInputStream(picture));
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static byte[] withSegmentsIfJpeg(String type, byte[] picture) {
    return type.equals("jpg") ? withSegments(picture, exif(3), iptc()) : picture;
  }

  private static byte[] withSegments(byte[] jpeg, byte[]... segments) {
    var out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    for (var segment : segments) {
      out.writeBytes(segment);
    }
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  private static byte[] segment(int code, byte[] data) {
    return ByteBuffer.allocate(data.length + 4)
        .put((byte) 0xFF)
        .put((byte) code)
        .putShort((short) (data.length + 2))
        .put(data)
        .array();
  }

  private static byte[] exif(int turn) {
    var tiff = ByteBuffer.allocate(80).order(ByteOrder.LITTLE_ENDIAN);
    tiff.putShort((short) 0x4949).putShort((short) 42).putInt(8).putShort((short) 2);
    tiff.putShort((short) 0x010F).putShort((short) 2).putInt(6).putInt(40);
    tiff.putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) turn)
        .putShort((short) 0);
    tiff.position(40).put("Nikon\0 48.2N".getBytes(UTF_8));
    var data = ByteBuffer.allocate(86).put("Exif\0\0".getBytes(UTF_8)).put(tiff.array()).array();
    return segment(0xE1, data);
  }

  private static byte[] xmp() {
    return segment(0xE1, ("http://ns.adobe.com/xap/1.0/\0" + XMP).getBytes(UTF_8));
  }

  private static byte[] iptc() {
    var caption = "Zwei Männer".getBytes(UTF_8);
    var credit = "Ida Holm/APA".getBytes(UTF_8);
    var iptc = ByteBuffer.allocate(10 + caption.length + credit.length);
    iptc.put((byte) 0x1C)
        .put((byte) 2)
        .put((byte) 120)
        .putShort((short) caption.length)
        .put(caption);
    iptc.put((byte) 0x1C).put((byte) 2).put((byte) 110).putShort((short) credit.length).put(credit);
    var size = iptc.capacity();
    var data = ByteBuffer.allocate(14 + 12 + size + size % 2);
    data.put("Photoshop 3.0\0".getBytes(UTF_8))
        .put("8BIM".getBytes(UTF_8))
        .putShort((short) 0x0404)
        .putShort((short) 0)
        .putInt(size)
        .put(iptc.array());
    return segment(0xED, data.array());
  }

  private static byte[] comment() {
    return segment(0xFE, "secret comment".getBytes(UTF_8));
  }

  private static byte[] chunk(String type, String data) {
    var bytes = data.getBytes(UTF_8);
    var crc = new CRC32();
    crc.update(type.getBytes(UTF_8));
    crc.update(bytes);
    return ByteBuffer.allocate(12 + bytes.length)
        .putInt(bytes.length)
        .put(type.getBytes(UTF_8))
        .put(bytes)
        .putInt((int) crc.getValue())
        .array();
  }

  private static byte[] riff(String type, byte[] data) {
    return ByteBuffer.allocate(8 + data.length + data.length % 2)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(type.getBytes(UTF_8))
        .putInt(data.length)
        .put(data)
        .array();
  }
}
