package org.slugline.access;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slugline.store.Database;

/** Tokens: shown once, stored hashed, compared in constant time. Thread-safe. */
public final class Tokens {
  /** Shortest editor token that the environment may bring. */
  public static final int SHORTEST = 16;

  private static final String PREFIX = "slug_";

  private final Database database;
  private final InstantSource clock;
  private final Optional<byte[]> editor;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param editor the token of {@code SLUGLINE_EDITOR_TOKEN}: all scopes, never stored
   */
  public Tokens(Database database, InstantSource clock, Optional<String> editor) {
    this.database = database;
    this.clock = clock;
    this.editor = editor.map(Tokens::sha256);
  }

  /**
   * @param name who holds it, for the audit
   */
  public NewToken make(String name, Set<Scope> scopes) {
    var bytes = new byte[24];
    random.nextBytes(bytes);
    var secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var words = scopes.stream().sorted().map(Scope::word).collect(joining(","));
    var now = clock.instant();
    var made =
        database.write(handle -> {
          var added =
              handle
                  .attach(TokenTable.class)
                  .add(name, HexFormat.of().formatHex(sha256(secret)), words, now);
          if (added == 1) {
            Audit.add(handle, now, "command", "added", "token:" + name, words);
          }
          return added;
        });
    return made == 1 ? new NewToken.Made(secret) : new NewToken.NameTaken();
  }

  /**
   * @return who holds the secret; empty for one that nobody holds
   */
  public Optional<Principal> verify(String secret) {
    var digest = sha256(secret);
    if (editor.isPresent() && MessageDigest.isEqual(editor.get(), digest)) {
      return Optional.of(new Principal("editor", Set.of(Scope.ALL)));
    }
    // The look-up is by the digest, so its timing tells nothing about the secret.
    var row =
        database.read(TokenTable.class, table -> table.byDigest(HexFormat.of().formatHex(digest)));
    row.ifPresent(this::note);
    return row.map(r -> new Principal(r.name(), Set.copyOf(scopes(r.scopes()))));
  }

  private void note(TokenTable.Row row) {
    var today = clock.instant().truncatedTo(ChronoUnit.DAYS);
    if (row.used().isEmpty() || row.used().get().isBefore(today)) {
      database.change(handle -> handle.attach(TokenTable.class).used(row.name(), today));
    }
  }

  public List<Token> list() {
    return database.read(TokenTable.class, TokenTable::all).stream()
        .map(row -> new Token(row.name(), scopes(row.scopes()), row.created(), row.used()))
        .toList();
  }

  /**
   * @return false when there is no token of that name
   */
  public boolean revoke(String name) {
    var now = clock.instant();
    return database.write(handle -> {
      var gone = handle.attach(TokenTable.class).remove(name) == 1;
      if (gone) {
        Audit.add(handle, now, "command", "revoked", "token:" + name, "");
      }
      return gone;
    });
  }

  private static List<Scope> scopes(String words) {
    var known =
        Arrays.stream(words.split(",", -1))
            .map(Scope::of)
            .flatMap(Optional::stream)
            .collect(toSet());
    return known.stream().sorted().toList();
  }

  private static byte[] sha256(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
