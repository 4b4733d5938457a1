package org.slugline.site.desk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The parts of a form come out as they went in, however the bytes are cut on their way. */
class MultipartTest {
  @Test
  void partsComeOutAsTheyWentIn() throws IOException {
    var random = new Random(7);
    for (var round = 0; round < 60; round++) {
      Map<String, byte[]> parts = new LinkedHashMap<>();
      for (var i = 0; i < random.nextInt(5); i++) {
        parts.put("f" + i, bytes(random));
      }
      assertThat(read(parts, random)).as("round %d", round).containsExactlyEntriesOf(texts(parts));
    }
  }

  /** Full of what looks like a delimiter and is none. */
  private static byte[] bytes(Random random) {
    var out = new StringBuilder();
    var shreds =
        new String[] {"\r\n", "\r", "--edg", "\r\n--edg", "\r\n--", "x", "\r\n\r\n--e", "\n"};
    var length = random.nextBoolean() ? random.nextInt(6) : random.nextInt(40_000);
    for (var i = 0; i < length; i++) {
      out.append(shreds[random.nextInt(shreds.length)]);
    }
    return out.toString().getBytes(ISO_8859_1);
  }

  private static Map<String, String> texts(Map<String, byte[]> parts) {
    var texts = new LinkedHashMap<String, String>();
    parts.forEach((name, bytes) -> texts.put(name, new String(bytes, ISO_8859_1)));
    return texts;
  }

  private static Map<String, String> read(Map<String, byte[]> parts, Random random)
      throws IOException {
    var body = new StringBuilder();
    parts.forEach((name, bytes) ->
        body.append("--edge\r\nContent-Disposition: form-data; name=\"")
            .append(name)
            .append("\"\r\n\r\n")
            .append(new String(bytes, ISO_8859_1))
            .append("\r\n"));
    body.append("--edge--");
    var form = new Multipart(slowly(body.toString().getBytes(ISO_8859_1), random), "edge");
    var read = new LinkedHashMap<String, String>();
    for (var part = form.next(); part.isPresent(); part = form.next()) {
      read.put(part.get().name(), new String(part.get().body().readAllBytes(), ISO_8859_1));
    }
    return read;
  }

  private static InputStream slowly(byte[] bytes, Random random) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] to, int offset, int length) {
        return super.read(to, offset, Math.min(length, 1 + random.nextInt(9_000)));
      }
    };
  }

  @Test
  void aPartThatNobodyReadsIsSteppedOver() throws IOException {
    var body =
        "--edge\r\nContent-Disposition: form-data; name=\"a\"; filename=\"x.jpg\"\r\n\r\n"
            + "y".repeat(200_000)
            + "\r\n"
            + "--edge\r\n"
            + "Content-Disposition: form-data; name=\"b\"\r\n\r\n"
            + "last\r\n"
            + "--edge--\r\n";
    var form = new Multipart(new ByteArrayInputStream(body.getBytes(ISO_8859_1)), "edge");
    assertThat(form.next().orElseThrow().file()).hasValue("x.jpg");
    assertThat(form.next().orElseThrow().body().readAllBytes()).asString().isEqualTo("last");
    assertThat(form.next()).isEmpty();
  }

  @Test
  void aFormThatIsCutOffIsNoForm() {
    var body = "--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhalf a w";
    for (var length = 0; length <= body.length(); length++) {
      var form =
          new Multipart(
              new ByteArrayInputStream(body.substring(0, length).getBytes(ISO_8859_1)), "edge");
      assertThatThrownBy(() -> form.next().orElseThrow().body().readAllBytes())
          .as("%d bytes", length)
          .isInstanceOf(EOFException.class);
    }
  }
}
