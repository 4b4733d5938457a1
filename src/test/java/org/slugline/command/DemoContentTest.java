package org.slugline.command;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The sample week holds what issue 2 asks of it. */
class DemoContentTest {
  private static final DemoContent DEMO = DemoContent.shipped();

  @Test
  void aWeekIsBigEnoughToShowStoriesGathering() {
    assertThat(DEMO.articles()).hasSize(8);
    assertThat(DEMO.papers()).hasSize(12);
    assertThat(DEMO.items()).hasSizeGreaterThanOrEqualTo(110);
    assertThat(DEMO.stories()).hasSizeGreaterThanOrEqualTo(14);
    assertThat(DEMO.items()).filteredOn(item -> item.story().isEmpty()).hasSizeBetween(5, 15);
  }

  @Test
  void fourFormatsAndFiveLanguagesAreRead() {
    var formats = DEMO.papers().stream().collect(groupingBy(DemoPaper::format, counting()));
    assertThat(formats).containsOnlyKeys(DemoFormat.values()).values().containsOnly(3L);
    assertThat(DEMO.papers())
        .extracting(paper -> paper.language().substring(0, 2))
        .contains("en", "de", "fr", "es", "ar");
    assertThat(DEMO.papers()).filteredOn(DemoPaper::undated).hasSize(1);
    assertThat(DEMO.papers()).filteredOn(DemoPaper::relative).hasSize(1);
  }

  @Test
  void everyItemBelongsToAnOutletAndHasAnIdOfItsOwn() {
    var papers = DEMO.papers().stream().collect(toMap(DemoPaper::key, paper -> paper));
    assertThat(DEMO.items()).allMatch(item -> papers.containsKey(item.outlet()));
    assertThat(DEMO.items())
        .extracting(item -> requireNonNull(papers.get(item.outlet())).guidOf(item))
        .doesNotHaveDuplicates();
    assertThat(DEMO.items())
        .extracting(DemoItem::id)
        .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    assertThat(DEMO.papers()).allMatch(paper -> paper.guid().contains("{id}"));
  }

  @Test
  void everythingHappensWithinOneWeek() {
    assertThat(DEMO.items()).extracting(DemoItem::published).allMatch(DemoContentTest::inTheWeek);
    assertThat(DEMO.items())
        .flatMap(item -> item.edit().stream().toList())
        .isNotEmpty()
        .allMatch(edit -> inTheWeek(edit.at()));
    assertThat(DEMO.items())
        .allMatch(item -> item.edit().stream().allMatch(e -> e.at().isAfter(item.published())));
  }

  @Test
  void whatIsEditedHasNoBodyThatWouldKeepTheOldWords() {
    assertThat(DEMO.items())
        .filteredOn(item -> item.edit().isPresent())
        .hasSizeGreaterThanOrEqualTo(1)
        .allMatch(item -> item.content().isEmpty());
  }

  @Test
  void everyStoryIsToldByThreeOutletsOrMore() {
    var outlets =
        DEMO.items().stream()
            .filter(item -> !item.story().isEmpty())
            .collect(groupingBy(DemoItem::story, mapping(DemoItem::outlet, toSet())));
    assertThat(outlets.keySet())
        .containsExactlyInAnyOrderElementsOf(DEMO.stories().stream().map(DemoStory::key).toList());
    assertThat(outlets.values()).allMatch(told -> told.size() >= 3);
    var items =
        DEMO.items().stream().collect(groupingBy(DemoItem::story, counting())).entrySet().stream()
            .filter(entry -> !entry.getKey().isEmpty())
            .map(Map.Entry::getValue);
    assertThat(items).allMatch(n -> n >= 3 && n <= 12);
  }

  @Test
  void nearMissesAreDeclaredByBothStories() {
    var near = DEMO.stories().stream().collect(toMap(DemoStory::key, DemoStory::near));
    assertThat(near)
        .allSatisfy((story, others) ->
            assertThat(others)
                .allSatisfy(
                    other -> assertThat(near.get(other)).contains(story).isNotEqualTo(story)));
    assertThat(near.values()).filteredOn(others -> !others.isEmpty()).hasSizeGreaterThan(7);
  }

