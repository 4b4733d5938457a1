package org.slugline.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.access.NewToken;
import org.slugline.access.Scope;
import org.slugline.kit.LoopbackOutlet;
import org.slugline.kit.Running;

/**
 * Before its release nothing of a piece leaves the desk, by any way that leads out of the house.
 */
class LeakTest {
  private static final String FEED =
      """
      <rss version="2.0"><channel><title>Courier</title><link>https://courier.example/</link>
      <item><title>Harbour bridge tender won by Ostrava shipyard consortium</title>
      <link>https://courier.example/1</link>
      <description>The harbour bridge tender goes to the Ostrava shipyard consortium.</description></item>
      </channel></rss>
      """;

  private static final Pattern ADDRESS =
      Pattern.compile("(?:(?:href|src|action)=\"|http://localhost:\\d+)(/[^\\s\"'<>()\\\\]*)");

  private static final List<String> WAYS_OUT =
      List.of(
          "/",
          "/articles",
          "/sections/city",
          "/tags/bridges",
          "/authors/ada",
          "/stories",
          "/wire",
          "/outlets",
          "/outlets/1",
          "/missing",
          "/corrections",
          "/search?q=bridge",
          "/search?q=" + "tender+is%3Aours",
          "/feeds",
          "/robots.txt",
          "/sitemap.xml",
          "/news-sitemap.xml",
          "/outlets.opml",
          "/about-our-crawler",
          "/desk",
          "/desk/sign-in",
          "/api/articles",
          "/api/stories",
          "/api/outlets",
          "/api/items",
          "/api/items?limit=200",
          "/api/corrections",
          "/api/search?q=bridge",
          "/api/search?q=tender",
          "/api/missing",
          "/api/openapi.json",
          "/archive/1.atom",
          "/archive/1.rss",
          "/tags/bridges/archive/1.atom",
          "/api/related?title=Harbour+bridge+tender+won+by+Ostrava+shipyard+consortium",
          "/api/related?title=Harbour+bridge+tender+won+by+Ostrava+shipyard&format=html",
          "/api/related?title=Harbour+bridge+tender+won+by+Ostrava+shipyard&format=atom",
          "/api/related?title=Harbour+bridge+tender+won+by+Ostrava+shipyard&format=rss",
          "/api/related?title=Harbour+bridge+tender+won+by+Ostrava+shipyard&format=json",
          // a misspelt word, for whatever is suggested instead of it
          "/search?q=draftwrd",
          "/search?q=draftwor*",
          "/api/search?q=embargowor*",
          "/api/search?q=section%3ASchedulewor*",
          "/search/feed.json?q=laterwor*",
          "/api/outlets/1/health",
          "/api/articles?limit=200",
          "/status/ready",
          "/api/related?url=https%3A%2F%2Fcourier.example%2F1");

  @TempDir Path dir;

