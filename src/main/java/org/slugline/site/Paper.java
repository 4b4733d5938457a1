package org.slugline.site;

import io.javalin.config.Key;
import io.javalin.http.Context;
import java.util.Locale;
import org.slugline.edition.Masthead;
import tools.jackson.databind.json.JsonMapper;

/** What all pages are printed on: who we are, our words and times, our style, our answers. */
final class Paper {
  static final Key<Paper> KEY = new Key<>("paper");

  private final Masthead masthead;
  private final Messages messages;
  private final Times times;
  private final Assets assets;
  private final Answers answers;
  private final String base;
  private final JsonMapper json = JsonMapper.builder().build();

  Paper(Masthead masthead, Answers answers) {
    this.masthead = masthead;
    this.answers = answers;
    base = masthead.base().toString().replaceAll("/+$", "");
    messages = Messages.in(masthead.language());
    times = new Times(Locale.forLanguageTag(masthead.language()), masthead.zone());
    assets = new Assets();
  }

  static Paper of(Context ctx) {
    return ctx.appData(KEY);
  }

  Masthead masthead() {
    return masthead;
  }

  Times times() {
    return times;
  }

  Assets assets() {
    return assets;
  }

  Answers answers() {
    return answers;
  }

  Messages messages() {
    return messages;
  }

  String say(String key, Object... arguments) {
    return messages.say(key, arguments);
  }

  String lang() {
    return masthead.language();
  }

  String dir() {
    return Direction.of(masthead.language());
  }

  /** Our own address of a path, from the masthead, whatever the request's Host said. */
  String url(String path) {
    return base + path;
  }

  String asset(String name) {
    return base + assets.address(name);
  }

  String json(Object value) {
    return json.writeValueAsString(value);
  }

  /** An error, as JSON for programs and as a page for people. */
  void answer(Context ctx, Problem problem) {
    problem.headers().forEach(ctx::header);
    ctx.header("Vary", "Accept");
    var title = say("problem." + problem.trouble().slug() + ".title");
    var status = problem.trouble().status();
    if (ctx.path().startsWith("/api/") || Accepts.json(Answers.header(ctx, "Accept"))) {
      answers.unkept(ctx, status, "application/problem+json", json(problem.members(base, title)));
      return;
    }
    answers.unkept(ctx, status, "text/html; charset=utf-8", Print.problem(this, problem));
  }
}
