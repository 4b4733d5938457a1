package org.slugline.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
  @ParameterizedTest
  @CsvSource({
    "HTTPS://Example.COM:443/Feed#top, https://example.com/Feed",
    "http://example.com, http://example.com/",
    "feed:https://example.com/a, https://example.com/a",
    "feed://example.com/a, http://example.com/a",
    "//example.com/a, http://example.com/a",
    "example.com/feed.xml, https://example.com/feed.xml",
    "http://bücher.example/ä b, http://xn--bcher-kva.example/%C3%A4%20b",
    "http://example.com/a/../b, http://example.com/b",
  })
  void anAddressHasOneForm(String typed, String stored) {
    assertThat(WebAddress.of(typed))
        .isInstanceOfSatisfying(
            WebAddress.Good.class, good -> assertThat(good.url()).isEqualTo(stored));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ftp://example.com/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:,x",
        "http://",
        "http://user:pass@example.com/",
        "http://user@example.com/",
        "just words",
        "gopher://example.com",
        "jar:http://example.com!/x"
      })
  void whatIsNoneIsRefusedInWords(String typed) {
    assertThat(WebAddress.of(typed))
        .isInstanceOfSatisfying(WebAddress.Bad.class, bad -> assertThat(bad.why()).isNotBlank());
  }

  @Test
  void anAddressHasAnEnd() {
    assertThat(WebAddress.of("http://example.com/" + "a".repeat(1981)))
        .isInstanceOf(WebAddress.Good.class);
    assertThat(WebAddress.of("http://example.com/" + "a".repeat(1982)))
        .isInstanceOf(WebAddress.Bad.class);
  }
}