  @Test
  void whatIsHeldBackShowsNowhereUntilItsMomentAndThenEverywhere() throws Exception {
    try (var outlet =
            new LoopbackOutlet().then(200, Map.of("Content-Type", "application/rss+xml"), FEED);
        var slugline = new Running(dir, outlet.address()).reads(outlet)) {
      var folder = Files.createDirectory(dir.resolve("desk"));
      Files.writeString(
          folder.resolve("open.md"),
          """
          ---
          headline: Harbour bridge tender won by Ostrava shipyard consortium
          standfirst: The harbour bridge tender goes to the Ostrava shipyard consortium.
          section: City
          tags: [Bridges]
          authors: [Ada]
          ---
          The harbour bridge tender goes to the Ostrava shipyard consortium.
          """);
      var held =
          Map.of(
              "Draftword", "draft: true",
              "Embargoword", "embargo: 2026-03-02T11:00:00Z",
              "Scheduleword", "published: 2026-03-02T12:00:00Z",
              "Laterword", "{published: 2026-03-02T07:00:00Z, embargo: 2026-03-02T12:00:00Z}");
      for (var piece : held.entrySet()) {
        hold(folder, piece.getKey(), piece.getValue().replaceAll("[{}]", "").replace(", ", "\n"));
      }
      slugline.publishes(folder);
      slugline.round();
      var named = media(slugline);
      assertThat(named).hasSize(4);

      var secrets = new ArrayList<>(named);
      held.keySet().forEach(word -> secrets.add(word.toLowerCase(Locale.ROOT)));
      var walked = walk(slugline, secrets);
      assertThat(walked).hasSizeGreaterThan(80);
      assertThat(walked).anyMatch(path -> path.matches("/stories/[^/]+/feed\\.atom"));
      heldIsLikeNothing(slugline, held.keySet(), named);
      otherProgramsSee(slugline, secrets);

      slugline.later(Duration.ofHours(3)); // eleven: the embargo is over, by the server alone
      eventually(slugline, "/feed.json", "embargoword");
      secrets.removeIf("embargoword"::equals);
      secrets.removeAll(media(slugline).stream().filter(name -> isOpen(slugline, name)).toList());
      walk(slugline, secrets);

      slugline.later(Duration.ofHours(1)); // twelve
      eventually(slugline, "/feed.json", "scheduleword");
      eventually(slugline, "/feed.json", "laterword");
      walk(slugline, List.of("draftword"));
    }
  }

  private static void hold(Path folder, String word, String how) throws Exception {
    var slug = word.toLowerCase(Locale.ROOT);
    Files.write(folder.resolve(slug + ".png"), picture(word));
    Files.writeString(
        folder.resolve(slug + ".md"),
        // what the story is about is no secret, the words in capitals are
        """
        ---
        headline: Harbour bridge tender won by Ostrava shipyard consortium %1$sHEAD
        standfirst: The harbour bridge tender goes to the Ostrava shipyard %1$sSTAND
        kicker: %1$sKICK
        dateline: %1$sDATE
        slug: %2$s
        section: %1$sSECTION
        tags: [Bridges, %1$sTAG]
        authors: [{name: %1$sAUTHOR, email: a@%1$sMAIL.example}]
        sources: [{title: %1$sSOURCE, url: https://%1$sSRC.example/}]
        images: [{name: %2$s.png, alt: %1$sALT, caption: %1$sCAPTION, credit: %1$sCREDIT}]
        %3$s
        ---
        The harbour bridge tender goes to the Ostrava shipyard consortium, %1$sBODY.
        """
            .formatted(word, slug, how));
  }

