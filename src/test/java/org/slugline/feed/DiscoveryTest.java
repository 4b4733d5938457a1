package org.slugline.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slugline.feed.Discovery.Candidate;
import org.slugline.feed.Discovery.Sign;

class DiscoveryTest {
  private static final String HOME = "https://post.example/";

  @Test
  void whatAPageDeclaresComesFirstAndItsCommentsLast() {
    var found =
        found(
            HOME,
            """
            <html><head>
            <link rel="alternate" type="application/rss+xml" title="Post &raquo; Comments" href="/comments/feed/">
            <link rel="alternate" type="application/rss+xml; charset=utf-8" title="Post &raquo; Feed" href="/feed/">
            <link rel="ALTERNATE home" type="Application/Atom+XML" href="//post.example/atom">
            <link rel="alternate" type="application/feed+json" href="feed.json">
            <link rel="alternate" type="application/json+oembed" href="/oembed?format=json">
            <link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2">
            <link rel="alternate" hreflang="de" href="/de/">
            <link rel="feed" href="/hfeed">
            <link rel="alternate stylesheet" type="text/xml" href="/feed.xsl">
            </head><body><a href="/news/rss.xml">RSS</a> <a href="/feedback">Feedback</a></body>
            """);
    assertThat(urls(found, Sign.DECLARED))
        .containsExactly(
            HOME + "feed/",
            HOME + "atom",
            HOME + "feed.json",
            HOME + "hfeed",
            HOME + "comments/feed/");
    assertThat(found.getFirst().title()).isEqualTo("Post » Feed");
    assertThat(urls(found, Sign.LINKED)).containsExactly(HOME + "news/rss.xml");
    assertThat(urls(found, Sign.GUESSED)).contains(HOME + "feed", HOME + "index.xml");
    assertThat(found).extracting(Candidate::sign).isSorted();
  }

  @Test
  void aRelativeAddressStandsOnTheBaseOfThePage() {
    var page = "<base href='/blog/'><link rel=alternate type=application/rss+xml href=rss>";
    assertThat(urls(found(HOME + "x/y", page), Sign.DECLARED)).containsExactly(HOME + "blog/rss");
  }

  @Test
  void linksForReadersAndPlayersAreUndone() {
    var page =
        "<a href='feed:https://a.example/f'>x</a><a href='podcast://b.example/show'>y</a>"
            + "<a href='javascript:feed()'>RSS</a><a href='https://c.example/?format=rss'>z</a>"
            + "<a rel='nofollow FEED' href='/posts'>All posts</a>"
            + "<a href='https://feeds.d.example/show'>d</a><a href='/x'><img alt='RSS'></a>";
    assertThat(urls(found(HOME, page), Sign.LINKED))
        .containsExactly(
            "https://a.example/f",
            "http://b.example/show",
            HOME + "posts",
            "https://c.example/?format=rss",
            "https://feeds.d.example/show",
            HOME + "x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv/videos |"
            + " https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv",
        "https://www.youtube.com/playlist?list=PLabcdefghijklmnop |"
            + " https://www.youtube.com/feeds/videos.xml?playlist_id=PLabcdefghijklmnop",
        "https://m.youtube.com/user/nasa | https://www.youtube.com/feeds/videos.xml?user=nasa",
        "https://www.reddit.com/r/java/ | https://www.reddit.com/r/java/.rss",
        "https://old.reddit.com/r/java/new/ | https://www.reddit.com/r/java/new/.rss",
        "https://reddit.com/u/spez | https://www.reddit.com/user/spez/.rss",
        "https://www.reddit.com/r/java+python | https://www.reddit.com/r/java+python/.rss",
        "https://www.reddit.com/user/ann/m/sea/ | https://www.reddit.com/user/ann/m/sea/.rss",
        "https://github.com/a/b/issues | https://github.com/a/b/releases.atom",
        "https://medium.com/@ann | https://medium.com/feed/@ann",
        "https://bsky.app/profile/a.example | https://bsky.app/profile/a.example/rss"
      })
  void knownSitesAreKnownByTheirAddress(String page, String feed) {
    assertThat(found(page, "").getFirst()).isEqualTo(new Candidate(feed, "", "", Sign.SITE));
  }

  @Test
  void aVideoLeadsToItsChannel() {
    var feed = "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv";
    var url = "https://www.youtube.com/@nasa";
    assertThat(
            urls(
                found(
                    url, "<script>var x = {\"externalId\":\"UCabcdefghijklmnopqrstuv\"}</script>"),
                Sign.SITE))
        .containsExactly(feed);
    assertThat(
            urls(
                found(
                    url,
                    "<link rel=canonical"
                        + " href='https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv'>"),
                Sign.SITE))
        .containsExactly(feed);
  }

  @Test
  void softwareIsKnownByItsPages() {
    assertThat(
            urls(
                found(
                    "https://social.example/@ann",
                    "<link rel=alternate type='application/activity+json'"
                        + " href='https://social.example/users/ann'>"),
                Sign.SITE))
        .containsExactly("https://social.example/@ann.rss");
    for (var page :
        List.of("@ann/1122", "@ann/media", "@ann/with_replies", "web/@ann", "tags/news")) {
      var own = page.startsWith("tags") ? page : "@ann";
      assertThat(
              urls(found("https://social.example/" + page, "<div id=mastodon></div>"), Sign.SITE))
          .containsExactly("https://social.example/" + own + ".rss");
    }
    assertThat(
            urls(
                found(HOME + "category/news/", "<meta name=generator content='WordPress 6.8'>"),
                Sign.SITE))
        .containsExactly(HOME + "category/news/feed/", HOME + "feed/");
    assertThat(urls(found(HOME, "<link rel='https://api.w.org/' href='/wp-json/'>"), Sign.SITE))
        .containsExactly(HOME + "feed/");
    assertThat(
            urls(
                found(
                    "https://podcasts.example/show/1",
                    "<script>{\"feedUrl\":\"https:\\/\\/feeds.host.example\\/show\"}</script>"),
                Sign.SITE))
        .containsExactly("https://feeds.host.example/show");
  }

  @Test
  void aPageIsReadInItsOwnCharset() {
    var page = "<meta charset=iso-8859-1><link rel=feed title='Süd' href=/f>";
    assertThat(Discovery.candidates(page.getBytes(ISO_8859_1), "", HOME).getFirst().title())
        .isEqualTo("Süd");
    assertThat(
            Discovery.candidates(page.getBytes(UTF_8), "text/html; charset=\"UTF-8\"", HOME)
                .getFirst()
                .title())
        .isEqualTo("Süd");
  }

  @Test
  void anythingAtAllHasBoundedCandidates() {
    var many = new StringBuilder("<div>".repeat(50_000));
    for (var i = 0; i < 20_000; i++) {
      many.append("<a href='/feed/")
          .append(i)
          .append("'>RSS</a><link rel=feed href=/f")
          .append(i)
          .append('>');
    }
    assertThat(found(HOME, many.toString())).hasSizeLessThanOrEqualTo(30);
    assertThat(found(HOME, "")).isNotEmpty();
    var noise = new byte[10_000];
    new Random(7).nextBytes(noise);
    assertThat(Discovery.candidates(noise, "x; charset=nosuch", HOME)).isNotEmpty();
  }

  private static List<Candidate> found(String url, String page) {
    return Discovery.candidates(page.getBytes(UTF_8), "text/html", url);
  }

  private static List<String> urls(List<Candidate> found, Sign sign) {
    return found.stream()
        .filter(candidate -> candidate.sign() == sign)
        .map(Candidate::url)
        .toList();
  }
}
