package org.slugline.site.desk;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.slugline.access.Sessions;
import org.slugline.site.Frame;
import org.slugline.site.Paper;

/** The page where one signs in; it carries along what was typed into another form before. */
record SignInPage(Paper paper, Cookies cookies, Sessions sessions) {
  static final String CARRIED = "carry.";

  /**
   * What is known when somebody has to sign in.
   *
   * @param to where they were going
   * @param typed into the form there, if there was one
   * @param filesLost whether files came along that could not be kept
   * @param flaw key of what is wrong; {@code ""} nothing
   */
  record Asked(String to, Typed typed, boolean filesLost, String flaw) {}

  void show(Context ctx, int status, Asked asked) {
    var key =
        cookies
            .visitor(ctx)
            .orElseGet(() -> {
              var fresh = sessions.key();
              cookies.visitor(ctx, fresh);
              return fresh;
            });
    if (status == 401) {
      ctx.header("WWW-Authenticate", "Bearer realm=\"Slugline\"");
    }
    var page =
        new Views.SignIn(
            Frame.of(paper, paper.say("desk.sign-in"), "/desk/sign-in").at("desk").hidden(),
            Ways.within(asked.to()),
            Cookies.guard(key),
            carried(asked.typed()),
            asked.filesLost(),
            asked.flaw().isEmpty() ? "" : paper.say("desk.sign-in." + asked.flaw()));
    paper.answers().unkept(ctx, status, "text/html; charset=utf-8", Print.page(page));
  }

  private static Map<String, String> carried(Typed typed) {
    var fields = new TreeMap<String, String>();
    typed
        .without("guard", Typed.ACT)
        .values()
        .forEach((name, value) -> {
          if (!value.isEmpty()) {
            fields.put(CARRIED + name, value);
          }
        });
    return fields;
  }

  /** What was carried along. */
  static Typed carriedBy(Typed signIn) {
    var fields = new LinkedHashMap<String, String>();
    signIn
        .values()
        .forEach((name, value) -> {
          if (name.startsWith(CARRIED)) {
            fields.put(name.substring(CARRIED.length()), value);
          }
        });
    return new Typed(fields);
  }
}
