package org.slugline.access;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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

  /** Who holds the token of the environment. */
  private static final Principal EDITOR = new Principal("editor", Set.of(Scope.ALL));

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

  /** Like {@link #make(String, Set, String)}, from the command line. */
  public NewToken make(String name, Set<Scope> scopes) {
    return make(name, scopes, "command");
  }

  /**
   * @param name who holds it, for the audit
   * @param who makes it
   */
  public NewToken make(String name, Set<Scope> scopes, String who) {
    var bytes = new byte[24];
    random.nextBytes(bytes);
    var secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var words = scopes.stream().sorted().map(Scope::word).collect(joining(","));
    var now = clock.instant();
    var made =
        database.write(handle -> {
          var added = handle.attach(TokenTable.class).add(name, digest(secret), words, now);
          if (added == 1) {
            Audit.add(handle, now, who, "added", "token:" + name, words);
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
      return Optional.of(EDITOR);
    }
    // The look-up is by the digest, so its timing tells nothing about the secret.
    var row =
        database.read(TokenTable.class, table -> table.byDigest(HexFormat.of().formatHex(digest)));
    row.ifPresent(this::note);
    return row.map(Tokens::principal);
  }

  private static Principal principal(TokenTable.Row row) {
    return new Principal(row.name(), Set.copyOf(scopes(row.scopes())));
  }

  /**
   * A token that is good now.
   *
   * @param digest of its secret
   */
  record Held(Principal holder, String digest) {}

  /** Those of a name: one at most, or two when one is the environment's. */
  List<Held> named(String name) {
    var held = new ArrayList<Held>();
    if (name.equals(EDITOR.name())) {
      editor.ifPresent(digest -> held.add(new Held(EDITOR, HexFormat.of().formatHex(digest))));
    }
    database
        .read(TokenTable.class, table -> table.named(name))
        .ifPresent(row -> held.add(new Held(principal(row), row.digest())));
    return held;
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

  /** Like {@link #revoke(String, String)}, from the command line. */
  public boolean revoke(String name) {
    return revoke(name, "command");
  }

  /**
   * @param who does it
   * @return false when there is no token of that name
   */
  public boolean revoke(String name, String who) {
    var now = clock.instant();
    return database.write(handle -> {
      var gone = handle.attach(TokenTable.class).remove(name) == 1;
      if (gone) {
        Audit.add(handle, now, who, "revoked", "token:" + name, "");
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

  /** SHA-256 in hex. */
  static String digest(String text) {
    return HexFormat.of().formatHex(sha256(text));
  }

  private static byte[] sha256(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
