package org.slugline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.kit.Running;
import org.slugline.kit.Seed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The article that the project began with: however it is filed, the same edition is printed. */
class SeedTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path dir;

  @Test
  void asTextAsMarkdownAndOverHttpItGivesTheSameBytes() throws Exception {
    Seed.mustBeHere();
    Map<String, String> printed;
    JsonNode read;
    try (var pasted = Seed.newsroom(dir.resolve("pasted"))) {
      pasted.publishes(Seed.FILE);
      printed = edition(pasted);
      read = JSON.readTree(pasted.edit("GET", "/api/articles/" + Seed.SLUG, "").body());
    }
    assertThat(printed).hasSize(6);
    assertThat(printed.get("/feed.json")).contains("has come from the latest round of diplomacy");

    try (var markdown = Seed.newsroom(dir.resolve("markdown"))) {
      var file = Files.writeString(dir.resolve("seed.md"), markdown(read));
      markdown.publishes(file);
      assertThat(edition(markdown)).isEqualTo(printed);
    }
    try (var http = Seed.newsroom(dir.resolve("http"))) {
      assertThat(http.edit("POST", "/api/articles", Seed.json()).statusCode()).isEqualTo(201);
      assertThat(edition(http)).isEqualTo(printed);
    }
  }

  private static Map<String, String> edition(Running slugline) {
    var printed = new LinkedHashMap<String, String>();
    for (var path :
        List.of(
            "/feed.rss",
            "/feed.atom",
            "/feed.json",
            "/feed",
            "/articles/" + Seed.SLUG,
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
