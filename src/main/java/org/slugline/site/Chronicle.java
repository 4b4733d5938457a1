package org.slugline.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slugline.site.Pages.Appearance;
import org.slugline.site.Pages.Compared;
import org.slugline.site.Pages.Copies;
import org.slugline.site.Pages.Moving;
import org.slugline.site.Pages.Report;
import org.slugline.site.Pages.Words;
import org.slugline.story.Ledger;
import org.slugline.story.Sighting;
import org.slugline.story.Stories;
import org.slugline.story.Story;
import org.slugline.story.StoryPiece;
import org.slugline.story.Terms;
import org.slugline.story.Wording;

/**
 * A story told in its pieces, as it stood at some moment.
 *
 * @param pieces by their own time, those that we had by then
 * @param wordings of each piece, by its name
 */
record Chronicle(
    Paper paper,
    List<StoryPiece> pieces,
    Map<String, Sighting> sightings,
    Map<String, List<Wording>> wordings,
    Instant at) {
  /** Of so many agency copies each is shown under the piece that they copy; the rest is counted. */
  private static final int FOLDED = 12;

  static Chronicle of(Paper paper, Handle handle, Story story, Instant at) {
    var ledger = handle.attach(Ledger.class);
    var sightings =
        ledger.sightings(story.id()).stream()
            .collect(Collectors.toMap(Sighting::piece, Function.identity()));
    var wordings =
        ledger.wordings(story.id()).stream().collect(Collectors.groupingBy(Wording::piece));
    var had =
        handle.attach(Stories.class).pieces(story.id()).stream()
            .filter(piece ->
                Optional.ofNullable(sightings.get(piece.piece()))
                    .filter(sighting -> !sighting.firstSeen().isAfter(at))
                    .isPresent())
            .toList();
    return new Chronicle(paper, had, sightings, wordings, at);
  }

  int languages() {
    return (int) pieces.stream().map(piece -> primary(piece.language())).distinct().count();
  }

  /** The story's figures as of then, under the headline that its then first piece bore. */
  Moving asOf(Moving now) {
    var outlets = new HashSet<Long>();
    var own = new HashSet<Long>();
    for (var piece : pieces) {
      outlets.add(piece.outlet());
      if (piece.copyOf().isEmpty()) {
        own.add(piece.outlet());
      }
    }
    var first = pieces.stream().findFirst();
    return new Moving(
        now.href(),
        first.map(piece -> new Words(title(piece), piece.language())).orElse(now.headline()),
        first.map(piece -> reports().outlet(piece)).orElse(""),
        outlets.size(),
        own.size(),
        pieces.size(),
        pieces.isEmpty() ? now.first() : pieces.getFirst().seen(),
        pieces.isEmpty() ? now.first() : pieces.getLast().seen(),
        outlets.contains(0L) ? now.ours() : Optional.empty(),
        Movements.growth(pieces.stream().map(StoryPiece::seen).toList()));
  }

  /** Newest first, each agency copy under the piece whose text it carries. */
  List<Report> timeline(Instant before, int limit) {
    var names = pieces.stream().map(StoryPiece::piece).collect(Collectors.toSet());
    Map<String, List<Report>> copies = new HashMap<>();
    for (var piece : pieces) {
      if (names.contains(piece.copyOf())) {
        copies
            .computeIfAbsent(piece.copyOf(), _ -> new ArrayList<>())
            .add(report(piece, Copies.NONE));
      }
    }
    return pieces.reversed().stream()
        .filter(piece -> !names.contains(piece.copyOf()) && piece.seen().isBefore(before))
        .limit(limit)
        .map(piece -> report(piece, folded(piece, copies.getOrDefault(piece.piece(), List.of()))))
        .toList();
  }

  private Copies folded(StoryPiece piece, List<Report> copies) {
    var outlets =
        copies.stream()
            .map(Report::outletPath)
            .filter(path -> !path.equals(outletPath(piece)))
            .collect(Collectors.toSet())
            .size();
    var shown = copies.subList(0, Math.min(FOLDED, copies.size()));
    return new Copies(outlets, shown, copies.size() - shown.size());
  }

  private Report report(StoryPiece piece, Copies copies) {
    return reports().of(piece, title(piece), before(piece), "", copies);
  }

  List<Compared> compared(int limit) {
    var first = firstOfEach();
    var comparison = new Comparison(first.stream().map(this::title).toList());
    return first.stream()
        .limit(limit)
        .map(piece ->
            new Compared(
                reports().outlet(piece),
                outletPath(piece),
                piece.link(),
                piece.language(),
                piece.seen(),
                comparison.of(title(piece))))
        .toList();
  }

  /** The outlets in the order in which we first saw each of them on this story. */
  List<Appearance> appearances() {
    Map<Long, Integer> counts = new HashMap<>();
    Map<Long, Sighting> first = new HashMap<>();
    var edited = new HashSet<Long>();
    for (var piece : pieces) {
      counts.merge(piece.outlet(), 1, Integer::sum);
      first.merge(
          piece.outlet(), sighting(piece), (a, b) -> b.firstSeen().isBefore(a.firstSeen()) ? b : a);
      if (!before(piece).isEmpty()) {
        edited.add(piece.outlet());
      }
    }
    var order =
        firstOfEach().stream()
            .sorted(Comparator.comparing(piece -> seen(first, piece).firstSeen()))
            .toList();
    var rows = new ArrayList<Appearance>();
    for (var piece : order) {
      var others =
          first.entrySet().stream()
              .filter(row -> row.getKey() != piece.outlet())
              .map(Map.Entry::getValue)
              .toList();
      rows.add(
          new Appearance(
              rows.size() + 1,
              reports().outlet(piece),
              outletPath(piece),
              seen(first, piece).firstSeen(),
              piece.published(),
              counts.getOrDefault(piece.outlet(), 0),
              certainty(seen(first, piece), others, piece.outlet() == 0),
              edited.contains(piece.outlet())));
    }
    return rows;
  }

  /** How sure its place in the order is, in words. */
  private String certainty(Sighting sighting, List<Sighting> others, boolean ours) {
    var times = paper.times();
    if (sighting.unseen().isEmpty() && !ours) {
      return paper.say("certainty.found");
    }
    var window =
        ours
            ? ""
            : paper.say(
                "certainty.window",
                times.near(sighting.unseen().orElse(sighting.firstSeen()), sighting.firstSeen()),
                times.clock(sighting.firstSeen()));
    var unsure =
        others.stream().filter(other -> !sighting.after(other) && !other.after(sighting)).count();
    if (unsure > 0) {
      return join(window, paper.say("certainty.unsure", unsure));
    }
    return others.stream().allMatch(other -> other.after(sighting))
        ? join(window, paper.say("certainty.first"))
        : window;
  }

  private static String join(String first, String second) {
    return first.isEmpty() ? second : first + "; " + second;
  }

  List<Report> why(int limit) {
    return pieces.stream()
        .limit(limit)
        .map(piece -> reports().of(piece, title(piece), "", reason(piece), Copies.NONE))
        .toList();
  }

  private String reason(StoryPiece piece) {
    if (piece.score() < 0) {
      return paper.say("why.opened");
    }
    var reasons = piece.reasons();
    var parts = new ArrayList<String>();
    add(parts, "why.terms", Terms.spelled(reasons.terms(), title(piece) + " " + piece.summary()));
    add(parts, "why.figures", reasons.figures());
    add(parts, "why.places", reasons.places());
    if (!piece.copyOf().isEmpty()) {
      parts.add(paper.say("why.copy"));
    }
    parts.add(paper.say("why.score", paper.messages().decimal(piece.score())));
    return String.join(" · ", parts);
  }

  private void add(Collection<String> parts, String key, List<String> values) {
    if (!values.isEmpty()) {
      parts.add(paper.say(key, String.join(", ", values)));
    }
  }

  private static String outletPath(StoryPiece piece) {
    return piece.outlet() == 0 ? "" : "/outlets/" + piece.outlet();
  }

  private List<StoryPiece> firstOfEach() {
    Map<Long, StoryPiece> first = new LinkedHashMap<>();
    pieces.forEach(piece -> first.putIfAbsent(piece.outlet(), piece));
    return List.copyOf(first.values());
  }

  /** Its headline as of then. */
  private String title(StoryPiece piece) {
    var stored = wordings.getOrDefault(piece.piece(), List.of());
    if (piece.outlet() == 0) {
      return stored.stream()
          .filter(wording -> !wording.at().isAfter(at))
          .reduce((_, later) -> later)
          .map(Wording::title)
          .orElse(piece.title());
    }
    return stored.stream()
        .filter(wording -> wording.at().isAfter(at))
        .findFirst()
        .map(Wording::title)
        .orElse(piece.title());
  }

  /** The last other headline that it bore before; "" none. */
  private String before(StoryPiece piece) {
    var then = title(piece);
    return wordings.getOrDefault(piece.piece(), List.of()).stream()
        .filter(wording -> !wording.at().isAfter(at) && !wording.title().equals(then))
        .reduce((_, later) -> later)
        .map(Wording::title)
        .orElse("");
  }

  private Sighting sighting(StoryPiece piece) {
    return sightings.getOrDefault(
        piece.piece(), new Sighting(piece.piece(), piece.seen(), Optional.empty()));
  }

  private Sighting seen(Map<Long, Sighting> first, StoryPiece piece) {
    return first.getOrDefault(piece.outlet(), sighting(piece));
  }

  private Reports reports() {
    return new Reports(paper);
  }

  private static String primary(String tag) {
    var dash = tag.indexOf('-');
    return dash < 0 ? tag : tag.substring(0, dash);
  }
}
