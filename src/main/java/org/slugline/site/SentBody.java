package org.slugline.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a client sent, in the form that we read; what comes in another is refused with advice. */
final class SentBody {
  private static final Pattern JSON = Pattern.compile("(?i)application/(?:[a-z0-9.+-]+\\+)?json");
  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([a-z0-9._:+-]+)");

  private SentBody() {}

  /**
   * JSON in UTF-8, whatever charset it came in; a type that is not given is taken for JSON.
   *
   * @param what for the reader: {@code an article}
   * @return empty when it has been answered
   */
  static Optional<byte[]> json(Context ctx, String what) {
    var type = Answers.header(ctx, "Content-Type");
    var bare = type.split(";", 2)[0].strip();
    if (!bare.isEmpty() && !JSON.matcher(bare).matches()) {
      refuse(ctx, "Send " + what + " as application/json.");
      return Optional.empty();
    }
    if (isCoded(ctx)) {
      return Optional.empty();
    }
    var charset = CHARSET.matcher(type);
    if (!charset.find() || charset.group(1).equalsIgnoreCase("utf-8")) {
      return Optional.of(ctx.bodyAsBytes());
    }
    try {
      return Optional.of(
          new String(ctx.bodyAsBytes(), Charset.forName(charset.group(1))).getBytes(UTF_8));
    } catch (IllegalArgumentException _) {
      refuse(ctx, "No charset is called " + charset.group(1) + " here. Send it as UTF-8.");
      return Optional.empty();
    }
  }

  /** Whether it came compressed, which is answered: RFC 9110 §15.5.16. */
  static boolean isCoded(Context ctx) {
    var coding = Answers.header(ctx, "Content-Encoding").strip();
    if (coding.isEmpty() || coding.equalsIgnoreCase("identity")) {
      return false;
    }
    Problem.of(Trouble.UNSUPPORTED_TYPE, "Send the body as it is, without Content-Encoding.")
        .with("Accept-Encoding", "identity")
        .answer(ctx);
    return true;
  }

  /**
   * Reads what an answer did not wait for: whoever is still sending would see a broken line in its
   * place, and a client that keeps its line would ask on one that ends.
   */
  static void hearOut(Context ctx) {
    var length = ctx.req().getContentLengthLong();
    if (length == 0 || length > Scales.HEARD_OUT || ctx.header("Expect") != null) {
      return;
    }
    try {
      ctx.req().getInputStream().skip(Scales.HEARD_OUT);
    } catch (IOException _) {
      // gone, cut off or too slow: the line ends, and its answer with it
    }
  }

  private static void refuse(Context ctx, String detail) {
    Problem.of(Trouble.UNSUPPORTED_TYPE, detail).answer(ctx);
  }
}
