package org.slugline.site;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slugline.edition.Cursor;
import org.slugline.edition.Pieces;
import org.slugline.feed.Opml;
import org.slugline.feed.OutletList;
import org.slugline.feed.Person;
import org.slugline.site.Pages.Fact;
import org.slugline.site.Pages.OutletRow;
import org.slugline.site.Pages.Pace;
import org.slugline.store.Database;
import org.slugline.wire.Outlet;
import org.slugline.wire.Outlets;

/** Whom we read, and one of them: what it published, its pace, its health. */
final class OutletRoutes {
  private static final int PAGE = 50;

  /** Pieces that the pace is reckoned from. */
  private static final int PACED = 200;

  /** Beyond, nobody counts: a count costs what is counted. */
  private static final int COUNTED = 10_000;

  private final Paper paper;
  private final Database database;
  private final Reports reports;

  OutletRoutes(Paper paper, Database database) {
    this.paper = paper;
    this.database = database;
    reports = new Reports(paper);
  }

  void addTo(Paths paths) {
    paths.page("/outlets", this::outlets);
    paths.page("/outlets/{id}", this::outlet);
    paths.get("/outlets.opml", this::list);
  }

  private void outlets(Context ctx) {
    var all = database.read(Outlets.class, Outlets::all);
    var asked = Answers.query(ctx, "before");
    var from = asked.isEmpty() ? 0 : after(all, asked);
    if (from < 0) {
      Problem.of(Trouble.BAD_REQUEST, "").answer(ctx);
      return;
    }
    var shown = all.subList(from, Math.min(all.size(), from + PAGE));
    var title = paper.say("outlets.heading");
    var frame =
        Frame.of(paper, title, "/outlets")
            .at("outlets")
            .described(paper.say("outlets.text"))
            .paged(
                from == 0 ? "" : "/outlets",
                from + PAGE < all.size() ? "/outlets?before=" + shown.getLast().id() : "");
    var page = new Pages.Outlets(frame, shown.stream().map(this::row).toList());
    paper.answers().page(ctx, Print.page(page));
  }

  private void list(Context ctx) {
    var feeds =
        database.read(Outlets.class, Outlets::all).stream()
            .map(outlet ->
                new OutletList.Listed(
                    outlet.url(), outlet.name(), outlet.site(), List.of(), categories(outlet)))
            .toList();
    var owner = new Person(paper.masthead().title(), "", paper.url("/"));
    var title = paper.say("outlets.list", paper.masthead().title());
    var bytes = Opml.write(new OutletList(title, Optional.empty(), Optional.empty(), owner, feeds));
    paper.answers().document(ctx, "text/x-opml; charset=utf-8", bytes);
  }

  private static List<List<String>> categories(Outlet outlet) {
    return outlet.labelList().stream().map(label -> List.of(label.split("/"))).toList();
  }

  private static int after(List<Outlet> all, String id) {
    for (var i = 0; i < all.size(); i++) {
      if (Long.toString(all.get(i).id()).equals(id)) {
        return i + 1;
      }
    }
    return -1;
  }

  private OutletRow row(Outlet outlet) {
    return new OutletRow(
        outlet.name(),
        "/outlets/" + outlet.id(),
        outlet.site(),
        outlet.health().status(),
        paper.said(outlet.health().error()),
        outlet.health().lastNew(),
        outlet.labelList());
  }

  private void outlet(Context ctx) {
    var id = ctx.pathParam("id");
    var outlet =
        id.matches("[1-9]\\d{0,17}")
            ? database.read(Outlets.class, outlets -> outlets.byId(Long.parseLong(id)))
            : Optional.<Outlet>empty();
    var asked = Answers.query(ctx, "before");
    var before = Cursor.of(asked);
    if (outlet.isEmpty() || (before.isEmpty() && !asked.isEmpty())) {
      Problem.of(outlet.isEmpty() ? Trouble.NOT_FOUND : Trouble.BAD_REQUEST, "").answer(ctx);
      return;
    }
    var page = database.read(handle -> page(handle, outlet.get(), before));
    paper.answers().page(ctx, Print.page(page));
  }

  private Pages.Outlet page(Handle handle, Outlet outlet, Optional<Cursor> before) {
    var list = handle.attach(Pieces.class).ofOutlet(outlet.id(), before, PAGE);
    var path = "/outlets/" + outlet.id();
    var frame =
        Frame.of(paper, outlet.name(), path)
            .at("outlets")
            .described(outlet.description())
            .followed(path + "/feed", outlet.name())
            .paged(
                before.isEmpty() ? "" : path,
                list.next().map(cursor -> path + "?before=" + cursor).orElse(""));
    return new Pages.Outlet(
        frame,
        row(outlet),
        outlet.description(),
        outlet.url(),
        pace(handle.attach(Outlets.class).published(outlet.id(), PACED)),
        facts(handle, outlet),
        reports.byDay(list.pieces().stream().map(reports::of).toList()));
  }

  /**
   * @param published the latest first
   */
  private Optional<Pace> pace(List<Instant> published) {
    if (published.size() < 3) {
      return Optional.empty();
    }
    var hours = new ArrayList<>(Collections.nCopies(24, 0));
    for (var at : published) {
      var hour = at.atZone(paper.times().zone()).getHour();
      hours.set(hour, hours.get(hour) + 1);
    }
    var days = Duration.between(published.getLast(), published.getFirst()).toDays() + 1;
    var most = Collections.max(hours);
    var busy = most > 1 && Collections.frequency(hours, most) == 1;
    return Optional.of(
        new Pace(
            hours,
            paper.say("outlet.hours"),
            busy
                ? paper.say(
                    "outlet.pace", published.size(), days, paper.times().hour(hours.indexOf(most)))
                : paper.say("outlet.pace-even", published.size(), days)));
  }

  private String kept(long count) {
    return count > COUNTED
        ? paper.say("outlet.kept-more", COUNTED)
        : paper.messages().number(count);
  }

  private List<Fact> facts(Handle handle, Outlet outlet) {
    var health = outlet.health();
    var facts = new ArrayList<Fact>();
    add(facts, "stored", kept(handle.attach(Outlets.class).itemsUpTo(outlet.id(), COUNTED + 1)));
    add(
        facts,
        "last-poll",
        health.lastPoll().map(paper.times()::full).orElse(paper.say("outlet.never")));
    if (health.status().equals(Outlet.OK) || health.status().equals(Outlet.FAILING)) {
      add(facts, "next-poll", paper.times().full(health.nextPoll()));
      add(facts, "why", paper.said(health.nextWhy()));
    }
    health
        .failingSince()
        .ifPresent(since -> add(facts, "failing-since", paper.times().full(since)));
    if (health.failures() > 0) {
      add(facts, "failures", paper.messages().number(health.failures()));
    }
    add(facts, "language", language(outlet.language()));
    add(facts, "number", "outlet:" + outlet.id());
    add(facts, "added", paper.times().day(outlet.added()));
    return facts;
  }

  private String language(String tag) {
    return Locale.forLanguageTag(tag).getDisplayName(Locale.forLanguageTag(paper.lang()));
  }

  private void add(List<Fact> facts, String key, String value) {
    if (!value.isBlank()) {
      facts.add(new Fact(paper.say("outlet." + key), value));
    }
  }
}
