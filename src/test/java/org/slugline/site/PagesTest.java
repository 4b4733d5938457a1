package org.slugline.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every page, filled to its brim. {@code -Dpreview=DIR} writes them there, to be looked at. */
class PagesTest {
  private static final Samples SAMPLES = new Samples("https://gazette.example", "en");

  @TestFactory
  Stream<DynamicTest> everyPageKeepsToTheHouseStyle() {
    return SAMPLES.pages().entrySet().stream()
        .map(page -> dynamicTest(page.getKey(), () -> checked(page.getValue())));
  }

  @TestFactory
  Stream<DynamicTest> everyPageIsLightToCarry() {
    return SAMPLES.pages().entrySet().stream()
        .map(page ->
            dynamicTest(
                page.getKey(),
                () -> {
                  var bytes = page.getValue().getBytes(StandardCharsets.UTF_8);
                  assertThat(bytes.length).isLessThanOrEqualTo(50_000);
                  assertThat(Answers.gzip(bytes).length).isLessThanOrEqualTo(15_000);
                }));
  }

  @Test
  void aHeadlineKeepsItsOwnLanguageAndDirection() {
    assertThat(SAMPLES.pages().get("front"))
        .containsPattern("class=\"card[^>]*lang=\"ar\" dir=\"rtl\"")
        .containsPattern("class=\"moving[\\s\\S]*lang=\"ar\" dir=\"rtl\"");
    for (var page : List.of("wire", "search", "outlet", "story")) {
      assertThat(SAMPLES.pages().get(page)).as(page).contains("lang=\"ar\" dir=\"rtl\"");
    }
  }

  @Test
  void aRightToLeftNewsroomIsMirrored() {
    assertThat(new Samples("https://gazette.example", "ar").pages().get("front"))
        .contains("<html lang=\"ar\" dir=\"rtl\">");
  }

  @Test
  void structuredDataCannotCloseItsOwnScript() {
    assertThat(SAMPLES.pages().get("article"))
        .contains("\"headline\":\"\\u003c/script>\"")
        .doesNotContain("\"headline\":\"</script>\"");
  }

  @Test
  void thePreviewIsWrittenWhereItIsWanted() throws IOException {
    var wanted = System.getProperty("preview", "");
    if (!wanted.isEmpty()) {
      var dir = Files.createDirectories(Path.of(wanted));
      var paper =
          new Paper(
              Samples.masthead("https://gazette.example", "en"),
              new Answers(java.time.Duration.ZERO));
      for (var language : new String[] {"en", "ar"}) {
        for (var page : new Samples("https://gazette.example", language).pages().entrySet()) {
          Files.writeString(
              dir.resolve((language.equals("en") ? "" : language + "-") + page.getKey() + ".html"),
              page.getValue()
                  .replace(paper.asset("site.css"), "site.css")
                  .replace("https://gazette.example/media/", ""));
        }
      }
      Files.copy(
          Path.of("src/main/resources/org/slugline/site/assets/site.css"),
          dir.resolve("site.css"),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Test
  void growthIsOnePath() {
    assertThat(Pages.bars(java.util.List.of(0, 3, 6), 4))
        .isEqualTo("M0 19h4v1h-4zM5 9h4v11h-4zM10 0h4v20h-4z");
  }

  private static void checked(String page) {
    assertThat(count(page, "<h1[ >]")).as("h1").isEqualTo(1);
    assertThat(count(page, "<main[ >]")).as("main").isEqualTo(1);
    assertThat(page).contains("class=\"skip\" href=\"#main\"", "<header", "<footer", "<nav");
    assertThat(page).doesNotContain(" style=", "javascript:", " onclick");
    assertThat(count(page, "<style")).isZero();
    assertThat(count(page, "<script(?! src=\"/assets/|" + " type=\"application/ld\\+json\")"))
        .as("inline scripts")
        .isZero();
    assertThat(count(page, "<img(?![^>]* alt=)")).as("pictures without alt").isZero();
    assertThat(count(page, "\\{\\d")).as("unfilled messages").isZero();
    var ids =
        Pattern.compile(" id=\"([^\"]+)\"").matcher(page).results().map(m -> m.group(1)).toList();
    assertThat(ids).doesNotHaveDuplicates();
  }

  private static long count(String page, String regex) {
    return Pattern.compile(regex).matcher(page).results().count();
  }
}
