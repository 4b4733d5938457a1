package org.slugline.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slugline.feed.FeedReader;
import org.slugline.feed.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slugline parse}: contract/parse.md. */
@Command(
    name = "parse",
    description = "Print what the reader of feeds makes of a document, as JSON.",
    mixinStandardHelpOptions = true)
final class ParseCommand implements Callable<Integer> {
  static final int MOST_ENTRIES = 100_000;

  /**
   * A document as it came by HTTP.
   *
   * @param url where it came from in the end
   * @param contentType the field, as is {@code contentLanguage}; {@code ""} where missing
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares pages
  record Page(byte[] bytes, String url, String contentType, String contentLanguage) {}

  private final Function<String, Optional<Page>> fetch;
  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final BooleanSupplier json;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE|URL|-",
      description = "the document; - reads it from standard input")
  private String source = "";

  @Option(
      names = "--batch",
      paramLabel = "LIST.jsonl",
      description = "one document a line, see contract/parse.md")
  private String list = "";

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "the address that relative links stand against")
  private String base = "";

  @Option(
      names = "--content-type",
      paramLabel = "TYPE",
      description = "the HTTP field that came with it")
  private String contentType = "";

  /**
   * @param fetch how an address is read; empty where it cannot be
   * @param json whether one object is to stand on one line
   */
  ParseCommand(
      Function<String, Optional<Page>> fetch,
      InputStream in,
      PrintStream out,
      PrintStream err,
      BooleanSupplier json) {
    this.fetch = fetch;
    this.in = in;
    this.out = out;
    this.err = err;
    this.json = json;
  }

  @Override
  public Integer call() throws IOException {
    if (list.isEmpty() == source.isEmpty()) {
      return refused(
          64, "parse takes one FILE, URL or -, or --batch LIST.jsonl. See parse --help.");
    }
    return list.isEmpty() ? one() : batch();
  }

  private int one() throws IOException {
    if (source.regionMatches(true, 0, "http://", 0, 7)
        || source.regionMatches(true, 0, "https://", 0, 8)) {
      var page = fetch.apply(source);
      return page.isPresent()
          ? print(
              page.get().bytes(),
              page.get().contentType(),
              page.get().contentLanguage(),
              page.get().url())
          : refused(69, "no document could be fetched, " + source + ". Save it to a file first.");
    }
    if (source.equals("-")) {
      return print(Documents.read(in), contentType, "", base);
    }
    try {
      var file = Path.of(source);
      return print(Documents.read(file), contentType, "", base);
    } catch (NoSuchFileException | InvalidPathException e) {
      return refused(66, "no such file, " + source + ". Check the path.");
    } catch (IOException e) {
      return refused(66, "no file that can be read, " + source + ". Check what it is.");
    }
  }

  private int print(byte[] bytes, String type, String language, String url) {
    if (bytes.length > Documents.LONGEST) {
      return refused(65, "longer than 64 MiB, " + source + ". Cut it.");
    }
    var reading =
        FeedReader.read(
            bytes,
            type.isEmpty() ? Optional.empty() : Optional.of(type),
            language,
            url,
            MOST_ENTRIES);
    return switch (reading) {
      case Reading.Readable(var feed) -> {
        var said =
            json.getAsBoolean()
                ? ParsedJson.line(feed, ParsedJson.quoted(source))
                : ParsedJson.indented(feed, source);
        out.writeBytes((said + "\n").getBytes(StandardCharsets.UTF_8));
        yield written();
      }
      case Reading.Unreadable(var reason) ->
          refused(65, reason + ", " + source + ". Look at it with a text editor.");
    };
  }

  private int batch() throws IOException {
    OutputStream bytes = new BufferedOutputStream(out, 1 << 16);
    try (var lines = list.equals("-") ? in : Files.newInputStream(Path.of(list))) {
      ParseBatch.run(lines, bytes);
    } catch (NoSuchFileException | InvalidPathException e) {
      return refused(66, "no such list, " + list + ". Check the path.");
    } catch (IOException e) {
      return refused(66, "no list that can be read, " + list + ". Check what it is.");
    } finally {
      bytes.flush();
    }
    return written();
  }

  /** A stream that prints keeps its troubles to itself until it is asked. */
  private int written() {
    return out.checkError()
        ? refused(
            Exit.STORAGE,
            "not all could be written, standard output. Make room, or read to the end.")
        : 0;
  }

  private int refused(int status, String sentence) {
    err.println("slugline: " + Terminal.visible(sentence));
    return status;
  }
}
