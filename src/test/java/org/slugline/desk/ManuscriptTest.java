package org.slugline.desk;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManuscriptTest {
  @Test
  void everyScalarOfTheFrontMatterIsTheTextThatWasWritten() {
    var draft =
        markdown(
            """
            ---
            headline: 2024
            slug: 1e3
            language: no
            section: on
            kicker: 0x1F
            tags: [yes, 1.0, 12:30:00]
            rights: null island
            ---
            Text.
            """);
    assertThat(draft.headline()).isEqualTo("2024");
    assertThat(draft.slug()).isEqualTo("1e3");
    assertThat(draft.language()).isEqualTo("no");
    assertThat(draft.section()).isEqualTo("on");
    assertThat(draft.kicker()).isEqualTo("0x1F");
    assertThat(draft.tags()).containsExactly("yes", "1.0", "12:30:00");
    assertThat(draft.rights()).isEqualTo("null island");
  }

  @Test
  void allFieldsOfAnArticleAreUnderstood() {
    var draft =
        markdown(
            """
            ---
            headline: Bridge opens
            standfirst: Traffic flows again
            section: City
            authors: [{name: Ida Holm, email: ida@example.org, url: https://example.org/ida, role: Reporter}, Bo Lund]
            published: 2026-02-08T13:05:00Z
            embargo: 2026-02-08 14:00
            draft: true
            images: [{url: https://example.org/b.jpg, alt: "", caption: The bridge., credit: PA, rights: All}]
            videos: [{name: tour, title: Tour, caption: A walk, url: https://example.org/v, poster: https://example.org/p.jpg, type: video/mp4, length: 2m10s, bytes: 1234}]
            audio: [https://example.org/a.mp3]
            sources: [{title: The plan, url: https://example.org/plan}, A neighbour]
            revision: {kind: correction, note: The year was wrong}
            ---
            Text.
            """);
    assertThat(draft.authors())
        .containsExactly(
            new Author("Ida Holm", "ida@example.org", "https://example.org/ida", "Reporter"),
            new Author("Bo Lund", "", "", ""));
    assertThat(draft.published()).contains(Instant.parse("2026-02-08T13:05:00Z"));
    assertThat(draft.embargo()).contains(Instant.parse("2026-02-08T13:00:00Z"));
    assertThat(draft.draft()).isTrue();
    assertThat(draft.images().getFirst().alt()).isEqualTo(Optional.of(""));
    assertThat(draft.videos().getFirst().length().orElseThrow().toSeconds()).isEqualTo(130);
    assertThat(draft.videos().getFirst().bytes()).hasValue(1234);
    assertThat(draft.audio().getFirst().url()).isEqualTo("https://example.org/a.mp3");
    assertThat(draft.sources())
        .containsExactly(
            new Cited("The plan", "https://example.org/plan"), new Cited("A neighbour", ""));
    assertThat(draft.edit()).isEqualTo(new Edit(Kind.CORRECTION, "The year was wrong"));
  }

  @Test
  void whatOtherToolsWriteIsUnderstood() {
    var draft =
        markdown(
            """
            ---
            title: Bridge opens
            description: Traffic flows again
            date: 2026-02-08
            author: Ida Holm
            categories: bridges, city life
            lastmod: whenever
            ---
            Text.
            """);
    assertThat(draft.headline()).isEqualTo("Bridge opens");
    assertThat(draft.standfirst()).isEqualTo("Traffic flows again");
    assertThat(draft.published()).contains(Instant.parse("2026-02-07T23:00:00Z"));
    assertThat(draft.authors()).extracting(Author::name).containsExactly("Ida Holm");
    assertThat(draft.tags()).containsExactly("bridges", "city life");
  }

  @Test
  void aClockTimeThatIsSkippedOrDoubledTakesTheEarlierOffsetAndSaysSo() {
    var skipped = read("---\nheadline: x\npublished: 2026-03-29T02:30\n---\n", "text/markdown");
    assertThat(skipped.draft().published()).contains(Instant.parse("2026-03-29T01:30:00Z"));
    assertThat(skipped.warnings()).anyMatch(w -> w.line() == 3 && w.what().contains("clocks"));
    var doubled = read("---\nheadline: x\npublished: 2026-10-25 02:30\n---\n", "text/markdown");
    assertThat(doubled.draft().published()).contains(Instant.parse("2026-10-25T00:30:00Z"));
    assertThat(doubled.warnings()).hasSize(1);
  }

  @Test
  void frontMatterInTomlIsToldForWhatItIs() {
    var faults = faults("+++\ntitle = \"x\"\n\n+++\n# Heading\nText");
    assertThat(faults)
        .singleElement()
        .satisfies(fault -> assertThat(fault.detail()).contains("TOML", "---"));
    assertThat(read("+++\n\n# Plus signs\n", "text/plain").draft().headline()).isEqualTo("+++");
  }

  @Test
  void anUnknownFieldIsAWarningWithItsLine() {
    var read = read("---\nheadline: x\nhedline: y\n---\nText", "text/markdown");
    assertThat(read.warnings())
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.line()).isEqualTo(3);
          assertThat(warning.what()).contains("hedline");
        });
  }

  @Test
  void everyFaultIsToldAtOnceWithItsLine() {
    var faults =
        faults(
            """
            ---
            headline: x
            slug: Not A Slug
            language: e_n
            published: yesterday
            draft: perhaps
            images: [{url: /relative.jpg}]
            videos: [{length: long, caption: x}]
            revision: {kind: correction}
            id: not a uri
            body_type: text/rtf
            ---
            """);
    assertThat(faults)
        .extracting(Fault::pointer, Fault::line)
        .contains(
            tuple("/slug", 3),
            tuple("/language", 4),
            tuple("/published", 5),
            tuple("/draft", 6),
            tuple("/images/0/url", 7),
            tuple("/videos/0/length", 8),
            tuple("/revision/note", 9),
            tuple("/id", 10),
            tuple("/body_type", 11));
  }

  @Test
  void brokenFrontMatterIsOneFaultWithItsLine() {
    assertThat(faults("---\nheadline: x\n  bad: [\n---\n"))
        .singleElement()
        .satisfies(f -> assertThat(f.line()).isBetween(2, 4));
    assertThat(faults("---\nheadline: x\nslug: a\nslug: b\n---\n"))
        .singleElement()
        .satisfies(f -> assertThat(f.line()).isPositive());
    assertThat(faults("---\nheadline: x\n"))
        .singleElement()
        .satisfies(f -> assertThat(f.what()).contains("no end"));
    assertThat(faults("---\n- a\n- b\n---\n")).hasSize(1);
    assertThat(
            faults(
                "---\n"
                    + "a: &a [x, x]\n"
                    + "b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n".repeat(1)
                    + bomb()
                    + "---\n"))
        .isNotEmpty();
  }

  private static String bomb() {
    var yaml = new StringBuilder();
    for (var c = 'b'; c < 'p'; c++) {
      var next = (char) (c + 1);
      yaml.append(next).append(": &").append(next).append(" [");
      yaml.append(("*" + c + ", ").repeat(9)).append("]\n");
    }
    return yaml.toString();
  }

  @Test
  void oldCharsetsAndEndsOfLinesAreRead() {
    var windows =
        "---\r\nheadline: Caf\u00e9 \u201eopen\u201c\r\n---\r\nText."
            .getBytes(Charset.forName("windows-1252"));
    var read =
        (Manuscript.Legible) ManuscriptReader.read(windows, "text/markdown", DeskRoom.SETTINGS);
    assertThat(read.draft().headline()).isEqualTo("Café „open“");
    assertThat(read.warnings())
        .singleElement()
        .satisfies(w -> assertThat(w.what()).contains("windows-1252"));

    var marked = new ByteArrayOutputStream();
    marked.write(0xFF);
    marked.write(0xFE);
    marked.writeBytes("Headline\n\nText of it.".getBytes(UTF_16LE));
    var wide =
        (Manuscript.Legible)
            ManuscriptReader.read(marked.toByteArray(), "text/plain", DeskRoom.SETTINGS);
    assertThat(wide.draft().headline()).isEqualTo("Headline");
    assertThat(wide.warnings()).isEmpty();
  }

  @Test
  void aNulOrHalfACharacterIsRefused() {
    assertThat(faults("---\nheadline: x\n---\na\0b"))
        .singleElement()
        .satisfies(f -> assertThat(f.line()).isEqualTo(4));
    byte[] half = {(byte) 0xFF, (byte) 0xFE, 'a', 0, 0x00, (byte) 0xD8, 'b', 0};
    assertThat(ManuscriptReader.read(half, "text/plain", DeskRoom.SETTINGS))
        .isInstanceOf(Manuscript.Illegible.class);
    assertThat(faults("---\nheadline: \"a\\0b\"\n---\n")).isNotEmpty();
  }

  @Test
  void aPictureThatTheBodyShowsIsTakenUpThoughNoFieldListsIt() {
    var draft =
        markdown(
            "# Bridge\n\n"
                + "Text.\n\n"
                + "![Two men](men.jpg \"They met.\")\n\n"
                + "`![](code.jpg)`\n\n"
                + "```\n"
                + "![](fence.jpg)\n"
                + "```\n");
    assertThat(draft.headline()).isEqualTo("Bridge");
    assertThat(draft.images())
        .containsExactly(new Picture("men.jpg", "", Optional.of("Two men"), "They met.", "", ""));
  }

  @Test
  void aPageKeepsItsHeadlineDatesFiguresAndLanguage() {
    var draft =
        read(
                """
                <!doctype html><html lang="de-AT"><head><title>Seite | Blatt</title>
                <meta name="description" content="Was geschah"><meta name="author" content="Ida Holm">
                <meta property="article:published_time" content="2026-02-08T13:05:00+01:00"></head>
                <body><nav>menu</nav><article><h1>Br&uuml;cke offen</h1><p>Erster.</p>
                <figure><img src="b.jpg" alt="Br&uuml;cke"><figcaption>Die neue. Photo: APA</figcaption></figure>
                <figure><video src="https://example.org/v.mp4" poster="p.jpg"></video><figcaption>Ein Gang</figcaption></figure>
                <blockquote cite="https://example.org/q"><p>Endlich.</p></blockquote></article></body></html>
                """,
                "text/html")
            .draft();
    assertThat(draft.headline()).isEqualTo("Brücke offen");
    assertThat(draft.standfirst()).isEqualTo("Was geschah");
    assertThat(draft.language()).isEqualTo("de-AT");
    assertThat(draft.published()).contains(Instant.parse("2026-02-08T12:05:00Z"));
    assertThat(draft.authors()).extracting(Author::name).containsExactly("Ida Holm");
    assertThat(draft.images())
        .containsExactly(new Picture("b.jpg", "", Optional.of("Brücke"), "Die neue.", "APA", ""));
    assertThat(draft.videos())
        .singleElement()
        .satisfies(v -> assertThat(v.caption()).isEqualTo("Ein Gang"));
    assertThat(draft.body())
        .contains("Erster.", "![](b.jpg)", "<blockquote")
        .doesNotContain("menu", "<h1");
  }

  @Test
  void aTextUnderFrontMatterIsBodyAlone() {
    var draft = read("---\nheadline: Given\n---\nFirst line.\n\nSecond.", "text/plain").draft();
    assertThat(draft.headline()).isEqualTo("Given");
    assertThat(draft.body()).isEqualTo("First line.\n\nSecond.");
  }

  @Test
  void aFileOfNothingIsRefusedForItsHeadline() {
    for (var type : List.of("text/plain", "text/markdown", "text/html")) {
      assertThat(ManuscriptReader.read(new byte[0], type, DeskRoom.SETTINGS))
          .isInstanceOfSatisfying(
              Manuscript.Illegible.class,
              no ->
                  assertThat(no.faults()).extracting(Fault::pointer).containsExactly("/headline"));
    }
  }

  private static Draft markdown(String text) {
    return read(text, "text/markdown").draft();
  }

  private static Manuscript.Legible read(String text, String type) {
    return switch (ManuscriptReader.read(text.getBytes(UTF_8), type, DeskRoom.SETTINGS)) {
      case Manuscript.Legible legible -> legible;
      case Manuscript.Illegible(var faults) -> throw new AssertionError(faults);
    };
  }

  private static List<Fault> faults(String text) {
    return switch (ManuscriptReader.read(
        text.getBytes(UTF_8), "text/markdown", DeskRoom.SETTINGS)) {
      case Manuscript.Legible legible -> throw new AssertionError(legible);
      case Manuscript.Illegible(var faults) -> faults;
    };
  }
}
