package org.slugline.edition;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slugline.desk.Article;
import org.slugline.desk.Articles;
import org.slugline.feed.Entry;
import org.slugline.feed.Feed;
import org.slugline.store.Revision;
import org.slugline.store.Revisions;

/** Rows to feeds: what goes into each named feed. */
final class Contents {
  private final Printing printing;
  private final Heads heads;
  private final OwnEntries own;
  private final OwnFeeds ownFeeds;
  private final PieceEntries theirs;
  private final StoryEntries stories;
  private final CorrectionEntries corrections;

  Contents(Printing printing) {
    this.printing = printing;
    heads = new Heads(printing);
    own = new OwnEntries(printing);
    ownFeeds = new OwnFeeds(printing, heads, own);
    theirs = new PieceEntries(printing.masthead());
    stories = new StoryEntries(printing.masthead());
    corrections = new CorrectionEntries(printing.masthead());
  }

  /**
   * What the rows of a feed are counted under. Links to others' coverage move {@code articles} and
   * not the section, tag or author, so that these count both.
   */
  static Revision revision(Revisions revisions, Name name) {
    var scope = revisions.of(name.scope());
    var labelled =
        name instanceof Name.OfFeed(var feed) && feed.subject() instanceof Subject.Labelled;
    return labelled && scope.number() > 0
        ? new Revision(scope.number() + revisions.of("articles").number(), scope.changed())
        : scope;
  }

  /**
   * @param handle reads one state
   * @param revision of the subject in that state
   */
  Finding of(Handle handle, FeedName name, Revision revision) {
    var limit = printing.settings().entries();
    return switch (name.subject()) {
      case Subject.Front _, Subject.Labelled _ -> ownFeeds.of(handle, name, revision);
      case Subject _ when name.archive() > 0 -> new Finding.Unknown();
      case Subject.Corrections() ->
          found(
              name,
              "Corrections",
              "What we set right",
              revision,
              handle.attach(Articles.class).corrections(limit).stream()
                  .map(corrections::entry)
                  .toList());
      case Subject.Stories() ->
          found(
              name,
              "Stories",
              "Stories that several outlets report",
              revision,
              handle.attach(FeedRows.class).moving(limit).stream().map(stories::entry).toList());
      case Subject.Story(var story) -> story(handle, name, story, revision);
      case Subject.Wire() ->
          found(
              name,
              "The wire",
              "Everything, ours and theirs, newest first",
              revision,
              entries(
                  handle,
                  handle.attach(Pieces.class).wire(Optional.empty(), limit).pieces(),
                  Function.identity()));
      case Subject.Outlet(var id) -> outlet(handle, name, id, revision);
    };
  }

  /** The entries of a list that no scope counts. */
  Feed collected(Handle handle, Collection collection, Instant changed) {
    var rows = handle.attach(FeedRows.class);
    var pieces = handle.attach(Pieces.class).named(collection.pieces());
    var entries = new ArrayList<>(entries(handle, pieces, Function.identity()));
    collection.stories().stream()
        .map(rows::story)
        .flatMap(Optional::stream)
        .map(stories::entry)
        .forEach(entries::add);
    return heads.over(collection, changed, entries);
  }

  private Finding outlet(Handle handle, FeedName name, long id, Revision revision) {
    var outlet = handle.attach(FeedRows.class).outlet(id);
    if (outlet.isEmpty()) {
      return new Finding.Unknown();
    }
    var list =
        handle.attach(Pieces.class).ofOutlet(id, Optional.empty(), printing.settings().entries());
    var title = outlet.get().title().isEmpty() ? outlet.get().url() : outlet.get().title();
    var entries = list.pieces().stream().map(theirs::entry).toList();
    return found(name, title, "What " + title + " published", revision, entries);
  }

  private Finding story(Handle handle, FeedName name, String story, Revision revision) {
    var row = handle.attach(FeedRows.class).story(story);
    if (row.isEmpty()) {
      return new Finding.Unknown();
    }
    if (!row.get().mergedInto().isEmpty()) {
      var into = new Subject.Story(row.get().mergedInto());
      return new Finding.Moved(new FeedName(into, name.format()).path());
    }
    var list =
        handle.attach(Pieces.class).ofStory(story, Optional.empty(), printing.settings().entries());
    return found(
        name,
        row.get().headline(),
        StoryEntries.words(row.get()),
        revision,
        entries(handle, list.pieces(), piece -> stories.uri(story) + "/" + piece));
  }

  /**
   * @param id of an entry, made of the piece's name; ours keep their own where it is the identity
   */
  List<Entry> entries(Handle handle, List<Piece> pieces, Function<String, String> id) {
    var rows = handle.attach(FeedRows.class);
    var numbers =
        pieces.stream()
            .filter(Piece::isOurs)
            .map(piece -> Long.toString(piece.ref()))
            .collect(joining(",", "[", "]"));
    var articles = rows.articles(numbers);
    var ours = own.alone(handle, articles).stream().collect(toMap(Entry::id, Function.identity()));
    var pieceOf = articles.stream().collect(toMap(Article::piece, Article::uri));
    return pieces.stream()
        .map(piece -> {
          var entry =
              piece.isOurs()
                  ? Optional.ofNullable(pieceOf.get(piece.piece())).map(ours::get)
                  : Optional.of(theirs.entry(piece));
          var name = id.apply(piece.piece());
          return entry.map(
              one -> name.equals(piece.piece()) ? one : one.toBuilder().id(name).build());
        })
        .flatMap(Optional::stream)
        .toList();
  }

  private Finding found(
      FeedName name, String title, String description, Revision revision, List<Entry> entries) {
    var feed = heads.over(name, title, description, revision.changed(), entries, List.of()).build();
    return new Finding.Found(feed, revision.changed());
  }
}
