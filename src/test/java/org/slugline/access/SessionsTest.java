package org.slugline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.store.Database;
import org.slugline.store.Opening;
import org.slugline.store.StoreSettings;

class SessionsTest {
  private static final String SECRET = "an-editor-of-the-environment";

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-02T12:00:00Z"));

  @TempDir Path dir;
  private Database database;
  private Tokens tokens;
  private Sessions sessions;

  @BeforeEach
  void open() {
    var settings = new StoreSettings(dir, Duration.ofSeconds(1));
    database = ((Opening.Opened) Database.open(settings)).database();
    tokens = new Tokens(database, now::get, Optional.of(SECRET));
    sessions = new Sessions(database, tokens, now::get);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aSessionIsItsTokensAndEndsWithIt() {
    var secret = made("ada");
    var key = sessions.open(secret).orElseThrow().key();
    assertThat(sessions.holder(key).orElseThrow())
        .isEqualTo(new Principal("ada", Set.of(Scope.PUBLISH)));
    assertThat(sessions.holder(key + "x")).isEmpty();
    assertThat(sessions.open("nobody's secret")).isEmpty();
    tokens.revoke("ada");
    assertThat(sessions.holder(key)).isEmpty();
    made("ada");
    assertThat(sessions.holder(key)).as("another token of that name").isEmpty();
  }

  @Test
  void twoSessionsOfOneTokenHaveTwoKeysAndSigningOutEndsOne() {
    var one = sessions.open(SECRET).orElseThrow().key();
    var other = sessions.open(SECRET).orElseThrow().key();
    assertThat(one).isNotEqualTo(other);
    sessions.close(one, "editor");
    assertThat(sessions.holder(one)).isEmpty();
    assertThat(sessions.holder(other)).isPresent();
  }

  @Test
  void itEndsWhenNobodyUsesItAndAfterAWeekInAnyCase() {
    var idle = sessions.open(SECRET).orElseThrow().key();
    var used = sessions.open(SECRET).orElseThrow().key();
    for (var hours = 0; hours < 24 * 7 - 6; hours += 6) {
      assertThat(sessions.holder(used)).as("after %d hours", hours).isPresent();
      now.updateAndGet(at -> at.plus(Duration.ofHours(6)));
    }
    assertThat(sessions.holder(idle)).isEmpty();
    now.updateAndGet(at -> at.plus(Duration.ofHours(7)));
    assertThat(sessions.holder(used)).isEmpty();
  }

  @Test
  void ofTheEnvironmentsTokenASessionEndsWhenThatIsAnother() {
    var key = sessions.open(SECRET).orElseThrow().key();
    var later = new Tokens(database, now::get, Optional.of("another-secret-of-the-day"));
    assertThat(new Sessions(database, later, now::get).holder(key)).isEmpty();
    assertThat(new Sessions(database, tokens, now::get).holder(key)).isPresent();
  }

  @Test
  void neitherKeyNorSecretIsStored() throws Exception {
    var key = sessions.open(SECRET).orElseThrow().key();
    database.close();
    var file = Files.readString(dir.resolve("slugline.db"), StandardCharsets.ISO_8859_1);
    assertThat(file).contains("signed in").doesNotContain(key, SECRET, Tokens.digest(SECRET));
  }

  private String made(String name) {
    return ((NewToken.Made) tokens.make(name, Set.of(Scope.PUBLISH))).secret();
  }
}
