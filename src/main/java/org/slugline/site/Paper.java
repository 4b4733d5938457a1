package org.slugline.site;

import io.javalin.config.Key;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.slugline.edition.Masthead;
import org.slugline.text.SafeHtml;
import org.slugline.text.Sanitizer;
import tools.jackson.databind.json.JsonMapper;

/** What all pages are printed on: who we are, our words and times, our style, our answers. */
public final class Paper {
  static final Key<Paper> KEY = new Key<>("paper");

  private final Masthead masthead;
  private final Messages messages;
  private final Phrasebook phrases;
  private final Times times;
  private final Assets assets;
  private final Answers answers;
  private final SafeHtml header;
  private final SafeHtml footer;
  private final String base;
  private final String under;
  private final JsonMapper json = JsonMapper.builder().build();

  /** In the house's own look. */
  Paper(Masthead masthead, Answers answers) {
    this(masthead, answers, Optional.empty());
  }

  Paper(Masthead masthead, Answers answers, Optional<Path> theme) {
    this.masthead = masthead;
    this.answers = answers;
    base = masthead.base().toString().replaceAll("/+$", "");
    under = masthead.base().getRawPath().replaceAll("/+$", "");
    messages = Messages.in(masthead.language());
    times = new Times(Locale.forLanguageTag(masthead.language()), masthead.zone());
    phrases = Phrasebook.in(masthead.language(), times);
    assets = new Assets(theme);
    header = markup(theme, "header.html");
    footer = markup(theme, "footer.html");
  }

  public static Paper of(Context ctx) {
    return ctx.appData(KEY);
  }

  public Masthead masthead() {
    return masthead;
  }

  public Times times() {
    return times;
  }

  Assets assets() {
    return assets;
  }

  public Answers answers() {
    return answers;
  }

  Messages messages() {
    return messages;
  }

  public String say(String key, Object... arguments) {
    return messages.say(key, arguments);
  }

  /** What another room says in English, in our language as far as we have it. */
  public String said(String english) {
    return phrases.say(english);
  }

  /** What the theme puts over every page. */
  SafeHtml header() {
    return header;
  }

  /** What the theme puts under every page. */
  SafeHtml footer() {
    return footer;
  }

  private SafeHtml markup(Optional<Path> theme, String name) {
    return Assets.file(theme, name)
        .map(bytes -> Sanitizer.sanitize(new String(bytes, StandardCharsets.UTF_8), base + "/"))
        .orElse(SafeHtml.EMPTY);
  }

  /** Whether a message is said in English for want of our language's words. */
  public boolean isForeign(String key) {
    return messages.lacks(key);
  }

  public String lang() {
    return masthead.language();
  }

  public String dir() {
    return Direction.of(masthead.language());
  }

  /** Our own address of a path, from the masthead, whatever the request's Host said. */
  public String url(String path) {
    return base + path;
  }

  public String asset(String name) {
    return here(assets.address(name));
  }

  /**
   * The same without its host, for what a page loads and where its forms go: {@code 'self'} of
   * {@link Headers} is whoever was asked, and that may be 127.0.0.1 or a port of a container.
   */
  public String here(String path) {
    return under + path;
  }

  public String json(Object value) {
    return json.writeValueAsString(value);
  }

  /** Whether an address is for programs. */
  static boolean isApi(String path) {
    return path.equals("/api") || path.startsWith("/api/");
  }

  String title(Problem problem) {
    return say("problem." + problem.trouble().slug() + ".title");
  }

  /** An error, as JSON for programs and as a page for people. */
  void answer(Context ctx, Problem problem) {
    problem.headers().forEach(ctx::header);
    ctx.header("Vary", "Accept");
    var title = title(problem);
    var status = problem.trouble().status();
    if (isApi(ctx.path()) || Accepts.json(Answers.header(ctx, "Accept"))) {
      answers.unkept(ctx, status, "application/problem+json", json(problem.members(base, title)));
      return;
    }
    answers.unkept(ctx, status, "text/html; charset=utf-8", Print.problem(this, problem));
  }
}
