package org.slugline.site.desk;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.slugline.access.Scope;
import org.slugline.desk.FileOutcome;
import org.slugline.desk.Overview;
import org.slugline.desk.State;
import org.slugline.store.Database;
import org.slugline.wire.Doctor;
import org.slugline.wire.Finding;

/** The first page of the desk, and all articles in any state. */
final class HomeRoutes {
  private static final int FEW = 8;
  private static final int PAGE = 50;

  private final Database database;
  private final Doctor doctor;
  private final Supplier<List<FileOutcome>> refused;

  /**
   * @param refused files of the watched folder that could not be published at the last look
   */
  HomeRoutes(Database database, Doctor doctor, Supplier<List<FileOutcome>> refused) {
    this.database = database;
    this.doctor = doctor;
    this.refused = refused;
  }

  void addTo(Reception reception) {
    reception.get("/desk", SignInRoutes.DESK, this::home);
    reception.get("/desk/articles", List.of(Scope.PUBLISH), this::articles);
  }

  private void home(Visit visit) {
    var ill =
        visit.may(Scope.OUTLETS)
            ? doctor.examine().stream().filter(Finding::ill).limit(20).toList()
            : List.<Finding>of();
    var piles =
        visit.may(Scope.PUBLISH)
            ? List.of(State.DRAFT, State.SCHEDULED, State.RELEASED, State.WITHDRAWN).stream()
                .map(this::pile)
                .toList()
            : List.<Views.Pile>of();
    var files = visit.may(Scope.PUBLISH) ? refused.get() : List.<FileOutcome>of();
    visit.page(
        200,
        Print.page(
            new Views.Home(visit.board(visit.say("desk.title"), "/desk"), ill, files, piles)));
  }

  private Views.Pile pile(State state) {
    return new Views.Pile(
        state.word(),
        database.read(
            Overview.class,
            overview ->
                state == State.SCHEDULED
                    ? overview.scheduled(PAGE)
                    : overview.in(state.word(), FEW)));
  }

  private void articles(Visit visit) {
    var state =
        Arrays.stream(State.values())
            .filter(known -> known.word().equals(visit.query("state")))
            .findFirst();
    var before = visit.query("before");
    var from = before.matches("[1-9]\\d{0,17}") ? Long.parseLong(before) : Long.MAX_VALUE;
    var list =
        database.read(
            Overview.class,
            overview -> overview.before(state.map(State::word).orElse(""), from, PAGE));
    var next =
        list.size() < PAGE
            ? ""
            : "/desk/articles?"
                + state.map(shown -> "state=" + shown.word() + "&").orElse("")
                + "before="
                + list.getLast().id();
    visit.page(
        200,
        Print.page(
            new Views.Articles(
                visit.board(visit.say("desk.nav.articles"), "/desk/articles"), state, list, next)));
  }
}
