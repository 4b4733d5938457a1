package org.slugline.site.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.RandomAccessFile;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slugline.kit.LoopbackOutlet;
import org.slugline.kit.Running;
import org.slugline.site.Browser;

/** The desk in a real browser: {@code ./mvnw -Pbrowser test -Dtest=BrowserTest}. */
@Timeout(value = 15, unit = TimeUnit.MINUTES) // a browser on a busy machine
class BrowserTest {
  private static final String FEED =
      """
      <rss version="2.0"><channel><title>The Estuary Post</title>
      <link>https://post.example/</link><description/>
      <item><title>Bridge opens a day early</title><guid>1</guid></item>
      <item><title>Ferry crews vote on new rota</title><guid>2</guid></item>
      <item><title>Council finds £2m for the sea wall</title><guid>3</guid></item></channel></rss>
      """;

  @TempDir Path dir;

  @BeforeEach
  void onlyWhenAskedFor() {
    assumeTrue(Boolean.getBoolean("slugline.browser") && Browser.isHere());
  }

  @ParameterizedTest
  @CsvSource({"true, light, en", "false, dark, en", "false, light, ar"})
  void aDayAtTheDesk(boolean script, String light, String language) throws Exception {
    try (var outlet = outlet();
        var running = running(language, outlet);
        var browser = new Browser(dir.resolve("profile"))) {
      browser.look(1280, light);
      browser.script(script);
      browser.open(running.address() + "/desk");
      signIn(browser);
      assertThat(browser.ask("document.cookie")).as("out of reach of scripts").isEmpty();
      browser.click("a[href$='/desk/articles/new']");
      type(browser, "f-headline", "Harbour bridge opens");
      type(browser, "f-body", "The bridge carried\n\nits first lorries.");
      browser.ask("document.querySelector('#images').open = true");
      browser.choose("#f-images-0-file", picture());
      type(browser, "f-images-0-alt", "A lorry on a bridge");
      type(browser, "f-images-0-credit", "Quill");
      browser.click("button[value='add:images']");
      assertThat(browser.ask("document.activeElement.id")).isEqualTo("f-images-1-file");
      browser.click("button[value=preview]:not([tabindex])");
      assertThat(browser.ask("document.querySelector('.proof h1').textContent"))
          .isEqualTo("Harbour bridge opens");
      assertThat(browser.ask("String(document.querySelector('.proof img').naturalWidth)"))
          .as("the picture is seen before its release")
          .isEqualTo("320");
      browser.click("button[value=release]");
      assertThat(browser.ask("document.querySelector('.done').textContent")).contains("Published");
      type(browser, "f-body", "The bridge carried\n\nits last lorries.");
      browser.ask("document.querySelector('#kind-correction').click()");
      type(browser, "f-note", "They were its last lorries.");
      browser.click("button[value=release]");
      assertThat(running.get("/articles/harbour-bridge-opens").body()).contains("its last lorries");
      browser.click("a[href$='/withdraw']");
      type(browser, "f-note", "It was another bridge.");
      browser.click("button.grave");
      assertThat(running.get("/articles/harbour-bridge-opens").statusCode()).isEqualTo(410);
      addOutlet(browser, running, outlet);
      tokens(browser, running);
      browser.click("form[action$='sign-out'] button");
      assertThat(browser.ask("location.pathname")).isEqualTo("/desk/sign-in");
    }
  }

  private static void addOutlet(Browser browser, Running running, LoopbackOutlet outlet)
      throws Exception {
    browser.open(running.address() + "/desk/outlets/add");
    type(browser, "f-url", outlet.url("/feed"));
    browser.click("button[value=look]");
    assertThat(browser.ask("document.querySelector('.candidate').textContent"))
        .contains("Ferry crews vote");
    browser.click("button[value=add]");
    assertThat(browser.ask("document.querySelector('.done').textContent")).contains("Added");
  }

