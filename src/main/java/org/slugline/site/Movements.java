package org.slugline.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slugline.edition.Piece;
import org.slugline.edition.Pieces;
import org.slugline.site.Pages.Link;
import org.slugline.site.Pages.Moving;
import org.slugline.site.Pages.Words;
import org.slugline.story.Growth;
import org.slugline.story.Ledger;
import org.slugline.story.Story;

/** Stories as lists show them: whose headline it is, whether we have it, how they grew. */
record Movements(Paper paper) {
  private static final int SPANS = 12;

  List<Moving> of(Handle handle, List<Story> stories) {
    var names = new ArrayList<String>();
    for (var story : stories) {
      names.add(story.lead());
      story.article().ifPresent(article -> names.add("a" + article));
    }
    var pieces =
        handle.attach(Pieces.class).named(names).stream()
            .collect(Collectors.toMap(Piece::piece, Function.identity()));
    var growth =
        handle
            .attach(Ledger.class)
            .growth(stories.stream().map(Story::id).toList().toString())
            .stream()
            .collect(Collectors.groupingBy(Growth::story));
    return stories.stream()
        .map(story -> of(story, pieces, growth.getOrDefault(story.id(), List.of())))
        .toList();
  }

  private Moving of(Story story, Map<String, Piece> pieces, List<Growth> growth) {
    var lead = Optional.ofNullable(pieces.get(story.lead()));
    var ours = story.article().flatMap(article -> Optional.ofNullable(pieces.get("a" + article)));
    return new Moving(
        "/stories/" + story.name(),
        new Words(story.headline(), lead.map(Piece::language).orElse("")),
        lead.map(piece -> new Reports(paper).outlet(piece)).orElse(""),
        story.outlets(),
        story.independent(),
        story.pieces(),
        story.firstSeen(),
        story.lastSeen(),
        ours.map(piece -> new Link(piece.link(), piece.title())),
        spans(growth));
  }

  private static List<Integer> spans(List<Growth> growth) {
    var spans = new ArrayList<>(Collections.nCopies(SPANS, 0));
    growth.forEach(grown -> spans.set(grown.span(), grown.pieces()));
    return spans;
  }

  /**
   * @param times when each piece came, in order
   * @return how many came in each of some equal spans from the first to the last
   */
  static List<Integer> growth(List<Instant> times) {
    var spans = new ArrayList<>(Collections.nCopies(SPANS, 0));
    if (times.isEmpty()) {
      return spans;
    }
    var first = times.getFirst().toEpochMilli();
    var length = Math.max(1, times.getLast().toEpochMilli() - first + 1);
    for (var time : times) {
      var span = (int) ((time.toEpochMilli() - first) * SPANS / length);
      spans.set(span, spans.get(span) + 1);
    }
    return spans;
  }
}
