package org.slugline.site.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.kit.Running;
import org.slugline.kit.Seed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The article that the project began with, typed into the form, prints what the API prints. */
class SeedAtTheDeskTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path dir;

  @Test
  void atTheDeskItGivesTheSameBytesAsOverHttp() throws Exception {
    Seed.mustBeHere();
    List<String> printed;
    JsonNode article;
    try (var http = Seed.newsroom(dir.resolve("http"))) {
      var filed = http.edit("POST", "/api/articles", Seed.json());
      assertThat(filed.statusCode()).isEqualTo(201);
      article = JSON.readTree(filed.body());
      printed = edition(http);
    }
    assertThat(article.get("videos")).hasSize(3);
    assertThat(article.get("images").get(0).get("credit").asString()).isEqualTo("PA");
    assertThat(article.get("standfirst").asString()).contains("Rachel Younger reports");
    try (var desk = Seed.newsroom(dir.resolve("desk"));
        var editor = new Editor(desk).signIn(Running.EDITOR)) {
      var form = editor.open("/desk/articles/new").form("release");
      for (var name : List.of("headline", "standfirst", "body")) {
        form.with(name, article.get(name).asString());
      }
      rows(form, "videos", article.get("videos"));
      rows(form, "images", article.get("images"));
      assertThat(editor.send(form).text(".done")).isEqualTo("Published.");
      assertThat(edition(desk)).isEqualTo(printed);
      for (var page : edition(desk)) {
        assertThat(page).contains("Credit: PA", "the latest round of diplomacy?");
      }
    }
  }

  private static void rows(Editor.Sheet form, String group, JsonNode rows) {
    for (var i = 0; i < rows.size(); i++) {
      for (var name : List.of("caption", "credit")) {
        if (rows.get(i).has(name)) {
          form.with(group + "." + i + "." + name, rows.get(i).get(name).asString());
        }
      }
    }
  }

  private static List<String> edition(Running slugline) {
    return List.of("/feed.rss", "/feed.atom", "/feed.json", "/articles/" + Seed.SLUG).stream()
        .map(path -> slugline.get(path).body())
        .toList();
  }
}
