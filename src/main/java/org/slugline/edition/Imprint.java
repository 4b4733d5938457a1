package org.slugline.edition;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slugline.store.Database;
import org.slugline.store.Revisions;

/**
 * Since when editions are printed under this masthead: a scope of its own in {@code revision}, so
 * that {@code Last-Modified} moves when the masthead does and a moved address is noticed.
 *
 * @param scope {@code masthead:BASE DIGEST}
 */
record Imprint(String scope) {
  private static final String PREFIX = "masthead:";

  static Imprint of(Printing printing) {
    var digest =
        UUID.nameUUIDFromBytes(printing.toString().getBytes(StandardCharsets.UTF_8)).toString();
    return new Imprint(PREFIX + printing.masthead().base() + " " + digest);
  }

  /** Written when the server starts; nothing where the masthead is the last one. */
  void note(Database database, Instant now) {
    if (database.read(Imprint::last).filter(scope::equals).isEmpty()) {
      database.change(handle -> handle.attach(Revisions.class).bump(scope, now));
    }
  }

  /** When it was first printed under; the beginning of time where nobody noted it. */
  Instant since(Database database) {
    return database.read(Revisions.class, revisions -> revisions.of(scope)).changed();
  }

  /**
   * The address of the masthead that was noted last, where it is another; never one that only this
   * machine could see: nobody subscribed there.
   */
  Optional<String> otherBase(Handle handle) {
    var ours = base(scope);
    return last(handle).map(Imprint::base).filter(base -> !base.equals(ours) && !onlyHere(base));
  }

  private static boolean onlyHere(String base) {
    var host = URI.create(base).getHost();
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.startsWith("127.")
        || host.equals("[::1]");
  }

  private static Optional<String> last(Handle handle) {
    return handle.attach(Imprints.class).last();
  }

  private static String base(String scope) {
    return scope.substring(PREFIX.length()).replaceFirst(" .*", "");
  }
}
