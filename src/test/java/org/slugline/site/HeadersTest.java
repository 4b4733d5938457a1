package org.slugline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;

class HeadersTest {
  @Test
  void noReaderGetsACookieWhateverSetsOne() {
    var given =
        HttpFields.build().add("Set-Cookie", "a=b").add("Server", "Jetty").add("ETag", "\"x\"");
    var headers = new Headers(List.of());
    var readers = headers.on(given, false, false);
    assertThat(readers.contains("Set-Cookie")).isFalse();
    assertThat(readers.contains("Server")).isFalse();
    assertThat(readers.get("ETag")).isEqualTo("\"x\"");
    assertThat(headers.on(given, true, false).get("Set-Cookie")).isEqualTo("a=b");
  }
}
