package org.slugline.site.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.slugline.site.Paper;

/**
 * The two cookies of the desk: one of a session, one that only ties the sign-in form to the browser
 * that it was shown in. Neither is ever sent outside {@code /desk}.
 */
record Cookies(Paper paper) {
  private static final String SESSION = "slugline-desk";
  private static final String VISITOR = "slugline-visitor";

  Optional<String> session(Context ctx) {
    return cookie(ctx, SESSION);
  }

  Optional<String> visitor(Context ctx) {
    return cookie(ctx, VISITOR);
  }

  private static Optional<String> cookie(Context ctx, String name) {
    return Optional.ofNullable(ctx.cookie(name)).filter(key -> key.matches("[\\w-]{20,100}"));
  }

  void session(Context ctx, String key, Duration kept) {
    set(ctx, SESSION, key, kept);
  }

  void visitor(Context ctx, String key) {
    set(ctx, VISITOR, key, Duration.ofDays(1));
  }

  /** The form of the sign-in page has done its work. */
  void endVisit(Context ctx) {
    set(ctx, VISITOR, "", Duration.ZERO);
  }

  void endSession(Context ctx) {
    set(ctx, SESSION, "", Duration.ZERO);
  }

  // RFC 6265bis §4.1: Javalin's own cookies know no SameSite for servlets of every make
  private void set(Context ctx, String name, String value, Duration kept) {
    var secure = paper.url("").startsWith("https:") ? "; Secure" : "";
    ctx.res()
        .addHeader(
            "Set-Cookie",
            name
                + "="
                + value
                + "; Path=/desk; Max-Age="
                + kept.toSeconds()
                + "; HttpOnly; SameSite=Strict"
                + secure);
  }

  /**
   * What a form must bring back: only who has the cookie can know it, and it tells nothing of it.
   */
  static String guard(String key) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(("form:" + key).getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static boolean isGuard(String typed, String key) {
    return MessageDigest.isEqual(typed.getBytes(UTF_8), guard(key).getBytes(UTF_8));
  }
}
