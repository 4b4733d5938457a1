package org.slugline.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reading, following and searching in a real browser: {@code mvn -Pbrowser test}. */
@Timeout(value = 15, unit = TimeUnit.MINUTES) // a browser on a busy machine
class ReadingBrowserTest {
  @TempDir Path dir;

  @BeforeEach
  void onlyWhenAskedFor() {
    assumeTrue(Boolean.getBoolean("slugline.browser") && Browser.isHere());
  }

  @Test
  void aReaderReadsFollowsAndSearchesWithScriptAndWithout() throws Exception {
    try (var running = filled("en");
        var browser = new Browser(dir.resolve("profile"))) {
      for (var script : List.of(true, false)) {
        for (var light : List.of("light", "dark")) {
          browser.look(1280, light);
          browser.script(script);
          browser.open(running.url("/"));
          browser.open(browser.ask("document.querySelector('.lead h3 a').href"));
          assertThat(browser.ask("document.querySelector('h1').textContent"))
              .contains("UK sends 350");
          browser.open(browser.ask("document.querySelector('.others .onward a').href"));
          var feed = browser.ask("document.querySelector('.addresses input').value");
          assertThat(feed).endsWith("/feed.rss");
          assertThat(running.get(feed.replaceFirst("^http://[^/]+", "")).body())
              .contains("<rss", "Britain to send");
          browser.open(running.url("/search"));
          search(browser, "wallace -britain");
          assertThat(browser.ask("document.querySelector('mark').textContent"))
              .isEqualTo("Wallace");
          assertThat(browser.ask("String(document.querySelectorAll('.reports > li').length)"))
              .isEqualTo("2");
          search(browser, "before:yesterday");
          assertThat(browser.ask("document.querySelector('[role=status]').textContent"))
              .contains("before:yesterday", "2026-03-05");
        }
      }
    }
  }

  @Test
  void aRightToLeftNewsroomIsMirrored() throws Exception {
    try (var running = filled("ar");
        var browser = new Browser(dir.resolve("profile"))) {
      for (var width : List.of(390, 1280)) {
        browser.look(width, "light");
        browser.open(running.url("/"));
        assertThat(browser.ask("getComputedStyle(document.body).direction")).isEqualTo("rtl");
        assertThat(browser.ask("getComputedStyle(document.querySelector('.lead h3')).direction"))
            .as("a headline keeps its own direction")
            .isEqualTo("ltr");
        assertThat(browser.ask("String(document.documentElement.scrollWidth <= innerWidth)"))
            .isEqualTo("true");
      }
      assertThat(
              browser.ask(
                  "(() => { const x = q => document.querySelector(q).getBoundingClientRect().left;"
                      + " return String(x('.ours-latest') > x('.stories-now')) })()"))
          .as("the lead stands at the right")
          .isEqualTo("true");
    }
  }

  @Test
  void keyboardAloneReachesEverythingAndSeesWhereItIs() throws Exception {
    try (var running = filled("en");
        var browser = new Browser(dir.resolve("profile"))) {
      browser.look(1280, "light");
      browser.open(running.url("/"));
      browser.press("Tab");
      assertThat(browser.ask("document.activeElement.className")).isEqualTo("skip");
      assertThat(browser.ask("String(document.activeElement.getBoundingClientRect().top >= 0)"))
          .isEqualTo("true");
      var reached = new java.util.LinkedHashSet<String>();
      for (var i = 0; i < 80; i++) {
        browser.press("Tab");
        var at = browser.ask("document.activeElement.href || document.activeElement.id || ''");
        var ring = browser.ask("getComputedStyle(document.activeElement).outlineStyle");
        if (!at.isEmpty()) {
          reached.add(at);
          assertThat(ring).as("focus is seen on " + at).isEqualTo("solid");
        }
      }
      var all =
          browser.ask(
              "[...document.querySelectorAll('main a[href]:not([tabindex]), nav a[href]')]"
                  + ".map(a => a.href).join(' ')");
      assertThat(reached).contains(all.split(" "));
    }
  }

  @Test
  void atTwiceTheSizeNothingIsCutAndOnPaperNavigationIsGone() throws Exception {
    try (var running = filled("en");
        var browser = new Browser(dir.resolve("profile"))) {
      for (var path : List.of("/", "/wire", "/outlets", "/search?q=troops", "/feeds")) {
        browser.look(640, "light"); // 1280 pixels at 200 %
        browser.open(running.url(path));
        assertThat(browser.ask("String(document.documentElement.scrollWidth <= innerWidth)"))
            .as(path)
            .isEqualTo("true");
      }
      browser.send("Emulation.setEmulatedMedia", Map.of("media", "print"));
      browser.open(running.url("/articles/" + ReadingTest.slug(running)));
      assertThat(browser.ask("getComputedStyle(document.querySelector('.masthead nav')).display"))
          .isEqualTo("none");
      assertThat(browser.ask("getComputedStyle(document.body).backgroundColor"))
          .isIn("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)");
      browser.open(running.url("/"));
      assertThat(
              browser.ask(
                  "[...document.querySelectorAll('.seconds, .second, .second figure')].map(e =>"
                      + " getComputedStyle(e)).map(s => s.breakAfter + ' ' +"
                      + " s.columnCount).filter(s => s !== 'auto auto').join(' ')"))
          .as("a sheet may end after every piece")
          .isEmpty();
      var dark = Map.of("name", "prefers-color-scheme", "value", "dark");
      browser.send(
          "Emulation.setEmulatedMedia", Map.of("media", "print", "features", List.of(dark)));
      browser.open(running.url("/search?q=troops"));
      assertThat(browser.ask("getComputedStyle(document.querySelector('mark')).backgroundColor"))
          .as("a hit on paper, where ink is black")
          .isEqualTo("rgba(0, 0, 0, 0)");
    }
  }

