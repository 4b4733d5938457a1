package org.slugline.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sample newsroom's week: outlets, their items, our articles, and which of them tell one story.
 * All of it is invented. Read from {@code demo/}: a line an outlet, a line a story, a file of items
 * a story.
 */
record DemoContent(
    List<DemoPaper> papers,
    List<DemoItem> items,
    List<DemoArticle> articles,
    List<DemoStory> stories) {
  /** Monday; nothing was published before. */
  static final Instant WEEK_BEGINS = Instant.parse("2026-03-02T00:00:00Z");

  /** The Monday after; nothing is published or edited from then on. */
  static final Instant WEEK_ENDS = Instant.parse("2026-03-09T00:00:00Z");

  /** Drawn for it, like the rest invented; they lie beside the articles that show them. */
  private static final List<String> PICTURES =
      List.of("anchorage.jpg", "eide.jpg", "gate.jpg", "hall.jpg", "library.jpg", "vitrine.jpg");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  DemoContent {
    papers = List.copyOf(papers);
    items = List.copyOf(items);
    articles = List.copyOf(articles);
    stories = List.copyOf(stories);
  }

  /** What ships with Slugline. */
  static DemoContent shipped() {
    var papers = lines("outlets.jsonl").stream().map(DemoContent::paper).toList();
    var stories = new ArrayList<DemoStory>();
    var articles = new ArrayList<DemoArticle>();
    var items = new ArrayList<DemoItem>();
    for (var line : lines("stories.jsonl")) {
      var story = new DemoStory(text(line, "story"), text(line, "about"), texts(line, "near"));
      stories.add(story);
      items.addAll(itemsOf(story.key(), story.key()));
      if (line.has("article")) {
        articles.add(article(story.key(), line));
      }
    }
    items.addAll(itemsOf("none", ""));
    return new DemoContent(papers, items, articles, stories);
  }

  /** Puts the pictures into the folder of the articles. */
  static void layPictures(Path folder) throws IOException {
    for (var name : PICTURES) {
      try (var in = DemoContent.class.getResourceAsStream("demo/pictures/" + name)) {
        Files.copy(Objects.requireNonNull(in, name), folder.resolve(name));
      }
    }
  }

  /** The story of every item that has one, by the id under which its outlet serves it. */
  Map<String, String> labels() {
    var labels = new HashMap<String, String>();
    for (var paper : papers) {
      for (var item : items) {
        if (item.outlet().equals(paper.key()) && !item.story().isEmpty()) {
          labels.put(paper.guidOf(item), item.story());
        }
      }
    }
    return Map.copyOf(labels);
  }

  private static DemoPaper paper(JsonNode line) {
    return new DemoPaper(
        text(line, "key"),
        text(line, "name"),
        text(line, "about"),
        text(line, "language"),
        DemoFormat.valueOf(text(line, "format").toUpperCase(Locale.ROOT)),
        ZoneOffset.of(text(line, "zone")),
        text(line, "guid"),
        line.path("undated").asBoolean(false),
        line.path("relative").asBoolean(false));
  }

  private static List<DemoItem> itemsOf(String file, String story) {
    return lines("items/" + file + ".jsonl").stream().map(line -> item(story, line)).toList();
  }

  private static DemoItem item(String story, JsonNode line) {
    var published = Instant.parse(text(line, "published"));
    return new DemoItem(
        story,
        text(line, "outlet"),
        text(line, "id"),
        published,
        published,
        text(line, "title"),
        text(line, "summary"),
        line.path("content").asString(""),
        texts(line, "authors"),
        texts(line, "categories"),
        line.has("edit") ? Optional.of(edit(line.path("edit"))) : Optional.empty());
  }

  private static DemoItem.Edit edit(JsonNode edit) {
    return new DemoItem.Edit(
        Instant.parse(text(edit, "at")), text(edit, "title"), text(edit, "summary"));
  }

  private static DemoArticle article(String story, JsonNode line) {
    var file = text(line, "article");
    var revised =
        line.has("revised")
            ? Optional.of(
                new DemoArticle.Revised(
                    Instant.parse(text(line, "revised")), resource("revised/" + file)))
            : Optional.<DemoArticle.Revised>empty();
    return new DemoArticle(file, resource("articles/" + file), story, revised);
  }

  private static String text(JsonNode node, String field) {
    return node.required(field).stringValue();
  }

  private static List<String> texts(JsonNode node, String field) {
    return node.required(field).valueStream().map(JsonNode::stringValue).toList();
  }

  private static List<JsonNode> lines(String name) {
    return resource(name).lines().map(JSON::readTree).toList();
  }

  private static String resource(String name) {
    try (var in = DemoContent.class.getResourceAsStream("demo/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
