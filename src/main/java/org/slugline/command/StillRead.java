package org.slugline.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Bytes for whoever reads them: when the reader has gone, as {@code | head} does, the rest is
 * nobody's and that is no fault. A full disk is.
 */
final class StillRead extends FilterOutputStream {
  private boolean gone;

  StillRead(OutputStream out) {
    super(out);
  }

  /** In UTF-8 whatever the environment says: cron's says ASCII. */
  static PrintStream standardOutput() {
    return new PrintStream(
        new StillRead(new FileOutputStream(FileDescriptor.out)), true, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (gone) {
      return;
    }
    try {
      out.write(bytes, from, length);
    } catch (IOException broken) {
      if (!String.valueOf(broken.getMessage()).toLowerCase(Locale.ROOT).contains("pipe")) {
        throw broken;
      }
      gone = true;
    }
  }
}
