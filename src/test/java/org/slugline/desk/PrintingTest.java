package org.slugline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.slugline.text.Sanitizer;

class PrintingTest {
  private static final String BASE = "https://news.example";

  @Test
  void whatIsPlacedStandsThereAndTheRestLeads() {
    var draft =
        draft("One.\n\n![](b.jpg)\n\nTwo.\n\n![](tour)\n\nThree.")
            .images(
                List.of(
                    picture("a.jpg", "First"),
                    picture("b.jpg", "Second"),
                    picture("c.jpg", "Third")))
            .videos(List.of(clip("tour", "", "A tour")))
            .build();
    assertThat(print(draft))
        .containsSubsequence(
            "First", "Third", "<p>One.</p>", "Second", "<p>Two.</p>", "A tour", "<p>Three.</p>");
  }

  @Test
  void aPictureOfOursHasItsSizeItsAddressAndItsWords() {
    var asset =
        new Asset("ab.jpg", "image/jpeg", 9, OptionalInt.of(640), OptionalInt.of(480), "", "");
    var draft =
        draft("Text.")
            .language("en-GB")
            .images(
                List.of(
                    new Picture("w.jpg", "", Optional.of("Two \"men\""), "Ben & <Co>", "PA", "")))
            .build();
    var html = Printing.print(draft, Map.of("w.jpg", asset), BASE).html().markup();
    assertThat(html)
        .contains(
            "src=\"https://news.example/media/ab.jpg\"",
            "alt=\"Two &quot;men&quot;\"",
            "width=\"640\"",
            "height=\"480\"",
            "<figcaption>Ben &amp; &lt;Co&gt; ",
            "Credit: PA");
  }

  @Test
  void aCreditStandsInTheLanguageOfItsArticleOrWithoutAWord() {
    var credited =
        List.of(new Picture("w", "https://a.example/w.jpg", Optional.of(""), "Port.", "PA", ""));
    var lines =
        Map.of(
            "en",
            "Credit: PA",
            "de-AT",
            "Foto: PA",
            "fr",
            "Photo : PA",
            "ru",
            "Фото: PA",
            "xx",
            "PA");
    lines.forEach((language, line) ->
        assertThat(Sanitizer.plain(print(draft("x").language(language).images(credited).build())))
            .isEqualTo("Port. " + line + " x"));
  }

  @Test
  void aFilmIsItsPosterAndALinkOrItsCaptionAlone() {
    var draft =
        draft("Text.")
            .videos(
                List.of(
                    new Clip(
                        "v",
                        "https://example.org/watch",
                        "The film",
                        "On the quay.",
                        "https://example.org/p.jpg",
                        "",
                        Optional.of(Duration.ofSeconds(130)),
                        OptionalLong.empty()),
                    clip("w", "", "Only words")))
            .build();
    assertThat(print(draft))
        .contains(
            "href=\"https://example.org/watch\"",
            "https://example.org/p.jpg",
            ">The film</a> On the quay.")
        .contains("<figcaption>Only words</figcaption>");
  }

  @Test
  void aQuotationNamesItsSpeaker() {
    assertThat(
            print(
                draft("> No one wants to rule.\n> — Ben Wallace, Defence Secretary\n\nAfter.")
                    .build()))
        .contains(
            "<blockquote>",
            "No one wants to rule.",
            "</blockquote><figcaption>— <cite>Ben Wallace</cite>, Defence"
                + " Secretary</figcaption></figure>")
        .contains("<p>After.</p>");
    assertThat(print(draft("> One.\n>\n> Two.\n>\n> — Ida").build()))
        .contains("<p>Two.</p>", "<figcaption>— <cite>Ida</cite></figcaption>");
    assertThat(print(draft("> — not a quote").build())).doesNotContain("figcaption");
    assertThat(print(draft("> He came — and went.").build())).doesNotContain("figcaption");
    assertThat(
            print(
                draft("<blockquote><p>Said.<br>— Bo</p></blockquote>")
                    .bodyType("text/html")
                    .build()))
        .contains("<cite>Bo</cite>");
  }

  @Test
  void relativeLinksLeadToOurOwnSite() {
    assertThat(print(draft("[x](/articles/other) and [y](https://example.org/)").build()))
        .contains("href=\"https://news.example/articles/other\"", "href=\"https://example.org/\"")
        .doesNotContain("beside.invalid");
  }

  @Test
  void scriptsNeverPrint() {
    for (var type : List.of("text/markdown", "text/html", "text/plain")) {
      var html =
          print(
              draft("<script>alert(1)</script><img src=x onerror=alert(1)><p onclick=x>Hi</p>")
                  .bodyType(type)
                  .build());
      assertThat(html).doesNotContain("<script", "<img src=\"x", "<p onclick");
    }
    var draft =
        draft("x").videos(List.of(clip("\"><script>", "", "<script>alert(1)</script>"))).build();
    assertThat(print(draft)).doesNotContain("<script");
  }

  @Test
  void whatIsPrintedSurvivesTheSanitiserAgain() {
    var draft =
        draft("One.\n\n> Q\n> — A, b\n\n![](a.jpg)\n\n```\ncode\n```\n\n| a |\n")
            .images(List.of(picture("a.jpg", "First")))
            .audio(List.of(clip("s", "https://example.org/s.mp3", "A sound")))
            .build();
    var once = print(draft);
    assertThat(Sanitizer.sanitize(once, BASE + "/articles/").markup()).isEqualTo(once);
    assertThat(once).contains("https://example.org/s.mp3", "A sound");
  }

  @Test
  void plainTextIsParagraphsLetterByLetter() {
    var html =
        print(
            draft("One & two\nstill one.\n\n  <b>Two</b>\n\n![](a)")
                .bodyType("text/plain")
                .images(List.of(picture("a", "Cap")))
                .build());
    assertThat(html)
        .startsWith("<p>One &amp; two\nstill one.</p>")
        .contains("<p>&lt;b&gt;Two&lt;/b&gt;</p>", "<figcaption>Cap</figcaption>");
  }

  @Test
  void deepNestingAndLongWordsDoNoHarm() {
    assertThat(print(draft(">".repeat(20_000) + " x").build())).isNotNull();
    assertThat(print(draft("<div>".repeat(50_000)).bodyType("text/html").build())).isNotNull();
    assertThat(print(draft("*".repeat(100_000)).build())).isNotNull();
    assertThat(print(draft("[".repeat(50_000)).build())).isNotNull();
    assertThat(print(draft("<p>![](".repeat(20_000)).bodyType("text/html").build())).isNotNull();
  }

  private static Draft.Builder draft(String body) {
    return Draft.builder().headline("x").body(body);
  }

  private static Picture picture(String name, String caption) {
    return new Picture(name, "", Optional.of(""), caption, "", "");
  }

  private static Clip clip(String name, String url, String caption) {
    return new Clip(name, url, "", caption, "", "", Optional.empty(), OptionalLong.empty());
  }

  private static String print(Draft draft) {
    return Printing.print(draft, Map.of(), BASE).html().markup();
  }
}
