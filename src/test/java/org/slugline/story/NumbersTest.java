package org.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Terms under numbers, beside a plain map that does the same slowly. */
class NumbersTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aTermKeepsItsNumberUntilItIsForgottenAndNoTwoHaveOne(long seed) {
    var random = new Random(seed);
    var numbers = new Numbers();
    var known = new HashMap<String, Integer>();
    var texts = new ArrayList<String>();
    for (var i = 0; i < 60_000; i++) {
      var term = term(random);
      if (random.nextInt(3) > 0 || texts.isEmpty()) {
        var text = "a " + term + ":1f b";
        var number =
            random.nextBoolean() ? numbers.give(term) : numbers.give(text, 2, 2 + term.length());
        assertThat(number).isEqualTo(known.getOrDefault(term, number));
        if (known.put(term, number) == null) {
          texts.add(term);
        }
      } else {
        var at = random.nextInt(texts.size());
        var gone = texts.set(at, texts.getLast());
        texts.removeLast();
        numbers.forget(known.getOrDefault(gone, -1));
        known.remove(gone);
        assertThat(numbers.find(gone)).isNegative();
      }
    }
    assertThat(numbers.size()).isEqualTo(known.size());
    assertThat(new HashSet<>(known.values())).hasSize(known.size());
    known.forEach((term, number) -> {
      assertThat(numbers.find(term)).isEqualTo(number);
      assertThat(numbers.name(number)).isEqualTo(term);
      assertThat(number).isLessThan(numbers.limit());
    });
  }

  @Test
  void termsOfOneHashStayApart() {
    var numbers = new Numbers();
    var one = numbers.give("AaBB"); // all of these have one String.hashCode
    var other = numbers.give("BBAa");
    var third = numbers.give("AaAa");
    assertThat(new HashSet<>(java.util.List.of(one, other, third))).hasSize(3);
    numbers.forget(one);
    assertThat(numbers.find("AaBB")).isNegative();
    assertThat(numbers.find("BBAa")).isEqualTo(other);
    assertThat(numbers.find("AaAa")).isEqualTo(third);
    assertThat(numbers.give("BBBB")).isEqualTo(one);
  }

  /** Of few letters, so that many come again, and some with one hash. */
  private static String term(Random random) {
    var letters = new StringBuilder();
    for (var i = random.nextInt(3); i >= 0; i--) {
      letters.append(random.nextBoolean() ? "Aa" : "BB").append((char) ('é' + random.nextInt(20)));
    }
    return letters.toString();
  }
}
