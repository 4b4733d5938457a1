package org.slugline.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Header fields are bytes, RFC 9110 §5.5, but OkHttp reads them as UTF-8, and what is none is lost
 * to it: a validator in Latin-1 could not go back byte for byte. So the streams of one HTTP/1
 * connection show each byte beyond ASCII in a header as a letter of the private use area, U+E000
 * and the byte, and turn such letters into their bytes again. Bodies, and TLS that goes through,
 * are left as they are. Used by one thread at a time, as such a connection is.
 */
final class Octets {
  private static final int PRIVATE = 0xe000;
  private static final int LEAD = 0xee; // of U+E080 to U+E0FF in UTF-8

  /**
   * Of one answer's heads together, interim ones too; OkHttp takes twice as much, and is less
   * plain.
   */
  private static final int LONGEST_HEAD = 128 << 10;

  /** Where the status stands in {@code HTTP/1.1 103}. */
  private static final int STATUS = 9;

  private final Letters letters;
  private final Bytes bytes;

  /** What comes is the head of an answer. */
  private boolean head;

  private boolean opaque;

  Octets(InputStream in, OutputStream out) {
    letters = new Letters(in);
    bytes = new Bytes(out);
  }

  InputStream in() {
    return letters;
  }

  OutputStream out() {
    return bytes;
  }

  /**
   * A field's value as text: decoded where all of it is UTF-8, else with its private letters, which
   * go out as the bytes that they stand for.
   */
  static String text(String value) {
    if (value.chars().noneMatch(Octets::isPrivate)) {
      return value;
    }
    var bytes = new byte[value.length()];
    for (var i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) value.charAt(i);
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.chars().anyMatch(Octets::isPrivate) ? value : text;
    } catch (CharacterCodingException _) {
      return value;
    }
  }

  /** The same for a reference: bytes that are no UTF-8 are escaped, as browsers do. */
  static String reference(String value) {
    var text = new StringBuilder();
    text(value)
        .chars()
        .forEach(letter -> {
          if (isPrivate(letter)) {
            text.append('%').append(Integer.toHexString(letter - PRIVATE));
          } else {
            text.append((char) letter);
          }
        });
    return text.toString();
  }

  /** Whether it can only go out through streams like these. */
  static boolean isRaw(String value) {
    return value.chars().anyMatch(Octets::isPrivate);
  }

  private static boolean isPrivate(int letter) {
    return letter >= PRIVATE + 0x80 && letter <= PRIVATE + 0xff;
  }

  /** A request is about to go out: what comes next is the head of its answer. */
  private void asking(int first) {
    if (head || opaque) {
      return;
    }
    // GET and CONNECT are ours; TLS begins with 22, HTTP/2 with PRI
    opaque = first != 'G' && first != 'C';
    if (!opaque) {
      head = true;
      letters.atStart();
      letters.heads = 0;
    }
  }

  private final class Letters extends InputStream {
    private final InputStream in;
    private final byte[] raw = new byte[8 << 10];
    private final byte[] shown = new byte[3 * raw.length];
    private int at;
    private int end;

    private int heads;

    /** Of the head so far, and of its line. */
    private int position;

    private int length;
    private boolean carriage;

    /** The head is one of 1xx: another will follow. */
    private boolean interim;

    Letters(InputStream in) {
      this.in = in;
    }

    private void atStart() {
      position = 0;
      length = 0;
      interim = false;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int room) throws IOException {
      if (at == end) {
        if (!head) {
          return in.read(into, from, room);
        }
        if (!fill()) {
          return -1;
        }
      }
      var n = Math.min(room, end - at);
      System.arraycopy(shown, at, into, from, n);
      at += n;
      return n;
    }

    private boolean fill() throws IOException {
      var n = in.read(raw, 0, raw.length);
      at = 0;
      end = 0;
      for (var i = 0; i < n; i++) {
        if (!head || raw[i] >= 0) {
          shown[end++] = raw[i];
        } else {
          shown[end++] = (byte) LEAD;
          shown[end++] = (byte) (0x80 | ((raw[i] & 0xff) >> 6));
          shown[end++] = (byte) (0x80 | (raw[i] & 0x3f));
        }
        if (head) {
          look(raw[i]);
        }
      }
      return n > 0;
    }

    /** A line of nothing ends a head. */
    private void look(byte b) throws IOException {
      if (++heads > LONGEST_HEAD) {
        throw new TooLargeException("its headers are longer than " + LONGEST_HEAD + " bytes");
      }
      if (position++ == STATUS) {
        interim = b == '1';
      }
      if (b != '\n') {
        carriage = b == '\r' && length == 0;
        length++;
        return;
      }
      var blank = length == 0 || (length == 1 && carriage);
      length = 0;
      if (blank && interim) {
        atStart();
      } else if (blank) {
        head = false;
      }
    }

    @Override
    public int available() throws IOException {
      return end - at + in.available();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  private final class Bytes extends OutputStream {
    private final OutputStream out;

    /** Of a letter whose last byte is still to come; empty is 0. */
    private int lead;

    Bytes(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int start, int count) throws IOException {
      if (count == 0) {
        return;
      }
      asking(from[start]);
      if (opaque) {
        out.write(from, start, count);
        return;
      }
      var plain = new ByteArrayOutputStream(count);
      for (var i = start; i < start + count; i++) {
        put(plain, from[i] & 0xff);
      }
      plain.writeTo(out);
    }

    /** What goes out is UTF-8: a lead is always followed by two more. */
    private void put(ByteArrayOutputStream plain, int b) {
      if (lead == LEAD) {
        lead = (lead << 8) | b;
      } else if (lead == 0 && b == LEAD) {
        lead = b;
      } else if (lead != 0) {
        var second = lead & 0xff;
        lead = 0;
        if (second == 0x82 || second == 0x83) {
          plain.write(((second << 6) & 0xc0) | (b & 0x3f));
        } else {
          plain.write(LEAD);
          plain.write(second);
          plain.write(b);
        }
      } else {
        plain.write(b);
      }
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
