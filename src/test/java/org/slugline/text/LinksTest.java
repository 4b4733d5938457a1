package org.slugline.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
  private static final String BASE = "https://post.example:8443/a/b/c.html?q=1#f";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "x | https://post.example:8443/a/b/x",
        "./x/../y | https://post.example:8443/a/b/y",
        "../../../x | https://post.example:8443/x",
        "/x/./y/.. | https://post.example:8443/x/",
        "?x=1 | https://post.example:8443/a/b/c.html?x=1",
        "#x | https://post.example:8443/a/b/c.html?q=1#x",
        "//other.example/x | https://other.example/x",
        "HTTP://Other.example/X | http://Other.example/X",
        "http:/other.example | http://other.example",
        "https:other.example | https://other.example",
        "http:\\\\other.example\\x?a\\b | http://other.example/x?a%5Cb",
        "http://other.example/a b\"<>` | http://other.example/a%20b%22%3C%3E%60",
        "http://other.example/ü/漢?é | http://other.example/ü/漢?é",
        "http://other.example/\u202e\u2028 | http://other.example/%E2%80%AE%E2%80%A8",
        "http://user:pw@other.example/ | http://user:pw@other.example/",
        "http://[::1]/x | http://[::1]/x",
        "http://other.example/%zz%41 | http://other.example/%zz%41",
        "mailto:a@b.example | mailto:a@b.example",
        "MAILTO:a@b.example?subject=x y | mailto:a@b.example?subject=x%20y"
      })
  void addressesAreMadeAbsoluteAsBrowsersDo(String written, String absolute) {
    assertThat(Links.absolute(written, BASE)).isEqualTo(absolute);
    assertThat(Links.absolute(absolute, "")).isEqualTo(absolute);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "javascript:alert(1)",
        "JAVA\tSCRIPT:x",
        "\u0001javascript:x",
        "data:,x",
        "file:///x",
        "ftp://x/",
        "tel:1",
        "urn:x",
        "http://",
        "https:///",
        "http://a b/",
        "http://%41/",
        "mailto:",
        ":x",
        "1a:x",
        "a_b:x",
        "feed:x",
        "http://:80/",
        "blob:http://x"
      })
  void whatLeadsNowhereIsNothing(String written) {
    assertThat(Links.absolute(written, BASE)).isEmpty();
  }

  @Test
  void aBaseThatIsNoneMakesNothingAbsolute() {
    assertThat(Links.absolute("x", "")).isEmpty();
    assertThat(Links.absolute("x", "ftp://a.example/")).isEmpty();
    assertThat(Links.absolute("//a.example/x", "urn:x")).isEmpty();
    assertThat(Links.absolute("x/y", "http://a.example")).isEqualTo("http://a.example/x/y");
    assertThat(Links.absolute("x".repeat(9_000), BASE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://a.example/x?utm_source=rss&id=7&UTM_medium=feed | https://a.example/x?id=7",
        "https://a.example/x?utm_source=rss | https://a.example/x",
        "https://a.example/x?fbclid=1&gclid=2#top | https://a.example/x#top",
        "https://a.example/x?a=1&amp;utm_campaign=c | https://a.example/x?a=1",
        "https://a.example/x#utm_source=rss | https://a.example/x",
        "https://a.example/x?at_medium=RSS&at_campaign=KARANGA | https://a.example/x",
        "https://a.example/x?ref=home&q=utm_source | https://a.example/x?ref=home&q=utm_source",
        "https://a.example/x?a&&b=%26 | https://a.example/x?a&&b=%26",
        "https://www.google.com/url?q=https%3A%2F%2Fa.example%2Fx%3Futm_source%3Dg%26b%3D1&sa=D |"
            + " https://a.example/x?b=1",
        "https://www.google.de/url?rct=j&url=http://a.example/x&ct=ga | http://a.example/x",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fx%3Ffbclid%3D1&h=A |"
            + " https://a.example/x",
        "https://out.reddit.com/t3_1?url=https%3A%2F%2Fa.example%2F&token=A | https://a.example/",
        "https://www.youtube.com/redirect?event=v&q=https%3A%2F%2Fa.example | https://a.example",
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2F&data=1 |"
            + " https://a.example/",
        "https://urldefense.com/v3/__https://a.example/x__;!!a | https://a.example/x",
        "https://a-example.cdn.ampproject.org/c/s/a.example/x.amp.html |"
            + " https://a.example/x.amp.html",
        "https://www.google.com/amp/s/a.example/x | https://a.example/x",
        "https://www.google.com/url?q=javascript:alert(1) |"
            + " https://www.google.com/url?q=javascript:alert(1)",
        "https://www.google.com/search?q=https://a.example |"
            + " https://www.google.com/search?q=https://a.example",
        "https://feedproxy.google.com/~r/a/~3/b/ | https://feedproxy.google.com/~r/a/~3/b/",
        "mailto:a@b.example | mailto:a@b.example"
      })
  void trackingIsTakenOffAndRedirectorsAreUndone(String sent, String clean) {
    assertThat(Links.clean(sent)).isEqualTo(clean);
    assertThat(Links.clean(clean)).isEqualTo(clean);
  }

  @Test
  void redirectorsWithinRedirectorsComeToAnEnd() {
    var nested = "https://a.example/";
    for (var i = 0; i < 3; i++) {
      nested = "https://href.li/?" + nested;
    }
    assertThat(Links.clean(nested)).isEqualTo("https://a.example/");
    assertThat(Links.clean("https://href.li/?".repeat(400) + "x")).startsWith("https://href.li/");
  }

  @Test
  void onePageHasOneKey() {
    assertThat(Links.key("http://www.a.example/x/?utm_source=rss#top"))
        .isEqualTo(Links.key("https://A.example:443/x"));
    assertThat(Links.key("https://a.example/x?id=1"))
        .isNotEqualTo(Links.key("https://a.example/x?id=2"));
  }
}
