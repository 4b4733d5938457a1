package org.slugline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.store.Database;
import org.slugline.store.Opening;
import org.slugline.store.StoreSettings;

class TokensTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-02T12:00:00Z"));

  @TempDir Path dir;
  private Database database;

  @BeforeEach
  void open() {
    var settings = new StoreSettings(dir, Duration.ofSeconds(1));
    database = ((Opening.Opened) Database.open(settings)).database();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aTokenIsKnownByItsSecretAndAllowsWhatItWasMadeFor() {
    var tokens = new Tokens(database, CLOCK, Optional.empty());
    var secret = ((NewToken.Made) tokens.make("desk", Set.of(Scope.PUBLISH))).secret();
    var holder = tokens.verify(secret).orElseThrow();
    assertThat(holder.name()).isEqualTo("desk");
    assertThat(holder.may(Scope.PUBLISH)).isTrue();
    assertThat(holder.may(Scope.CURATE)).isFalse();
    assertThat(tokens.verify(secret + "x")).isEmpty();
  }

  @Test
  void theSecretStandsNowhereInTheDataDirectory() throws Exception {
    var tokens = new Tokens(database, CLOCK, Optional.empty());
    var secret = ((NewToken.Made) tokens.make("desk", Set.of(Scope.ALL))).secret();
    database.close();
    var file = Files.readString(dir.resolve("slugline.db"), StandardCharsets.ISO_8859_1);
    assertThat(file).contains("desk").doesNotContain(secret);
  }

  @Test
  void aNameIsGivenOnceAndFreeAgainAfterItWasRevoked() {
    var tokens = new Tokens(database, CLOCK, Optional.empty());
    var secret = ((NewToken.Made) tokens.make("desk", Set.of(Scope.ALL))).secret();
    assertThat(tokens.make("desk", Set.of(Scope.ALL))).isInstanceOf(NewToken.NameTaken.class);
    assertThat(tokens.revoke("desk")).isTrue();
    assertThat(tokens.revoke("desk")).isFalse();
    assertThat(tokens.verify(secret)).isEmpty();
    assertThat(tokens.make("desk", Set.of(Scope.ALL))).isInstanceOf(NewToken.Made.class);
  }

  @Test
  void theEditorsTokenOfTheEnvironmentMayAllAndIsNotStored() {
    var tokens = new Tokens(database, CLOCK, Optional.of("a-long-editor-token"));
    assertThat(tokens.verify("a-long-editor-token").orElseThrow().may(Scope.OUTLETS)).isTrue();
    assertThat(tokens.list()).isEmpty();
  }
}