  private static void tokens(Browser browser, Running running) throws Exception {
    browser.open(running.address() + "/desk/tokens");
    type(browser, "f-name", "Bo");
    browser.ask("document.querySelector('#scope-publish').click()");
    browser.click("button[value=make]");
    assertThat(browser.ask("document.querySelector('#secret').value")).startsWith("slug_");
    browser.click("button.plain.grave");
    assertThat(browser.ask("document.querySelector('.done').textContent")).contains("Revoked");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void goingBackAfterAFaultFindsAllThatWasTyped(boolean script) throws Exception {
    var typed =
        Map.of(
            "f-kicker", "Transport",
            "f-headline", "Hours of work",
            "f-body", "First line",
            "f-slug", "Not a slug",
            "f-section", "Local",
            "f-authors-0-name", "Ada");
    try (var outlet = outlet();
        var running = running("en", outlet);
        var browser = new Browser(dir.resolve("profile"))) {
      browser.open(running.address() + "/desk/articles/new");
      signIn(browser);
      browser.script(script);
      for (var field : typed.entrySet()) {
        type(browser, field.getKey(), field.getValue());
      }
      browser.click("button[value=release]");
      assertThat(browser.ask("document.querySelector('.flaws').textContent")).contains("slug");
      browser.back();
      for (var field : typed.entrySet()) {
        assertThat(browser.ask("document.getElementById('" + field.getKey() + "').value"))
            .as(field.getKey())
            .isEqualTo(field.getValue());
      }
    }
  }

  /** Laying five megabytes out takes the browser minutes, so they are not typed but hidden. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsFarTooLargeIsToldSoonAndGoingBackFindsTheRest(boolean text) throws Exception {
    try (var running = new Running(dir);
        var browser = new Browser(dir.resolve("profile"))) {
      browser.open(running.address() + "/desk");
      signIn(browser);
      browser.open(running.address() + "/desk/articles/new");
      type(browser, "f-headline", "Large");
      if (text) {
        browser.ask(
            "(e => { e.type = 'hidden'; e.name = 'rights'; e.value = 'word '.repeat(1000000);"
                + " document.querySelector('form.sheet').append(e)"
                + " })(document.createElement('input'))");
      } else {
        browser.ask("document.querySelector('#images').open = true");
        var file = dir.resolve("large.jpg");
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
          out.setLength(500_000_000);
        }
        browser.choose("#f-images-0-file", file);
      }
      browser.click("button[value=preview]:not([tabindex])");
      assertThat(browser.ask("document.querySelector('main').innerText")).contains("4 MiB");
      var waited =
          browser.ask(
              "(t => String(t.responseStart - t.requestStart))"
                  + "(performance.getEntriesByType('navigation')[0])");
      assertThat(Double.parseDouble(waited)).as("milliseconds").isLessThan(5_000);
      browser.back();
      assertThat(browser.ask("document.getElementById('f-headline').value")).isEqualTo("Large");
    }
  }

  @Test
  void whatWasTypedOutlivesItsSession() throws Exception {
    try (var outlet = outlet();
        var running = running("en", outlet);
        var browser = new Browser(dir.resolve("profile"))) {
      browser.look(390, "light");
      browser.open(running.address() + "/desk/articles/new");
      signIn(browser);
      type(browser, "f-headline", "Hours of work");
      type(browser, "f-body", "First line\n\n“Second” <line>");
      running.later(java.time.Duration.ofHours(13));
      browser.click("button[value=release]");
      assertThat(browser.ask("document.querySelector('h1').textContent")).contains("desk");
      signIn(browser);
      assertThat(browser.ask("document.querySelector('#f-body').value"))
          .isEqualTo("First line\n\n“Second” <line>");
    }
  }

  @ParameterizedTest
  @CsvSource({"en", "ar"})
  void axeFindsNothingOnAnyPageOfTheDesk(String language) throws Exception {
    var axe = axe();
    try (var outlet = outlet();
        var running = running(language, outlet).reads(outlet);
        var editor = new Editor(running).signIn(Running.EDITOR);
        var browser = new Browser(dir.resolve("profile"))) {
      fill(running, editor);
      // axe itself is an inline script, which our own policy forbids
      browser.send("Page.setBypassCSP", Map.of("enabled", true));
      browser.open(running.address() + "/desk/sign-in");
      var found = new SoftAssertions();
      look(browser, axe, "sign-in", language, found);
      signIn(browser);
      for (var page : pages().entrySet()) {
        browser.look(1280, "light");
        browser.open(running.address() + page.getValue());
        step(browser, page.getKey(), outlet);
        look(browser, axe, page.getKey(), language, found);
      }
      found.assertAll();
    }
  }

  /** What has to be done on a page to see it in its other states. */
  private static void step(Browser browser, String name, LoopbackOutlet outlet) throws Exception {
    switch (name) {
      case "edit-faults" -> {
        type(browser, "f-headline", "");
        type(browser, "f-slug", "Not a slug");
        type(browser, "f-sources-0-url", "ftp://old.example");
        browser.click("button[value=release]");
      }
      case "preview" -> browser.click("button[value=preview]:not([tabindex])");
      case "outlets-add" -> {
        type(browser, "f-url", outlet.url("/feed"));
        browser.click("button[value=look]");
      }
      case "token-made" -> {
        type(browser, "f-name", "Bo " + browser.ask("String(Math.random())"));
        browser.ask("document.querySelector('#scope-publish').click()");
        browser.click("button[value=make]");
      }
      default -> {}
    }
  }

  private static Map<String, String> pages() {
    var pages = new LinkedHashMap<String, String>();
    pages.put("home", "/desk");
    pages.put("articles", "/desk/articles");
    pages.put("new", "/desk/articles/new");
    pages.put("edit", "/desk/articles/1");
    pages.put("draft", "/desk/articles/2");
    pages.put("edit-faults", "/desk/articles/2");
    pages.put("preview", "/desk/articles/2");
    pages.put("withdraw", "/desk/articles/1/withdraw");
    pages.put("history", "/desk/articles/1/history");
    pages.put("media", "/desk/media");
    pages.put("outlets", "/desk/outlets");
    pages.put("outlets-add", "/desk/outlets/add");
    pages.put("outlet", "/desk/outlets/1");
    pages.put("remove", "/desk/outlets/1/remove");
    pages.put("tokens", "/desk/tokens");
    pages.put("token-made", "/desk/tokens");
    pages.put("audit", "/desk/audit");
    pages.put("stories", "/desk/stories");
    return pages;
  }

  private static void look(
      Browser browser, String axe, String name, String language, SoftAssertions soft)
      throws Exception {
    for (var light : List.of("light", "dark")) {
      for (var width : List.of(390, 1280)) {
        var what = name + " " + light + " " + width + " " + language;
        browser.look(width, light);
        browser.ask(axe + ";0");
        var found =
            browser.ask(
                "axe.run(document, {resultTypes: ['violations']}).then(r => 'found '"
                    + " + r.violations.map(v => v.id + ' ' + v.nodes[0].html).join('; '))");
        picture(browser, what.replace(' ', '-'));
        soft.assertThat(found).as(what).isEqualTo("found ");
        soft.assertThat(browser.ask("String(document.documentElement.scrollWidth <= innerWidth)"))
            .as(what + " fits")
            .isEqualTo("true");
      }
    }
  }

  /** Kept where {@code -Dslugline.pictures} says. */
  private static void picture(Browser browser, String name) throws Exception {
    var folder = System.getProperty("slugline.pictures", "");
    if (!folder.isEmpty()) {
      var shot = browser.send("Page.captureScreenshot", Map.of("format", "png"));
      Files.write(
          Path.of(folder, name + ".png"),
          Base64.getDecoder().decode(shot.path("data").asString("")));
    }
  }

  @Test
  void theKeyboardAloneReachesEveryFieldAndButton() throws Exception {
    try (var outlet = outlet();
        var running = running("en", outlet);
        var browser = new Browser(dir.resolve("profile"))) {
      browser.look(1280, "light");
      browser.open(running.address() + "/desk/articles/new");
      signIn(browser);
      browser.ask(
          """
          window.reached = new Set();
          document.addEventListener('focusin', e => reached.add(e.target));
          document.activeElement.blur(); 0\
          """);
      var wanted =
          "[...document.querySelectorAll('main input:not([type=hidden]), main textarea, main"
              + " button, main a[href], main summary')].filter(e => e.tabIndex >= 0 &&"
              + " e.checkVisibility())";
      var count = Integer.parseInt(browser.ask("String(" + wanted + ".length)"));
      for (var i = 0; i < count + 40; i++) {
        browser.press("Tab");
      }
      assertThat(browser.ask(wanted + ".filter(e => !reached.has(e)).map(e => e.outerHTML).join()"))
          .isEmpty();
      assertThat(count).isGreaterThan(30);
    }
  }

  private static void signIn(Browser browser) throws Exception {
    type(browser, "token", Running.EDITOR);
    browser.click("form[action$='sign-in'] button");
  }

  private static void type(Browser browser, String id, String text) {
    var quoted = tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(text);
    var typed =
        browser.ask(
            "(e => { e.value = "
                + quoted
                + "; return e.id })(document.getElementById('"
                + id
                + "'))");
    assertThat(typed).isEqualTo(id);
  }

  private void fill(Running running, Editor editor) throws Exception {
    var form =
        editor
            .open("/desk/articles/new")
            .form("release")
            .with("headline", "Harbour bridge opens a day early")
            .with("kicker", "Transport")
            .with(
                "standfirst",
                "The first lorries crossed at dawn, and the ferry lost half its trade")
            .with(
                "body",
                "The bridge over the harbour carried its first lorries on Monday.\n\n"
                    + "> We waited for this for years\n"
                    + ">\n"
                    + "> — Bo Ferry, skipper")
            .with("section", "Local")
            .with("tags", "Bridges\nRoads")
            .with("authors.0.name", "Ada Quill")
            .with("authors.0.role", "Correspondent")
            .with("images.0.alt", "A lorry on a bridge")
            .with("images.0.caption", "The first crossing.")
            .with("images.0.credit", "Quill")
            .with("sources.0.title", "The county’s plan")
            .file("images.0.file", WritingTest.picture());
    var page = editor.send(form);
    editor.send(
        page.form("release")
            .with("kind", "correction")
            .with("note", "It opened on Monday, not on Sunday.")
            .with(
                "body",
                "The bridge over the harbour carried its first lorries on Monday morning."));
    editor.send(
        draft(editor, "Council finds £2m for the sea wall", "save").with("section", "Local"));
    editor.send(
        draft(editor, "Ferry crews vote on their new rota", "schedule")
            .with("published", "2026-03-03T06:30"));
    editor.send(
        draft(editor, "Budget: what the county leaves out", "schedule")
            .with("embargo", "2026-03-04T09:00")
            .with("section", "Politics"));
    var mayor = WritingTest.publish(editor, "Mayor resigns over the toll", "She has resigned.");
    editor.send(
        editor
            .open(mayor.path().replaceFirst("\\?.*", "/withdraw"))
            .formTo("/withdraw")
            .with("note", "It was a hoax."));
    WritingTest.made(running, "Ada’s laptop", org.slugline.access.Scope.PUBLISH);
    WritingTest.made(
        running, "Feed watch", org.slugline.access.Scope.OUTLETS, org.slugline.access.Scope.CURATE);
    running
        .slugline()
        .subscriptions()
        .add(
            List.of(
                new org.slugline.wire.Subscription(
                    "http://127.0.0.1:9/feed.xml", "The Silent Courier", List.of())));
    running.round();
  }

  private static Editor.Sheet draft(Editor editor, String headline, String act) {
    return editor
        .open("/desk/articles/new")
        .form(act)
        .with("headline", headline)
        .with("body", "Words to come.");
  }

  private Running running(String language, LoopbackOutlet outlet) throws Exception {
    try (var free = new ServerSocket(0)) {
      var port = free.getLocalPort();
      free.close();
      return new Running(
          Files.createDirectories(dir.resolve("newsroom-" + language)),
          Running.MORNING,
          Map.of(
              "site.port",
              (long) port,
              "masthead.base",
              "http://localhost:" + port,
              "masthead.title",
              "The Harbour Gazette",
              "masthead.zone",
              "Europe/London",
              "masthead.language",
              language,
              "wire.allow-internal",
              List.of("127.0.0.1:" + URI.create(outlet.url("/")).getPort())));
    }
  }

  private static LoopbackOutlet outlet() {
    return new LoopbackOutlet()
        .then(200, Map.of("Content-Type", "application/rss+xml; charset=utf-8"), FEED);
  }

  private Path picture() throws Exception {
    return Files.write(dir.resolve("bridge.jpg"), WritingTest.picture());
  }

  private static String axe() throws Exception {
    try (var in = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
      assumeTrue(in != null, "axe comes with -Pbrowser");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
