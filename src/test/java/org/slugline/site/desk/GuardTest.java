package org.slugline.site.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.access.NewToken;
import org.slugline.access.Scope;
import org.slugline.kit.Running;

/** Who gets to the desk, and what keeps the others out. */
class GuardTest {
  private static final String XSS = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>";

  @TempDir Path dir;

  @Test
  void theDeskIsNobodysWithoutSigningIn() throws Exception {
    try (var running = new Running(dir);
        var stranger = new Editor(running)) {
      for (var path :
          List.of(
              "/desk", "/desk/articles/new", "/desk/outlets", "/desk/tokens", "/desk/media/x")) {
        var page = stranger.open(path);
        assertThat(page.path()).as(path).startsWith("/desk/sign-in?to=");
        assertThat(page.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
      }
      for (var path : List.of("/desk/", "/desk/nowhere", "/desk/sign-out", "/desk/articles/1//")) {
        assertThat(stranger.open(path).header("Cache-Control"))
            .as(path)
            .isEqualTo("private, no-store");
      }
      var to = stranger.open("/desk/outlets").formTo("/desk/sign-in");
      assertThat(stranger.send(to.with("token", Running.EDITOR)).path()).isEqualTo("/desk/outlets");
    }
  }

  @Test
  void whoMayNotPublishSeesNothingOfWhatIsHeldBack() throws Exception {
    try (var running = new Running(dir)) {
      var filed =
          running.edit(
              "POST",
              "/api/articles",
              "{\"headline\": \"Secretword\", \"section\": \"Secretpart\","
                  + " \"body\": \"Secretbody\", \"embargo\": \"2126-01-01T00:00:00Z\"}");
      assertThat(filed.statusCode()).isEqualTo(201);
      for (var scope : List.of(Scope.OUTLETS, Scope.CURATE, Scope.METRICS)) {
        var made =
            (NewToken.Made) running.slugline().tokens().make("token " + scope, Set.of(scope));
        try (var stranger = new Editor(running).signIn(made.secret())) {
          var waiting =
              new ArrayDeque<>(
                  List.of(
                      "/desk",
                      "/desk/articles",
                      "/desk/articles?state=scheduled",
                      "/desk/articles/new",
                      "/desk/articles/1",
                      "/desk/articles/1/history",
                      "/desk/articles/1/preview",
                      "/desk/articles/1/withdraw",
                      "/desk/audit",
                      "/desk/media",
                      "/desk/stories",
                      "/desk/outlets",
                      "/desk/tokens"));
          var walked = new HashSet<String>();
          while (!waiting.isEmpty()) {
            var path = waiting.removeFirst();
            if (walked.add(path)) {
              var page = stranger.open(path);
              assertThat(page.answer().body().toLowerCase(Locale.ROOT))
                  .as(scope + " " + path)
                  .doesNotContain("secret");
              page.links().stream().filter(to -> to.startsWith("/desk")).forEach(waiting::add);
            }
          }
        }
      }
    }
  }

  @Test
  void theCookieIsForTheDeskAloneAndOutOfReachOfScripts() throws Exception {
    try (var running =
            new Running(dir, Running.MORNING, Map.of("masthead.base", "https://news.example"));
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      assertThat(editor.cookies()).containsKey("slugline-desk");
      assertThat(editor.setCookies())
          .isNotEmpty()
          .allMatch(cookie -> cookie.contains("; HttpOnly"))
          .allMatch(cookie -> cookie.contains("; SameSite=Strict"))
          .allMatch(cookie -> cookie.contains("; Secure"))
          .allMatch(cookie -> cookie.contains("; Path=/desk;"))
          .allMatch(cookie -> cookie.contains("Max-Age="));
      WritingTest.publish(editor, "Open to all", "Words.");
      for (var path :
          List.of("/", "/articles/open-to-all", "/feed.rss", "/nowhere", "/search?q=x")) {
        var plain = running.get(path);
        var key = "slugline-desk=" + editor.cookies().get("slugline-desk");
        var withCookie = running.get(path, "Cookie", key);
        assertThat(plain.headers().firstValue("Set-Cookie")).as(path).isEmpty();
        assertThat(withCookie.headers().firstValue("Set-Cookie")).as(path).isEmpty();
        assertThat(withCookie.body()).as(path).isEqualTo(plain.body());
      }
    }
    try (var running = new Running(Files.createDirectory(dir.resolve("plain")));
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      assertThat(editor.setCookies()).noneMatch(cookie -> cookie.contains("Secure"));
    }
  }

  @Test
  void aPageOfAnotherSiteCannotActForAnEditor() throws Exception {
    try (var running = new Running(dir);
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      var form = editor.open("/desk/articles/new").form("release").with("headline", "Forged");
      for (var headers :
          List.of(
              Map.of("Origin", "https://evil.example"),
              Map.of("Origin", "null", "Sec-Fetch-Site", "cross-site"),
              Map.of("Sec-Fetch-Site", "same-site"))) {
        assertThat(editor.send(form, headers).status()).as(headers.toString()).isEqualTo(403);
      }
      var guard = form.value("guard");
      for (var other : List.of("", "x", Cookies.guard("another key of another session"))) {
        var page = editor.send(form.with("guard", other), Map.of());
        assertThat(page.text(".flaws")).contains("another session");
        assertThat(page.form("release").value("headline")).isEqualTo("Forged");
        assertThat(page.form("release").value("guard")).isEqualTo(guard);
      }
      assertThat(running.get("/articles/forged").statusCode()).isEqualTo(404);
      for (var path : List.of("/desk/tokens/revoke", "/desk/outlets/1/remove", "/desk/sign-out")) {
        editor.ask(
            "POST",
            path,
            "name=editor".getBytes(UTF_8),
            Map.of("Content-Type", "application/x-www-form-urlencoded"));
      }
      assertThat(editor.open("/desk").status()).isEqualTo(200);
      assertThat(editor.send(form.with("guard", guard)).text(".done")).isEqualTo("Published.");
    }
  }

  @Test
  void signingInMakesANewKeySoThatAPlantedOneOpensNothing() throws Exception {
    try (var running = new Running(dir);
        var victim = new Editor(running);
        var thief = new Editor(running)) {
      victim.cookies().put("slugline-desk", "planted-key-of-a-thief-who-waits");
      thief.cookies().put("slugline-desk", "planted-key-of-a-thief-who-waits");
      victim.signIn(Running.EDITOR);
      assertThat(victim.open("/desk").status()).isEqualTo(200);
      assertThat(victim.cookies().get("slugline-desk")).doesNotContain("planted");
      assertThat(thief.open("/desk").path()).startsWith("/desk/sign-in");
      // signing in for somebody else needs the form of their own browser
      var forged = thief.open("/desk/sign-in").formTo("/desk/sign-in");
      try (var other = new Editor(running)) {
        other.open("/desk/sign-in");
        var page = other.send(forged.with("token", Running.EDITOR), Map.of());
        assertThat(page.status()).isEqualTo(403);
        assertThat(other.cookies()).doesNotContainKey("slugline-desk");
      }
    }
  }

  @Test
  void signingOutEndsTheSessionOnTheServerToo() throws Exception {
    try (var running = new Running(dir);
        var editor = new Editor(running).signIn(Running.EDITOR);
        var copy = new Editor(running)) {
      copy.cookies().putAll(editor.cookies());
      assertThat(copy.open("/desk").status()).isEqualTo(200);
      editor.send(editor.open("/desk").formTo("/desk/sign-out"));
      assertThat(editor.cookies()).doesNotContainKey("slugline-desk");
      assertThat(copy.open("/desk").path()).startsWith("/desk/sign-in");
    }
  }

  @Test
  void aRevokedTokenAndTimeEndASession() throws Exception {
    try (var running = new Running(dir);
        var editor = new Editor(running)) {
      editor.signIn(WritingTest.made(running, "ada", Scope.PUBLISH));
      assertThat(editor.open("/desk").status()).isEqualTo(200);
      running.slugline().tokens().revoke("ada");
      assertThat(editor.open("/desk").path()).startsWith("/desk/sign-in");
      editor.signIn(Running.EDITOR);
      running.later(Duration.ofHours(13));
      assertThat(editor.open("/desk").path()).startsWith("/desk/sign-in");
    }
  }

  @Test
  void tryingOutSecretsIsSlowedDownForItsAddressAlone() throws Exception {
    try (var running =
            new Running(
                dir, Running.MORNING, Map.of("site.trusted-proxies", List.of("127.0.0.1")));
        var editor = new Editor(running)) {
      var form = editor.open("/desk/sign-in").formTo("/desk/sign-in");
      for (var i = 0; i < Attempts.FREE; i++) {
        assertThat(tried(editor, form, "guess-" + i, "203.0.113.9").status()).isEqualTo(401);
      }
      var slowed = tried(editor, form, Running.EDITOR, "203.0.113.9");
      assertThat(slowed.status()).as("even the right one has to wait").isEqualTo(429);
      assertThat(slowed.header("Retry-After")).isEqualTo("2");
      running.later(Duration.ofSeconds(2));
      assertThat(tried(editor, form, "guess", "203.0.113.9").status()).isEqualTo(401);
      assertThat(tried(editor, form, "guess", "203.0.113.9").status()).isEqualTo(429);
      assertThat(tried(editor, form, "guess", "2001:db8:1:2:3:4:5:6").status()).isEqualTo(401);
      assertThat(tried(editor, form, Running.EDITOR, "198.51.100.7").path()).isEqualTo("/desk");
    }
  }

  private static Editor.Page tried(
      Editor editor, Editor.Sheet form, String secret, String address) {
    return editor.send(
        form.with("token", secret), Map.of("X-Forwarded-For", "192.0.2.1, " + address));
  }

  @Test
  void nobodyIsSentOnToAnotherSite() throws Exception {
    try (var running = new Running(dir)) {
      for (var to :
          List.of(
              "https://evil.example/",
              "//evil.example/",
              "/\\evil.example",
              "/desk/../../evil",
              "/desk//evil.example",
              "/deskevil",
              "/articles",
              "/desk\r\nX: y",
              "javascript:alert(1)")) {
        try (var editor = new Editor(running)) {
          var page = editor.open("/desk/sign-in?to=" + Ways.encoded(to));
          assertThat(page.formTo("/desk/sign-in").value("to")).as(to).isEqualTo("/desk");
          var form = page.formTo("/desk/sign-in").with("to", to).with("token", Running.EDITOR);
          assertThat(editor.send(form).path()).as(to).isEqualTo("/desk");
        }
      }
    }
  }

  @Test
  void noFieldCarriesAScriptIntoTheDeskOrItsPreview() throws Exception {
    try (var running = new Running(dir);
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      var form = editor.open("/desk/articles/new").form("preview");
      for (var name : List.copyOf(form.fields().keySet())) {
        if (!List.of("guard", "version", "act", "published", "embargo", "language", "slug")
            .contains(name)) {
          form.with(name, XSS);
        }
      }
      var faulty = editor.send(form);
      assertClean(faulty);
      for (var name : form.fields().keySet()) {
        if (name.matches(".*(url|body_type|length|bytes|asset)|.*images.*|.*audio.*|.*poster")) {
          form.with(name, "");
        }
      }
      form.with("images.0.caption", XSS).with("images.0.credit", XSS);
      var preview = editor.send(form);
      assertThat(preview.html().select(".proof")).as(preview.text(".flaws")).hasSize(1);
      assertClean(preview);
      var saved = editor.send(form.with("act", "save"));
      assertThat(saved.path()).endsWith("saved");
      assertClean(saved);
      for (var path :
          List.of("/desk", "/desk/articles", saved.path().replace("?done=saved", "/history"))) {
        assertClean(editor.open(path));
      }
      assertClean(
          editor.send(
              editor.open("/desk/outlets/add").form("look").with("url", "http://x/" + XSS)));
      var tokens =
          editor.send(
              editor.open("/desk/tokens").form("make").with("name", XSS).with("scope.all", "on"));
      assertClean(tokens);
      assertClean(editor.open("/desk/audit"));
      assertClean(editor.open("/desk/sign-in?to=" + Ways.encoded(XSS)));
      running.later(Duration.ofHours(13));
      var over = editor.send(form);
      assertThat(over.status()).isEqualTo(401);
      assertClean(over);
    }
  }

  private static void assertClean(Editor.Page page) {
    assertThat(page.html().select("script:not([src]):not([type=application/ld+json])"))
        .as(page.path())
        .isEmpty();
    for (var element : page.html().getAllElements()) {
      assertThat(element.attributes().asList())
          .as(page.path() + " " + element.tagName())
          .noneMatch(attribute -> attribute.getKey().startsWith("on"))
          .noneMatch(attribute -> attribute.getKey().equals("style"))
          .noneMatch(attribute -> attribute.getValue().strip().startsWith("javascript:"));
    }
  }

  @Test
  void aSecretIsShownOnceAndNeverAgain() throws Exception {
    try (var running = new Running(dir);
        var editor = new Editor(running).signIn(Running.EDITOR);
        var other = new Editor(running)) {
      var form = editor.open("/desk/tokens").form("make").with("name", "Bo’s phone");
      assertThat(editor.send(form).text("#f-scopes-flaw")).isNotEmpty();
      var made = editor.send(form.with("scope.publish", "on"));
      var secret = made.html().select("#secret").attr("value");
      assertThat(secret).startsWith("slug_");
      other.signIn(secret);
      assertThat(other.open("/desk").text(".deskbar")).contains("Bo’s phone");
      for (var path : List.of("/desk/tokens", "/desk/audit", "/desk")) {
        assertThat(editor.open(path).answer().body()).as(path).doesNotContain(secret);
      }
      var taken = editor.send(form);
      assertThat(taken.status()).isEqualTo(422);
      assertThat(taken.text("#f-name-flaw")).contains("Bo’s phone");
      var revoked = editor.send(editor.open("/desk/tokens").formTo("/desk/tokens/revoke"));
      assertThat(revoked.text(".done")).startsWith("Revoked.");
      assertThat(other.open("/desk").path()).startsWith("/desk/sign-in");
      assertThat(editor.open("/desk/audit").text("table"))
          .contains("editor added token:Bo’s phone", "editor revoked token:Bo’s phone");
    }
  }

  @Test
  void whatIsTooLargeIsToldAndTheServerStaysWell() throws Exception {
    var settings = Map.<String, Object>of("site.max-body", 64L << 10, "site.max-media", 128L << 10);
    try (var running = new Running(dir, Running.MORNING, settings);
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      var form = editor.open("/desk/articles/new").form("save").with("headline", "Large");
      var big = editor.send(form.file("images.0.file", new byte[150 << 10]));
      assertThat(big.text("#f-images-0-file-flaw")).contains("128 KiB at most");
      assertThat(big.form("save").value("headline")).isEqualTo("Large");
      var jpeg = java.util.Arrays.copyOf(WritingTest.picture(), 150 << 10);
      big = editor.send(form.file("images.0.file", jpeg));
      assertThat(big.text(".flaws")).isNotEmpty();
      assertThat(big.form("save").value("headline")).isEqualTo("Large");
      var text =
          editor.send(form.with("body", "x".repeat(70 << 10)).file("images.0.file", new byte[0]));
      assertThat(text.status()).isEqualTo(413);
      assertThat(text.text("main")).contains("64 KiB", "Go back");
      var all = editor.send(form.with("body", "").file("images.0.file", new byte[400 << 10]));
      assertThat(all.status()).isEqualTo(413);
      for (var body :
          List.of("--edge", "--edge\r\n\r\n", "", "--edge\r\nContent-Disposition: form-data")) {
        var cut =
            editor.ask(
                "POST",
                "/desk/articles/new",
                body.getBytes(UTF_8),
                Map.of("Content-Type", "multipart/form-data; boundary=edge"));
        assertThat(cut.status()).as(body).isEqualTo(400);
      }
      var plain =
          editor.ask(
              "POST",
              "/desk/articles/new",
              "{}".getBytes(UTF_8),
              Map.of("Content-Type", "text/plain"));
      assertThat(plain.status()).isEqualTo(400);
      assertThat(editor.open("/desk").status()).isEqualTo(200);
    }
  }

  @Test
  void manyEditorsSaveAtOnceAndNoneOverwritesAnotherUnseen() throws Exception {
    try (var running = new Running(dir);
        var first = new Editor(running).signIn(Running.EDITOR)) {
      var path = WritingTest.publish(first, "Contested", "Start.").path().replaceFirst("\\?.*", "");
      var statuses = new ArrayList<Integer>();
      try (var hands = Executors.newFixedThreadPool(8)) {
        var forms = new ArrayList<Editor.Sheet>();
        for (var i = 0; i < 8; i++) {
          forms.add(first.open(path).form("release").with("body", "Hand " + i));
        }
        var waiting =
            forms.stream().map(form -> hands.submit(() -> first.send(form).status())).toList();
        for (var one : waiting) {
          statuses.add(one.get());
        }
      }
      assertThat(statuses).containsOnly(200, 409).filteredOn(s -> s == 200).hasSize(1);
    }
  }
}
