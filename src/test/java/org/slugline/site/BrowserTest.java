package org.slugline.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages in a real browser: {@code mvn -Pbrowser test}. */
@Timeout(value = 15, unit = TimeUnit.MINUTES) // a browser on a busy machine
class BrowserTest {
  @TempDir Path dir;

  @BeforeEach
  void onlyWhenAskedFor() {
    assumeTrue(Boolean.getBoolean("slugline.browser") && Browser.isHere());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void axeFindsNothingOnAnyPageInEitherLight(String language) throws Exception {
    var axe = axe();
    try (var running = Running.forBrowser(dir, language);
        var browser = new Browser(dir.resolve("profile"))) {
      fill(running);
      // axe itself is an inline script, which our own policy forbids
      browser.send("Page.setBypassCSP", java.util.Map.of("enabled", true));
      for (var path : paths(running)) {
        for (var light : List.of("light", "dark")) {
          for (var width : List.of(390, 1280)) {
            browser.look(width, light);
            browser.open(running.url(path));
            assertThat(browser.ask("document.title")).as(path).isNotEmpty();
            browser.ask(axe + ";0");
            var found =
                browser.ask(
                    "axe.run(document, {resultTypes: ['violations']}).then(r => 'found '"
                        + " + r.violations.map(v => v.id + ' ' + v.nodes[0].html).join('; '))");
            assertThat(found).as(path + " " + light + " " + width).isEqualTo("found ");
            assertThat(browser.ask("String(document.documentElement.scrollWidth <= innerWidth)"))
                .as(path + " fits " + width)
                .isEqualTo("true");
          }
        }
      }
    }
  }

  @Test
  void aReaderReadsFollowsAndSearchesWithoutScript() throws Exception {
    try (var running = Running.forBrowser(dir);
        var browser = new Browser(dir.resolve("profile"))) {
      fill(running);
      browser.look(1280, "light");
      browser.script(false);
      browser.open(running.url("/"));
      assertThat(browser.ask("getComputedStyle(document.querySelector('.nameplate')).fontWeight"))
          .as("the style sheet is let in by the policy")
          .isEqualTo("700");
      browser.open(browser.ask("document.querySelector('.lead h3 a').href"));
      assertThat(browser.ask("document.querySelector('h1').textContent")).contains("UK sends 350");
      browser.open(browser.ask("document.querySelector('.others .onward a').href"));
      assertThat(browser.ask("document.querySelector('#timeline').textContent"))
          .isEqualTo("Timeline");
      assertThat(browser.ask("document.querySelector('.addresses input').value"))
          .endsWith("/feed.rss");
      browser.open(running.url("/search?q=wallace"));
      assertThat(browser.ask("document.querySelector('mark').textContent")).isEqualTo("Wallace");
    }
  }

  @Test
  void keysAreExtrasThatCanBeSwitchedOff() throws Exception {
    try (var running = Running.forBrowser(dir);
        var browser = new Browser(dir.resolve("profile"))) {
      fill(running);
      browser.look(1280, "light");
      browser.open(running.url("/"));
      browser.press("j");
      assertThat(browser.ask("document.activeElement.textContent")).contains("UK sends 350");
      browser.press("/");
      assertThat(browser.ask("document.activeElement.id")).isEqualTo("q");
      browser.ask(
          "document.activeElement.blur(); document.querySelector('.imprint button').click()");
      browser.open(running.url("/"));
      browser.press("/");
      assertThat(browser.ask("document.activeElement.id")).isNotEqualTo("q");
    }
  }

  private static List<String> paths(Running running) {
    var article = "/articles/" + ReadingTest.slug(running);
    var story = running.get("/stories").body().split("/stories/(?!feed)", 2)[1].split("\"", 2)[0];
    return List.of(
        "/",
        article,
        article + "/history",
        "/articles",
        "/sections/world",
        "/stories",
        "/stories/" + story,
        "/wire",
        "/outlets",
        "/outlets/1",
        "/corrections",
        "/feeds",
        "/feed",
        "/search?q=wallace",
        "/about-our-crawler",
        "/nowhere",
        "/problems/gone",
        "/search?q=title:x+NOT+before:yesterday",
        "/search?q=nobodywrotethis",
        "/outlets/99999",
        "/missing");
  }

  private static void fill(Running running) throws Exception {
    running.publish("troops.md", ReadingTest.TROOPS);
    running.later(Duration.ofMinutes(5));
    running.read(ReadingTest.COVERAGE);
  }

  private static String axe() throws Exception {
    try (var in = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
      assumeTrue(in != null, "axe comes with -Pbrowser");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
