package org.slugline.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** Keeps the newest entries of a document that has too many, in the document's order. */
final class Shelf {
  private final int most;
  private List<Draft> drafts = new ArrayList<>();

  Shelf(int most) {
    this.most = Math.max(1, most);
  }

  void add(Draft entry) {
    // thinned now and then, so that a document of nothing but <item/> cannot fill the memory
    if (drafts.size() >= 2L * most + 100) {
      drafts = new ArrayList<>(newest());
    }
    drafts.add(entry);
  }

  List<Draft> newest() {
    if (drafts.size() <= most) {
      return drafts;
    }
    var dates = new Instant[drafts.size()];
    var last = Instant.MAX;
    for (var i = 0; i < dates.length; i++) {
      // one without a date is as old as the one above it
      last = drafts.get(i).date().orElse(last);
      dates[i] = last;
    }
    var kept = new HashSet<Integer>();
    IntStream.range(0, dates.length)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> dates[i]).reversed())
        .limit(most)
        .forEach(kept::add);
    return IntStream.range(0, dates.length).filter(kept::contains).mapToObj(drafts::get).toList();
  }
}
