package org.slugline.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An AVIF is measured as it is seen, and says nothing but its picture. */
class AvifTest {
  private static final String SECRET = "+48.2082+016.3738/ Pocket Telephone 15";
  private static final String PIXELS = "the pixels themselves";
  private static final String CLAP = number(100) + number(1) + number(60) + number(2);

  /** What the picture wears, with the number that the picture calls it by, from 1. */
  private static final String WORN =
      size(640, 480)
          + box("irot", "\u0001")
          + box("irot", "\u0002")
          + box("imir", "\0")
          + box("clap", CLAP + "\0".repeat(16))
          + size(64, 48)
          + box("udes", "\0\0\0\0" + SECRET);

  @ParameterizedTest
  @CsvSource({
    "1, 640, 480",
    "1 2, 480, 640",
    "1 3, 640, 480",
    "1 4, 640, 480",
    "1 2 4, 480, 640",
    "1 5, 100, 30",
    "1 5 2, 30, 100",
    "6, 64, 48",
    "1 99, 640, 480"
  })
  void itsSizeIsThatOfThePictureAsItIsCroppedAndTurned(String worn, int width, int height) {
    var cleaned = clean(avif(worn, "")).orElseThrow();
    assertThat(cleaned.width()).isEqualTo(width);
    assertThat(cleaned.height()).isEqualTo(height);
  }

  @Test
  void whatNoPartOfThePictureLaysClaimToBecomesZeros() {
    var file = avif("1 7", SECRET);
    var out = new ByteArrayOutputStream();
    assertThat(file).contains("Telephone");
    assertThat(Cleaning.picture(Sort.AVIF, bytes(file), out)).isPresent();
    assertThat(text(out)).hasSameSizeAs(file).contains(PIXELS).doesNotContain("Telephone");
  }

  @Test
  void oneThatMovesIsServedWithoutWhatDescribesItsTracks() {
    var track =
        box("tkhd", "\0\0\0\0MadeSeen" + "\0".repeat(80))
            + box("mdia", box("hdlr", "\0".repeat(8) + "pict" + "\0".repeat(12) + SECRET))
            + box("udta", SECRET);
    var file =
        avif("1", PIXELS)
            + box("moov", box("trak", track) + box("udta", SECRET) + box("meta", SECRET));
    var out = new ByteArrayOutputStream();
    assertThat(Cleaning.picture(Sort.AVIF, bytes(file), out)).isPresent();
    assertThat(text(out))
        .hasSameSizeAs(file)
        .contains(PIXELS + PIXELS, "pict")
        .doesNotContain("Telephone", "Made", "Seen");
  }

  @Test
  void boxesInBoxesWithoutEndAreBrokenAndALargeTileIsABomb() {
    var nest = new StringBuilder();
    for (var size = 80_000; size >= 8; size -= 8) {
      nest.append(number(size)).append("moov");
    }
    assertThat(clean(avif("1", "") + nest)).isEmpty();
    var bomb = clean(avif("6", "").replace(size(640, 480), size(60_000, 60_000))).orElseThrow();
    assertThat((long) bomb.width() * bomb.height()).isGreaterThan(Cleaning.MOST_PIXELS);
  }

  private static Optional<Cleaning.Cleaned> clean(String file) {
    return Cleaning.picture(Sort.AVIF, bytes(file), new ByteArrayOutputStream());
  }

  /**
   * @param worn numbers of {@link #WORN}
   * @param behind the pixels, of no item
   */
  private static String avif(String worn, String behind) {
    var at = avif(worn, 0).length() + 8;
    return avif(worn, at) + box("mdat", PIXELS + behind);
  }

  private static String avif(String worn, int at) {
    var places = "\0\0\0\0D\0\0\1\0\1\0\0\0\1" + number(at) + number(PIXELS.length());
    var numbers = new StringBuilder();
    for (var number : worn.split(" ")) {
      numbers.append((char) (0x80 | Integer.parseInt(number)));
    }
    var worns = "\0\0\0\0" + number(1) + "\0\1" + (char) worn.split(" ").length + numbers;
    return box("ftyp", "avif\0\0\0\0avifmif1")
        + box("free", SECRET)
        + box(
            "meta",
            "\0\0\0\0"
                + box("hdlr", "\0".repeat(8) + "pict" + "\0".repeat(12) + SECRET)
                + box("pitm", "\0\0\0\0\0\1")
                + box("iloc", places)
                + box("iinf", "\0\0\0\0\0\1" + box("infe", "\2\0\0\0\0\1\0\0av01\0"))
                + box("iprp", box("ipco", WORN) + box("ipma", worns)));
  }

  private static String size(int width, int height) {
    return box("ispe", "\0\0\0\0" + number(width) + number(height));
  }

  private static String box(String type, String data) {
    return number(data.length() + 8) + type + data;
  }

  private static String number(int number) {
    return new String(ByteBuffer.allocate(4).putInt(number).array(), ISO_8859_1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(ISO_8859_1);
  }
}
