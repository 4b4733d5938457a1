package org.slugline.story;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Events of one kind that differ in who, where or how many, each told by several outlets on the
 * same two days: made from {@code near-misses.txt}, where a section is a kind and a language, then
 * ways to tell it, then the events: a name, by which it is one event in all languages, and its
 * particulars.
 */
final class NearMisses {
  private static final Instant START = Instant.parse("2022-02-07T06:00:00Z");
  private static final String[] PREFIXES = {"", "", "", "BREAKING: ", "WATCH: ", "UPDATE 1-"};
  private static final String[] SUFFIXES = {
    "", "", "", " | Daily Courier", " - The Bugle", " – live"
  };
  private static final List<String> ROUND_UPS =
      List.of(
          "Morning briefing: what you need to know today",
          "Five things to know this morning",
          "What we know so far",
          "Evening digest: the day in pictures");

  private NearMisses() {}

  /** Events and outlets' habits are drawn by {@code seed}; every kind is told in its own words. */
  static Recorded make(Path templates, long seed) throws IOException {
    var random = new Random(seed);
    var pieces = new ArrayList<Piece>();
    var stories = new HashMap<String, String>();
    var section = "";
    var tellings = new ArrayList<String>();
    for (var line : Files.readAllLines(templates, StandardCharsets.UTF_8)) {
      if (line.startsWith("# ")) {
        section = line.substring(2);
        tellings.clear();
      } else if (line.startsWith("- ")) {
        tell(section, line.substring(2), tellings, random, pieces, stories);
      } else if (!line.isBlank()) {
        tellings.add(line);
      }
    }
    for (var day = 0; day < 2; day++) {
      for (var title : ROUND_UPS) {
        var at = START.plus(Duration.ofMinutes(1440L * day + random.nextInt(60)));
        pieces.add(new Piece("r" + pieces.size(), title, "en", at, at, title, ""));
        stories.put("r" + (pieces.size() - 1), "roundup" + title.hashCode() + "-" + day);
      }
    }
    pieces.sort(Comparator.comparing(Piece::seen).thenComparing(Piece::id));
    var name = templates.getFileName().toString().replace(".txt", "");
    return new Recorded(name, pieces, stories);
  }

  private static void tell(
      String section,
      String named,
      List<String> tellings,
      Random random,
      List<Piece> pieces,
      Map<String, String> stories) {
    var begins = random.nextInt(24 * 60);
    var order = new ArrayList<>(tellings);
    Collections.shuffle(order, random);
    var event = named.substring(named.indexOf(' ') + 1);
    var label =
        section.substring(0, section.indexOf(' ')) + ":" + named.substring(0, named.indexOf(' '));
    for (var telling : order) {
      var words = telling;
      for (var slot : event.split(";")) {
        var is = slot.indexOf('=');
        words = words.replace("{" + slot.substring(0, is) + "}", slot.substring(is + 1));
      }
      var bar = words.indexOf(" |");
      var outlet = random.nextInt(PREFIXES.length);
      var title = PREFIXES[outlet] + words.substring(0, bar) + SUFFIXES[random.nextInt(6)];
      var at = START.plus(Duration.ofMinutes(begins + random.nextInt(600)));
      var id = "n" + pieces.size();
      pieces.add(
          new Piece(
              id,
              "outlet" + random.nextInt(40),
              section.substring(section.indexOf(' ') + 1),
              at,
              at,
              title,
              words.substring(bar + 2).strip()));
      stories.put(id, label);
    }
  }
}
