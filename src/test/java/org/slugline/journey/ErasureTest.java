package org.slugline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.kit.LoopbackOutlet;
import org.slugline.kit.Running;

/** What is erased is nowhere any more: not in what is served, and not in the files. */
class ErasureTest {
  /** One grey pixel. */
  private static final byte[] PIXEL =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

  private static final String FEED =
      """
      <rss version="2.0"><channel><title>Courier</title><link>https://courier.example/</link>
      <item><title>Quibblefrost harbour bridge opens</title><link>https://courier.example/1</link>
      <description>The quibblefrost harbour bridge carried its first lorries at dawn.</description></item>
      </channel></rss>
      """;

  /** Words that stand in the id, or in the address of a page that is not the article's alone. */
  private static final List<String> ADDRESSES = List.of("zanthoxyl", "tattersall", "wimbledonk");

  @TempDir Path dir;

  @Test
  void nothingOfAnErasedArticleIsLeftInAnyFile() throws Exception {
    try (var outlet =
            new LoopbackOutlet().then(200, Map.of("Content-Type", "application/rss+xml"), FEED);
        var slugline = new Running(dir, outlet.address()).reads(outlet)) {
      var article =
          """
          ---
          headline: Quibblefrost harbour bridge opens Zanthoxyl
          standfirst: The quibblefrost harbour bridge carried its first lorries vermiculture
          slug: zanthoxyl-bridge
          tags: [tattersall]
          authors: [Ida Wimbledonk]
          images: [{name: grey.png, alt: Grimalkin}]
          ---
          The quibblefrost harbour bridge carried its first lorries at dawn. Borborygmus.
          """;
      Files.write(dir.resolve("grey.png"), PIXEL);
      var file = Files.writeString(dir.resolve("bridge.md"), article);
      slugline.publishes(file);
      Files.writeString(
          file,
          article
              .replace("Borborygmus", "Sesquipedal")
              .replace("slug:", "revision: {kind: correction, note: Higgledy}\nslug:"));
      slugline.publishes(file);
      slugline.round();

      var words =
          List.of(
              "zanthoxyl",
              "vermiculture",
              "tattersall",
              "wimbledonk",
              "grimalkin",
              "borborygmus",
              "sesquipedal",
              "higgledy");
      assertThat(words).allMatch(word -> !filesWith(word).isEmpty());
      var media = dir.resolve("data/media").toFile().listFiles();
      assertThat(media).hasSize(1);

      assertThat(slugline.slugline().desk().erase("zanthoxyl-bridge", "test", slugline.now()))
          .isTrue();
      slugline.slugline().round().scrub();

      assertThat(media[0]).doesNotExist();
      assertThat(slugline.get("/articles/zanthoxyl-bridge").statusCode()).isEqualTo(404);
      assertThat(slugline.get("/api/search?q=sesquipedal").body()).contains("\"items\":[]");
      for (var word : words) {
        // the id is kept and holds the first slug; a tag's and an author's feed keep their counts
        assertThat(occurrences(word))
            .as(word)
            .isLessThanOrEqualTo(ADDRESSES.contains(word) ? 2 : 0);
      }
    }
  }

  private List<Path> filesWith(String word) {
    try (Stream<Path> all = Files.walk(dir.resolve("data"))) {
      return all.filter(Files::isRegularFile).filter(file -> count(file, word) > 0).toList();
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private int occurrences(String word) {
    return filesWith(word).stream().mapToInt(file -> count(file, word)).sum();
  }

  private static int count(Path file, String word) {
    try {
      var text =
          new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
              .toLowerCase(Locale.ROOT);
      return text.split(word, -1).length - 1;
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }
}
