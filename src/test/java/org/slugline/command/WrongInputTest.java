package org.slugline.command;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.Surroundings;
import org.slugline.kit.LoopbackOutlet;

/**
 * Whatever is handed to the commands about outlets: it is said what was wrong, the rest is done.
 */
class WrongInputTest {
  private static final String FEED = "https://harbour.example/feed";

  @TempDir Path dir;

  private Line.Ended run(String... words) {
    return new Line(dir).run(words);
  }

  private static String opml(String outlines) {
    return "<?xml version=\"1.0\"?><opml version=\"2.0\"><head/><body>"
        + outlines
        + "</body></opml>";
  }

  private static String outline(String title, String url) {
    return "<outline text=\"" + title + "\" xmlUrl=\"" + url + "\"/>";
  }

  private Line.Ended imports(byte[] list) throws IOException {
    return run("outlets", "import", Files.write(dir.resolve("l.opml"), list).toString());
  }

  @Test
  void aListComesPackedInUtf16OrByStandardInput() throws IOException {
    var list = opml(outline("Harbour", FEED));
    assertThat(imports(LoopbackOutlet.gzip(list.getBytes(UTF_8))).out())
        .isEqualTo("added 1 " + FEED + "\n");
    assertThat(imports(("\ufeff" + list).getBytes(UTF_16LE)).out()).startsWith("known 1 ");
    assertThat(new Line(dir).input(list).run("outlets", "import", "-").out())
        .startsWith("known 1 ");
  }

  @Test
  void whatIsNoListIsSaidInOneSentenceWithTheNextStep() throws IOException {
    for (var wrong :
        new String[] {"", "\0\1\2\3", "<rss version=\"2.0\"/>", "<html>Log in</html>"}) {
      var ended = imports(wrong.getBytes(UTF_8));
      assertThat(ended.status()).isEqualTo(65);
      assertThat(ended.err())
          .isEqualTo(
              "slugline: not an outlet list: no opml element, "
                  + dir.resolve("l.opml")
                  + ". Export it as OPML where it comes from.\n");
    }
    assertThat(imports(opml("").getBytes(UTF_8)).err()).contains("There is no feed in ");
  }

  @Test
  void ofAListThatBreaksOffTheBeginningIsReadAndTheLossIsSaid() throws IOException {
    var list = opml(outline("Harbour", FEED) + outline("Ledger", "https://ledger.example/feed"));
    var ended = imports(list.substring(0, list.indexOf("Ledger")).getBytes(UTF_8));
    assertThat(ended.out()).isEqualTo("added 1 " + FEED + "\n");
    assertThat(ended.err()).contains("the list breaks off");
    assertThat(ended.status()).isEqualTo(65);
  }

  @Test
  void whatWasEscapedTwiceIsReadAsItWasMeant() throws IOException {
    var ended =
        imports(
            opml(outline("Caf&amp;eacute; &amp;amp; Bar", "https://a.example/f?a=1&amp;amp;b=2"))
                .getBytes(UTF_8));
    assertThat(ended.out()).isEqualTo("added 1 https://a.example/f?a=1&b=2\n");
    assertThat(run("outlets", "list").out()).contains("  Café & Bar  ");
  }

  @Test
  void addressesByStandardInputMayBeginWithAByteOrderMark() {
    var line = new Line(dir).input("\ufeff" + FEED + "\r\n# none\n\nno address\n");
    var ended = line.run("outlets", "add", "-", "--json");
    assertThat(ended.out().lines())
        .containsExactly(
            "{\"result\":\"added\",\"id\":1,\"url\":\"" + FEED + "\"}",
            "{\"result\":\"refused\",\"url\":\"no address\",\"error\":\"is no http or https"
                + " address\"}");
    assertThat(ended.err())
        .isEqualTo(
            "slugline: no address was refused: is no http or https address. Check how it is"
                + " written.\n");
    assertThat(ended.status()).isEqualTo(65);
    assertThat(new Line(dir).run("outlets", "add", "-").err()).contains("No address came");
    assertThat(run("outlets", "add", "").err()).contains("an empty address was refused");
  }

  @Test
  void anOutletThatNobodyKnowsKeepsNoneOfTheOthersFromBeingAsked() {
    try (var outlet = new LoopbackOutlet().then(404, Map.of(), "")) {
      run("outlets", "add", outlet.url());
      var ended = run("poll", "--outlet", "nobody", "--outlet", "1", "--json");
      assertThat(ended.out()).contains("\"due\":1,");
      assertThat(ended.err()).contains("no outlet is nobody. See slugline outlets list.");
      assertThat(ended.status()).isEqualTo(65);
      var none = run("poll", "--outlet", "nobody");
      assertThat(none.out()).as("none is not all").isEmpty();
      assertThat(none.status()).isEqualTo(65);
    }
  }

  @Test
  void numbersAndDurationsThatAreNoneAreUsage() {
    assertThat(run("outlets", "pause", "abc").err())
        .contains("'abc' is no outlet's number", "slugline outlets list");
    assertThat(run("outlets", "pause", "abc").status()).isEqualTo(64);
    assertThat(run("poll", "--budget", "999999999d").status()).isEqualTo(64);
    assertThat(run("poll", "--budget", "36500d").status()).isZero();
  }

  @Test
  void anExportByStandardOutputNeedsNoNameAndADiskThatIsFullIsNoSuccess() throws IOException {
    run("outlets", "add", FEED);
    assertThat(run("outlets", "export", "-").out()).contains(FEED);
    assertThat(Path.of("-")).doesNotExist();
    for (var words : new String[][] {{"outlets", "export"}, {"outlets", "list", "--json"}}) {
      var err = new ByteArrayOutputStream();
      var status =
          Main.run(
              new Surroundings(Map.of(), dir, InstantSource.system()),
              new Terminal(
                  new PrintStream(new Full(), true, UTF_8), new PrintStream(err, true, UTF_8)),
              InputStream.nullInputStream(),
              new Signals(),
              words);
      assertThat(status).isEqualTo(74);
      assertThat(err.toString(UTF_8)).contains("not all could be written, standard output.");
    }
  }

  private static final class Full extends OutputStream {
    @Override
    public void write(int one) throws IOException {
      throw new IOException("No space left on device");
    }
  }
}
