package org.slugline.site.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slugline.access.AuditTable;
import org.slugline.access.Scope;
import org.slugline.access.Token;
import org.slugline.desk.Article;
import org.slugline.desk.Asset;
import org.slugline.desk.FileOutcome;
import org.slugline.desk.State;
import org.slugline.desk.Version;
import org.slugline.site.Frame;
import org.slugline.wire.Finding;
import org.slugline.wire.Outlet;
import org.slugline.wire.Poll;

/** One record for each template of the desk. */
final class Views {
  private Views() {}

  /**
   * @param carried fields of a form that waits for the signing in
   * @param filesLost whether files of it have to be chosen again
   * @param flaw {@code ""} none
   */
  record SignIn(
      Frame frame,
      String to,
      String guard,
      Map<String, String> carried,
      boolean filesLost,
      String flaw) {}

  /** Articles that stand alike. */
  record Pile(String key, List<Article> articles) {}

  /**
   * @param refused files that the watched folder could not be published with
   */
  record Home(Board board, List<Finding> ill, List<FileOutcome> refused, List<Pile> piles) {
    boolean isQuiet() {
      return ill.isEmpty() && refused.isEmpty();
    }
  }

  /**
   * @param state empty for all
   * @param next cursor of the older ones; {@code ""} none
   */
  record Articles(Board board, Optional<State> state, List<Article> articles, String next) {}

  /**
   * A repeated part of the form.
   *
   * @param rows shown, the empty ones included
   */
  record Part(Group group, int rows, int filled, boolean open) {}

  /**
   * @param article that is edited; empty for a new one
   * @param sections that there are
   * @param now in the newsroom's zone
   */
  record Edit(
      Board board,
      Filled form,
      Optional<Article> article,
      List<Part> parts,
      List<Differences.Difference> differences,
      List<String> sections,
      String now) {
    Edit {
      form = form.in(board);
    }

    /** Whether readers have seen it. */
    boolean isSeen() {
      return article.filter(one -> one.released().isPresent()).isPresent();
    }

    boolean isIn(State state) {
      return article.filter(one -> one.state() == state).isPresent();
    }

    String action() {
      return article.map(one -> "/desk/articles/" + one.id()).orElse("/desk/articles/new");
    }

    boolean changesReleased() {
      return isIn(State.RELEASED);
    }
  }

  /**
   * @param doubts what may not be meant, but stops nothing
   * @param printed the article as it would be
   * @param page markup that our own templates made
   * @param item XML
   */
  record Preview(
      Board board,
      Filled form,
      List<String> doubts,
      Optional<Article> article,
      Article printed,
      String page,
      String item) {
    Preview {
      form = form.in(board);
      doubts = doubts.stream().map(board::said).toList();
    }

    String action() {
      return article.map(one -> "/desk/articles/" + one.id()).orElse("/desk/articles/new");
    }

    boolean isSeen() {
      return article.filter(one -> one.released().isPresent()).isPresent();
    }
  }

  record Withdraw(Board board, Article article, Filled form) {
    Withdraw {
      form = form.in(board);
    }
  }

  /**
   * @param changes markup that our own templates made
   */
  record Versions(Board board, Article article, List<Version> versions, String changes) {}

  /**
   * @param taken names of what was just taken in
   */
  record Library(Board board, Filled form, List<Asset> assets, List<String> taken, String next) {
    Library {
      form = form.in(board);
    }
  }

  record Outlets(Board board, List<Finding> findings) {}

  /**
   * A feed that was found.
   *
   * @param headlines the first of it
   */
  record Candidate(String url, String title, int entries, List<String> headlines) {}

  record AddOutlet(Board board, Filled form, List<Candidate> candidates) {
    AddOutlet {
      form = form.in(board);
    }
  }

  record OneOutlet(Board board, Finding finding, Filled form, List<Poll> polls, int items) {
    OneOutlet {
      form = form.in(board);
    }

    Outlet outlet() {
      return finding.outlet();
    }
  }

  record RemoveOutlet(Board board, Outlet outlet, int items) {}

  /**
   * @param secret of the token just made; {@code ""} none
   */
  record Tokens(
      Board board,
      Filled form,
      List<Token> tokens,
      String made,
      String secret,
      List<Scope> scopes) {
    Tokens {
      form = form.in(board);
    }
  }

  record Audit(Board board, List<AuditTable.Act> acts, String next) {}

  record Plain(Board board, String heading, String text) {}
}
