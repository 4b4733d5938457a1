package org.slugline.site.desk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.slugline.access.Scope;
import org.slugline.desk.Articles;
import org.slugline.desk.Desk;
import org.slugline.desk.Filing;
import org.slugline.desk.Sheet;
import org.slugline.site.Proof;
import org.slugline.store.Database;

/** Taking an article back, and how it came to be what it is. */
final class WithdrawRoutes {
  private static final List<Scope> PUBLISH = List.of(Scope.PUBLISH);
  private static final int LONGEST_NOTE = 2_000;

  private final Desk desk;
  private final Database database;
  private final Shelf shelf;
  private final Proof proof;
  private final InstantSource clock;

  WithdrawRoutes(Desk desk, Database database, Shelf shelf, Proof proof, InstantSource clock) {
    this.desk = desk;
    this.database = database;
    this.shelf = shelf;
    this.proof = proof;
    this.clock = clock;
  }

  void addTo(Reception reception) {
    var path = "/desk/articles/{id}/withdraw";
    reception.get(
        path, PUBLISH, visit -> shelf.find(visit, sheet -> ask(visit, 200, sheet, opened(sheet))));
    reception.post(
        path, PUBLISH, (visit, typed) -> shelf.find(visit, sheet -> act(visit, sheet, typed)));
    reception.get(
        "/desk/articles/{id}/history",
        PUBLISH,
        visit -> shelf.find(visit, sheet -> history(visit, sheet)));
  }

  private static Filled opened(Sheet sheet) {
    return Filled.of(Typed.nothing().with("version", Integer.toString(sheet.article().version())));
  }

  private void ask(Visit visit, int status, Sheet sheet, Filled form) {
    var board = visit.board(visit.say("desk.withdraw.kicker"), "/desk/articles");
    visit.page(status, Print.page(new Views.Withdraw(board, sheet.article(), form)));
  }

  private void act(Visit visit, Sheet sheet, Typed typed) {
    var flaws = new ArrayList<>(visit.flaws());
    var note = typed.line("note");
    if (note.length() > LONGEST_NOTE || note.indexOf('\0') >= 0) {
      flaws.add(new Flaw("note", visit.say("desk.flaw.note", LONGEST_NOTE)));
    }
    // what nobody has seen needs no word to readers
    if (note.isEmpty() && sheet.article().isPublic() && !typed.act().equals(Typed.SHOW)) {
      flaws.add(new Flaw("note", visit.say("desk.flaw.why")));
    }
    if (!flaws.isEmpty() || typed.act().equals(Typed.SHOW)) {
      ask(visit, flaws.isEmpty() ? 200 : 422, sheet, Filled.of(typed, flaws));
      return;
    }
    var version = typed.get("version");
    var seen = version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    var slug = sheet.article().slug();
    switch (desk.withdraw(
        slug, note, OptionalInt.of(seen), visit.editor().name(), clock.instant())) {
      case Filing.Stale(var now) -> {
        var newest = typed.with("version", Integer.toString(now.version()));
        flaws.add(new Flaw("", visit.say("desk.flaw.stale.withdraw")));
        ask(visit, 409, sheet, Filled.of(newest, flaws));
      }
      case Filing.Unknown _ -> shelf.unknown(visit);
      default -> visit.to("/desk/articles/" + sheet.article().id() + "?done=withdrawn");
    }
  }

  private void history(Visit visit, Sheet sheet) {
    var article = sheet.article();
    var versions = database.read(Articles.class, articles -> articles.versions(article.id()));
    var board = visit.board(visit.say("history.kicker"), "/desk/articles");
    visit.page(
        200,
        Print.page(
            new Views.Versions(board, article, versions, proof.versions(article, versions))));
  }
}
