package org.slugline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.kit.LoopbackOutlet;
import org.slugline.kit.Running;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An outlet is added by the address of its feed or of its site, by a program. */
class OutletApiTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<String, String> HTML = Map.of("Content-Type", "text/html");
  private static final String FEED =
      "<rss version='2.0'><channel><title>The Harbour Post</title>"
          + "<item><title>Bridge opens</title></item></channel></rss>";

  @TempDir Path dir;
  private LoopbackOutlet loop;
  private Running running;

  @BeforeEach
  void open() {
    loop = new LoopbackOutlet().at("/news", 200, Map.of(), FEED).at("/sport", 200, Map.of(), FEED);
    running = new Running(dir, loop.address());
  }

  @AfterEach
  void close() {
    running.close();
    loop.close();
  }

  private static String link(String title, String href) {
    return "<link rel=alternate type=application/rss+xml title=%s href=%s>".formatted(title, href);
  }

  private JsonNode add(int status, String json) {
    var answer = running.edit("POST", "/api/outlets", json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return JSON.readTree(answer.body());
  }

  private JsonNode add(int status, String path, String more) {
    return add(status, "{\"url\": \"" + loop.url(path) + "\"" + more + "}");
  }

  private static String fault(JsonNode problem, String member) {
    return problem.get("errors").get(0).get(member).asString();
  }

  @Test
  void aFeedIsAskedOnceAndStored() {
    var outlet = add(201, "/news", ", \"title\": \"Ours\", \"labels\": [\"Local\"]");
    assertThat(outlet.get("url").asString()).isEqualTo(loop.url("/news"));
    assertThat(outlet.get("title").asString()).isEqualTo("Ours");
    assertThat(loop.asked()).hasSize(1);
    add(200, "/news", "");
    assertThat(loop.asked()).as("what is read already is not asked").hasSize(1);
  }

  @Test
  void aPageLeadsToItsFeed() {
    loop.at("/", 200, HTML, link("News", "/news"));
    assertThat(add(201, "/", "").get("url").asString()).isEqualTo(loop.url("/news"));
    assertThat(loop.asked()).hasSize(2);
  }

  @Test
  void ofSeveralFeedsThoseToChooseFromAreNamed() {
    loop.at("/", 200, HTML, link("News", "/news") + link("Sport", "/sport"));
    var problem = add(422, "/", "");
    assertThat(problem.get("type").asString()).endsWith("/problems/several-feeds");
    assertThat(problem.get("candidates").size()).isEqualTo(2);
    var second = problem.get("candidates").get(1);
    assertThat(second.get("title").asString()).isEqualTo("Sport");
    add(201, "{\"url\": \"" + second.get("url").asString() + "\"}");
    assertThat(running.get("/problems/several-feeds").statusCode()).isEqualTo(200);
  }

  @Test
  void aPageWithoutAFeedIsRefusedAndNobodyThereIsNot() {
    loop.at("/", 200, HTML, "Welcome").at("/ill", 503, Map.of(), "");
    assertThat(fault(add(422, "/", ""), "detail")).contains("no feed");
    assertThat(add(201, "/ill", "").get("unchecked").asString()).contains("503");
    add(422, "{\"url\": \"http://169.254.169.254/latest\"}");
    add(201, "/", ", \"discover\": false");
    assertThat(fault(add(422, "/x", ", \"discover\": 1"), "pointer")).isEqualTo("/discover");
  }

  @Test
  void slowSitesDoNotHoldTheServer() throws InterruptedException {
    var hold = new CountDownLatch(1);
    var asking = new CountDownLatch(1);
    loop.at(
        "/slow",
        (asked, out, socket) -> {
          asking.countDown();
          hold.await();
          return LoopbackOutlet.plain(404, Map.of(), new byte[0]).give(asked, out, socket);
        });
    var clients =
        IntStream.range(0, 6)
            .mapToObj(_ ->
                CompletableFuture.supplyAsync(
                    this::slow, command -> Thread.ofVirtual().start(command)))
            .toList();
    asking.await();
    while (clients.stream().filter(CompletableFuture::isDone).count() < 2) {
      Thread.onSpinWait();
    }
    assertThat(running.get("/api/outlets").statusCode()).isEqualTo(200);
    hold.countDown();
    assertThat(clients).extracting(CompletableFuture::join).containsOnly(422, 503);
  }

  private int slow() {
    return running
        .edit("POST", "/api/outlets", "{\"url\": \"" + loop.url("/slow") + "\"}")
        .statusCode();
  }

  @Test
  void theDoctorsFindingStandsInTheHealth() {
    loop.at("/ill", 404, Map.of(), "");
    add(201, "/ill", ", \"discover\": false");
    running.round();
    var health = JSON.readTree(running.edit("GET", "/api/outlets/1/health", "").body());
    assertThat(health.get("ill").asBoolean()).isTrue();
    assertThat(health.get("error").asString()).contains("404");
    assertThat(health.get("advice").asString()).contains("--discover");
    assertThat(health.get("since").asString()).isNotBlank();
  }
}
