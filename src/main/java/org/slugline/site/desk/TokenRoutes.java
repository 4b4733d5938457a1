package org.slugline.site.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.slugline.access.AuditTable;
import org.slugline.access.NewToken;
import org.slugline.access.Scope;
import org.slugline.access.Tokens;
import org.slugline.store.Database;

/** Who else may do what, and who did: for editors whose token allows everything. */
final class TokenRoutes {
  private static final List<Scope> ALL = List.of(Scope.ALL);
  private static final int LONGEST_NAME = 80;
  private static final int PAGE = 100;

  private final Tokens tokens;
  private final Database database;

  TokenRoutes(Tokens tokens, Database database) {
    this.tokens = tokens;
    this.database = database;
  }

  void addTo(Reception reception) {
    reception.get(
        "/desk/tokens", ALL, visit -> show(visit, 200, Filled.of(Typed.nothing()), "", ""));
    reception.post("/desk/tokens", ALL, this::make);
    reception.post("/desk/tokens/revoke", ALL, this::revoke);
    reception.get("/desk/audit", ALL, this::audit);
  }

  private void show(Visit visit, int status, Filled form, String made, String secret) {
    var board = visit.board(visit.say("desk.nav.tokens"), "/desk/tokens");
    visit.page(
        status,
        Print.page(
            new Views.Tokens(
                board, form, tokens.list(), made, secret, Arrays.asList(Scope.values()))));
  }

  private void make(Visit visit, Typed typed) {
    if (!typed.act().equals("make")) {
      show(visit, 200, Filled.of(typed, visit.flaws()), "", "");
      return;
    }
    var name = typed.line("name");
    var flaws = new ArrayList<Flaw>();
    if (name.isEmpty() || name.length() > LONGEST_NAME || !name.matches("[^\\p{Cntrl}]+")) {
      flaws.add(new Flaw("name", visit.say("desk.flaw.name", LONGEST_NAME)));
    }
    var scopes =
        Arrays.stream(Scope.values())
            .filter(scope -> typed.has("scope." + scope.word()))
            .collect(Collectors.toSet());
    if (scopes.isEmpty()) {
      flaws.add(new Flaw("scopes", visit.say("desk.flaw.scopes")));
    }
    if (flaws.isEmpty()) {
      switch (tokens.make(name, scopes, visit.editor().name())) {
        case NewToken.Made(var secret) -> {
          show(visit, 200, Filled.of(Typed.nothing()), name, secret);
          return;
        }
        case NewToken.NameTaken() ->
            flaws.add(new Flaw("name", visit.say("desk.flaw.taken", name)));
      }
    }
    show(visit, 422, Filled.of(typed, flaws), "", "");
  }

  private void revoke(Visit visit, Typed typed) {
    if (typed.act().equals(Typed.SHOW)) {
      show(visit, 200, Filled.of(Typed.nothing(), visit.flaws()), "", "");
      return;
    }
    var gone = tokens.revoke(typed.get("name"), visit.editor().name());
    visit.to("/desk/tokens?done=" + (gone ? "revoked" : "nothing"));
  }

  private void audit(Visit visit) {
    var before = visit.query("before");
    var from = before.matches("[1-9]\\d{0,17}") ? Long.parseLong(before) : Long.MAX_VALUE;
    var acts = database.read(AuditTable.class, table -> table.before(from, PAGE));
    var next = acts.size() < PAGE ? "" : "/desk/audit?before=" + acts.getLast().id();
    var board = visit.board(visit.say("desk.nav.audit"), "/desk/audit");
    visit.page(200, Print.page(new Views.Audit(board, acts, next)));
  }
}
