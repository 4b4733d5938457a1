package org.slugline.site.desk;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.slugline.access.Scope;
import org.slugline.desk.Media;
import org.slugline.desk.Overview;
import org.slugline.site.Problem;
import org.slugline.store.Database;

/** Pictures and sounds in our keeping, also those that readers may not see yet. */
final class LibraryRoutes {
  private static final int PAGE = 48;

  private final Database database;
  private final Media media;

  LibraryRoutes(Database database, Media media) {
    this.database = database;
    this.media = media;
  }

  void addTo(Reception reception) {
    var publish = List.of(Scope.PUBLISH);
    reception.get("/desk/media", publish, visit -> library(visit, List.of()));
    reception.post("/desk/media", publish, this::taken);
    reception.get("/desk/media/{name}", publish, this::show);
  }

  private void taken(Visit visit, Typed typed) {
    var names = new ArrayList<String>();
    typed
        .values()
        .forEach((field, value) -> {
          if (field.endsWith(".asset") && media.find(value).isPresent()) {
            names.add(value);
          }
        });
    if (!names.isEmpty() && visit.flaws().isEmpty()) {
      visit.to("/desk/media?done=taken");
    } else {
      library(visit, names);
    }
  }

  private void library(Visit visit, List<String> taken) {
    var before = visit.query("before");
    var from = before.matches("\\d{1,9}") ? Integer.parseInt(before) : 0;
    var assets = database.read(Overview.class, overview -> overview.media(PAGE, from));
    var board = visit.board(visit.say("desk.nav.media"), "/desk/media");
    visit.page(
        visit.flaws().isEmpty() ? 200 : 422,
        Print.page(
            new Views.Library(
                board,
                Filled.of(Typed.nothing(), visit.flaws()),
                assets,
                taken,
                assets.size() < PAGE ? "" : "/desk/media?before=" + (from + PAGE))));
  }

  private void show(Visit visit) {
    var asset = media.find(visit.param("name"));
    var file = asset.flatMap(found -> media.file(found.name()));
    if (file.isEmpty()) {
      Problem.notFound(visit.say("desk.unknown.file")).answer(visit.ctx());
      return;
    }
    send(visit.ctx(), asset.orElseThrow().type(), file.get());
  }

  private static void send(Context ctx, String type, java.nio.file.Path file) {
    try {
      ctx.header("Cache-Control", "private, no-store");
      ctx.contentType(type);
      ctx.res().setContentLengthLong(Files.size(file));
      if (!ctx.method().equals(HandlerType.HEAD)) {
        ctx.result(Files.newInputStream(file));
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
