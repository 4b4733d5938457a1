package org.slugline.kit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The article that the project began with, and a newsroom of its day. */
public final class Seed {
  public static final Path FILE = Path.of("../shared/seed/000_96e8128abc8b9248.txt");
  public static final String SLUG =
      "uk-sends-350-troops-to-poland-amid-fears-that-russia-will-invade-ukraine";
  private static final Instant DAY = Instant.parse("2022-02-08T13:00:00Z");

  private Seed() {}

  /** Passes a test over where the article does not lie beside the checkout. */
  public static void mustBeHere() {
    assumeTrue(Files.exists(FILE), "../shared is not here");
  }

  public static Running newsroom(Path directory) throws IOException {
    return new Running(
        Files.createDirectory(directory), DAY, Map.of("masthead.base", "https://news.example"));
  }

  /** As it goes to the API: pasted. */
  public static String json() throws IOException {
    var text = Files.readString(FILE);
    return JsonMapper.shared()
        .createObjectNode()
        .put("headline", text.lines().findFirst().orElseThrow())
        .put("body", text)
        .put("body_type", "text/plain")
        .toString();
  }
}
