package org.slugline.site;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slugline.text.Excerpt;
import org.slugline.text.SafeHtml;

/** One record for each template: all that a page says, ready to be said. */
final class Pages {
  private Pages() {}

  /**
   * @param href a path of ours, or another's whole address
   */
  record Link(String href, String text) {}

  /** Words of somebody, in their language. */
  record Words(String text, String lang) {
    /** What a headline may have before it is set smaller. */
    private static final int LONG = 110;

    private static final int GIST = 40;

    String dir() {
      return Direction.of(lang);
    }

    boolean isLong() {
      return text.length() > LONG;
    }

    /** Enough of it to tell one link from another. */
    String gist() {
      return Excerpt.of(text, GIST, Locale.forLanguageTag(lang));
    }
  }

  /**
   * @param width in pixels; 0 where unknown
   */
  record Picture(String src, String alt, int width, int height, String caption, String credit) {}

  /**
   * One of our articles in a list.
   *
   * @param mark message key of what happened to it since; "" nothing
   * @param outlets how many cover its story, ours included; 0 where it has none
   * @param story path of its story
   */
  record Card(
      String href,
      String kicker,
      Words headline,
      String standfirst,
      Instant published,
      Optional<Picture> picture,
      String mark,
      int outlets,
      String story) {}

  /**
   * A story in a list.
   *
   * @param by whose headline it is
   * @param growth pieces in each of some equal spans from first to last
   */
  record Moving(
      String href,
      Words headline,
      String by,
      int outlets,
      int independent,
      int pieces,
      Instant first,
      Instant last,
      Optional<Link> ours,
      List<Integer> growth) {}

  /**
   * One piece of coverage, ours or another's.
   *
   * @param outletPath of the outlet's page here
   * @param summary at most some 300 characters
   * @param before an earlier wording of the headline; "" none
   * @param why in words, as the engine kept it; "" not said here
   * @param story path of its story; "" none
   * @param storyOutlets how many outlets that has
   */
  record Report(
      String outlet,
      String outletPath,
      Words headline,
      String href,
      Instant at,
      boolean ours,
      String summary,
      String before,
      String why,
      String story,
      int storyOutlets,
      Copies copies) {}

  /**
   * Pieces that carry the same agency copy as another.
   *
   * @param outlets how many others carry it; 0 where one has sent it out again
   * @param more pieces than are shown
   */
  record Copies(int outlets, List<Report> shown, int more) {
    static final Copies NONE = new Copies(0, List.of(), 0);
  }

  record Day(String label, List<Report> reports) {}

  record Front(
      Frame frame,
      Optional<Card> lead,
      List<Card> seconds,
      List<Card> briefs,
      List<Moving> stories,
      List<Link> sections) {}

  /**
   * @param command to type; "" none
   */
  record Step(String title, String text, String command, boolean done) {}

  record Welcome(Frame frame, List<Step> steps) {}

  record Group(String label, String anchor, List<Card> cards) {}

  /**
   * @param kicker over the heading; "" none
   * @param index jumps within the list, or to other months
   */
  record Listing(
      Frame frame, String kicker, String heading, List<Group> groups, List<Link> index) {}

  record Writer(String name, String path, String role, String mail) {}

  record Change(String kind, String note, Instant at) {}

  /**
   * @param reports members of the same story
   * @param background what resembles the article and stands in no story with it
   * @param independent reports without agency copies
   */
  record Others(
      String story,
      List<Report> reports,
      List<Report> background,
      int outlets,
      int independent,
      int pieces) {}

  record Article(
      Frame frame,
      String kicker,
      Optional<Link> section,
      Words headline,
      String standfirst,
      List<Writer> writers,
      String dateline,
      Instant published,
      Optional<Instant> updated,
      List<Change> changes,
      SafeHtml body,
      List<Link> sources,
      List<Link> tags,
      String rights,
      int version,
      String history,
      Optional<Others> others) {}

  /**
   * @param kind {@code same}, {@code added} or {@code removed}
   */
  record Span(String kind, String text) {}

  record Version(
      int number,
      Instant at,
      String kind,
      String note,
      List<Span> headline,
      List<Span> standfirst,
      List<List<Span>> paragraphs) {}

  record History(Frame frame, Words headline, String article, List<Version> versions) {}

  /**
   * @param words with {@code shared} those that nearly all use, {@code own} those only one uses
   */
  record Compared(
      String outlet, String outletPath, String href, String lang, Instant at, List<Span> words) {
    String dir() {
      return Direction.of(lang);
    }
  }

  /**
   * @param first when we first saw it there
   * @param claimed when the outlet says that it published
   * @param certainty how sure its place in the order is, in words; "" certain
   */
  record Appearance(
      int order,
      String outlet,
      String outletPath,
      Instant first,
      Instant claimed,
      int pieces,
      String certainty,
      boolean edited) {}

  record Story(
      Frame frame,
      Moving story,
      int languages,
      List<Day> timeline,
      List<Compared> compared,
      List<Appearance> outlets,
      int furtherOutlets,
      List<Report> why,
      String asOf) {}

  record Stories(Frame frame, List<Moving> stories) {}

  record Wire(Frame frame, List<Day> days) {}

  /**
   * @param status as contract/database.md names it
   */
  record OutletRow(
      String name,
      String path,
      String site,
      String status,
      String health,
      Optional<Instant> newest,
      List<String> labels) {}

  record Outlets(Frame frame, List<OutletRow> outlets) {}

  record Fact(String name, String value) {}

  /**
   * When an outlet publishes.
   *
   * @param hours how many of its newest pieces came in each hour of the day
   */
  record Pace(List<Integer> hours, String label, String text) {}

  record Outlet(
      Frame frame,
      OutletRow outlet,
      String description,
      String feed,
      Optional<Pace> pace,
      List<Fact> facts,
      List<Day> days) {}

  /**
   * @param path of the feed without suffix
   */
  record Offer(String title, String about, String page, String path) {}

  record Feeds(Frame frame, List<Offer> offers) {}

  record Twin(Frame frame, Offer offer) {}

  record Corrected(Words headline, String href, Change change) {}

  record Corrections(Frame frame, List<Corrected> corrections) {}

  /**
   * @param excerpt with {@code hit} spans
   */
  record Found(Report report, List<Span> title, List<Span> excerpt) {}

  /**
   * @param best whether the most telling come first, not the newest
   * @param mistakes in the query, explained
   */
  record Search(
      Frame frame, String query, boolean best, List<String> mistakes, List<Found> found) {}

  record Crawler(Frame frame, String agent, List<Fact> manners, String contact) {}

  /** Columns of twenty units at most as one path: a list of fifty stories draws 600 of them. */
  static String bars(List<Integer> counts, int width) {
    var tallest = Math.max(1, counts.stream().mapToInt(count -> count).max().orElse(1));
    var path = new StringBuilder();
    for (var i = 0; i < counts.size(); i++) {
      var height = counts.get(i) == 0 ? 1 : 2 + 18 * counts.get(i) / tallest;
      path.append('M').append(i * (width + 1)).append(' ').append(20 - height);
      path.append('h')
          .append(width)
          .append('v')
          .append(height)
          .append("h-")
          .append(width)
          .append('z');
    }
    return path.toString();
  }
}
