package org.slugline.story;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.slugline.store.Revisions;

/** One transaction of grouping: places pieces, and brings what is printed of them up to date. */
final class Batch {
  private final LiveWindow window;
  private final Instant now;
  private final CoverageTable coverage;
  private final PlacementTable placements;
  private final StoryTable stories;
  private final RelatedTable related;
  private final Revisions revisions;
  private final List<PlacementTable.Row> placed = new ArrayList<>();
  private final Map<String, String> titles = new HashMap<>();
  private final Map<Long, StoryTable.Row> opened = new LinkedHashMap<>();
  private final List<Placement.Merge> merges = new ArrayList<>();

  /** Stories whose rows may no longer be true. */
  private final TreeSet<Long> touched = new TreeSet<>();

  /** Our own pieces that were placed here. */
  private final Set<String> fresh = new HashSet<>();

  /** Our own pieces whose related list may have changed. */
  private final TreeSet<String> listed = new TreeSet<>();

  Batch(Handle handle, LiveWindow window, Instant now) {
    this.window = window;
    this.now = now;
    coverage = handle.attach(CoverageTable.class);
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
      titles.put(row.piece(), row.title());
      take(row, window.engine().place(row.toPiece()));
    }
    stories.add(new ArrayList<>(opened.values()));
    placements.add(placed);
    for (var merge : merges) {
      placements.move(merge.younger(), merge.elder());
      stories.merge(merge.younger(), merge.elder());
      touched.add(merge.elder());
    }
    merges.forEach(merge -> {
      touched.remove(merge.younger());
      revisions.bump("story:" + StoryName.of(merge.younger()), now);
    });
    settle(false);
    return rows.size();
  }

  /**
   * Takes pieces that went out of their stories; what has ended keeps the numbers it ended with.
   */
  void withdraw(Collection<PlacementTable.Row> rows) {
    for (var row : rows) {
      placements.remove(row.piece());
      related.clear(row.piece());
      touched.add(row.story());
    }
    settle(rows.stream().anyMatch(row -> row.outlet() == CoverageRow.OWN));
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
      fresh.add(row.piece());
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

  private void settle(boolean ended) {
    var changed = new ArrayList<StoryTable.Row>();
    var shown = new ArrayList<StoryTable.Row>();
    for (var change : changes(ended)) {
      changed.add(change.after());
      var isShown = change.before().isShown() || change.after().isShown();
      if (isShown) {
        shown.add(change.after());
        if (change.isToldOtherwise()) {
          revisions.bump("told:" + change.after().name(), now);
        }
      }
      change
          .after()
          .article()
          .ifPresent(article -> settleArticle(change.after().id(), article, isShown));
    }
    stories.update(changed);
    shown.forEach(story -> revisions.bump("story:" + story.name(), now));
    if (!shown.isEmpty()) {
      revisions.bump("stories", now);
    }
    listed.forEach(this::list);
  }

  private void settleArticle(long story, long article, boolean isShown) {
    listed.add("a" + article);
    related.keepStory(story);
    if (isShown) {
      bumpArticle("a" + article);
    }
  }

  private record Change(StoryTable.Row before, StoryTable.Row after) {
    boolean isToldOtherwise() {
      return before.pieces() != after.pieces()
          || before.outlets() != after.outlets()
          || !before.lead().equals(after.lead())
          || !before.headline().equals(after.headline());
    }
  }

  /** The touched stories whose rows are not true any more. */
  private List<Change> changes(boolean ended) {
    var ids = touched.toString();
    var sums = placements.sums(ids).stream().collect(toMap(PlacementTable.Sum::story, sum -> sum));
    var before = stories.byIds(ids, ended);
    var leads = leads(before);
    return before.stream()
        .map(row -> new Change(row, refreshed(row, Optional.ofNullable(sums.get(row.id())), leads)))
        .filter(change -> !change.before().equals(change.after()))
        .toList();
  }

  private StoryTable.Row refreshed(
      StoryTable.Row story, Optional<PlacementTable.Sum> sum, Map<Long, String> leads) {
    if (sum.isEmpty()) {
      return story.emptied();
    }
    var of = sum.get();
    var lead = leads.getOrDefault(story.id(), story.lead());
    if (!titles.containsKey(lead)) {
      lead = placements.members(story.id()).getFirst().piece();
      readTitles(List.of(lead));
    }
    return new StoryTable.Row(
        story.id(),
        story.name(),
        titles.getOrDefault(lead, story.headline()),
        lead,
        of.pieces(),
        of.outlets(),
        of.independent(),
        of.firstSeen(),
        of.lastSeen(),
        of.hasOwn() ? article(story, of) : Optional.empty(),
        of.arrival());
  }

  /** The most central piece of each story, its title read. */
  private Map<Long, String> leads(List<StoryTable.Row> rows) {
    var leads = new HashMap<Long, String>();
    for (var row : rows) {
      leads.put(row.id(), window.engine().lead(row.id()).orElse(row.lead()));
    }
    readTitles(leads.values());
    return leads;
  }

  private void readTitles(Collection<String> pieces) {
    for (var kind : List.of("item", "article")) {
      var refs =
          pieces.stream()
              .filter(piece -> piece.charAt(0) == kind.charAt(0) && !titles.containsKey(piece))
              .map(piece -> piece.substring(1))
              .collect(joining(",", "[", "]"));
      if (refs.length() > 2) {
        coverage.titles(kind, refs).forEach(title -> titles.put(title.piece(), title.title()));
      }
    }
  }

  /** Our newest piece on a story; one that was opened here and got no other is known. */
  private Optional<Long> article(StoryTable.Row story, PlacementTable.Sum sum) {
    var opening = opened.get(story.id());
    return opening != null && sum.pieces() == 1 ? opening.article() : newest(story.id());
  }

  private Optional<Long> newest(long story) {
    return placements.members(story).reversed().stream()
        .filter(member -> member.outlet() == CoverageRow.OWN)
        .map(PlacementTable.Member::ref)
        .findFirst();
  }

  /** Stores the related list of one of our pieces anew, if it has changed. */
  private void list(String piece) {
    var live = window.engine().related(piece, Long.toString(CoverageRow.OWN));
    if (live.isEmpty()) {
      return;
    }
    // what was placed here has no list yet
    var before = fresh.contains(piece) ? List.<RelatedTable.Row>of() : related.of(piece);
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
