package org.slugline.site;

import io.javalin.http.Context;
import org.slugline.edition.Cursor;
import org.slugline.edition.Pieces;
import org.slugline.store.Database;

/** Everything, ours and theirs, newest first. */
final class WireRoutes {
  private static final int PAGE = 50;

  private final Paper paper;
  private final Database database;
  private final Reports reports;

  WireRoutes(Paper paper, Database database) {
    this.paper = paper;
    this.database = database;
    reports = new Reports(paper);
  }

  void addTo(Paths paths) {
    paths.page("/wire", this::wire);
  }

  private void wire(Context ctx) {
    var asked = Answers.query(ctx, "before");
    var before = Cursor.of(asked);
    if (before.isEmpty() && !asked.isEmpty()) {
      Problem.of(Trouble.BAD_REQUEST, "").answer(ctx);
      return;
    }
    var list = database.read(Pieces.class, pieces -> pieces.wire(before, PAGE));
    var title = paper.say("wire.heading");
    var frame =
        Frame.of(paper, title, asked.isEmpty() ? "/wire" : "/wire?before=" + asked)
            .at("wire")
            .described(paper.say("wire.text"))
            .followed("/wire/feed", title)
            .paged(
                asked.isEmpty() ? "" : "/wire",
                list.next().map(cursor -> "/wire?before=" + cursor).orElse(""));
    var days = reports.byDay(list.pieces().stream().map(reports::of).toList());
    paper.answers().page(ctx, Print.page(new Pages.Wire(frame, days)));
  }
}
