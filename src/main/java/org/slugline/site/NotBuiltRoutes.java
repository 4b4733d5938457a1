package org.slugline.site;

import java.util.List;

/** Addresses whose names are final and behind which nothing stands yet: 501, plainly. */
final class NotBuiltRoutes {
  private static final List<String> PAGES =
      List.of(
          "/articles",
          "/articles/{slug}",
          "/articles/{slug}/history",
          "/sections/{slug}",
          "/tags/{slug}",
          "/authors/{slug}",
          "/stories",
          "/stories/{id}",
          "/wire",
          "/outlets",
          "/outlets/{id}",
          "/missing",
          "/corrections",
          "/feeds",
          "/about-our-crawler",
          "/media/{name}",
          "/sitemap.xml",
          "/news-sitemap.xml",
          "/outlets.opml");
  private static final List<String> READ =
      List.of(
          "/api/articles",
          "/api/articles/{slug}",
          "/api/stories",
          "/api/stories/{id}",
          "/api/outlets",
          "/api/outlets/{id}/health",
          "/api/items",
          "/api/search",
          "/api/corrections",
          "/api/related",
          "/api/openapi.json",
          "/websub/{secret}");
  private static final List<String> POSTED =
      List.of(
          "/api/articles",
          "/api/media",
          "/api/outlets",
          "/api/stories/{id}/merge",
          "/api/stories/{id}/split",
          "/api/stories/{id}/pin",
          "/api/stories/{id}/dismiss",
          "/api/pieces/{id}/move",
          "/hub",
          "/websub/{secret}");

  private NotBuiltRoutes() {}

  /** To be called last: it fills what nobody else took. */
  static void addTo(Paths paths) {
    for (var path : PAGES) {
      paths.get(path, ctx -> Problem.notBuilt().answer(ctx));
    }
    for (var path : READ) {
      paths.get(path, ctx -> Problem.notBuilt().answer(ctx));
    }
    for (var path : POSTED) {
      paths.post(path, ctx -> Problem.notBuilt().answer(ctx));
    }
    paths.put("/api/articles/{slug}", ctx -> Problem.notBuilt().answer(ctx));
    paths.delete("/api/articles/{slug}", ctx -> Problem.notBuilt().answer(ctx));
    paths.patch("/api/outlets/{id}", ctx -> Problem.notBuilt().answer(ctx));
    paths.delete("/api/outlets/{id}", ctx -> Problem.notBuilt().answer(ctx));
  }
}
