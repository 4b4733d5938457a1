package org.slugline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.slugline.http.Conditional.Verdict.FAILED;
import static org.slugline.http.Conditional.Verdict.NOT_MODIFIED;
import static org.slugline.http.Conditional.Verdict.PROCEED;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** RFC 9110 §13, line by line. */
class ConditionalTest {
  private static final EntityTag TAG = EntityTag.strong("v2");
  private static final Instant CHANGED = Instant.parse("2026-03-02T12:00:00.750Z");
  private static final String THEN = "Mon, 02 Mar 2026 12:00:00 GMT";
  private static final String BEFORE = "Mon, 02 Mar 2026 11:59:59 GMT";

  @Test
  void aTagInAListSparesTheBodyHoweverWeakItIsWritten() {
    assertThat(noneMatch("\"v1\", \"v2\"")).isEqualTo(NOT_MODIFIED);
    assertThat(noneMatch("W/\"v2\"")).isEqualTo(NOT_MODIFIED);
    assertThat(noneMatch("\"v1\",W/\"v0\"  ,\t\"v2\"")).isEqualTo(NOT_MODIFIED);
    assertThat(noneMatch("\"v1\", \"v3\"")).isEqualTo(PROCEED);
  }

  @Test
  void aStarMatchesWhateverThereIs() {
    assertThat(noneMatch("*")).isEqualTo(NOT_MODIFIED);
    assertThat(noneMatch(" * ")).isEqualTo(NOT_MODIFIED);
    assertThat(noneMatch("\"*\"")).isEqualTo(PROCEED);
  }

  @Test
  void commasAndSpacesInsideATagArePartOfIt() {
    assertThat(EntityTag.list("\"a,b\", \"c\"")).extracting(EntityTag::opaque).contains("a,b", "c");
    assertThat(noneMatch("\"v1,v2\"")).isEqualTo(PROCEED);
  }

  @Test
  void whatIsNoTagIsPassedOverAndHidesNoOther() {
    assertThat(noneMatch("v2")).isEqualTo(PROCEED);
    assertThat(noneMatch("v1, \"v2\"")).isEqualTo(NOT_MODIFIED);
    assertThat(noneMatch("\"v2")).isEqualTo(PROCEED);
    assertThat(noneMatch("W/v2, ,, \"v2\"")).isEqualTo(NOT_MODIFIED);
    assertThat(EntityTag.list("w/\"v2\"")).containsExactly(TAG);
  }

  @Test
  void tagsWinOverDates() {
    assertThat(Conditional.of("", "\"old\"", THEN, "").judge(true, TAG, CHANGED))
        .isEqualTo(PROCEED);
    assertThat(Conditional.of("", "\"v2\"", BEFORE, "").judge(true, TAG, CHANGED))
        .isEqualTo(NOT_MODIFIED);
  }

  @Test
  void aDateAloneIsComparedBySecondsAndOnlyForReading() {
    assertThat(since(THEN)).isEqualTo(NOT_MODIFIED);
    assertThat(since(BEFORE)).isEqualTo(PROCEED);
    assertThat(since("Monday, 02-Mar-26 12:00:00 GMT")).isEqualTo(NOT_MODIFIED);
    assertThat(since("Mon Mar  2 12:00:00 2026")).isEqualTo(NOT_MODIFIED);
    assertThat(Conditional.of("", "", THEN, "").judge(false, TAG, CHANGED)).isEqualTo(PROCEED);
  }

  @Test
  void aDateThatCannotBeReadIsIgnored() {
    assertThat(since("yesterday")).isEqualTo(PROCEED);
    assertThat(since("2026-03-02T12:00:00Z")).isEqualTo(PROCEED);
    assertThat(Conditional.of("", "", "", "soon").judge(true, TAG, CHANGED)).isEqualTo(PROCEED);
  }

  @Test
  void ifMatchComparesStronglyAndGoesFirst() {
    assertThat(match("\"v1\", \"v2\"")).isEqualTo(PROCEED);
    assertThat(match("W/\"v2\"")).isEqualTo(FAILED);
    assertThat(match("*")).isEqualTo(PROCEED);
    assertThat(Conditional.of("\"v1\"", "\"v2\"", "", "").judge(true, TAG, CHANGED))
        .isEqualTo(FAILED);
    assertThat(Conditional.of("\"v2\"", "\"v2\"", "", BEFORE).judge(true, TAG, CHANGED))
        .isEqualTo(NOT_MODIFIED);
  }

  @Test
  void ifUnmodifiedSinceCountsWithoutIfMatch() {
    assertThat(Conditional.of("", "", "", BEFORE).judge(true, TAG, CHANGED)).isEqualTo(FAILED);
    assertThat(Conditional.of("", "", "", THEN).judge(true, TAG, CHANGED)).isEqualTo(PROCEED);
  }

  @Test
  void writingWithAMatchingTagFails() {
    assertThat(Conditional.of("", "*", "", "").judge(false, TAG, CHANGED)).isEqualTo(FAILED);
  }

  @Test
  void aHeaderOfManyTagsCostsLittle() {
    var list = "\"x\",".repeat(100_000) + "\"v2\"";
    assertThat(EntityTag.list(list)).hasSize(100);
  }

  private static Conditional.Verdict noneMatch(String header) {
    return Conditional.of("", header, "", "").judge(true, TAG, CHANGED);
  }

  private static Conditional.Verdict match(String header) {
    return Conditional.of(header, "", "", "").judge(true, TAG, CHANGED);
  }

  private static Conditional.Verdict since(String header) {
    return Conditional.of("", "", header, "").judge(true, TAG, CHANGED);
  }
}
