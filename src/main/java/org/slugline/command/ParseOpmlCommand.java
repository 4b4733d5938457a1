package org.slugline.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
    return what.batch.isEmpty() ? single(what.file) : batch(Path.of(what.batch));
  }

  private int single(String file) {
    try {
      var bytes = file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
      return switch (Opml.read(bytes)) {
        case OutletReading.Legible(var list, _) -> {
          out().println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(shown(list)));
          yield 0;
        }
        case OutletReading.Illegible(var reason) ->
            complain(REFUSED, reason, file, "Give an OPML document");
      };
    } catch (IOException | InvalidPathException missing) {
      return complain(MISSING, "no such file can be read", file, "Give the path of a file");
    }
  }

  private int batch(Path list) {
    try {
      new String(Files.readAllBytes(list), UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .forEach(line -> out().println(answer(line)));
      out().flush();
      return 0;
    } catch (IOException missing) {
      return complain(MISSING, "no such list can be read", list.toString(), "Give its path");
    }
  }

  private static String answer(String line) {
    var answer = JSON.createObjectNode();
    try {
      var file = JSON.readTree(line).path("file").asString("");
      answer.put("file", file);
      switch (Opml.read(Files.readAllBytes(Path.of(file)))) {
        case OutletReading.Legible(var list, _) -> answer.setAll(shown(list));
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
    spec.commandLine().getErr().println("slugline: " + what + ", " + where + ". " + next + ".");
    return status;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