  /** A pixel, and after its end something that makes every file another: colours of a palette. */
  private static byte[] picture(String word) {
    var pixel =
        Base64.getDecoder()
            .decode(
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");
    pixel[45] = (byte) word.charAt(0); // a broken pixel is a pixel: nothing decodes it here
    return pixel;
  }

  private List<String> media(Running slugline) throws Exception {
    try (Stream<Path> files = Files.list(slugline.slugline().database().media())) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  private static boolean isOpen(Running slugline, String name) {
    return slugline.get("/media/" + name).statusCode() == 200;
  }

  /** Every way out and all that can be reached from it. */
  private static Set<String> walk(Running slugline, List<String> secrets) {
    var waiting = new ArrayDeque<>(WAYS_OUT);
    for (var page :
        List.of(
            "",
            "/tags/bridges",
            "/sections/city",
            "/authors/ada",
            "/stories",
            "/wire",
            "/outlets/1",
            "/missing",
            "/corrections")) {
      for (var form : List.of("", ".rss", ".atom", ".json")) {
        waiting.add(page + "/feed" + form);
      }
    }
    for (var form : List.of(".rss", ".atom", ".json")) {
      waiting.add("/search/feed" + form + "?q=bridge");
    }
    var walked = new LinkedHashSet<String>();
    while (!waiting.isEmpty() && walked.size() < 200) {
      var path = waiting.removeFirst();
      if (!walked.add(path)) {
        continue;
      }
      var answer = slugline.get(path);
      var said = (answer.headers().map() + "\n" + answer.body()).toLowerCase(Locale.ROOT);
      assertThat(secrets).as(path).noneMatch(said::contains);
      var found = ADDRESS.matcher(answer.body());
      while (found.find()) {
        ours(found.group(1)).filter(next -> !walked.contains(next)).forEach(waiting::add);
      }
    }
    return walked;
  }

  private static Stream<String> ours(String address) {
    var path = address.replace("&amp;", "&").replaceFirst("&quot;.*|#.*", "");
    try {
      return path.matches("//.*|/(assets|problems)/.*|.*[?&](at|before)=.*")
          ? Stream.of()
          : Stream.of(URI.create(path).toString());
    } catch (IllegalArgumentException _) {
      return Stream.of();
    }
  }

  /** An address that a held piece has is answered as one that nothing has. */
  private static void heldIsLikeNothing(Running slugline, Set<String> held, List<String> media) {
    for (var word : held) {
      var slug = word.toLowerCase(Locale.ROOT);
      for (var form :
          List.of(
              "/articles/%s",
              "/articles/%s/history",
              "/api/articles/%s",
              "/tags/%stag",
              "/sections/%ssection",
              "/authors/%sauthor",
              "/tags/%stag/feed.atom",
              "/sections/%ssection/feed.rss",
              "/authors/%sauthor/feed.json",
              "/api/search?q=%sbody",
              "/search?q=%sbody",
              "/search/feed.atom?q=%sbody",
              "/api/related?url="
                  + URLEncoder.encode(slugline.address(), UTF_8)
                  + "%2Farticles%2F%s")) {
        var of = form.replace("%s", slug);
        var not = form.replace("%s", "nothingword");
        var answer = slugline.get(of);
        var none = slugline.get(not);
        assertThat(answer.statusCode()).as(of).isEqualTo(none.statusCode());
        assertThat(answer.body().replace(slug, "nothingword").replace(word, "nothingword"))
            .as(of)
            .isEqualTo(none.body());
      }
    }
    var curator = slugline.slugline().tokens().make("eve", Set.of(Scope.CURATE, Scope.OUTLETS));
    var bearer = "Bearer " + ((NewToken.Made) curator).secret();
    for (var word : held) {
      var path = "/api/articles/" + word.toLowerCase(Locale.ROOT);
      assertThat(slugline.get(path, "Authorization", bearer).statusCode()).as(path).isEqualTo(404);
    }
    for (var name : media) {
      assertThat(slugline.get("/media/" + name, "Authorization", bearer).statusCode())
          .as("a token that may not publish")
          .isEqualTo(404);
      assertThat(slugline.get("/media/" + name).statusCode()).isEqualTo(404);
      assertThat(slugline.get("/media/" + name).body())
          .isEqualTo(slugline.get("/media/" + "0".repeat(64) + ".png").body());
    }
  }

  /** Through the views that contract/database.md opens to them. */
  private static void otherProgramsSee(Running slugline, List<String> secrets) {
    for (var view :
        List.of(
            "v1_outlets",
            "v1_items",
            "v1_articles",
            "v1_stories",
            "coverage",
            "coverage_edit",
            "search_piece")) {
      var rows =
          slugline
              .slugline()
              .database()
              .read(handle -> handle.createQuery("SELECT * FROM " + view).mapToMap().list());
      assertThat(secrets).as(view).noneMatch(rows.toString().toLowerCase(Locale.ROOT)::contains);
    }
  }

  /** The server releases by itself; so long as it takes, and ten seconds at most. */
  private static void eventually(Running slugline, String path, String word) {
    var end = System.nanoTime() + 10_000_000_000L;
    while (!slugline.get(path).body().toLowerCase(Locale.ROOT).contains(word)) {
      assertThat(System.nanoTime()).as(word + " is out").isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