  @Test
  void anAgencysCopyStandsWordForWordInTwoOutletsTwice() {
    var twins =
        DEMO.items().stream()
            .collect(groupingBy(item -> List.of(item.title(), item.summary(), item.content())))
            .values()
            .stream()
            .filter(same -> same.size() > 1)
            .toList();
    assertThat(twins)
        .hasSize(2)
        .allSatisfy(same -> {
          assertThat(same).extracting(DemoItem::outlet).hasSize(2).doesNotHaveDuplicates();
          assertThat(same).extracting(DemoItem::story).containsOnly(same.getFirst().story());
          assertThat(same).allMatch(item -> item.authors().equals(List.of("Quillon Press Agency")));
        });
    assertThat(DEMO.items()).extracting(DemoItem::summary).doesNotContain("");
  }

  @Test
  void theLabelsNameTheStoryOfEveryItemThatHasOne() {
    var labels = DEMO.labels();
    assertThat(labels)
        .hasSize((int) DEMO.items().stream().filter(item -> !item.story().isEmpty()).count())
        .containsEntry("https://harbour-ledger.example/news/dockers-out", "port-strike")
        .containsEntry("tl:athletic-town-report", "cup-athletic")
        .doesNotContainKey("tl:skating-marathon");
  }

  @Test
  void ourArticlesAreFilesInTheFormOfTheContract() {
    assertThat(DEMO.articles()).extracting(DemoArticle::story).doesNotHaveDuplicates();
    for (var article : DEMO.articles()) {
      var fields = frontMatter(article.text());
      assertThat(fields)
          .as(article.file())
          .containsKeys("headline", "standfirst", "kicker", "section", "authors", "tags");
      assertThat(fields.get("published"))
          .as(article.file())
          .satisfies(time -> assertThat(inTheWeek(Instant.parse("" + time))).isTrue());
    }
    assertThat(DEMO.articles()).filteredOn(a -> a.text().contains("\nlanguage: de\n")).hasSize(1);
    assertThat(DEMO.articles())
        .filteredOn(a -> Pattern.compile("(?m)^> — .+, .+$").matcher(a.text()).find())
        .hasSizeGreaterThanOrEqualTo(2);
    assertThat(DEMO.articles()).noneMatch(a -> a.text().contains("url:"));
  }

  @Test
  void everyPictureAndVideoThatAnArticlePlacesIsDeclared() {
    for (var article : DEMO.articles()) {
      var fields = frontMatter(article.text());
      var placed =
          Pattern.compile("(?m)^!\\[]\\((\\w+)\\)$")
              .matcher(article.text())
              .results()
              .map(m -> m.group(1));
      var declared = fields.getOrDefault("images", "") + " " + fields.getOrDefault("videos", "");
      assertThat(placed).allMatch(name -> declared.contains("name=" + name + ","));
    }
  }

  @Test
  void oneArticleIsCorrectedLaterUnderItsAddress() {
    var revised = DEMO.articles().stream().filter(a -> a.revised().isPresent()).toList();
    assertThat(revised).hasSize(1);
    var before = frontMatter(revised.getFirst().text());
    var after = frontMatter(revised.getFirst().revised().orElseThrow().text());
    assertThat(after.get("slug")).isEqualTo(before.get("slug")).isNotNull();
    assertThat(after.get("published")).isEqualTo(before.get("published"));
    assertThat(after.get("headline")).isNotEqualTo(before.get("headline"));
    assertThat(after).extractingByKey("revision").asString().contains("kind=correction", "note=");
    assertThat(revised.getFirst().revised().orElseThrow().at())
        .isAfter(Instant.parse(requireNonNull(before.get("published")).toString()))
        .isBefore(DemoContent.WEEK_ENDS);
  }

  private static boolean inTheWeek(Instant time) {
    return !time.isBefore(DemoContent.WEEK_BEGINS) && time.isBefore(DemoContent.WEEK_ENDS);
  }

  private static Map<String, Object> frontMatter(String text) {
    assertThat(text).startsWith("---\n");
    var yaml = text.substring(4, text.indexOf("\n---\n"));
    var read = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return ((Map<?, ?>) read)
        .entrySet().stream().collect(toMap(e -> e.getKey().toString(), Map.Entry::getValue));
  }
}
