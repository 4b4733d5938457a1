package org.slugline.site;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Style sheet, script and marks: read once, named by their content, kept by browsers for a year.
 */
final class Assets {
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml; charset=utf-8",
          "ico", "image/x-icon");

  private final Map<String, String> addresses = new LinkedHashMap<>();
  private final Map<String, byte[]> contents = new LinkedHashMap<>();
  private final byte[] favicon;

  /**
   * @param theme the newsroom's own folder, as contract/config.md describes it
   */
  Assets(Optional<Path> theme) {
    for (var name : new String[] {"site.css", "desk.css", "desk.js", "keys.js", "mark.svg"}) {
      add(name, resource(name));
    }
    for (var name : new String[] {"theme.css", "logo.svg"}) {
      file(theme, name).ifPresent(bytes -> add(name, bytes));
    }
    favicon = file(theme, "favicon.ico").orElseGet(() -> resource("favicon.ico"));
  }

  /** A file of the theme; empty where it has none. */
  static Optional<byte[]> file(Optional<Path> theme, String name) {
    try {
      var path = theme.map(folder -> folder.resolve(name)).filter(Files::isRegularFile);
      return path.isEmpty() ? Optional.empty() : Optional.of(Files.readAllBytes(path.get()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  boolean has(String name) {
    return addresses.containsKey(name);
  }

  private void add(String name, byte[] bytes) {
    var dot = name.lastIndexOf('.');
    var address =
        "/assets/"
            + name.substring(0, dot)
            + "."
            + Answers.digest(bytes).substring(0, 12)
            + name.substring(dot);
    addresses.put(name, address);
    contents.put(address, bytes);
  }

  /** Where a page finds it: {@code /assets/site.3f….css}. */
  String address(String name) {
    var address = addresses.get(name);
    if (address == null) {
      throw new IllegalArgumentException("No asset is called " + name);
    }
    return address;
  }

  void answer(Context ctx, Answers answers) {
    var bytes = contents.get(ctx.path());
    if (bytes == null) {
      Problem.notFound("").answer(ctx);
      return;
    }
    answers.body(ctx, 200, type(ctx.path()), bytes, "public, max-age=31536000, immutable");
  }

  void favicon(Context ctx, Answers answers) {
    answers.body(ctx, 200, type("favicon.ico"), favicon, "public, max-age=86400");
  }

  private static String type(String name) {
    var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    return type == null ? "application/octet-stream" : type;
  }

  private static byte[] resource(String name) {
    try (var in = Assets.class.getResourceAsStream("assets/" + name)) {
      if (in == null) {
        throw new IllegalStateException("assets/" + name + " is missing from the program");
      }
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
