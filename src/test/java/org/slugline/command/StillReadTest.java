package org.slugline.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StillReadTest {
  @TempDir Path dir;

  private static boolean isTroubledBy(String what) {
    var broken =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException(what);
          }
        };
    var out = new PrintStream(new StillRead(broken), true);
    out.println("a line");
    return out.checkError();
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoFaultAndAFullDiskIs() {
    assertThat(isTroubledBy("Broken pipe")).isFalse();
    assertThat(isTroubledBy("No space left on device")).isTrue();
  }

  @Test
  void aProcessWithoutATerminalSpeaksUtf8AndEndsQuietlyWhenNobodyReadsOn() throws Exception {
    var items = "<item><title>Übersee</title><guid>%s</guid></item>".repeat(3000);
    var feed = dir.resolve("feed.xml");
    Files.writeString(feed, "<rss version='2.0'><channel>" + items + "</channel></rss>");
    var builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "org.slugline.command.Main",
            "parse",
            feed.toString());
    builder.environment().clear();
    builder.redirectError(dir.resolve("err").toFile());
    var process = builder.start();
    try (var out = process.getInputStream()) {
      assertThat(new String(out.readNBytes(2000), UTF_8)).contains("Übersee");
    }
    assertThat(process.waitFor()).isZero();
    assertThat(dir.resolve("err")).isEmptyFile();
  }
}
