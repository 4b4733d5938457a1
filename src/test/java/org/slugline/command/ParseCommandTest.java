package org.slugline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** {@code slugline parse}, as a person and as a suite of documents use it. */
class ParseCommandTest {
  private static final String FEED =
      """
      <rss version="2.0"><channel><title>A &amp;amp; B</title><link>/home</link>
      <image><url>/i.png</url><title>Logo</title></image>
      <item><title>One</title><guid>urn:1</guid><category domain="d">C</category><category>P</category>
      <pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate><description>a &lt; b</description>
      <enclosure url="/a.mp3" type="audio/mpeg" length="9"/></item></channel></rss>
      """;

  @TempDir private Path dir;
  private boolean inALine;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String in, String... arguments) {
    return run(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), arguments);
  }

  private int run(InputStream in, String... arguments) {
    var command =
        new ParseCommand(
            url ->
                url.contains("known")
                    ? Optional.of(
                        new ParseCommand.Page(
                            FEED.getBytes(StandardCharsets.UTF_8), url, "text/xml", "en"))
                    : Optional.empty(),
            in,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            () -> inALine);
    return new CommandLine(command).execute(arguments);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(dir.resolve(name), content);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aFileIsPrintedUnderTheNamesOfTheContract() throws IOException {
    assertThat(run("", file("f.xml", FEED).toString(), "--url", "http://example.org/f")).isZero();
    var json = JsonMapper.shared().readTree(printed());
    assertThat(json.path("format").asString()).isEqualTo("rss2.0");
    assertThat(json.path("encoding").asString()).isEqualTo("utf-8");
    assertThat(json.path("title").asString()).isEqualTo("A &amp; B");
    assertThat(json.path("title_type").asString()).isEqualTo("html");
    assertThat(json.path("link").asString()).isEqualTo("http://example.org/home");
    assertThat(json.at("/image/title").asString()).isEqualTo("Logo");
    var entry = json.at("/entries/0");
    assertThat(entry.path("id").asString()).isEqualTo("urn:1");
    assertThat(entry.has("link")).isFalse();
    assertThat(entry.path("summary").asString()).isEqualTo("a &lt; b");
    assertThat(entry.path("published").asString()).isEqualTo("2004-01-01T19:48:21Z");
    assertThat(entry.at("/categories/0/scheme").asString()).isEqualTo("d");
    assertThat(entry.at("/categories/1").asString()).isEqualTo("P");
    assertThat(entry.at("/enclosures/0/length").asInt()).isEqualTo(9);
  }

  @Test
  void standardInputIsReadToo() {
    assertThat(run(FEED, "-")).isZero();
    assertThat(printed()).contains("\"title\" : \"One\"");
  }

  @Test
  void anAddressGoesThroughTheFunctionHandedIn() {
    assertThat(run("", "http://known.example/")).isZero();
    assertThat(printed()).contains("http://known.example/home", "\"language\" : \"en\"");
    assertThat(run("", "http://other.example/")).isEqualTo(69);
  }

  @Test
  void whatCannotBeReadIsOneLineAndAStatus() throws IOException {
    assertThat(run("", dir.resolve("none.xml").toString())).isEqualTo(66);
    assertThat(run("", file("page.html", "<html>no</html>").toString())).isEqualTo(65);
    assertThat(run("")).isEqualTo(64);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("slugline: "));
  }

  @Test
  void jsonIsOneObjectALine() throws IOException {
    inALine = true;
    assertThat(run("", file("f.xml", FEED).toString())).isZero();
    assertThat(printed().lines()).hasSize(1);
    assertThat(JsonMapper.shared().readTree(printed()).path("file").asString()).endsWith("f.xml");
  }

  @Test
  void whatIsNoFileIsSaidAndStopsNothing() throws IOException {
    assertThat(run("", dir.toString())).isEqualTo(66);
    assertThat(run("", "--batch", dir.toString())).isEqualTo(66);
    assertThat(run("", "\u001b[31m.xml")).isEqualTo(66);
    assertThat(run("HTTP://known.example/", "HTTP://known.example/")).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("slugline: "))
        .noneMatch(line -> line.contains("\u001b"));
    out.reset();
    var odd =
        "{\"file\":\"/dev/zero\"}\n{\"file\":\"" + dir + "\"}\n{\"file\":\"a\\u0000\"}\n{\"file\"";
    assertThat(run("", "--batch", file("list", odd).toString())).isZero();
    assertThat(printed().lines())
        .hasSize(4)
        .allMatch(line -> line.contains("\"error\":"))
        .anyMatch(line -> line.contains("this line is no JSON"));
  }

  @Test
  void aDocumentWithoutEndIsRefusedAndNotCut() {
    var endless =
        new InputStream() {
          @Override
          public int read() {
            return ' ';
          }

          @Override
          public int read(byte[] into, int from, int length) {
            Arrays.fill(into, from, from + length, (byte) ' ');
            return length;
          }
        };
    assertThat(run(endless, "-")).isEqualTo(65);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("longer than 64 MiB");
  }

  @Test
  void whatCouldNotBeWrittenIsNoSuccess() throws IOException {
    var full =
        new PrintStream(
            new OutputStream() {
              @Override
              public void write(int one) throws IOException {
                throw new IOException("No space left on device");
              }
            },
            true,
            StandardCharsets.UTF_8);
    var command =
        new ParseCommand(
            _ -> Optional.empty(),
            InputStream.nullInputStream(),
            full,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            () -> false);
    assertThat(new CommandLine(command).execute(file("f.xml", FEED).toString())).isEqualTo(74);
  }

  @Test
  void aBatchAnswersEveryLineAndEchoesItsFileByteForByte() throws IOException {
    var good = file("gut-ä.xml", FEED);
    var escaped = "\"" + good.toString().replace("ä", "\\u00E4") + "\"";
    var list =
        file(
            "list.jsonl",
            "{\"file\": "
                + escaped
                + ", \"url\": \"http://example.org/\", \"content_language\": \"de\"}\n"
                + "\n{\"file\": \"/none\"}\nnot json\n"
                + "{\"file\": \""
                + file("no.txt", "hello")
                + "\", \"content_type\": null}\n");
    assertThat(run("", "--batch", list.toString())).isZero();
    var lines = printed().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines)
        .anyMatch(
            line -> line.startsWith("{\"file\":" + escaped) && line.contains("\"language\":\"de\""))
        .anyMatch(line -> line.startsWith("{\"file\":\"/none\",\"error\":"))
        .anyMatch(line -> line.contains("no.txt\",\"error\":"));
    assertThat(lines).allSatisfy(line -> JsonMapper.shared().readTree(line));
  }

  @Test
  void aBatchOfThousandsEndsWithALineForEach() throws IOException {
    var feed = file("f.xml", FEED);
    var list = file("list.jsonl", ("{\"file\":\"" + feed + "\"}\n").repeat(3_000));
    assertThat(run("", "--batch", list.toString())).isZero();
    assertThat(printed().lines()).hasSize(3_000);
  }
}
