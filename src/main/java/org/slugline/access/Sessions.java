package org.slugline.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.slugline.store.Database;
import org.slugline.store.StorageException;

/**
 * Editors who are signed in. A session holds as long as the token that opened it; of its key only a
 * digest is stored. Thread-safe.
 */
public final class Sessions {
  /** How long a session holds that nobody uses. */
  public static final Duration IDLE = Duration.ofHours(12);

  /** How long one holds at most. */
  public static final Duration LONGEST = Duration.ofDays(7);

  private static final Duration NOTED = Duration.ofHours(1);

  private final Database database;
  private final Tokens tokens;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public Sessions(Database database, Tokens tokens, InstantSource clock) {
    this.database = database;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * A session that was just opened.
   *
   * @param key shows that one holds it; nobody else may learn it
   */
  public record Opened(String key, Principal holder) {}

  /**
   * @param secret of a token
   * @return empty when nobody holds it
   */
  public Optional<Opened> open(String secret) {
    return tokens.verify(secret).map(holder -> open(holder, Tokens.digest(secret)));
  }

  private Opened open(Principal holder, String digest) {
    var key = key();
    var now = clock.instant();
    database.change(handle -> {
      var table = handle.attach(SessionTable.class);
      table.forget(now);
      table.add(Tokens.digest(key), holder.name(), proof(key, digest), now, now.plus(IDLE));
      Audit.add(handle, now, holder.name(), "signed in", "desk", "");
    });
    return new Opened(key, holder);
  }

  /** A fresh unguessable text of 43 letters, as keys of sessions are. */
  public String key() {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whose session this is; empty when it is over, or the token was revoked or changed. */
  public Optional<Principal> holder(String key) {
    var now = clock.instant();
    var id = Tokens.digest(key);
    var row = database.read(SessionTable.class, table -> table.find(id, now));
    var holder =
        row.flatMap(session ->
            tokens.named(session.token()).stream()
                .filter(held -> isSame(session.proof(), proof(key, held.digest())))
                .map(Tokens.Held::holder)
                .findFirst());
    if (holder.isPresent()) {
      extend(row.get(), now);
    }
    return holder;
  }

  private void extend(SessionTable.Row session, Instant now) {
    var end = session.opened().plus(LONGEST);
    var later = now.plus(IDLE).isBefore(end) ? now.plus(IDLE) : end;
    if (later.isAfter(session.expires().plus(NOTED))) {
      try {
        database.change(handle -> handle.attach(SessionTable.class).extend(session.id(), later));
      } catch (StorageException _) {
        // the session holds a while yet, and the next request tries again
      }
    }
  }

  /** Ends it, whoever holds its key. */
  public void close(String key, String who) {
    var now = clock.instant();
    database.change(handle -> {
      if (handle.attach(SessionTable.class).remove(Tokens.digest(key)) == 1) {
        Audit.add(handle, now, who, "signed out", "desk", "");
      }
    });
  }

  /** Made with the key, so that what is stored of a weak secret cannot be tried out. */
  private static String proof(String key, String digest) {
    return Tokens.digest(key + ":" + digest);
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }
}
