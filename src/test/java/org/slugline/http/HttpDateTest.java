package org.slugline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpDateTest {
  private static final Instant AT = Instant.parse("1994-11-06T08:49:37Z");

  @Test
  void allThreeFormsOfTheStandardAreRead() {
    assertThat(HttpDate.parse("Sun, 06 Nov 1994 08:49:37 GMT")).contains(AT);
    assertThat(HttpDate.parse("Sunday, 06-Nov-94 08:49:37 GMT")).contains(AT);
    assertThat(HttpDate.parse("Sun Nov  6 08:49:37 1994")).contains(AT);
  }

  @Test
  void whatIsWrittenIsReadBack() {
    assertThat(HttpDate.format(AT)).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
    assertThat(HttpDate.parse(HttpDate.format(AT))).contains(AT);
  }

  @Test
  void whatIsNoDateIsNone() {
    for (var text :
        new String[] {
          "",
          "0",
          "-1",
          "tomorrow",
          "Sun, 31 Feb 1994 08:49:37 GMT",
          "Sun, 06 Nov 1994 25:00:00 GMT",
          "Sun, 06 Foo 1994 08:49:37 GMT",
          "1994-11-06T08:49:37Z"
        }) {
      assertThat(HttpDate.parse(text)).as(text).isEmpty();
    }
  }

  @Test
  void freshnessIsMaxAgeElseExpires() {
    assertThat(Freshness.lifetime("public, max-age=600", "", "", AT))
        .contains(Duration.ofMinutes(10));
    assertThat(Freshness.lifetime("MAX-AGE=\"60\"", "", "", AT)).contains(Duration.ofMinutes(1));
    assertThat(
            Freshness.lifetime(
                "", "Sun, 06 Nov 1994 09:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT", AT))
        .contains(Duration.ofHours(1));
    assertThat(Freshness.lifetime("", "0", "", AT)).contains(Duration.ZERO);
    assertThat(Freshness.lifetime("no-cache, max-age=600", "", "", AT)).contains(Duration.ZERO);
    assertThat(Freshness.lifetime("private", "", "", AT)).isEmpty();
    assertThat(Freshness.lifetime("max-age=99999999999999999999", "", "", AT))
        .hasValueSatisfying(some -> assertThat(some).isGreaterThan(Duration.ofDays(365)));
  }

  @Test
  void retryAfterIsSecondsOrADate() {
    assertThat(Freshness.retryAfter("120", AT)).contains(Duration.ofMinutes(2));
    assertThat(Freshness.retryAfter("Sun, 06 Nov 1994 09:49:37 GMT", AT))
        .contains(Duration.ofHours(1));
    assertThat(Freshness.retryAfter("Sun, 06 Nov 1994 07:49:37 GMT", AT)).contains(Duration.ZERO);
    assertThat(Freshness.retryAfter("-5", AT)).isEmpty();
    assertThat(Freshness.retryAfter("", AT)).isEmpty();
    assertThat(Freshness.retryAfter("Fri, 31 Dec 9999 23:59:59 GMT", AT))
        .hasValueSatisfying(some -> assertThat(some).isLessThan(Duration.ofDays(4000)));
  }

  @Test
  void whoAsksForRestCarelesslyIsUnderstoodToo() {
    var hour = Duration.ofHours(1);
    for (var text : List.of("3600, 20", "3600.5", "+3600", "3600s", "3600 seconds", "3600; x")) {
      assertThat(Freshness.retryAfter(text, AT)).as(text).contains(hour);
    }
    assertThat(Freshness.retryAfter("Sun, 06 Nov 1994 09:49:37 +0000", AT)).contains(hour);
    assertThat(Freshness.retryAfter("1994-11-06", AT)).isEmpty();
    assertThat(Freshness.left("max-age=7200", "", "", "3600, 20", AT)).contains(hour);
  }

  @Test
  void wordsInsideOtherWordsOfCacheControlAreNotMeant() {
    var minute = Duration.ofMinutes(1);
    assertThat(Freshness.lifetime("no-cache=\"set-cookie\", max-age=60", "", "", AT))
        .contains(minute);
    assertThat(Freshness.lifetime("x-max-age=7200,max-age=60", "", "", AT)).contains(minute);
    assertThat(Freshness.lifetime("s-maxage=60", "", "", AT)).isEmpty();
    assertThat(Freshness.lifetime("private,no-store ,max-age=60", "", "", AT))
        .contains(Duration.ZERO);
  }
}
