package org.slugline.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class ParseOpmlCommandTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir Path dir;
  private String in = "";
  private boolean inALine;

  @Test
  void aBatchAnswersEachListInALineAndStopsAtNone() throws IOException {
    var good =
        file(
            "gü.opml",
            "<opml><head><title>Ü</title></head><body><outline text='F'><outline text='P'"
                + " xmlUrl='http://p.example/' category='/a/b,c'/></outline></body></opml>");
    var bad = file("bad.opml", "<rss/>");
    var batch =
        file(
            "list.jsonl",
            JSON.writeValueAsString(
                    JSON.createObjectNode().put("file", good.toString()).put("url", "x"))
                + "\n\n{\"file\": \""
                + bad
                + "\"}\n{\"file\": \"/no/such\"}\nnot json\n");
    assertThat(run("--batch", batch.toString())).isZero();
    var lines = out.toString().lines().map(JSON::readTree).toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0))
        .isEqualTo(
            JSON.readTree(
                """
                {"file": "%s", "title": "Ü", "feeds": [
                  {"url": "http://p.example/", "title": "P", "categories": [["F"], ["a", "b"], ["c"]]}]}
                """
                    .formatted(good)));
    assertThat(lines.get(1).path("file").asString()).isEqualTo(bad.toString());
    assertThat(lines.get(1).path("error").asString()).contains("opml");
    assertThat(lines.get(2).path("error").asString()).isEqualTo("no such file");
    assertThat(lines.get(3).path("error").asString()).isEqualTo("cannot be read");
  }

  @Test
  void oneFileIsPrintedIndented() throws IOException {
    assertThat(
            run(file("a.opml", "<opml><head><ownerName>Ann</ownerName></head></opml>").toString()))
        .isZero();
    assertThat(out.toString()).contains("\n  \"owner\"");
    assertThat(JSON.readTree(out.toString()).path("owner").path("name").asString())
        .isEqualTo("Ann");
  }

  @Test
  void devicesStopNoBatchAndListsComeByStandardInputToo() throws IOException {
    var good = file("a.opml", "<opml><body/></opml>");
    in = "{\"file\":\"/dev/zero\"}\n{\"file\":\"" + dir + "\"}\n{\"file\":\"" + good + "\"}\n";
    assertThat(run("--batch", "-")).isZero();
    assertThat(out.toString().lines())
        .hasSize(3)
        .satisfiesExactly(
            line -> assertThat(line).contains("cannot be read"),
            line -> assertThat(line).contains("cannot be read"),
            line -> assertThat(line).contains("\"feeds\":[]"));
  }

  @Test
  void jsonIsOneObjectALine() throws IOException {
    inALine = true;
    assertThat(run(file("a.opml", "<opml><body/></opml>").toString())).isZero();
    assertThat(out.toString().lines()).hasSize(1);
  }

  @Test
  void theStatusSaysWhatWasWrong() throws IOException {
    assertThat(run("/no/such/file")).isEqualTo(66);
    assertThat(run(file("x", "hello").toString())).isEqualTo(65);
    assertThat(run("--batch", "/no/such/list")).isEqualTo(66);
    assertThat(err.toString().lines()).hasSize(3).allMatch(line -> line.startsWith("slugline: "));
    assertThat(out.toString()).isEmpty();
  }

  private int run(String... arguments) {
    return new CommandLine(
            new ParseOpmlCommand(new ByteArrayInputStream(in.getBytes(UTF_8)), () -> inALine))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private Path file(String name, String text) throws IOException {
    return Files.write(dir.resolve(name), text.getBytes(UTF_8));
  }
}
