package org.slugline.site;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slugline.edition.Piece;
import org.slugline.site.Pages.Copies;
import org.slugline.site.Pages.Day;
import org.slugline.site.Pages.Report;
import org.slugline.site.Pages.Words;
import org.slugline.story.StoryPiece;
import org.slugline.text.Excerpt;

/** Stored pieces as lists show them. */
record Reports(Paper paper) {
  /** Others' words that we show, at most, in characters. */
  /** Bytes: fifty reports are a light page, whatever letters they are written in. */
  private static final int SUMMARY = 200;

  Report of(Piece piece) {
    var shown = piece.storyOutlets() > 1;
    return new Report(
        outlet(piece),
        piece.outlet().map(id -> "/outlets/" + id).orElse(""),
        new Words(title(piece.title(), piece.link()), piece.language()),
        piece.link(),
        piece.published(),
        piece.isOurs(),
        summary(piece.summary(), piece.language()),
        "",
        "",
        shown ? "/stories/" + piece.story() : "",
        shown ? piece.storyOutlets() : 0,
        Copies.NONE);
  }

  /** Headline, outlet and time alone. */
  Report plain(Piece piece) {
    var full = of(piece);
    return new Report(
        full.outlet(),
        full.outletPath(),
        full.headline(),
        full.href(),
        full.at(),
        full.ours(),
        "",
        "",
        "",
        "",
        0,
        Copies.NONE);
  }

  /**
   * @param headline as it was at the time that is told of
   */
  Report of(StoryPiece piece, String headline, String before, String why, Copies copies) {
    return new Report(
        outlet(piece),
        piece.outlet() == 0 ? "" : "/outlets/" + piece.outlet(),
        new Words(title(headline, piece.link()), piece.language()),
        piece.link(),
        piece.seen(),
        piece.outlet() == 0,
        summary(piece.summary(), piece.language()),
        before,
        why,
        "",
        0,
        copies);
  }

  String outlet(Piece piece) {
    return piece.isOurs() ? paper.masthead().title() : piece.outletTitle();
  }

  String outlet(StoryPiece piece) {
    if (piece.outlet() == 0) {
      return paper.masthead().title();
    }
    return piece.outletTitle().isEmpty()
        ? paper.say("report.outlet", Long.toString(piece.outlet()))
        : piece.outletTitle();
  }

  /** Under a heading for each day, in the order given. */
  List<Day> byDay(List<Report> reports) {
    var days = new ArrayList<Day>();
    var of = new ArrayList<LocalDate>();
    for (var report : reports) {
      var date = paper.times().date(report.at());
      if (of.isEmpty() || !of.getLast().equals(date)) {
        of.add(date);
        days.add(new Day(paper.times().longDay(report.at()), new ArrayList<>()));
      }
      days.getLast().reports().add(report);
    }
    return days;
  }

  private static String title(String title, String link) {
    return title.isBlank() ? link : title;
  }

  private static String summary(String text, String language) {
    var length = Math.min(text.length(), SUMMARY);
    var bytes = text.substring(0, length).getBytes(StandardCharsets.UTF_8).length;
    var limit = Math.max(1, SUMMARY * length / Math.max(1, bytes));
    return Excerpt.of(text, limit, Locale.forLanguageTag(language));
  }
}
