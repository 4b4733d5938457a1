package org.slugline.site.desk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slugline.desk.Article;
import org.slugline.desk.Articles;
import org.slugline.desk.Sheet;
import org.slugline.site.Paper;
import org.slugline.store.Database;

/** The form of an article, filled in. */
record EditPage(Paper paper, Database database, InstantSource clock) {
  /**
   * What the form shows.
   *
   * @param sheet the article that is edited; empty for a new one
   * @param focus field that the page opens at; {@code ""} none
   * @param differences from what somebody else saved meanwhile
   */
  record State(
      Typed typed,
      List<Flaw> flaws,
      Optional<Sheet> sheet,
      String focus,
      List<Differences.Difference> differences) {}

  void show(Visit visit, int status, State state) {
    var article = state.sheet().map(Sheet::article);
    var title = article.map(Article::headline).orElseGet(() -> visit.say("desk.edit.new"));
    var flaws = new ArrayList<>(visit.flaws());
    state.flaws().stream().filter(flaw -> !flaws.contains(flaw)).forEach(flaws::add);
    flaws.sort(FieldOrder.OF_FLAWS);
    var typed =
        state.typed().has("language") || article.isPresent()
            ? state.typed()
            : state.typed().with("language", paper.lang());
    var form = new Filled(typed, flaws, state.focus());
    visit.page(
        status,
        Print.page(
            new Views.Edit(
                visit.board(title, article.isEmpty() ? "/desk/articles/new" : "/desk/articles"),
                form,
                article,
                parts(form),
                state.differences(),
                sections(),
                paper.times().full(clock.instant()))));
  }

  private static List<Views.Part> parts(Filled form) {
    var parts = new ArrayList<Views.Part>();
    for (var group : Group.values()) {
      var word = group.word();
      var rows = form.typed().rows(word);
      var filled = 0;
      for (var i = 0; i < rows; i++) {
        filled = form.typed().isFilled(word, i) ? i + 1 : filled;
      }
      var open =
          filled > 0
              || group == Group.AUTHORS
              || form.focus().startsWith(word + ".")
              || form.flaws().stream().anyMatch(flaw -> flaw.field().startsWith(word + "."));
      // long rows are empty only where there is none, or one was asked for
      var spare = group == Group.AUTHORS || group == Group.SOURCES || filled == 0 ? 1 : 0;
      var asked = form.focus().startsWith(word + ".") ? rows : 0;
      parts.add(new Views.Part(group, Math.max(asked, filled + spare), filled, open));
    }
    return parts;
  }

  private List<String> sections() {
    return database.read(Articles.class, Articles::shelves).stream()
        .filter(shelf -> shelf.kind().equals("section"))
        .map(shelf -> shelf.name())
        .limit(50)
        .toList();
  }
}
