package org.slugline.edition;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slugline.feed.Entry;
import org.slugline.store.Revision;

/** Rows to feeds: what goes into each named feed. */
final class Contents {
  private final Printing printing;
  private final Heads heads;
  private final OwnEntries own;
  private final PieceEntries theirs;
  private final StoryEntries stories;

  Contents(Printing printing) {
    this.printing = printing;
    heads = new Heads(printing);
    own = new OwnEntries(printing);
    theirs = new PieceEntries(printing.masthead());
    stories = new StoryEntries(printing.masthead());
  }

  /**
   * @param handle reads one state
   * @param revision of the subject's scope in that state
   */
  Finding of(Handle handle, FeedName name, Revision revision) {
    var rows = handle.attach(FeedRows.class);
    var pieces = handle.attach(Pieces.class);
    var limit = printing.settings().entries();
    return switch (name.subject()) {
      case Subject.Front() -> found(name, "", "", revision, own.entries(rows, rows.newest(limit)));
      case Subject.Labelled _ -> new Finding.Unknown();
      case Subject.Corrections() -> found(name, "Corrections", "", revision, List.of());
      case Subject.Stories() ->
          found(
              name,
              "Stories",
              "Stories that several outlets report",
              revision,
              rows.moving(limit).stream().map(stories::entry).toList());
      case Subject.Story(var story) -> story(name, story, rows, pieces, revision);
      case Subject.Wire() ->
          found(
              name,
              "The wire",
              "Everything, ours and theirs, newest first",
              revision,
              entries(pieces.wire(Optional.empty(), limit)));
      case Subject.Outlet(var id) ->
          rows.outlet(id)
              .map(outlet ->
                  found(
                      name,
                      outlet.title().isEmpty() ? outlet.url() : outlet.title(),
                      "",
                      revision,
                      entries(pieces.ofOutlet(id, Optional.empty(), limit))))
              .orElseGet(Finding.Unknown::new);
    };
  }

  private Finding story(
      FeedName name, String story, FeedRows rows, Pieces pieces, Revision revision) {
    var row = rows.story(story);
    if (row.isEmpty()) {
      return new Finding.Unknown();
    }
    if (!row.get().mergedInto().isEmpty()) {
      var into = new Subject.Story(row.get().mergedInto());
      return new Finding.Moved(new FeedName(into, name.format(), name.archive()).path());
    }
    var list = pieces.ofStory(story, Optional.empty(), printing.settings().entries());
    var entries =
        list.pieces().stream()
            .map(piece -> theirs.entry(piece, stories.uri(story) + "/" + piece.piece()))
            .toList();
    return found(name, row.get().headline(), StoryEntries.words(row.get()), revision, entries);
  }

  private List<Entry> entries(PieceList list) {
    return list.pieces().stream().map(theirs::entry).toList();
  }

  private Finding found(
      FeedName name, String title, String description, Revision revision, List<Entry> entries) {
    return new Finding.Found(
        heads.over(name, title, description, revision.changed(), entries, List.of()));
  }
}
