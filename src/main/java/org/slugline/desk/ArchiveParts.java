package org.slugline.desk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A feed of any length as many feeds of one entry each, so that memory does not grow with it. Reads
 * bytes of any charset that keeps ASCII's; what stands in CDATA and comments is left alone.
 */
final class ArchiveParts {
  private static final int LONGEST = 8 << 20;
  private static final int DECLARATION = 512;

  private final InputStream in;
  private final String opens;
  private final String closes;
  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private byte[] before = new byte[0];
  private byte[] after = new byte[0];
  private boolean cut;

  /**
   * @param in buffered
   * @param name of the element of an entry: {@code item} or {@code entry}
   */
  ArchiveParts(InputStream in, String name) {
    this.in = in;
    opens = "<" + name;
    closes = "</" + name + ">";
  }

  /** What stands before the first entry, as ISO 8859-1; complete after the first {@link #next}. */
  String head() {
    return head.toString(ISO_8859_1);
  }

  /**
   * The next entry alone, its bytes as ISO 8859-1; empty at the end. One that is longer than 8 MiB
   * is cut off.
   */
  Optional<String> next() throws IOException {
    var first = before.length == 0;
    var skipped = first ? head : new ByteArrayOutputStream();
    if (!copy(skipped, opens, LONGEST)) {
      cut |= !skipped.toString(ISO_8859_1).contains("</"); // neither feed nor channel ends
      return Optional.empty();
    }
    if (first) {
      frame();
    }
    var part = new ByteArrayOutputStream();
    part.writeBytes(opens.getBytes(US_ASCII));
    if (!copy(part, closes, LONGEST)) {
      cut = true;
      return Optional.empty();
    }
    part.writeBytes(closes.getBytes(US_ASCII));
    return Optional.of(part.toString(ISO_8859_1));
  }

  /** Whether it broke off before its end; known once {@link #next} gives nothing. */
  boolean isCut() {
    return cut;
  }

  /** An entry within its feed. */
  byte[] document(String entry) {
    var bytes = entry.getBytes(ISO_8859_1);
    var document = new ByteArrayOutputStream(before.length + bytes.length + after.length);
    document.writeBytes(before);
    document.writeBytes(bytes);
    document.writeBytes(after);
    return document.toByteArray();
  }

  /** The feed around every entry, without WordPress's lists of all its authors and labels. */
  private void frame() {
    var text = head();
    var lists = text.indexOf("<wp:");
    var kept = lists < 0 ? text : text.substring(0, lists);
    before = kept.getBytes(ISO_8859_1);
    var end =
        opens.equals("<entry")
            ? "</feed>"
            : text.substring(0, Math.min(text.length(), 4 * DECLARATION)).contains("<rdf:RDF")
                ? "</rdf:RDF>"
                : "</channel></rss>";
    after = end.getBytes(US_ASCII);
  }

  /**
   * Copies up to a tag, which is swallowed.
   *
   * @return whether the tag came
   */
  private boolean copy(ByteArrayOutputStream out, String tag, int most) throws IOException {
    for (var next = in.read(); next >= 0; next = in.read()) {
      if (next != '<') {
        write(out, next, most);
        continue;
      }
      in.mark(16);
      var ahead = "<" + new String(in.readNBytes(15), ISO_8859_1);
      in.reset();
      if (ahead.startsWith("<![CDATA[")) {
        write(out, next, most);
        through(out, "]]>", most);
      } else if (ahead.startsWith("<!--")) {
        write(out, next, most);
        through(out, "-->", most);
      } else if (ahead.startsWith(tag) && ends(ahead, tag)) {
        in.skipNBytes(tag.length() - 1L);
        return true;
      } else {
        write(out, next, most);
      }
    }
    return false;
  }

  private static boolean ends(String ahead, String tag) {
    return tag.endsWith(">")
        || (ahead.length() > tag.length() && " \t\r\n>/".indexOf(ahead.charAt(tag.length())) >= 0);
  }

  private void through(ByteArrayOutputStream out, String end, int most) throws IOException {
    var met = 0;
    for (var next = in.read(); next >= 0; next = in.read()) {
      write(out, next, most);
      if (next == end.charAt(met)) {
        met++;
      } else if (!(next == end.charAt(0) && met == 2 && end.charAt(1) == next)) {
        met = next == end.charAt(0) ? 1 : 0;
      }
      if (met == end.length()) {
        return;
      }
    }
  }

  private static void write(ByteArrayOutputStream out, int next, int most) {
    if (out.size() < most) {
      out.write(next);
    }
  }
}
