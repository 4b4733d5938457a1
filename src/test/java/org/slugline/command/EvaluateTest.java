package org.slugline.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.kit.LoopbackOutlet;

/** A recorded stream through the engine, as contract/stories.md has it. */
class EvaluateTest {
  private static final String STREAM =
      item("a", "Harbour bridge opens a day early in Skarvik", "2026-03-02T06:00:00Z")
          + item("b", "Skarvik harbour bridge opens a day early", "2026-03-02T07:00:00Z")
          + item("c", "Parliament votes down the fishing quota bill", "2026-03-02T08:00:00Z");

  @TempDir Path dir;

  private static String item(String id, String title, String published) {
    return """
    {"id": "%s", "outlet": "%s.example", "language": "en", "title": "%s", "summary": "", "published": "%s"}
    """
        .formatted(id, id, title, published);
  }

  private Line.Ended evaluate(byte[] stream) throws IOException {
    var file = Files.write(dir.resolve("stream"), stream);
    return new Line(dir)
        .run("evaluate", "--in", file.toString(), "--clusters", dir.resolve("out").toString());
  }

  @Test
  void piecesOfOneStoryBearOneNumberInAStreamPlainOrPacked() throws IOException {
    var plain = evaluate(STREAM.getBytes(UTF_8));
    assertThat(plain.status()).isZero();
    assertThat(plain.err()).startsWith("3 items, ");
    var stories =
        Files.readAllLines(dir.resolve("out")).stream().map(line -> line.split("\t")).toList();
    assertThat(stories).extracting(line -> line[0]).containsExactly("a", "b", "c");
    assertThat(stories.get(1)[1]).isEqualTo(stories.get(0)[1]).isNotEqualTo(stories.get(2)[1]);
    var packed = evaluate(LoopbackOutlet.gzip(STREAM.getBytes(UTF_8)));
    assertThat(packed.status()).isZero();
    assertThat(packed.err()).startsWith("3 items, ");
  }

  @Test
  void linesThatAreNoItemsAreNamedAndTheRestIsGrouped() throws IOException {
    var ended =
        evaluate(("{broken\n" + STREAM + item("d", "Undated", "yesterday")).getBytes(UTF_8));
    assertThat(ended.status()).isEqualTo(65);
    assertThat(ended.err())
        .contains("3 items, ")
        .contains("line 1 is passed over, it is not a JSON object")
        .contains("line 5 is passed over, published is not a time of RFC 3339: yesterday");
    var many = evaluate(("nothing\n".repeat(40) + STREAM).getBytes(UTF_8));
    assertThat(many.err()).contains("line 5 is").doesNotContain("line 6 is").contains("40 lines");
  }

  @Test
  void aStreamThatBreaksOffOrIsADirectorySaysSo() throws IOException {
    var packed = LoopbackOutlet.gzip(STREAM.repeat(50).getBytes(UTF_8));
    var cut = evaluate(java.util.Arrays.copyOf(packed, packed.length / 2));
    assertThat(cut.status()).isEqualTo(65);
    assertThat(cut.err()).contains("breaks off").contains("Fetch it again");
    assertThat(new Line(dir).run("evaluate", "--in", dir.toString()).status()).isEqualTo(66);
    assertThat(new Line(dir).run("evaluate", "--in", dir + "/none").err()).contains("is missing");
  }
}
