package org.slugline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastedTextTest {
  private static final Path SEED = Path.of("../shared/seed/000_96e8128abc8b9248.txt");

  static final String FERRY =
      """
      Night ferry returns to the harbour after nine years

      Our correspondent Ida Holm reports from the quay on the first crossing


      The night ferry sailed again on Sunday with 212 people on board.

      "We never stopped asking," said the mayor.


      Why did it take so long? Ida Holm explains

      The old ship was sold in 2017 & scrapped.


      Watch the crew prepare for the first night at sea

      Passengers wave from the upper deck as the ship leaves. Credit: Harbour Press

      The line says it will sail three times a week <for now>.
      """;

  private static final String FERRY_MARKDOWN =
      """
      ---
      headline: Night ferry returns to the harbour after nine years
      standfirst: &lead Our correspondent Ida Holm reports from the quay on the first crossing
      videos:
      - {name: video-1, caption: *lead}
      - {name: video-2, caption: Why did it take so long? Ida Holm explains}
      - {name: video-3, caption: Watch the crew prepare for the first night at sea}
      images:
      - {name: image-1, caption: Passengers wave from the upper deck as the ship leaves., credit: Harbour Press}
      ---
      The night ferry sailed again on Sunday with 212 people on board.

      "We never stopped asking," said the mayor.

      ![](video-2)

      The old ship was sold in 2017 & scrapped.

      ![](video-3)

      ![](image-1)

      The line says it will sail three times a week \\<for now>.
      """;
  private static final String FERRY_JSON =
      """
      {"headline": "Night ferry returns to the harbour after nine years",
       "standfirst": "Our correspondent Ida Holm reports from the quay on the first crossing",
       "body_type": "text/plain",
       "body": "The night ferry sailed again on Sunday with 212 people on board.\\n\\n\\"We never stopped asking,\\" said the mayor.\\n\\n\\nWhy did it take so long? Ida Holm explains\\n\\nThe old ship was sold in 2017 & scrapped.\\n\\n\\nWatch the crew prepare for the first night at sea\\n\\nPassengers wave from the upper deck as the ship leaves. Credit: Harbour Press\\n\\nThe line says it will sail three times a week <for now>."}
      """;

  @TempDir Path dir;

  @Test
  void aPastedPieceKeepsItsHeadlineStandfirstAndCaptionsInTheirPlaces() {
    try (var room = new DeskRoom(dir)) {
      room.write("ferry.txt", FERRY);
      assertThat(room.publish())
          .singleElement()
          .satisfies(o -> assertThat(o.result()).isEqualTo(FileOutcome.Result.CREATED));
      var article = room.newest().getFirst();
      assertThat(article.headline())
          .isEqualTo("Night ferry returns to the harbour after nine years");
      assertThat(article.standfirst())
          .isEqualTo("Our correspondent Ida Holm reports from the quay on the first crossing");
      assertThat(article.videos())
          .extracting(Clip::caption)
          .containsExactly(
              article.standfirst(),
              "Why did it take so long? Ida Holm explains",
              "Watch the crew prepare for the first night at sea");
      assertThat(article.images())
          .extracting(Picture::caption, Picture::credit)
          .containsExactly(
              tuple("Passengers wave from the upper deck as the ship leaves.", "Harbour Press"));
      assertThat(article.html().markup())
          .containsSubsequence(
              "<figure",
              "<figcaption>" + article.standfirst() + "</figcaption>",
              "<p>The night ferry sailed",
              "<figure",
              "<figcaption>Why did it take so long? Ida Holm explains</figcaption>",
              "<p>The old ship was sold in 2017 &amp; scrapped.</p>",
              "<figcaption>Watch the crew",
              "<figcaption>Passengers wave",
              "Credit: Harbour Press",
              "&lt;for now&gt;.</p>");
    }
  }

  @Test
  void nothingOfAPastedTextIsDropped() {
    try (var room = new DeskRoom(dir)) {
      room.write("ferry.txt", FERRY);
      room.publish();
      var article = room.newest().getFirst();
      var printed = article.headline() + " " + article.standfirst() + " " + article.text();
      for (var word : FERRY.split("\\s+")) {
        assertThat(printed).contains(word);
      }
    }
  }

  @Test
  void whatSomebodyIsQuotedWithIsNoCredit() {
    try (var room = new DeskRoom(dir)) {
      room.write(
          "quoted.txt",
          """
          Mayor shows a picture

          She wrote: "Photo: a bridge at dawn"

          „Unter dem Bild steht: Photo: unbekannt“

          ‘It says Photo: unknown,’ he said.

          The 5" model of the bridge. Photo: Harbour Press

          "It is done," she said. (Photo: PA)
          """);
      room.publish();
      var article = room.newest().getFirst();
      assertThat(article.images())
          .extracting(Picture::credit)
          .containsExactly("Harbour Press", "PA");
      assertThat(article.standfirst() + article.text())
          .contains("Photo: a bridge at dawn\"", "Photo: unbekannt“", "Photo: unknown,’");
    }
  }

  @Test
  void aLineThatAWordProcessorBrokeStaysTwoWords() {
    try (var room = new DeskRoom(dir)) {
      room.write("broken.txt", "Ferry\u000Breturns\n\nNight\u000Bferry sails.\n");
      room.publish();
      assertThat(room.newest().getFirst().headline()).isEqualTo("Ferry returns");
      assertThat(room.newest().getFirst().text()).isEqualTo("Night ferry sails.");
      for (var type : List.of("text/markdown", "text/html", "text/plain")) {
        room.file(
            "{\"headline\": \""
                + type
                + "\", \"body_type\": \""
                + type
                + "\", \"body\": \"Night\\u000Bferry sails.\"}",
            DeskRoom.NOON);
        assertThat(
                room.newest().stream()
                    .filter(article -> article.headline().equals(type))
                    .findFirst()
                    .orElseThrow()
                    .html()
                    .markup())
            .as(type)
            .containsPattern("Night\\s+ferry");
      }
    }
  }

  @Test
  void theSeedArticleIsReadAsItWasPasted() throws Exception {
    assumeTrue(Files.exists(SEED));
    try (var room = new DeskRoom(dir)) {
      Files.copy(SEED, room.folder.resolve("seed.txt"));
      room.publish();
      var article = room.newest().getFirst();
      var text = Files.readString(SEED);
      assertThat(article.headline()).isEqualTo(text.lines().findFirst().orElseThrow());
      assertThat(article.standfirst()).isEqualTo(text.lines().skip(2).findFirst().orElseThrow());
      assertThat(article.videos()).hasSize(3);
      assertThat(article.videos().getFirst().caption()).isEqualTo(article.standfirst());
      assertThat(article.images())
          .singleElement()
          .satisfies(image -> assertThat(image.credit()).isEqualTo("PA"));
      var html = article.html().markup();
      assertThat(html.split("<figcaption>", -1)).hasSize(5);
      assertThat(html.split("<p>", -1)).hasSize(1 + 17);
      for (var word : text.split("\\s+")) {
        assertThat(article.headline() + " " + article.text()).contains(word);
      }
    }
  }

  @Test
  void theSameArticleAsTextAsMarkdownAndByHttpPrintsTheSame() {
    try (var text = new DeskRoom(dir.resolve("text"));
        var markdown = new DeskRoom(dir.resolve("markdown"));
        var http = new DeskRoom(dir.resolve("http"))) {
      text.write("ferry.txt", FERRY);
      text.publish();
      markdown.write("ferry.md", FERRY_MARKDOWN);
      markdown.publish();
      http.file(FERRY_JSON, DeskRoom.NOON);
      var first = text.newest().getFirst();
      for (var other : List.of(markdown.newest().getFirst(), http.newest().getFirst())) {
        assertThat(other.uri()).isEqualTo(first.uri());
        assertThat(other.headline()).isEqualTo(first.headline());
        assertThat(other.standfirst()).isEqualTo(first.standfirst());
        assertThat(other.html()).isEqualTo(first.html());
        assertThat(other.videos()).isEqualTo(first.videos());
        assertThat(other.images()).isEqualTo(first.images());
      }
    }
  }
}
