package org.slugline.site;

import static org.slugline.site.Template.NONE;
import static org.slugline.site.Template.printed;

/** Each page record through its template. */
final class Print {
  private Print() {}

  static String problem(Paper paper, Problem problem) {
    var title = paper.say("problem." + problem.trouble().slug() + ".title");
    var frame = Frame.of(paper, title, "/problems/" + problem.trouble().slug()).hidden();
    return printed(out -> JteproblemGenerated.render(out, NONE, frame, problem));
  }

  /** The page that an error's type points to. */
  static String explained(Paper paper, Trouble trouble) {
    var title = paper.say("problem." + trouble.slug() + ".title");
    var frame = Frame.of(paper, title, "/problems/" + trouble.slug());
    var problem = Problem.of(trouble, "");
    return printed(out -> JteproblemGenerated.render(out, NONE, frame, problem));
  }

  static String page(Pages.Front page) {
    return printed(out -> JtefrontGenerated.render(out, NONE, page));
  }

  static String page(Pages.Welcome page) {
    return printed(out -> JtewelcomeGenerated.render(out, NONE, page));
  }

  static String page(Pages.Listing page) {
    return printed(out -> JtelistingGenerated.render(out, NONE, page));
  }

  static String page(Pages.Article page) {
    return printed(out -> JtearticleGenerated.render(out, NONE, page));
  }

  static String page(Pages.History page) {
    return printed(out -> JtehistoryGenerated.render(out, NONE, page));
  }

  /** The article without what stands around every page. */
  static String part(Pages.Article page) {
    return printed(out -> JtepieceGenerated.render(out, NONE, page));
  }

  /** The versions without their heading. */
  static String part(Pages.History page) {
    return printed(out -> JteversionsGenerated.render(out, NONE, page));
  }

  static String page(Pages.Stories page) {
    return printed(out -> JtestoriesGenerated.render(out, NONE, page));
  }

  static String page(Pages.Story page) {
    return printed(out -> JtestoryGenerated.render(out, NONE, page));
  }

  static String page(Pages.Wire page) {
    return printed(out -> JtewireGenerated.render(out, NONE, page));
  }

  static String page(Pages.Outlets page) {
    return printed(out -> JteoutletsGenerated.render(out, NONE, page));
  }

  static String page(Pages.Outlet page) {
    return printed(out -> JteoutletGenerated.render(out, NONE, page));
  }

  static String page(Pages.Feeds page) {
    return printed(out -> JtefeedsGenerated.render(out, NONE, page));
  }

  static String page(Pages.Twin page) {
    return printed(out -> JtetwinGenerated.render(out, NONE, page));
  }

  static String page(Pages.Corrections page) {
    return printed(out -> JtecorrectionsGenerated.render(out, NONE, page));
  }

  static String page(Pages.Search page) {
    return printed(out -> JtesearchGenerated.render(out, NONE, page));
  }

  static String page(Pages.Crawler page) {
    return printed(out -> JtecrawlerGenerated.render(out, NONE, page));
  }
}
