package org.slugline.site.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.slugline.site.Answers;

/**
 * Reads a posted form, of either type that browsers send, within bounds. Files are handed on as
 * they come in and never kept in memory.
 */
final class FormReader {
  private static final int MOST_FIELDS = 4_000;
  private static final Pattern BOUNDARY =
      Pattern.compile("(?i);\\s*boundary=(?:\"([^\"]{1,200})\"|([^\\s;\"]{1,200}))");

  private final int mostText;
  private final long mostBytes;

  /**
   * @param mostText bytes of all that was typed
   * @param mostBytes of the whole form with its files
   */
  FormReader(int mostText, long mostBytes) {
    this.mostText = mostText;
    this.mostBytes = mostBytes;
  }

  /** What reading a form gave. */
  sealed interface Read {
    record Whole(Typed typed) implements Read {}

    record TooLarge() implements Read {}

    record Broken() implements Read {}
  }

  /** Takes a file in. */
  interface Sink {
    /**
     * @param before the text fields that stood before it
     * @param field name of the field
     * @return what is to be remembered of it, by field
     */
    Map<String, String> take(Typed before, String field, InputStream file) throws IOException;
  }

  Read read(Context ctx, Sink sink) {
    var type = Answers.header(ctx, "Content-Type");
    if (ctx.req().getContentLengthLong() > mostBytes) {
      return new Read.TooLarge();
    }
    try {
      if (type.regionMatches(true, 0, "multipart/form-data", 0, 19)) {
        var boundary = BOUNDARY.matcher(type);
        return boundary.find()
            ? parts(ctx, boundary.group(1) == null ? boundary.group(2) : boundary.group(1), sink)
            : new Read.Broken();
      }
      return type.regionMatches(true, 0, "application/x-www-form-urlencoded", 0, 33)
          ? fields(ctx)
          : new Read.Broken();
    } catch (EOFException | IllegalArgumentException _) {
      return new Read.Broken();
    } catch (Overfull _) {
      return new Read.TooLarge();
    } catch (IOException _) {
      return new Read.Broken();
    }
  }

  private Read fields(Context ctx) throws IOException {
    var bytes = ctx.req().getInputStream().readNBytes(mostText + 1);
    if (bytes.length > mostText) {
      throw new Overfull();
    }
    var values = new LinkedHashMap<String, String>();
    for (var pair : new String(bytes, UTF_8).split("&", MOST_FIELDS + 1)) {
      var is = pair.indexOf('=');
      if (is > 0) {
        values.put(decoded(pair.substring(0, is)), text(decoded(pair.substring(is + 1))));
      }
    }
    return values.size() > MOST_FIELDS ? new Read.TooLarge() : new Read.Whole(new Typed(values));
  }

  private Read parts(Context ctx, String boundary, Sink sink) throws IOException {
    var parts = new Multipart(new Bounded(ctx.req().getInputStream(), mostBytes), boundary);
    var values = new LinkedHashMap<String, String>();
    var files = new LinkedHashMap<String, String>();
    var left = mostText;
    for (var part = parts.next(); part.isPresent(); part = parts.next()) {
      var field = part.get();
      if (values.size() + files.size() > MOST_FIELDS) {
        throw new Overfull();
      }
      if (field.file().isPresent()) {
        if (!field.file().get().isEmpty()) {
          var taken = sink.take(new Typed(values), field.name(), field.body());
          files.putAll(taken);
          if (!taken.isEmpty()) {
            files.put(field.name() + Called.FIELD, field.file().get());
          }
        }
        continue;
      }
      var text = new ByteArrayOutputStream();
      text.writeBytes(field.body().readNBytes(left + 1));
      left -= text.size();
      if (left < 0) {
        throw new Overfull();
      }
      values.put(field.name(), text(text.toString(UTF_8)));
    }
    values.putAll(files);
    return new Read.Whole(new Typed(values));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }

  /** Lines as everybody but forms ends them. */
  private static String text(String typed) {
    return typed.replace("\r\n", "\n");
  }

  /** More came than may come. */
  private static final class Overfull extends IOException {
    private static final long serialVersionUID = 1;
  }

  private static final class Bounded extends InputStream {
    private final InputStream in;
    private long left;

    Bounded(InputStream in, long most) {
      this.in = in;
      left = most;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      var read = in.read(bytes, offset, length);
      left -= Math.max(read, 0);
      if (left < 0) {
        throw new Overfull();
      }
      return read;
    }
  }
}
