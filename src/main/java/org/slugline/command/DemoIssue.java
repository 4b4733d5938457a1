package org.slugline.command;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;

/**
 * What an outlet's feed holds at one moment: a function of the moment and nothing else.
 *
 * @param base the outlet's address, with a slash at its end
 * @param items newest first
 * @param changed when any of it last changed, in whole seconds
 */
record DemoIssue(DemoPaper paper, String base, List<DemoItem> items, Instant changed) {
  private static final int LONGEST = 20;

  DemoIssue {
    items = List.copyOf(items);
  }

  /**
   * @param all the outlet's items of the whole week
   */
  static DemoIssue of(DemoPaper paper, String base, List<DemoItem> all, Instant now) {
    var out =
        all.stream()
            .filter(item -> !item.published().isAfter(now))
            .map(item -> item.asOf(now))
            .sorted(comparing(DemoItem::published).reversed().thenComparing(DemoItem::id))
            .limit(LONGEST)
            .toList();
    var changed =
        out.stream().map(DemoItem::updated).max(Instant::compareTo).orElse(DemoContent.WEEK_BEGINS);
    return new DemoIssue(paper, base, out, changed);
  }

  String feed() {
    return base + "feed." + paper.format().suffix();
  }

  String address(DemoItem item) {
    return base + item.id();
  }

  String print() {
    return switch (paper.format()) {
      case RSS -> DemoRss.print(this);
      case RDF -> DemoRdf.print(this);
      case ATOM -> DemoAtom.print(this);
      case JSON -> DemoJsonFeed.print(this);
    };
  }
}
