package org.slugline.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.kit.Running;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The article that the project began with: however it is filed, the same edition is printed. */
class SeedTest {
  private static final Path SEED = Path.of("../shared/seed/000_96e8128abc8b9248.txt");
  private static final Instant DAY = Instant.parse("2022-02-08T13:00:00Z");
  private static final String SLUG =
      "uk-sends-350-troops-to-poland-amid-fears-that-russia-will-invade-ukraine";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path dir;

  @Test
  void asTextAsMarkdownAndOverHttpItGivesTheSameBytes() throws Exception {
    assumeTrue(Files.exists(SEED), "../shared is not here");
    var text = Files.readString(SEED);
    Map<String, String> printed;
    JsonNode read;
    try (var pasted = newsroom("pasted")) {
      pasted.publishes(SEED);
      printed = edition(pasted);
      read = JSON.readTree(pasted.edit("GET", "/api/articles/" + SLUG, "").body());
    }
    assertThat(printed).hasSize(6);
    assertThat(printed.get("/feed.json")).contains("has come from the latest round of diplomacy");

    try (var markdown = newsroom("markdown")) {
      var file = Files.writeString(dir.resolve("seed.md"), markdown(read));
      markdown.publishes(file);
      assertThat(edition(markdown)).isEqualTo(printed);
    }
    try (var http = newsroom("http")) {
      var body = JSON.createObjectNode();
      body.put("headline", text.lines().findFirst().orElseThrow());
      body.put("body", text);
      body.put("body_type", "text/plain");
      assertThat(http.edit("POST", "/api/articles", body.toString()).statusCode()).isEqualTo(201);
      assertThat(edition(http)).isEqualTo(printed);
    }
  }

  private Running newsroom(String name) throws Exception {
    return new Running(
        Files.createDirectory(dir.resolve(name)),
        DAY,
        Map.of("masthead.base", "https://news.example"));
  }

  private static Map<String, String> edition(Running slugline) {
    var printed = new LinkedHashMap<String, String>();
    for (var path :
        List.of(
            "/feed.rss",
            "/feed.atom",
            "/feed.json",
            "/feed",
            "/articles/" + SLUG,
            "/news-sitemap.xml")) {
      printed.put(path, slugline.get(path).body());
    }
    return printed;
  }

  /** As an editor would have written it: what the pasted text was understood to say. */
  private static String markdown(JsonNode article) {
    var file = new StringBuilder("---\n");
    for (var field : List.of("headline", "standfirst", "images", "videos")) {
      file.append(field).append(": ").append(article.get(field)).append('\n');
    }
    return file.append("---\n").append(article.get("body").asString()).toString();
  }
}
