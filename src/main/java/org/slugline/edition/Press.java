package org.slugline.edition;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slugline.edition.Preflight.Remark;
import org.slugline.feed.Sitemap;
import org.slugline.store.Revision;
import org.slugline.store.Revisions;

/** Names to finished bytes. */
final class Press {
  private final Printing printing;
  private final Contents contents;
  private final Instant since;

  /**
   * @param since when this masthead was first printed under
   */
  Press(Printing printing, Instant since) {
    this.printing = printing;
    this.since = since;
    contents = new Contents(printing);
  }

  /**
   * What came off the press.
   *
   * @param before for the pre-flight of the next print; empty where there is none
   * @param remarks of the pre-flight
   */
  record Sheet(Editions.Copy copy, Optional<Preflight.Before> before, List<Remark> remarks) {
    boolean isGrave() {
      return remarks.stream().anyMatch(Remark::grave);
    }
  }

  /**
   * @param handle reads one state
   * @param revision of the name's rows in that state
   * @param before what was served last under the name
   */
  Sheet print(Handle handle, Name name, Revision revision, Optional<Preflight.Before> before) {
    return switch (name) {
      case Name.OfFeed(var feed) -> feed(handle, feed, revision, before);
      case Name.OfFile(var file) ->
          new Sheet(file(handle, file, revision), Optional.empty(), List.of());
    };
  }

  private Sheet feed(
      Handle handle, FeedName name, Revision revision, Optional<Preflight.Before> before) {
    // a feed without entries has the date of its masthead rather than none
    var dated = new Revision(revision.number(), later(revision.changed()));
    return switch (contents.of(handle, name, dated)) {
      case Finding.Unknown() -> blank(new Editions.Copy.Unknown());
      case Finding.Moved(var to) -> blank(new Editions.Copy.Moved(to));
      case Finding.Found(var feed, var changed) -> {
        var bytes = name.format().write(feed);
        var edition = Edition.of(name.path(), name.format().mediaType(), bytes, later(changed));
        yield new Sheet(
            new Editions.Copy.Printed(edition),
            Optional.of(Preflight.Before.of(feed)),
            Preflight.judge(name.path(), before, feed, bytes.length));
      }
    };
  }

  private static Sheet blank(Editions.Copy copy) {
    return new Sheet(copy, Optional.empty(), List.of());
  }

  private Editions.Copy file(Handle handle, SiteFile file, Revision revision) {
    return file.print(handle, printing.masthead(), Sitemap.MOST)
        .<Editions.Copy>map(bytes ->
            new Editions.Copy.Printed(
                Edition.of(file.path(), file.mediaType(), bytes, later(revision.changed()))))
        .orElseGet(Editions.Copy.Unknown::new);
  }

  /** A list that no revision counts by itself, such as a search: its date never goes back. */
  Edition collected(Handle handle, Collection collection) {
    var revisions = handle.attach(Revisions.class);
    var changed =
        later(
            collection.scopes().stream()
                .map(scope -> revisions.of(scope).changed())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH));
    return Edition.of(
        collection.path(),
        collection.format().mediaType(),
        collection.format().write(contents.collected(handle, collection, changed)),
        changed);
  }

  private Instant later(Instant changed) {
    return changed.isAfter(since) ? changed : since;
  }
}
