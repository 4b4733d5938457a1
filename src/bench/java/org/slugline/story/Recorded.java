package org.slugline.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.ObjectMapper;

/**
 * A labelled stream of {@code ../shared/stories}, in time order.
 *
 * @param stories label by piece; pieces without one are the stream's background
 */
record Recorded(String name, List<Piece> pieces, Map<String, String> stories) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Which stories are looked at. */
  enum Half {
    DEV,
    UNSEEN,
    ALL;

    /**
     * By CRC-32 of the label: even is for tuning, odd is unseen. Look-alikes of ECB (ecb1a, ecb1b)
     * and events of one made kind stay together.
     */
    boolean has(String label) {
      var kind = label.indexOf(':');
      var key =
          label.startsWith("ecb")
              ? label.substring(0, label.length() - 1)
              : kind > 0 ? label.substring(0, kind) : label;
      var crc = new CRC32();
      crc.update(key.getBytes(StandardCharsets.UTF_8));
      return this == ALL || crc.getValue() % 2 == (this == DEV ? 0 : 1);
    }
  }

  static Recorded read(Path file, boolean titlesOnly) throws IOException {
    var pieces = new ArrayList<Piece>();
    var stories = new HashMap<String, String>();
    var name = file.getFileName().toString();
    try (var bytes = Files.newInputStream(file);
        var plain = name.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        var lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var item = JSON.readTree(line);
        var at = Instant.parse(item.get("published").asString());
        var id = item.get("id").asString();
        pieces.add(
            new Piece(
                id,
                item.get("outlet").asString().replaceAll("^unknown$", ""),
                item.get("language").asString(),
                at,
                at,
                item.get("title").asString(),
                titlesOnly ? "" : item.get("summary").asString()));
        if (!item.get("story").isNull()) {
          stories.put(id, item.get("story").asString());
        }
      }
    }
    return new Recorded(
        name.replaceAll("\\.jsonl.*", "") + (titlesOnly ? " titles" : ""), pieces, stories);
  }

  /** The same pieces with their times dealt anew: of a set whose times mean nothing. */
  Recorded shuffled(long seed) {
    var times = new ArrayList<>(pieces.stream().map(Piece::at).toList());
    Collections.shuffle(times, new Random(seed));
    var dealt = new ArrayList<Piece>();
    for (var i = 0; i < times.size(); i++) {
      var piece = pieces.get(i);
      var at = times.get(i);
      dealt.add(
          new Piece(
              piece.id(),
              piece.outlet(),
              piece.language(),
              at,
              at,
              piece.title(),
              piece.summary()));
    }
    dealt.sort(Comparator.comparing(Piece::seen).thenComparing(Piece::id));
    return new Recorded(name, dealt, stories);
  }

  /** B-cubed as score.py has it, the mean taken over the pieces of one half. */
  double[] clusters(Map<String, Long> clusters, Half half) {
    var cells = new HashMap<String, Integer>();
    var sizes = new HashMap<Long, Integer>();
    var golds = new HashMap<String, Integer>();
    var kept = new ArrayList<String>();
    stories.forEach((id, story) -> {
      if (half.has(story)) {
        kept.add(id);
      }
      cells.merge(clusters.get(id) + " " + story, 1, Integer::sum);
      sizes.merge(clusters.get(id), 1, Integer::sum);
      golds.merge(story, 1, Integer::sum);
    });
    var p = 0.0;
    var r = 0.0;
    for (var id : kept) {
      var story = stories.get(id);
      double both = cells.getOrDefault(clusters.get(id) + " " + story, 0);
      p += both / sizes.getOrDefault(clusters.get(id), 1);
      r += both / golds.getOrDefault(story, 1);
    }
    p /= kept.size();
    r /= kept.size();
    return new double[] {p, r, 2 * p * r / (p + r)};
  }

  /** P@5 as score.py has it: of labelled pieces within seven days. */
  double precisionAtFive(Rehearsal rehearsal, Half half) {
    var byStory = new HashMap<String, List<Piece>>();
    pieces.stream()
        .filter(piece -> stories.containsKey(piece.id()) && half.has(stories.get(piece.id())))
        .forEach(piece ->
            byStory.computeIfAbsent(stories.get(piece.id()), _ -> new ArrayList<>()).add(piece));
    var queries = 0;
    var sum = 0.0;
    for (var members : byStory.values()) {
      for (var piece : members) {
        Set<String> relevant = new HashSet<>();
        for (var other : members) {
          var apart = Math.abs(other.at().toEpochMilli() - piece.at().toEpochMilli());
          if (!other.id().equals(piece.id()) && apart <= 7 * 86_400_000L) {
            relevant.add(other.id());
          }
        }
        if (relevant.isEmpty()) {
          continue;
        }
        queries++;
        var hits =
            rehearsal.related(piece.id()).stream()
                .filter(id -> !id.equals(piece.id()) && stories.containsKey(id))
                .limit(5)
                .filter(relevant::contains)
                .count();
        sum += (double) hits / Math.min(5, relevant.size());
      }
    }
    return sum / Math.max(1, queries);
  }
}
