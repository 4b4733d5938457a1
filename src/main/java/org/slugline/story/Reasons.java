package org.slugline.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Why a piece stands where it stands. Stored as lines: a kind, a blank, and its values.
 *
 * @param terms words shared with the story, the most telling first
 * @param figures shared, as they are compared
 * @param places shared: ISO 3166 codes, or names of what has none
 * @param parts the parts of the score by name, each as weighted
 */
public record Reasons(
    List<String> terms, List<String> figures, List<String> places, Map<String, Double> parts) {
  public static final Reasons NONE = new Reasons(List.of(), List.of(), List.of(), Map.of());

  /** The stored form; {@link #parse} reads it. */
  public String text() {
    var lines = new ArrayList<String>();
    line(lines, "terms", terms);
    line(lines, "figures", figures);
    line(lines, "places", places);
    line(
        lines,
        "parts",
        parts.entrySet().stream()
            .map(part -> part.getKey() + "=" + String.format(Locale.ROOT, "%.3f", part.getValue()))
            .toList());
    return String.join("\n", lines);
  }

  /** Reads what {@link #text} wrote; what it does not know it leaves out. */
  public static Reasons parse(String text) {
    var lines =
        text.lines()
            .filter(line -> line.indexOf(' ') > 0)
            .collect(
                Collectors.toMap(
                    line -> line.substring(0, line.indexOf(' ')),
                    line -> List.of(line.substring(line.indexOf(' ') + 1).split(" ")),
                    (first, _) -> first));
    var parts = new TreeMap<String, Double>();
    for (var part : lines.getOrDefault("parts", List.of())) {
      var is = part.indexOf('=');
      if (is > 0) {
        parts.put(part.substring(0, is), Double.valueOf(part.substring(is + 1)));
      }
    }
    return new Reasons(
        lines.getOrDefault("terms", List.of()),
        lines.getOrDefault("figures", List.of()),
        lines.getOrDefault("places", List.of()),
        parts);
  }

  private static void line(List<String> lines, String kind, List<String> values) {
    if (!values.isEmpty()) {
      lines.add(kind + " " + String.join(" ", values));
    }
  }
}
