package org.slugline.site.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parts of a {@code multipart/form-data} body, RFC 7578, one after the other as they come in;
 * nothing of it is kept. A body that is cut off throws {@link EOFException}.
 */
final class Multipart {
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_HEADER = 8 << 10;
  private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=\"([^\"]*)\"");
  private static final Pattern FILE = Pattern.compile("(?i)[;\\s]filename=\"([^\"]*)\"");

  private final InputStream in;
  private final byte[] delimiter;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;

  /**
   * One field of the form.
   *
   * @param file the name of a file that was chosen; empty for text
   * @param body ends where the part does; void once the next part is asked for
   */
  record Part(String name, Optional<String> file, InputStream body) {}

  Multipart(InputStream in, String boundary) {
    this.in = in;
    delimiter = ("\r\n--" + boundary).getBytes(UTF_8);
    // the first delimiter need not follow a line
    buffer[0] = '\r';
    buffer[1] = '\n';
    to = 2;
  }

  /** The next part, what is left of the one before being skipped; empty at the end. */
  Optional<Part> next() throws IOException {
    var rest = new Body();
    while (rest.read() >= 0) {
      rest.skipSome();
    }
    from += delimiter.length;
    fill(2);
    if (buffer[from] == '-' && buffer[from + 1] == '-') {
      return Optional.empty();
    }
    line();
    var name = "";
    var file = Optional.<String>empty();
    var length = 0;
    for (var header = line(); !header.isEmpty(); header = line()) {
      length += header.length();
      if (length > LONGEST_HEADER) {
        throw new EOFException("headers of a part without end");
      }
      if (header.regionMatches(true, 0, "content-disposition:", 0, 20)) {
        name = found(NAME, header).orElse("");
        file = found(FILE, header);
      }
    }
    return Optional.of(new Part(name, file, new Body()));
  }

  private static Optional<String> found(Pattern pattern, String header) {
    var match = pattern.matcher(header);
    return match.find() ? Optional.of(match.group(1)) : Optional.empty();
  }

  private String line() throws IOException {
    for (var length = 0; length < LONGEST_HEADER; length++) {
      if (from + length + 1 >= to) {
        fill(length + 2);
      }
      if (buffer[from + length] == '\r' && buffer[from + length + 1] == '\n') {
        var line = new String(buffer, from, length, UTF_8);
        from += length + 2;
        return line;
      }
    }
    throw new EOFException("a line without end");
  }

  /** Makes sure of so many bytes from {@code from} on. */
  private void fill(int wanted) throws IOException {
    while (to - from < wanted) {
      if (from > 0) {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
      }
      var read = in.read(buffer, to, buffer.length - to);
      if (read < 0) {
        throw new EOFException("the form is cut off");
      }
      to += read;
    }
  }

  /** Bytes until the next delimiter. */
  private final class Body extends InputStream {
    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      var ready = ready();
      if (ready < 0) {
        return -1;
      }
      var some = Math.min(length, ready);
      System.arraycopy(buffer, from, bytes, offset, some);
      from += some;
      return some;
    }

    private void skipSome() throws IOException {
      from += Math.max(ready(), 0);
    }

    /** How many bytes of the part stand in the buffer, at least one; -1 at its end. */
    private int ready() throws IOException {
      while (true) {
        fill(delimiter.length);
        var end = indexOfDelimiter();
        if (end == from) {
          return -1;
        }
        var safe = (end < 0 ? to - delimiter.length + 1 : end) - from;
        if (safe > 0) {
          return safe;
        }
        fill(delimiter.length + 1);
      }
    }

    private int indexOfDelimiter() {
      for (var i = from; i + delimiter.length <= to; i++) {
        if (buffer[i] == '\r' && isDelimiter(i)) {
          return i;
        }
      }
      return -1;
    }

    private boolean isDelimiter(int at) {
      for (var i = 0; i < delimiter.length; i++) {
        if (buffer[at + i] != delimiter[i]) {
          return false;
        }
      }
      return true;
    }
  }
}
