package org.slugline.site.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.util.List;
import java.util.Set;
import org.slugline.site.Answers;
import org.slugline.site.Paper;

/** Where a request comes from, and where one may be sent on to. */
final class Ways {
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private Ways() {}

  /**
   * Whether another site's page made the browser send this. Without either header nothing is known,
   * and the form's own guard decides; {@code Origin: null} is what a page says that tells nobody.
   */
  static boolean isForeign(Context ctx, Paper paper) {
    var site = Answers.header(ctx, "Sec-Fetch-Site");
    var origin = Answers.header(ctx, "Origin");
    if (!site.isEmpty() && !OWN.contains(site)) {
      return true;
    }
    return !origin.isEmpty()
        && !origin.equals(paper.url(""))
        && !(origin.equals("null") && !site.equals("cross-site"));
  }

  /** What was asked for, with its query. */
  static String asked(Context ctx) {
    var query = ctx.queryString();
    return ctx.path() + (query == null || query.isEmpty() ? "" : "?" + query);
  }

  /** A path of the desk, whatever was given: nobody is sent on to another site. */
  static String within(String to) {
    return to.matches("/desk(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*(?:\\?[A-Za-z0-9._~=&%+-]*)?")
            && !to.startsWith("/desk/sign-")
        ? to
        : "/desk";
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /**
   * Whose request it is, for counting; the last proxy that is not ours said so.
   *
   * @param trusted addresses of our own proxies
   */
  static String caller(Context ctx, List<String> trusted) {
    var peer = ctx.req().getRemoteAddr();
    if (!trusted.contains(peer)) {
      return network(peer);
    }
    var said = Answers.header(ctx, "X-Forwarded-For").split(",", -1);
    for (var i = said.length - 1; i >= 0; i--) {
      var address = said[i].strip();
      if (!address.isEmpty() && !trusted.contains(address)) {
        return network(address);
      }
    }
    return network(peer);
  }

  /** One holder of IPv6 has a whole /64. */
  private static String network(String address) {
    var parts = address.replaceAll("[\\[\\]]", "").split(":", -1);
    return parts.length < 5 ? address : String.join(":", List.of(parts).subList(0, 4));
  }
}
