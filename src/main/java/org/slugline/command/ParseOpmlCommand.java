package org.slugline.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.slugline.feed.Opml;
import org.slugline.feed.OutletList;
import org.slugline.feed.OutletReading;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code parse-opml}: what the reader of outlet lists makes of a document; contract/parse.md. */
@Command(name = "parse-opml", description = "Print what an outlet list (OPML) is read as.")
final class ParseOpmlCommand implements Callable<Integer> {
  private static final int REFUSED = 65;
  private static final int MISSING = 66;

  /** ASCII, so that no terminal's charset can spoil a line. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final InputStream in;
  private final BooleanSupplier json;

  /**
   * @param json whether one object is to stand on one line
   */
  ParseOpmlCommand(InputStream in, BooleanSupplier json) {
    this.in = in;
    this.json = json;
  }

  @Spec CommandSpec spec = CommandSpec.create();

  @ArgGroup(multiplicity = "1")
  What what = new What();

  static final class What {
    @Parameters(paramLabel = "FILE", description = "an OPML document; - is standard input")
    String file = "";

    @Option(
        names = "--batch",
        paramLabel = "LIST.jsonl",
        description = "one {\"file\": \"path\"} a line; one object a line comes out")
    String batch = "";
  }

  @Override
  public Integer call() {
    return what.batch.isEmpty() ? single(what.file) : batch(what.batch);
  }

  private int single(String file) {
    try {
      var bytes = file.equals("-") ? Documents.read(in) : Documents.read(Path.of(file));
      return switch (Opml.read(bytes)) {
        case OutletReading.Legible(var list, _, _) -> {
          var mapper = json.getAsBoolean() ? JSON.writer() : JSON.writerWithDefaultPrettyPrinter();
          out().println(mapper.writeValueAsString(shown(list)));
          yield written();
        }
        case OutletReading.Illegible(var reason) ->
            complain(REFUSED, reason, file, "Give an OPML document");
      };
    } catch (IOException | InvalidPathException missing) {
      return complain(MISSING, "no such file can be read", file, "Give the path of a file");
    }
  }

  private int batch(String list) {
    try (var bytes = list.equals("-") ? in : Files.newInputStream(Path.of(list));
        var lines = new BufferedReader(new InputStreamReader(bytes, UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          out().println(answer(line));
        }
      }
      return written();
    } catch (IOException | InvalidPathException missing) {
      return complain(MISSING, "no such list can be read", list, "Give its path");
    }
  }

  private int written() {
    return out().checkError()
        ? complain(
            Exit.STORAGE,
            "not all could be written",
            "standard output",
            "Make room, or read to the end")
        : 0;
  }

  private static String answer(String line) {
    var answer = JSON.createObjectNode();
    try {
      var file = JSON.readTree(line).path("file").asString("");
      answer.put("file", file);
      var path = Path.of(file);
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        throw new IOException("a directory or a device");
      }
      switch (Opml.read(Documents.read(path))) {
        case OutletReading.Legible(var list, _, _) -> answer.setAll(shown(list));
        case OutletReading.Illegible(var reason) -> answer.put("error", reason);
      }
    } catch (NoSuchFileException missing) {
      answer.put("error", "no such file");
    } catch (JacksonException | IOException | InvalidPathException trouble) {
      answer.put("error", "cannot be read");
    }
    return JSON.writeValueAsString(answer);
  }

  private static ObjectNode shown(OutletList list) {
    var shown = JSON.createObjectNode();
    put(shown, "title", list.title());
    list.created().ifPresent(at -> shown.put("created", at.toString()));
    list.modified().ifPresent(at -> shown.put("modified", at.toString()));
    var owner = JSON.createObjectNode();
    put(owner, "name", list.owner().name());
    put(owner, "email", list.owner().email());
    put(owner, "url", list.owner().uri());
    if (!owner.isEmpty()) {
      shown.set("owner", owner);
    }
    var feeds = shown.putArray("feeds");
    for (var feed : list.feeds()) {
      var one = feeds.addObject();
      one.put("url", feed.url());
      put(one, "title", feed.title());
      put(one, "site", feed.site());
      var paths = one.putArray("categories");
      feed.paths().forEach(path -> path.forEach(paths.addArray()::add));
    }
    return shown;
  }

  private static void put(ObjectNode node, String name, String text) {
    if (!text.isEmpty()) {
      node.put(name, text);
    }
  }

  private int complain(int status, String what, String where, String next) {
    spec.commandLine()
        .getErr()
        .println("slugline: " + what + ", " + Terminal.visible(where) + ". " + next + ".");
    return status;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
