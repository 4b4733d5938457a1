package org.slugline.site.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slugline.access.Scope;
import org.slugline.site.Problem;
import org.slugline.store.Database;
import org.slugline.wire.Doctor;
import org.slugline.wire.Finding;
import org.slugline.wire.Outlet;
import org.slugline.wire.Outlets;
import org.slugline.wire.Polls;
import org.slugline.wire.Subscriptions;

/** Whom we read: how each fares, and what an editor may do about it. */
final class OutletRoutes {
  static final List<Scope> OUTLETS = List.of(Scope.OUTLETS);
  private static final int POLLS = 12;

  private final Database database;
  private final Doctor doctor;
  private final Subscriptions subscriptions;

  OutletRoutes(Database database, Doctor doctor, Subscriptions subscriptions) {
    this.database = database;
    this.doctor = doctor;
    this.subscriptions = subscriptions;
  }

  void addTo(Reception reception) {
    reception.get("/desk/outlets", OUTLETS, this::list);
    var one = "/desk/outlets/{id}";
    reception.get(one, OUTLETS, visit -> find(visit, found -> show(visit, 200, found, set(found))));
    reception.post(one, OUTLETS, (visit, typed) -> find(visit, found -> set(visit, found, typed)));
    reception.post(one + "/pause", OUTLETS, this::pause);
    reception.post(one + "/move", OUTLETS, this::move);
    reception.get(
        one + "/remove", OUTLETS, visit -> find(visit, found -> askRemoval(visit, found)));
    reception.post(one + "/remove", OUTLETS, this::remove);
  }

  private void list(Visit visit) {
    var board = visit.board(visit.say("desk.nav.outlets"), "/desk/outlets");
    visit.page(200, Print.page(new Views.Outlets(board, doctor.examine())));
  }

  private void find(Visit visit, Consumer<Finding> then) {
    var id = visit.number("id");
    var shown = database.read(Outlets.class, outlets -> outlets.isShown(id));
    var found = shown ? doctor.examine(id) : Optional.<Finding>empty();
    found.ifPresentOrElse(then, () -> unknown(visit));
  }

  private static void unknown(Visit visit) {
    Problem.notFound(visit.say("desk.unknown.outlet")).answer(visit.ctx());
  }

  private static Filled set(Finding found) {
    var outlet = found.outlet();
    return Filled.of(
        Typed.nothing()
            .with("title", outlet.title())
            .with("labels", outlet.labels())
            .with("pace", pace(outlet)));
  }

  private static String pace(Outlet outlet) {
    return outlet
        .settings()
        .lines()
        .filter(line -> line.startsWith("pace="))
        .map(line -> line.substring("pace=".length()))
        .findFirst()
        .orElse("");
  }

  private void show(Visit visit, int status, Finding found, Filled form) {
    var id = found.outlet().id();
    var polls = database.read(Polls.class, log -> log.of(id, POLLS));
    var items = database.read(Outlets.class, outlets -> outlets.items(id));
    var board = visit.board(found.outlet().name(), "/desk/outlets");
    visit.page(status, Print.page(new Views.OneOutlet(board, found, form, polls, items)));
  }

  private void set(Visit visit, Finding found, Typed typed) {
    if (typed.act().equals(Typed.SHOW)) {
      show(visit, 200, found, Filled.of(typed, visit.flaws()));
      return;
    }
    var id = found.outlet().id();
    var flaws = new ArrayList<Flaw>();
    // the pace first: it alone can be refused, and then nothing is changed
    if (by(visit).set(id, "pace", typed.line("pace"))
        instanceof Subscriptions.Act.Refused(var why)) {
      flaws.add(new Flaw("pace", why));
      show(visit, 422, found, Filled.of(typed, flaws));
      return;
    }
    if (typed.has("title") && !typed.line("title").equals(found.outlet().title())) {
      var _ = by(visit).rename(id, typed.line("title"));
    }
    var _ = by(visit).label(id, typed.get("labels").lines().toList());
    visit.to("/desk/outlets/" + id + "?done=set");
  }

  /** The acts in the name of whoever does them. */
  private Subscriptions by(Visit visit) {
    return subscriptions.by(visit.editor().name());
  }

  private void pause(Visit visit, Typed typed) {
    var id = visit.number("id");
    switch (typed.act()) {
      case "pause" -> done(visit, by(visit).pause(id), "paused");
      case "resume" -> done(visit, by(visit).resume(id), "resumed");
      default -> visit.to("/desk/outlets/" + id);
    }
  }

  private void move(Visit visit, Typed typed) {
    var id = visit.number("id");
    switch (typed.act()) {
      case "confirm" -> done(visit, by(visit).confirmMove(id), "moved");
      case "refuse" -> done(visit, by(visit).refuseMove(id), "stayed");
      default -> visit.to("/desk/outlets/" + id);
    }
  }

  private void done(Visit visit, Subscriptions.Act act, String what) {
    switch (act) {
      case Subscriptions.Act.Done(var outlet) ->
          visit.to("/desk/outlets/" + outlet.id() + "?done=" + what);
      case Subscriptions.Act.Nothing(var outlet) ->
          visit.to("/desk/outlets/" + outlet.id() + "?done=nothing");
      case Subscriptions.Act.Refused(var why) ->
          find(
              visit,
              found ->
                  show(
                      visit,
                      409,
                      found,
                      Filled.of(set(found).typed(), List.of(new Flaw("", why)))));
      case Subscriptions.Act.Unknown() -> unknown(visit);
    }
  }

  private void askRemoval(Visit visit, Finding found) {
    var items = database.read(Outlets.class, outlets -> outlets.items(found.outlet().id()));
    var board = visit.board(visit.say("desk.remove.kicker"), "/desk/outlets");
    visit.page(200, Print.page(new Views.RemoveOutlet(board, found.outlet(), items)));
  }

  private void remove(Visit visit, Typed typed) {
    if (!typed.act().equals("remove")) {
      find(visit, found -> askRemoval(visit, found));
      return;
    }
    switch (by(visit).remove(visit.number("id"), typed.has("items"))) {
      case Subscriptions.Act.Unknown() -> unknown(visit);
      default -> visit.to("/desk/outlets?done=removed");
    }
  }
}
