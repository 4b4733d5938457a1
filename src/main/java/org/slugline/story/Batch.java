package org.slugline.story;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.slugline.store.Revisions;

/** One transaction of grouping: places pieces, and brings what is printed of them up to date. */
final class Batch {
  private final Handle handle;
  private final LiveWindow window;
  private final Instant now;
  private final PlacementTable placements;
  private final StoryTable stories;
  private final RelatedTable related;
  private final Revisions revisions;
  private final List<PlacementTable.Row> placed = new ArrayList<>();
  private final Map<Long, StoryTable.Row> opened = new LinkedHashMap<>();
  private final List<Placement.Merge> merges = new ArrayList<>();

  /** Stories whose rows may no longer be true. */
  private final TreeSet<Long> touched = new TreeSet<>();

  /** Our own pieces whose related list may have changed. */
  private final TreeSet<String> listed = new TreeSet<>();

  Batch(Handle handle, LiveWindow window, Instant now) {
    this.handle = handle;
    this.window = window;
    this.now = now;
    placements = handle.attach(PlacementTable.class);
    stories = handle.attach(StoryTable.class);
    related = handle.attach(RelatedTable.class);
    revisions = handle.attach(Revisions.class);
  }

  /**
   * @return how many were placed
   */
  int place(List<CoverageRow> rows) {
    for (var row : rows) {
      take(row, window.engine().place(row.toPiece()));
    }
    stories.add(new ArrayList<>(opened.values()));
    placements.add(placed);
    for (var merge : merges) {
      placements.move(merge.younger(), merge.elder());
      stories.merge(merge.younger(), merge.elder());
      touched.remove(merge.younger());
      touched.add(merge.elder());
    }
    merges.forEach(merge -> {
      touched.remove(merge.younger());
      revisions.bump("story:" + StoryName.of(merge.younger()), now);
    });
    settle();
    return rows.size();
  }

  /** Takes pieces that are no longer released out of their stories. */
  int withdraw(Collection<PlacementTable.Row> rows) {
    for (var row : rows) {
      placements.remove(row.piece());
      related.clear(row.piece());
      touched.add(row.story());
    }
    settle();
    return rows.size();
  }

  private void take(CoverageRow row, Placement placement) {
    placed.add(
        new PlacementTable.Row(
            window.next(),
            row.piece(),
            row.kind(),
            row.ref(),
            row.outlet(),
            placement.story(),
            now,
            placement.arrival(),
            placement.at(),
            placement.score(),
            placement.reasons().text(),
            placement.copyOf(),
            row.digest(),
            placement.signature(),
            placement.bridges().stream().map(String::valueOf).collect(joining(" ")),
            placement.merges().stream()
                .map(merge -> merge.elder() + "<" + merge.younger())
                .collect(joining(" "))));
    if (placement.opens()) {
      opened.put(placement.story(), opening(row, placement));
    } else {
      touched.add(placement.story());
    }
    merges.addAll(placement.merges());
    if (row.outlet() == CoverageRow.OWN) {
      listed.add(row.piece());
      touched.add(placement.story());
    }
    placement.near().stream()
        .map(Placement.Near::piece)
        .filter(piece -> piece.startsWith("a"))
        .forEach(listed::add);
  }

  private static StoryTable.Row opening(CoverageRow row, Placement placement) {
    var article = row.outlet() == CoverageRow.OWN ? Optional.of(row.ref()) : Optional.<Long>empty();
    return new StoryTable.Row(
        placement.story(),
        StoryName.of(placement.story()),
        row.title(),
        row.piece(),
        1,
        1,
        1,
        placement.at(),
        placement.at(),
        article,
        placement.arrival());
  }

  private void settle() {
    var moved = false;
    for (var id : touched) {
      var before = stories.byId(id);
      var after = refreshed(before);
      if (after.equals(before)) {
        continue;
      }
      stories.update(after);
      if (before.isShown() || after.isShown()) {
        moved = true;
        revisions.bump("story:" + after.name(), now);
      }
      after
          .article()
          .ifPresent(article -> {
            listed.add("a" + article);
            related.keepStory(id);
            if (before.isShown() || after.isShown()) {
              bumpArticle("a" + article);
            }
          });
    }
    if (moved) {
      revisions.bump("stories", now);
    }
    listed.forEach(this::list);
  }

  private StoryTable.Row refreshed(StoryTable.Row story) {
    var members = placements.members(story.id());
    if (members.isEmpty()) {
      return new StoryTable.Row(
          story.id(),
          story.name(),
          story.headline(),
          story.lead(),
          0,
          0,
          0,
          story.firstSeen(),
          story.lastSeen(),
          Optional.empty(),
          story.arrival());
    }
    var lead =
        window
            .engine()
            .lead(story.id())
            .filter(piece -> members.stream().anyMatch(member -> member.piece().equals(piece)))
            .orElse(members.getFirst().piece());
    return new StoryTable.Row(
        story.id(),
        story.name(),
        title(lead).orElse(story.headline()),
        lead,
        members.size(),
        (int) members.stream().mapToLong(PlacementTable.Member::outlet).distinct().count(),
        independent(members),
        members.getFirst().seen(),
        members.getLast().seen(),
        article(members),
        members.stream()
            .map(PlacementTable.Member::arrival)
            .max(Instant::compareTo)
            .orElse(story.arrival()));
  }

  /** Outlets with a report of their own: copies of one text are one report. */
  private static int independent(List<PlacementTable.Member> members) {
    return (int)
        members.stream()
            .filter(member -> member.copyOf().isEmpty())
            .mapToLong(PlacementTable.Member::outlet)
            .distinct()
            .count();
  }

  private static Optional<Long> article(List<PlacementTable.Member> members) {
    return members.reversed().stream()
        .filter(member -> member.outlet() == CoverageRow.OWN)
        .map(member -> Long.valueOf(member.piece().substring(1)))
        .findFirst();
  }

  private Optional<String> title(String piece) {
    return handle
        .attach(CoverageTable.class)
        .title(piece.startsWith("a") ? "article" : "item", Long.parseLong(piece.substring(1)));
  }

  /** Stores the related list of one of our pieces anew, if it has changed. */
  private void list(String piece) {
    var live = window.engine().related(piece, Long.toString(CoverageRow.OWN));
    if (live.isEmpty()) {
      return;
    }
    var before = related.of(piece);
    var after = RelatedList.of(piece, live.get(), before, window.engine());
    if (after.equals(before)) {
      return;
    }
    related.clear(piece);
    related.add(after);
    related.keepRelated(piece);
    bumpArticle(piece);
  }

  private void bumpArticle(String piece) {
    revisions.bump("article:" + piece.substring(1), now);
    revisions.bump("articles", now);
  }
}
