package org.slugline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tomlj.Toml;

class ConfigFileTest {
  @TempDir Path dir;

  @Test
  void theShippedFileSaysEveryKeyWithItsDefault() throws IOException {
    var toml = Toml.parse(Path.of("config/slugline.toml"));
    assertThat(toml.dottedKeySet())
        .containsExactlyElementsOf(Setting.ALL.stream().map(Setting::key).toList());
    for (var setting : Setting.ALL) {
      assertThat(ConfigFile.plain(toml.get(setting.key())))
          .as(setting.key())
          .isEqualTo(setting.fallback());
    }
  }

  @Test
  void theDefaultsAreWithoutFault() {
    assertThat(read("", Map.of()).faults()).isEmpty();
  }

  @Test
  void everyFaultIsSaidAtOnceWithLineAndColumnAndTheNearestName() {
    var faults =
        read(
                """
                [masthead]
                tilte = "News"
                zone = "Mars/Olympus"
                [wire]
                pause = "10s"
                workers = "many"
                [wires]
                pause = "15m"
                """,
                Map.of())
            .faults();
    assertThat(faults)
        .extracting(ConfigFault::what)
        .containsExactlyInAnyOrder(
            "masthead.tilte is not a setting; did you mean masthead.title?",
            "masthead.zone must be an IANA zone such as \"Europe/London\"",
            "wire.pause must lie between 1m and 1d",
            "wire.workers must be a whole number",
            "wires.pause is not a setting; did you mean wire.pause?");
    assertThat(faults)
        .extracting(ConfigFault::where)
        .anyMatch(where -> where.endsWith("line 2, column 1"));
  }

  @Test
  void brokenTomlIsSaidWithItsPlaceAndTheRestIsStillChecked() {
    var faults = read("[masthead]\ntitle = \"News\n[wire]\npause = \"1s\"\n", Map.of()).faults();
    assertThat(faults).hasSizeGreaterThanOrEqualTo(1);
    assertThat(faults.getFirst().where()).contains("line 2");
  }

  @Test
  void theEnvironmentWinsOverTheFile() {
    var values =
        read(
            "[wire]\nhost-spacing = \"2s\"\n",
            Map.of(
                "SLUGLINE_WIRE_HOST_SPACING", "3s",
                "SLUGLINE_WIRE_ALLOW_INTERNAL", "127.0.0.1:8080, localhost:9090",
                "SLUGLINE_SECRET_BBC", "x"));
    assertThat(values.faults()).isEmpty();
    assertThat(values.duration("wire.host-spacing")).hasSeconds(3);
    assertThat(values.list("wire.allow-internal"))
        .isEqualTo(List.of("127.0.0.1:8080", "localhost:9090"));
  }

  @Test
  void anUnknownVariableIsAFault() {
    assertThat(read("", Map.of("SLUGLINE_WIRE_PAUS", "15m")).faults())
        .extracting(ConfigFault::what)
        .containsExactly("SLUGLINE_WIRE_PAUS is not a setting; did you mean SLUGLINE_WIRE_PAUSE?");
  }

  @Test
  void aNamedFileThatIsMissingIsAFaultAndAnEmptyOneIsGood() {
    var missing = ConfigFile.read(Optional.of(dir.resolve("no.toml")), Map.of());
    assertThat(missing.faults())
        .singleElement()
        .extracting(ConfigFault::what)
        .asString()
        .contains("missing");
    assertThat(read("", Map.of()).faults()).isEmpty();
  }

  private ConfigFile.Values read(String toml, Map<String, String> environment) {
    try {
      var file = Files.writeString(dir.resolve("slugline.toml"), toml);
      return ConfigFile.read(Optional.of(file), environment);
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }
}
