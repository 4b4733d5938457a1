package org.slugline.site.desk;

import java.util.List;
import java.util.function.Supplier;
import org.slugline.access.Scope;
import org.slugline.access.Sessions;
import org.slugline.desk.FileOutcome;
import org.slugline.edition.Galley;
import org.slugline.site.Newsroom;
import org.slugline.site.Paper;
import org.slugline.site.Paths;
import org.slugline.site.Proof;
import org.slugline.site.SiteSettings;
import org.slugline.site.Wing;
import org.slugline.wire.Doctor;

/** The desk as a wing of the site: every address under {@code /desk}. */
public final class NewsDesk implements Wing {
  private final SiteSettings settings;
  private final Newsroom newsroom;
  private final Galley galley;
  private final Supplier<List<FileOutcome>> refused;

  /**
   * @param galley prints an article's item as our feeds would
   * @param refused files of the watched folder that could not be published at the last look
   */
  public NewsDesk(
      SiteSettings settings,
      Newsroom newsroom,
      Galley galley,
      Supplier<List<FileOutcome>> refused) {
    this.settings = settings;
    this.newsroom = newsroom;
    this.galley = galley;
    this.refused = refused;
  }

  @Override
  public void addTo(Paths paths, Paper paper) {
    var database = newsroom.database();
    var desk = newsroom.desk();
    var clock = newsroom.clock();
    var tokens = newsroom.tokens();
    var sessions = new Sessions(database, tokens, clock);
    var intake = new Intake(paper, desk.media(), clock, settings.maxBody(), settings.maxMedia());
    var reception = new Reception(paper, paths, sessions, intake);
    new SignInRoutes(
            paper, sessions, intake, new Attempts(clock), settings.trustedProxies(), reception)
        .addTo(paths);
    var doctor = new Doctor(database, clock);
    new HomeRoutes(database, doctor, refused).addTo(reception);
    var shelf = new Shelf(database);
    var proof = new Proof(paper, database, newsroom.settings());
    var page = new EditPage(paper, database, clock);
    var preview = new PreviewPage(paper, desk, proof, galley, page, clock);
    new EditRoutes(desk, shelf, clock, page, preview).addTo(reception);
    new WithdrawRoutes(desk, database, shelf, proof, clock).addTo(reception);
    new LibraryRoutes(database, desk.media()).addTo(reception);
    new AddOutletRoutes(newsroom.finder(), newsroom.subscriptions()).addTo(reception);
    new OutletRoutes(database, doctor, newsroom.subscriptions()).addTo(reception);
    new TokenRoutes(tokens, database).addTo(reception);
    reception.get("/desk/stories", List.of(Scope.CURATE), NewsDesk::stories);
  }

  /** Steering stories by hand has its place here. */
  private static void stories(Visit visit) {
    var board = visit.board(visit.say("desk.nav.stories"), "/desk/stories");
    visit.page(
        200,
        Print.page(
            new Views.Plain(board, visit.say("desk.nav.stories"), visit.say("desk.stories.text"))));
  }
}
