package org.slugline.site;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether we live, whether we are ready, and what crawlers may read. */
final class StatusRoutes {
  private final Paper paper;
  private final Supplier<Optional<String>> hindrance;

  /**
   * @param hindrance why we cannot serve just now; empty when all is well
   */
  StatusRoutes(Paper paper, Supplier<Optional<String>> hindrance) {
    this.paper = paper;
    this.hindrance = hindrance;
  }

  void addTo(Paths paths) {
    paths.get("/status/live", this::live);
    paths.get("/status/ready", this::ready);
    paths.get("/robots.txt", this::robots);
    paths.get("/favicon.ico", ctx -> paper.assets().favicon(ctx, paper.answers()));
    paths.get("/assets/{name}", ctx -> paper.assets().answer(ctx, paper.answers()));
    paths.get("/problems/{name}", this::problem);
  }

  private void live(Context ctx) {
    paper.answers().unkept(ctx, 200, "application/json", "{\"status\":\"live\"}");
  }

  private void ready(Context ctx) {
    var why = hindrance.get();
    var said =
        why.isEmpty()
            ? Map.of("status", "ready")
            : Map.of("status", "not ready", "reason", why.get());
    paper.answers().unkept(ctx, why.isEmpty() ? 200 : 503, "application/json", paper.json(said));
  }

  private void robots(Context ctx) {
    paper
        .answers()
        .text(
            ctx,
            "text/plain; charset=utf-8",
            "User-agent: *\nDisallow: /desk\nDisallow: /search\nDisallow: /api/\n\nSitemap: "
                + paper.url("/sitemap.xml")
                + "\n");
  }

  private void problem(Context ctx) {
    Trouble.named(ctx.pathParam("name"))
        .ifPresentOrElse(
            trouble -> paper.answers().page(ctx, Print.explained(paper, trouble)),
            () -> Problem.notFound("").answer(ctx));
  }
}
