package org.slugline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every file of the corpus is read as its first comment says. */
class CorpusTest {
  @TestFactory
  Stream<DynamicTest> everyCaseIsReadAsItSays() {
    return Case.all()
        .map(one ->
            DynamicTest.dynamicTest(one.toString(), () -> assertThat(one.faults()).isEmpty()));
  }

  @Test
  void thereAreAtLeastFourHundredCasesAndEachExpectsSomething() {
    assertThat(Case.all()).hasSizeGreaterThanOrEqualTo(400);
    assertThat(Case.all()).allSatisfy(one -> assertThat(one.expectations()).isNotEmpty());
  }
}