  @Test
  void wordsOfAHundredLettersATableAndCodeFitTheNarrowestPhone() throws Exception {
    var word = "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikantenvereinigung".repeat(2);
    for (var language : List.of("en", "ar")) {
      var home = java.nio.file.Files.createDirectory(dir.resolve(language));
      try (var running = Running.forBrowser(home, language);
          var browser = new Browser(dir.resolve("profile-" + language))) {
        running.publish(
            "long.md",
            "---\nheadline: %1$s\nsection: %1$s\n---\n%1$s\n\n```\n%1$s %1$s\n```\n\n"
                    .formatted(word)
                + "| a | b | c | d | e | f |\n|---|---|---|---|---|---|\n"
                + "| longest | columns | together | overflow | anything | narrower |\n");
        running.later(Duration.ofMinutes(5));
        running.read(
            Map.of(
                word + " of the first", List.of(word + " resigns over the contract|" + word),
                word + " of the second", List.of(word + " resigns over the contract|" + word)));
        for (var path : List.of("/", "/wire", "/outlets", "/stories", "/articles", "/outlets/1")) {
          fits(browser, running.url(path));
        }
        fits(browser, running.url("/articles/" + ReadingTest.slug(running)));
        browser.open(running.url("/stories"));
        fits(browser, browser.ask("document.querySelector('.moving h2 a').href"));
      }
    }
  }

  private static final String WIDE =
      "[...document.querySelectorAll('body *')].filter(e => {"
          + " const r = e.getBoundingClientRect(); return r.right > 321 || r.left < -1 })"
          + ".map(e => e.tagName + '.' + e.className).join(' ')";

  private static void fits(Browser browser, String url) throws Exception {
    browser.look(320, "light");
    browser.open(url);
    assertThat(
            browser.ask("(e => String(e.scrollWidth - e.clientWidth))(document.documentElement)"))
        .as(url + " " + browser.ask(WIDE))
        .isEqualTo("0");
  }

  @Test
  void theFrontPageIsPaintedNearlyAsSoonAsAFileAndNothingMoves() throws Exception {
    try (var running = filled("en");
        var browser = new Browser(dir.resolve("profile"));
        var file = new Plain(running.raw("/").body())) {
      browser.look(1280, "light");
      var ours = new java.util.ArrayList<Double>();
      var plain = new java.util.ArrayList<Double>();
      for (var i = 0; i < 9; i++) {
        ours.add(painted(browser, running.url("/")));
        assertThat(browser.ask(SHIFT)).as("layout shift").isEqualTo("0");
        plain.add(painted(browser, file.url()));
      }
      System.getLogger("browser")
          .log(System.Logger.Level.INFO, "largest paint, ms: {0}, of a file {1}", ours, plain);
      assertThat(median(ours)).isLessThanOrEqualTo(2 * median(plain) + 10);
    }
  }

  private static final String PAINT =
      "new Promise(done => new PerformanceObserver(list =>"
          + " done(String(list.getEntries().at(-1).startTime)))"
          + ".observe({type: 'largest-contentful-paint', buffered: true}))";

  private static final String SHIFT =
      "new Promise(done => { let sum = 0; new PerformanceObserver(list =>"
          + " list.getEntries().forEach(e => sum += e.value))"
          + ".observe({type: 'layout-shift', buffered: true});"
          + " requestAnimationFrame(() => requestAnimationFrame(() => done(String(sum)))) })";

  private static double painted(Browser browser, String url) throws Exception {
    browser.send("Network.clearBrowserCache", Map.of());
    browser.open(url);
    return Double.parseDouble(browser.ask(PAINT));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private Running filled(String language) throws Exception {
    var running = Running.forBrowser(dir, language);
    running.publish("troops.md", ReadingTest.TROOPS);
    running.later(Duration.ofMinutes(5));
    running.read(ReadingTest.COVERAGE);
    return running;
  }

  private static void search(Browser browser, String query) throws Exception {
    browser.ask("document.querySelector('#query').value = '" + query + "'");
    browser.click(".bigsearch button");
  }

  /** A server that knows one document. */
  private static final class Plain implements AutoCloseable {
    private final HttpServer server;

    Plain(byte[] document) throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, document.length);
            exchange.getResponseBody().write(document);
            exchange.close();
          });
      server.start();
    }

    String url() {
      return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
