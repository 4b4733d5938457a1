package org.slugline.site.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slugline.wire.Finder;
import org.slugline.wire.Subscribed;
import org.slugline.wire.Subscription;
import org.slugline.wire.Subscriptions;

/** A new outlet: its site is asked for feeds, the editor looks at what they bring, then chooses. */
final class AddOutletRoutes {
  private static final String PATH = "/desk/outlets/add";

  private final Finder finder;
  private final Subscriptions subscriptions;

  /** Sites that are asked at once: an editor's mistake must not hold all threads. */
  private final Semaphore asking = new Semaphore(3);

  AddOutletRoutes(Finder finder, Subscriptions subscriptions) {
    this.finder = finder;
    this.subscriptions = subscriptions;
  }

  void addTo(Reception reception) {
    reception.get(
        PATH,
        OutletRoutes.OUTLETS,
        visit -> show(visit, 200, Filled.of(Typed.nothing()), List.of()));
    reception.post(PATH, OutletRoutes.OUTLETS, this::act);
  }

  private void act(Visit visit, Typed typed) {
    switch (typed.act()) {
      case "look" -> look(visit, typed);
      case "add" -> add(visit, typed);
      default -> show(visit, 200, Filled.of(typed, visit.flaws()), List.of());
    }
  }

  private void show(Visit visit, int status, Filled form, List<Views.Candidate> candidates) {
    var board = visit.board(visit.say("desk.outlets.add"), "/desk/outlets");
    visit.page(status, Print.page(new Views.AddOutlet(board, form, candidates)));
  }

  private void look(Visit visit, Typed typed) {
    var candidates = new ArrayList<Views.Candidate>();
    var flaws = new ArrayList<Flaw>();
    if (!typed.has("url")) {
      flaws.add(new Flaw("url", visit.say("desk.flaw.url")));
    } else if (!asking.tryAcquire()) {
      flaws.add(new Flaw("url", visit.say("desk.flaw.asking")));
    } else {
      try {
        ask(visit, typed.line("url"), candidates, flaws);
      } finally {
        asking.release();
      }
    }
    show(visit, flaws.isEmpty() ? 200 : 422, Filled.of(typed.without("feed"), flaws), candidates);
  }

  private void ask(Visit visit, String url, List<Views.Candidate> candidates, List<Flaw> flaws) {
    switch (finder.offers(url)) {
      case Finder.Offers.Some(var offers) ->
          offers.forEach(offer ->
              candidates.add(
                  new Views.Candidate(
                      offer.url(), offer.title(), offer.entries(), offer.headlines())));
      case Finder.Offers.Nothing(var why) ->
          flaws.add(new Flaw("url", visit.say("desk.flaw.nothing", url, visit.paper().said(why))));
    }
  }

  private void add(Visit visit, Typed typed) {
    var url = typed.has("feed") ? typed.line("feed") : typed.line("url");
    var wanted = new Subscription(url, typed.line("title"), typed.get("labels").lines().toList());
    var flaws = new ArrayList<Flaw>();
    switch (subscriptions.by(visit.editor().name()).add(List.of(wanted)).getFirst()) {
      case Subscribed.Added(_, var id, _) -> settle(visit, typed, id, "added");
      case Subscribed.Known(_, var id, _) -> settle(visit, typed, id, "known");
      case Subscribed.Refused(_, var why) -> {
        flaws.add(new Flaw("url", visit.say("desk.flaw.nothing", url, visit.paper().said(why))));
        show(visit, 422, Filled.of(typed, flaws), List.of());
      }
    }
  }

  /** A pace that cannot be is told where it can be mended: the outlet itself is there by now. */
  private void settle(Visit visit, Typed typed, long id, String done) {
    if (typed.has("pace")
        && subscriptions.by(visit.editor().name()).set(id, "pace", typed.line("pace"))
            instanceof Subscriptions.Act.Refused) {
      visit.to("/desk/outlets/" + id + "?done=unpaced");
      return;
    }
    visit.to("/desk/outlets/" + id + "?done=" + done);
  }
}
