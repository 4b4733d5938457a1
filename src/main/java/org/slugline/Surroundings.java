package org.slugline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What the process finds around it, read once; the only place that looks.
 *
 * @param home where the launcher stands: {@code config/} and {@code data/} lie beside it
 * @param clock the real one
 */
public record Surroundings(Map<String, String> environment, Path home, InstantSource clock) {
  public Surroundings {
    environment = Map.copyOf(environment);
  }

  public static Surroundings ofProcess() {
    var environment = System.getenv();
    var home = Path.of(environment.getOrDefault("SLUGLINE_HOME", ".")).toAbsolutePath();
    return new Surroundings(environment, home.normalize(), InstantSource.system());
  }

  /** A clock that starts at the instant and then runs on as the real one does. */
  public InstantSource clockFrom(Optional<Instant> start) {
    if (start.isEmpty()) {
      return clock;
    }
    var ahead = java.time.Duration.between(clock.instant(), start.get());
    return () -> clock.instant().plus(ahead);
  }

  /** The secret that {@code outlets set ID auth=NAME} and webhooks refer to. */
  public Optional<String> secret(String name) {
    return Optional.ofNullable(environment.get("SLUGLINE_SECRET_" + name));
  }

  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /** The file that {@code --config} or the environment names, else the first of the usual ones. */
  Optional<Path> configFile(Optional<Path> named) {
    if (named.isPresent()) {
      return named;
    }
    var variable = variable("SLUGLINE_CONFIG").map(Path::of);
    if (variable.isPresent()) {
      return variable;
    }
    return java.util.stream.Stream.of(
            home.resolve("config/slugline.toml"), Path.of("/etc/slugline/slugline.toml"))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** A port that nothing listens on just now: addresses must name it before we listen. */
  static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** As the build wrote it. */
  public static String version() {
    try (var in = Surroundings.class.getResourceAsStream("version.properties")) {
      var properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "unknown");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
