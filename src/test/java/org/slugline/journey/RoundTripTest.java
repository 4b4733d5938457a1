package org.slugline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slugline.kit.Running;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An editor's program reads an article, changes one field and puts it back: nothing is lost. */
class RoundTripTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String WHOLE =
      """
      {"headline": "Bridge opens", "standfirst": "Ada Quill reports from the bridge", "kicker": "K",
       "dateline": "Oslo", "rights": "© us", "slug": "bridge", "section": "Local",
       "tags": ["A", "B, C"], "language": "nb-NO",
       "authors": [{"name": "Bo", "email": "bo@x.example", "url": "https://x.example/bo", "role": "Rep"}],
       "body": "It is open.\\n\\n> We waited.\\n> — Ann, mayor\\n\\n![](a)\\n\\n  Two  blanks.",
       "images": [{"name": "a", "url": "https://x.example/a.jpg", "caption": "c", "credit": "PA"},
                  {"url": "https://x.example/b/../%s.jpg", "alt": ""}],
       "videos": [{"caption": "What comes next?"}],
       "audio": [{"url": "https://x.example/s.mp3", "length": "1h1s", "bytes": 5}],
       "sources": ["A report", "https://s.example/"]}
      """
          .formatted("long".repeat(100));

  @TempDir Path dir;
  private Running running;

  @BeforeEach
  void open() {
    running = new Running(dir);
  }

  @AfterEach
  void close() {
    running.close();
  }

  @ParameterizedTest
  @CsvSource({
    "draft,text/markdown",
    "scheduled,text/markdown",
    "embargoed,text/markdown",
    "released,text/markdown",
    "released,text/html",
    "released,text/plain",
    "corrected,text/markdown",
    "withdrawn,text/markdown",
    "withdrawn,text/plain",
    "withdrawn draft,text/markdown",
    "withdrawn embargoed,text/html"
  })
  void whatIsReadMayBePutBackWithOneFieldChangedAndAllElseStays(String life, String type) {
    live(life, type);
    var read = read();
    var state = read.get("state").asString();

    var changed = read.deepCopy().put("kicker", "Another");
    var put = put(changed, "If-Match", tag());
    assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    var after = read();
    var own = List.of("kicker", "version", "state", "updated", "note", "published", "draft");
    for (var field : read.properties()) {
      if (!own.contains(field.getKey())) {
        assertThat(after.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue());
      }
    }
    assertThat(after.get("kicker").asString()).isEqualTo("Another");
    assertThat(after.get("body").asString()).contains("It is open.");
    assertThat(after.get("version").asInt()).isEqualTo(read.get("version").asInt() + 1);
    if (read.has("published")) {
      assertThat(after.get("published")).isEqualTo(read.get("published"));
    }
    assertThat(after.has("note")).isFalse();
    if (!state.equals("withdrawn")) {
      assertThat(after.get("state").asString()).isEqualTo(state);
      assertThat(after.get("draft")).isEqualTo(read.get("draft"));
    }

    var stale = put(read.deepCopy(), "If-Match", "\"" + "0".repeat(64) + "\"");
    assertThat(stale.statusCode()).isEqualTo(412);
    var same = put(after.deepCopy(), "If-Match", tag());
    assertThat(same.statusCode()).isEqualTo(200);
    assertThat(read()).as("what is put back as it was writes nothing").isEqualTo(after);
  }

  @Test
  void aWithdrawnPieceComesBackAsItWasReadAndReadersLearnNothingBefore() {
    live("withdrawn", "text/markdown");
    assertThat(running.get("/api/articles/bridge").statusCode()).isEqualTo(410);
    assertThat(running.get("/api/articles/bridge").body()).doesNotContain("It is open");
    var read = read();
    assertThat(read.get("note").asString()).isEqualTo("A hoax.");
    assertThat(put(read, "If-Match", tag()).statusCode()).isEqualTo(200);
    assertThat(running.get("/articles/bridge").body()).contains("It is open.");
    assertThat(read().get("state").asString()).isEqualTo("released");
  }

  @Test
  void aNoteThatOnlyARevisionCanHaveIsNotSwallowed() {
    var refused =
        running.edit("POST", "/api/articles", "{\"headline\": \"x\", \"note\": \"It was wrong.\"}");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("/note", "revision");
  }

  @Test
  void whatCannotBeReadBackIsNotTaken() {
    var refused =
        running.edit(
            "POST",
            "/api/articles",
            """
            {"headline": "x", "videos": ["", "../v", {"caption": "c", "length": "PT-5S"},
             {"caption": "c", "length": "PT99999H"}], "audio": ["a\\\\b", "\\u202eklat.mp3"]}
            """);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(JSON.readTree(refused.body()).get("errors").valueStream())
        .extracting(error -> error.get("pointer").asString())
        .containsExactlyInAnyOrder(
            "/videos/0",
            "/videos/1",
            "/videos/2/length",
            "/videos/3/length",
            "/audio/0",
            "/audio/1/name");
    assertThat(refused.body())
        .as("names that turn the letters of a terminal")
        .doesNotContain(Character.toString(0x202e));
  }

  private void live(String life, String type) {
    var filed = ((ObjectNode) JSON.readTree(WHOLE)).put("body_type", type);
    if (life.endsWith("draft")) {
      filed.put("draft", true);
    }
    if (life.equals("scheduled")) {
      filed.put("published", "2026-03-09T08:00:00Z");
    }
    if (life.endsWith("embargoed")) {
      filed.put("published", "2026-03-01T08:00:00Z").put("embargo", "2026-03-09T08:00:00Z");
    }
    assertThat(running.edit("POST", "/api/articles", filed.toString()).statusCode()).isEqualTo(201);
    running.later(Duration.ofHours(1));
    if (life.equals("corrected")) {
      filed.putObject("revision").put("kind", "correction").put("note", "It opened on Monday.");
      assertThat(put(filed).statusCode()).isEqualTo(200);
    }
    if (life.startsWith("withdrawn")) {
      var gone = running.edit("DELETE", "/api/articles/bridge?note=A%20hoax.", "");
      assertThat(gone.statusCode()).isEqualTo(200);
    }
  }

  private ObjectNode read() {
    var answer = running.edit("GET", "/api/articles/bridge", "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return (ObjectNode) JSON.readTree(answer.body());
  }

  private String tag() {
    var answer = running.edit("GET", "/api/articles/bridge", "");
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  private HttpResponse<String> put(JsonNode json, String... headers) {
    var all =
        new ArrayList<>(
            List.of(
                "Authorization", "Bearer " + Running.EDITOR, "Content-Type", "application/json"));
    all.addAll(List.of(headers));
    return running.send("PUT", "/api/articles/bridge", json.toString(), all.toArray(String[]::new));
  }
}
