package org.slugline.site.desk;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slugline.access.Principal;
import org.slugline.access.Scope;
import org.slugline.access.Sessions;
import org.slugline.site.Paper;
import org.slugline.site.Paths;
import org.slugline.site.Problem;
import org.slugline.site.Trouble;
import org.slugline.store.StorageException;

/**
 * Where everybody comes in: looks who it is, whether a form was made here for them, and whether
 * their token may do it; whoever is not signed in is sent to the sign-in page, with what they
 * typed.
 */
final class Reception {
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

  private final Paper paper;
  private final Paths paths;
  private final Sessions sessions;
  private final Cookies cookies;
  private final Intake intake;
  private final List<Route> routes = new ArrayList<>();

  /** Answers with a page. */
  interface Page {
    void answer(Visit visit);
  }

  /** Does what a form asks for; one of the act {@link Typed#SHOW} is only shown again. */
  interface Act {
    void answer(Visit visit, Typed typed);
  }

  private record Route(Pattern path, List<Scope> scopes, Act act) {}

  Reception(Paper paper, Paths paths, Sessions sessions, Intake intake) {
    this.paper = paper;
    this.paths = paths;
    this.sessions = sessions;
    this.intake = intake;
    cookies = new Cookies(paper);
  }

  /**
   * @param scopes of which the editor needs one
   */
  void get(String path, List<Scope> scopes, Page page) {
    paths.get(
        path,
        ctx -> {
          var key = cookies.session(ctx);
          var editor = key.flatMap(sessions::holder);
          if (editor.isEmpty()) {
            to(ctx, paper, "/desk/sign-in?to=" + Ways.encoded(Ways.asked(ctx)));
          } else if (isAllowed(ctx, editor.get(), scopes)) {
            page.answer(visit(ctx, ctx.pathParamMap(), editor.get(), key.get(), List.of(), ""));
          }
        });
  }

  /**
   * @param scopes of which the editor needs one
   */
  void post(String path, List<Scope> scopes, Act act) {
    var pattern = SLOT.matcher(path).replaceAll("(?<$1>[^/]+)");
    routes.add(new Route(Pattern.compile(pattern), scopes, act));
    paths.post(path, ctx -> posted(ctx, scopes, act));
  }

  private void posted(Context ctx, List<Scope> scopes, Act act) {
    if (Ways.isForeign(ctx, paper)) {
      foreign(ctx);
      return;
    }
    var key = cookies.session(ctx);
    var editor = key.flatMap(sessions::holder);
    var uploads =
        intake.uploads(before ->
            editor.filter(one -> one.may(Scope.PUBLISH)).isPresent()
                && Cookies.isGuard(before.get("guard"), key.orElseThrow()));
    var read = intake.read(ctx, uploads);
    if (read.isEmpty()) {
      return;
    }
    var typed = read.get();
    if (editor.isEmpty()) {
      new SignInPage(paper, cookies, sessions)
          .show(ctx, 401, new SignInPage.Asked(Ways.asked(ctx), typed, uploads.refused(), "over"));
    } else if (isAllowed(ctx, editor.get(), scopes)) {
      var flaws = new ArrayList<>(uploads.flaws());
      var ours = Cookies.isGuard(typed.get("guard"), key.get());
      if (!ours) {
        flaws.add(new Flaw("", paper.say("desk.flaw.guard")));
      }
      var visit = visit(ctx, ctx.pathParamMap(), editor.get(), key.get(), flaws, "");
      answer(act, visit, ours && flaws.isEmpty() ? typed : typed.shown());
    }
  }

  /** What the store cannot take now is not lost either: the form comes back with the reason. */
  private void answer(Act act, Visit visit, Typed typed) {
    try {
      act.answer(visit, typed);
    } catch (StorageException stuck) {
      LOG.warn("{} could not be stored: {}", visit.ctx().path(), stuck.getMessage());
      var flaws = new ArrayList<>(visit.flaws());
      flaws.add(new Flaw("", paper.say("desk.flaw.stuck")));
      act.answer(visit.with(flaws), typed.shown());
      visit.ctx().status(503);
    }
  }

  private Visit visit(
      Context ctx,
      Map<String, String> params,
      Principal editor,
      String key,
      List<Flaw> flaws,
      String note) {
    return new Visit(ctx, paper, params, editor, Cookies.guard(key), flaws, note);
  }

  /** Shows a form again that was typed into before signing in; false when there is none there. */
  boolean resume(Context ctx, String path, Sessions.Opened session, Typed typed) {
    var plain = path.replaceFirst("\\?.*", "");
    for (var route : routes) {
      var match = route.path().matcher(plain);
      if (match.matches() && mayOne(session.holder(), route.scopes())) {
        var params = new LinkedHashMap<String, String>();
        route.path().namedGroups().keySet().forEach(name -> params.put(name, match.group(name)));
        route
            .act()
            .answer(
                visit(
                    ctx,
                    params,
                    session.holder(),
                    session.key(),
                    List.of(),
                    paper.say("desk.done.again")),
                typed.shown());
        return true;
      }
    }
    return false;
  }

  private boolean isAllowed(Context ctx, Principal editor, List<Scope> scopes) {
    if (mayOne(editor, scopes)) {
      return true;
    }
    Problem.of(Trouble.FORBIDDEN, paper.say("desk.forbidden", scopes.getFirst().word()))
        .answer(ctx);
    return false;
  }

  static boolean mayOne(Principal editor, List<Scope> scopes) {
    return scopes.stream().anyMatch(editor::may);
  }

  void foreign(Context ctx) {
    Problem.of(Trouble.FORBIDDEN, paper.say("desk.foreign")).answer(ctx);
  }

  /** See other, RFC 9110 §15.4.4: reloading what comes next does nothing twice. */
  static void to(Context ctx, Paper paper, String path) {
    ctx.header("Location", paper.url(path));
    paper.answers().unkept(ctx, 303, "text/plain; charset=utf-8", "");
  }
}
