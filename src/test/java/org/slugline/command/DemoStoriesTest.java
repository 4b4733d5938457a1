package org.slugline.command;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.slugline.story.Grouping;
import org.slugline.story.Piece;
import org.slugline.story.Rehearsal;

/** What the engine, as shipped, makes of the sample week. */
class DemoStoriesTest {
  private static final DemoContent DEMO = DemoContent.shipped();
  private static final Map<String, DemoPaper> PAPERS =
      DEMO.papers().stream().collect(toMap(DemoPaper::key, paper -> paper));

  private final Map<String, DemoItem> items = new HashMap<>();
  private final Map<Long, Set<String>> clusters = grouped();

  @Test
  void everyStoryGathersThreeOutletsOrMore() {
    for (var story : DEMO.stories()) {
      assertThat(clusters.values())
          .as(story.about())
          .anySatisfy(cluster ->
              assertThat(outletsOn(story.key(), cluster)).hasSizeGreaterThanOrEqualTo(3));
    }
  }

  @Test
  void noTwoStoriesAreTakenForOne() {
    assertThat(clusters.values())
        .extracting(cluster -> cluster.stream().map(id -> item(id).story()).collect(toSet()))
        .allSatisfy(stories -> assertThat(stories).hasSize(1));
  }

  private Map<Long, Set<String>> grouped() {
    var rehearsal = new Rehearsal(Grouping.DEFAULT);
    DEMO.items().stream()
        .sorted(comparing(DemoItem::published))
        .forEach(item -> {
          var id = item.outlet() + "/" + item.id();
          items.put(id, item);
          rehearsal.keep(rehearsal.place(piece(id, item)));
        });
    return rehearsal.clusters().entrySet().stream()
        .collect(groupingBy(Map.Entry::getValue, mapping(Map.Entry::getKey, toSet())));
  }

  private static Piece piece(String id, DemoItem item) {
    var language = requireNonNull(PAPERS.get(item.outlet())).language();
    var time = item.published();
    return new Piece(
        id, item.outlet(), language, time, time, item.title(), item.summary(), item.content());
  }

  private Set<String> outletsOn(String story, Set<String> cluster) {
    return cluster.stream()
        .map(this::item)
        .filter(item -> item.story().equals(story))
        .map(DemoItem::outlet)
        .collect(toSet());
  }

  private DemoItem item(String id) {
    return requireNonNull(items.get(id));
  }
}
