package org.slugline.site.desk;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.slugline.access.Principal;
import org.slugline.access.Scope;
import org.slugline.access.Sessions;
import org.slugline.site.Answers;
import org.slugline.site.Paper;
import org.slugline.site.Paths;
import org.slugline.store.StorageException;

/** Signing in with a token, and out again. */
final class SignInRoutes {
  /** Tokens with none of these have no business at the desk. */
  static final List<Scope> DESK = List.of(Scope.PUBLISH, Scope.OUTLETS, Scope.CURATE);

  private static final int LONGEST_SECRET = 1_000;

  private final Paper paper;
  private final Sessions sessions;
  private final Cookies cookies;
  private final Intake intake;
  private final Attempts attempts;
  private final List<String> proxies;
  private final Reception reception;
  private final SignInPage page;

  /**
   * @param proxies whose word on the client's address counts
   */
  SignInRoutes(
      Paper paper,
      Sessions sessions,
      Intake intake,
      Attempts attempts,
      List<String> proxies,
      Reception reception) {
    this.paper = paper;
    this.sessions = sessions;
    this.intake = intake;
    this.attempts = attempts;
    this.proxies = proxies;
    this.reception = reception;
    cookies = new Cookies(paper);
    page = new SignInPage(paper, cookies, sessions);
  }

  void addTo(Paths paths) {
    paths.get("/desk/sign-in", this::ask);
    paths.post("/desk/sign-in", this::signIn);
    paths.post("/desk/sign-out", this::signOut);
  }

  private void ask(Context ctx) {
    var to = Ways.within(Answers.query(ctx, "to"));
    if (cookies.session(ctx).flatMap(sessions::holder).isPresent()) {
      Reception.to(ctx, paper, to);
    } else {
      page.show(ctx, 200, new SignInPage.Asked(to, Typed.nothing(), false, ""));
    }
  }

  private void signIn(Context ctx) {
    if (Ways.isForeign(ctx, paper)) {
      reception.foreign(ctx);
      return;
    }
    var uploads = intake.uploads(_ -> false);
    var read = intake.read(ctx, uploads);
    if (read.isEmpty()) {
      return;
    }
    var typed = read.get();
    var carried = SignInPage.carriedBy(typed);
    var to = Ways.within(typed.get("to"));
    var key = cookies.visitor(ctx);
    if (key.isEmpty() || !Cookies.isGuard(typed.get("guard"), key.get())) {
      page.show(ctx, 403, new SignInPage.Asked(to, carried, false, "guard"));
      return;
    }
    var caller = Ways.caller(ctx, proxies);
    var wait = attempts.wait(caller);
    if (!wait.isZero()) {
      ctx.header("Retry-After", Long.toString(wait.toSeconds() + 1));
      page.show(ctx, 429, new SignInPage.Asked(to, carried, false, "wait"));
      return;
    }
    var secret = typed.line("token");
    Optional<Sessions.Opened> opened;
    try {
      opened =
          secret.isEmpty() || secret.length() > LONGEST_SECRET
              ? Optional.empty()
              : sessions.open(secret);
    } catch (StorageException _) {
      page.show(ctx, 503, new SignInPage.Asked(to, carried, false, "stuck"));
      return;
    }
    if (opened.isEmpty()) {
      attempts.failed(caller);
      page.show(ctx, 401, new SignInPage.Asked(to, carried, false, "unknown"));
    } else if (!Reception.mayOne(opened.get().holder(), DESK)) {
      sessions.close(opened.get().key(), opened.get().holder().name());
      page.show(ctx, 403, new SignInPage.Asked(to, carried, false, "scope"));
    } else {
      attempts.succeeded(caller);
      enter(ctx, opened.get(), to, carried);
    }
  }

  /** Under a key that nobody knew before: one that was planted opens nothing. */
  private void enter(Context ctx, Sessions.Opened session, String to, Typed carried) {
    cookies.session(ctx).ifPresent(old -> sessions.close(old, name(old, session.holder())));
    cookies.endVisit(ctx);
    cookies.session(ctx, session.key(), Sessions.LONGEST);
    if (carried.values().isEmpty() || !reception.resume(ctx, to, session, carried)) {
      Reception.to(ctx, paper, to);
    }
  }

  private String name(String key, Principal other) {
    return sessions.holder(key).orElse(other).name();
  }

  private void signOut(Context ctx) {
    if (Ways.isForeign(ctx, paper)) {
      reception.foreign(ctx);
      return;
    }
    var read = intake.read(ctx, intake.uploads(_ -> false));
    if (read.isEmpty()) {
      return;
    }
    var key = cookies.session(ctx);
    var holder = key.flatMap(sessions::holder);
    if (holder.isPresent()) {
      if (!Cookies.isGuard(read.get().get("guard"), key.orElseThrow())) {
        reception.foreign(ctx);
        return;
      }
      sessions.close(key.orElseThrow(), holder.get().name());
    }
    cookies.endSession(ctx);
    Reception.to(ctx, paper, "/desk/sign-in");
  }
}
