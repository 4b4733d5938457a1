package org.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A story's words summed, beside a plain map of its members' words. */
class TallyTest {
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Member(int[] terms, int[] weights, boolean[] inTitle) {}

  @ParameterizedTest
  @CsvSource({"1, 0, 50", "2, 1, 40", "3, 60, 300", "4, 250, 900", "5, 255, 256", "6, 300, 5000"})
  void itIsTheSumOfThoseWhoCameAndHaveNotLeft(long seed, int least, int terms) {
    var random = new Random(seed);
    var first = member(random, least, terms);
    var own = first.weights.clone();
    var tally = new Tally();
    tally.begin(first.terms, first.weights, first.inTitle);
    var members = new ArrayList<>(List.of(first));
    check(tally, members, terms);
    for (var i = 0; i < 40; i++) {
      if (i % 3 == 2) {
        put(tally, members.remove(random.nextInt(members.size())), -1);
      } else {
        members.add(member(random, least, terms));
        put(tally, members.getLast(), 1);
      }
      check(tally, members, terms);
    }
    tally.clear();
    check(tally, List.of(), terms);
    assertThat(first.weights).as("the first member's own vector").isEqualTo(own);
  }

  private static void put(Tally tally, Member member, int sign) {
    for (var i = 0; i < member.terms.length; i++) {
      tally.add(
          tally.put(member.terms[i]), sign * member.weights[i], sign, member.inTitle[i] ? sign : 0);
    }
  }

  private static Member member(Random random, int least, int terms) {
    var size = least + random.nextInt(Math.max(1, Math.min(terms - least, 80)));
    var chosen = random.ints(0, terms).distinct().limit(size).toArray();
    var weights = random.ints(size, 1, 4000).toArray();
    var inTitle = new boolean[size];
    for (var i = 0; i < size; i++) {
      inTitle[i] = random.nextInt(4) == 0;
    }
    return new Member(chosen, weights, inTitle);
  }

  private static void check(Tally tally, List<Member> members, int terms) {
    var sums = new TreeMap<Integer, List<Integer>>();
    for (var member : members) {
      for (var i = 0; i < member.terms.length; i++) {
        var title = member.inTitle[i] ? 1 : 0;
        sums.merge(
            member.terms[i],
            List.of(member.weights[i], 1, title),
            (a, b) -> List.of(a.get(0) + b.get(0), a.get(1) + b.get(1), a.get(2) + b.get(2)));
      }
    }
    var told = new TreeMap<Integer, List<Integer>>();
    for (var slot = 0; slot < tally.slots(); slot++) {
      if (tally.term(slot) >= 0) {
        told.put(tally.term(slot), List.of(tally.sum(slot), tally.count(slot), tally.titles(slot)));
      }
    }
    assertThat(told).isEqualTo(sums);
    for (var term = 0; term < terms; term++) {
      var at = tally.find(term);
      assertThat(at >= 0).isEqualTo(sums.containsKey(term));
      if (at >= 0) {
        assertThat(tally.term(at)).isEqualTo(term);
      }
    }
  }
}
