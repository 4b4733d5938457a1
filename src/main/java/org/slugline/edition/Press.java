package org.slugline.edition;

import org.jdbi.v3.core.Handle;
import org.slugline.feed.Sitemap;
import org.slugline.store.Revision;

/** Names to finished bytes. */
final class Press {
  private final Printing printing;
  private final Contents contents;

  Press(Printing printing) {
    this.printing = printing;
    contents = new Contents(printing);
  }

  /**
   * @param handle reads one state
   * @param revision of the name's rows in that state
   */
  Editions.Copy print(Handle handle, Name name, Revision revision) {
    return switch (name) {
      case Name.OfFeed(var feed) -> feed(handle, feed, revision);
      case Name.OfFile(var file) -> file(handle, file, revision);
    };
  }

  private Editions.Copy feed(Handle handle, FeedName name, Revision revision) {
    return switch (contents.of(handle, name, revision)) {
      case Finding.Unknown() -> new Editions.Copy.Unknown();
      case Finding.Moved(var to) -> new Editions.Copy.Moved(to);
      case Finding.Found(var feed, var changed) ->
          new Editions.Copy.Printed(
              Edition.of(
                  name.path(), name.format().mediaType(), name.format().write(feed), changed));
    };
  }

  private Editions.Copy file(Handle handle, SiteFile file, Revision revision) {
    return file.print(handle, printing.masthead(), Sitemap.MOST)
        .<Editions.Copy>map(bytes ->
            new Editions.Copy.Printed(
                Edition.of(file.path(), file.mediaType(), bytes, revision.changed())))
        .orElseGet(Editions.Copy.Unknown::new);
  }
}
