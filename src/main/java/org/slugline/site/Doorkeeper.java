package org.slugline.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.util.Base64;
import java.util.Optional;
import org.slugline.access.Principal;
import org.slugline.access.Scope;
import org.slugline.access.Tokens;

/** Lets those in who bring a token, RFC 6750. */
final class Doorkeeper {
  private static final String REALM = "Bearer realm=\"Slugline\"";

  private final Tokens tokens;

  Doorkeeper(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Answers 401 or 403 itself where it finds nobody; the caller then has nothing left to do. */
  Optional<Principal> admit(Context ctx, Scope scope) {
    var token = bearer(ctx);
    if (token.isEmpty()) {
      Problem.of(
              Trouble.UNAUTHORIZED,
              "Send Authorization: Bearer TOKEN; slugline token add makes one.")
          .with("WWW-Authenticate", REALM)
          .answer(ctx);
      return Optional.empty();
    }
    var holder = tokens.verify(token.get());
    if (holder.isEmpty()) {
      Problem.of(Trouble.UNAUTHORIZED, "Nobody holds this token; it may have been revoked.")
          .with("WWW-Authenticate", REALM + ", error=\"invalid_token\"")
          .answer(ctx);
      return Optional.empty();
    }
    if (!holder.get().may(scope)) {
      Problem.of(Trouble.FORBIDDEN, "This token lacks the scope " + scope.word() + ".")
          .with(
              "WWW-Authenticate",
              REALM + ", error=\"insufficient_scope\", scope=\"" + scope.word() + "\"")
          .answer(ctx);
      return Optional.empty();
    }
    return holder;
  }

  /**
   * Like {@link #admit}, for feed readers: they can send a token as the password of RFC 7617, under
   * any user name.
   */
  Optional<Principal> admitReader(Context ctx, Scope scope) {
    var basic = basic(ctx);
    if (basic.isEmpty() && !bearer(ctx).isEmpty()) {
      return admit(ctx, scope);
    }
    var holder = basic.flatMap(tokens::verify);
    if (holder.filter(one -> one.may(scope)).isPresent()) {
      return holder;
    }
    Problem.of(
            holder.isEmpty() ? Trouble.UNAUTHORIZED : Trouble.FORBIDDEN,
            holder.isEmpty()
                ? "This feed is private: give your reader a token of the scope "
                    + scope.word()
                    + " as the password, and any user name."
                : "This token lacks the scope " + scope.word() + ".")
        .with("WWW-Authenticate", "Basic realm=\"Slugline\", charset=\"UTF-8\"")
        .answer(ctx);
    return Optional.empty();
  }

  /** Who asks, where the answer differs for editors but is open to all. */
  Optional<Principal> glance(Context ctx) {
    return bearer(ctx).flatMap(tokens::verify);
  }

  private static Optional<String> basic(Context ctx) {
    var said = Answers.header(ctx, "Authorization");
    if (!said.regionMatches(true, 0, "Basic ", 0, 6)) {
      return Optional.empty();
    }
    try {
      var pair = new String(Base64.getDecoder().decode(said.substring(6).strip()), UTF_8);
      return Optional.of(pair.substring(pair.indexOf(':') + 1)).filter(word -> !word.isEmpty());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> bearer(Context ctx) {
    var said = Answers.header(ctx, "Authorization");
    return said.regionMatches(true, 0, "Bearer ", 0, 7)
        ? Optional.of(said.substring(7).strip()).filter(token -> !token.isEmpty())
        : Optional.empty();
  }
}
