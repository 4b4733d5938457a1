package org.slugline.site.desk;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slugline.access.Principal;
import org.slugline.access.Scope;
import org.slugline.site.Answers;
import org.slugline.site.Frame;
import org.slugline.site.Paper;

/**
 * One request of an editor who was let in.
 *
 * @param params parts of the address, by name
 * @param guard what a form has to bring back; see {@link Cookies#guard}
 * @param flaws found before the form was looked at
 * @param note what was just done, in words; {@code ""} nothing
 */
record Visit(
    Context ctx,
    Paper paper,
    Map<String, String> params,
    Principal editor,
    String guard,
    List<Flaw> flaws,
    String note) {
  /** What the desk says it has done, as the address of the next page names it. */
  private static final Set<String> DONE =
      Set.of(
          "saved",
          "scheduled",
          "shifted",
          "released",
          "changed",
          "withdrawn",
          "returned",
          "unchanged",
          "taken",
          "added",
          "known",
          "paused",
          "resumed",
          "moved",
          "stayed",
          "set",
          "removed",
          "revoked",
          "nothing",
          "unpaced");

  boolean may(Scope scope) {
    return editor.may(scope);
  }

  Visit with(List<Flaw> others) {
    return new Visit(ctx, paper, params, editor, guard, others, note);
  }

  String param(String name) {
    return params.getOrDefault(name, "");
  }

  /** A number of the address; -1 where it is none. */
  long number(String name) {
    return param(name).matches("[1-9]\\d{0,17}") ? Long.parseLong(param(name)) : -1;
  }

  String query(String name) {
    return Answers.query(ctx, name);
  }

  String say(String key, Object... arguments) {
    return paper.say(key, arguments);
  }

  /**
   * What stands around a page of the desk.
   *
   * @param here path of the entry in the desk's own navigation; {@code ""} none
   */
  Board board(String title, String here) {
    var done = query("done");
    return new Board(
        Frame.of(paper, title, "/desk").at("desk").hidden(),
        this,
        here,
        note.isEmpty() && DONE.contains(done) ? say("desk.done." + done) : note);
  }

  void page(int status, String html) {
    paper.answers().unkept(ctx, status, "text/html; charset=utf-8", html);
  }

  /** Sends the browser on, RFC 9110 §15.4.4. */
  void to(String path) {
    Reception.to(ctx, paper, path);
  }
}
