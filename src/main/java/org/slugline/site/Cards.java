package org.slugline.site;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slugline.desk.Article;
import org.slugline.desk.Articles;
import org.slugline.desk.Correction;
import org.slugline.desk.MediaTable;
import org.slugline.edition.Piece;
import org.slugline.edition.Pieces;
import org.slugline.site.Pages.Card;
import org.slugline.site.Pages.Group;
import org.slugline.site.Pages.Picture;
import org.slugline.site.Pages.Words;
import org.slugline.text.Excerpt;

/** Our articles as lists show them. */
record Cards(Paper paper) {
  private static final int SUMMARY = 220;

  /**
   * @param pictured how many of the first may show a picture
   */
  List<Card> of(Handle handle, List<Article> articles, int pictured) {
    var pieces =
        handle.attach(Pieces.class).named(articles.stream().map(Article::piece).toList()).stream()
            .collect(Collectors.toMap(Piece::piece, Function.identity()));
    Map<Long, Correction> marks = new LinkedHashMap<>();
    handle
        .attach(Articles.class)
        .correctionsAmong(articles.stream().map(Article::id).toList().toString())
        .forEach(correction -> marks.putIfAbsent(correction.article(), correction));
    var cards = new ArrayList<Card>();
    for (var article : articles) {
      var picture = cards.size() < pictured ? picture(handle, article) : Optional.<Picture>empty();
      cards.add(card(article, picture, Optional.ofNullable(pieces.get(article.piece())), marks));
    }
    return cards;
  }

  /** Under a heading for each month, in the order given. */
  List<Group> byMonth(List<Card> cards) {
    Map<YearMonth, List<Card>> months = new LinkedHashMap<>();
    for (var card : cards) {
      var month = YearMonth.from(paper.times().date(card.published()));
      months.computeIfAbsent(month, _ -> new ArrayList<>()).add(card);
    }
    return months.entrySet().stream()
        .map(month ->
            new Group(paper.times().month(month.getKey()), "m" + month.getKey(), month.getValue()))
        .toList();
  }

  private Card card(
      Article article,
      Optional<Picture> picture,
      Optional<Piece> piece,
      Map<Long, Correction> marks) {
    var kind = Optional.ofNullable(marks.get(article.id())).map(Correction::kind);
    var shown = piece.filter(stored -> stored.storyOutlets() > 1);
    return new Card(
        article.path(),
        article.kicker().isEmpty() ? article.section() : article.kicker(),
        new Words(article.headline(), article.language()),
        summary(article),
        article.published().orElse(article.updated()),
        picture,
        kind.map(known -> "mark." + known.word()).orElse(""),
        shown.map(Piece::storyOutlets).orElse(0),
        shown.map(stored -> "/stories/" + stored.story()).orElse(""));
  }

  static String summary(Article article) {
    return article.standfirst().isEmpty()
        ? Excerpt.of(article.prose(), SUMMARY, Locale.forLanguageTag(article.language()))
        : article.standfirst();
  }

  /** The first picture that lies with us; others' hosts are asked by the article's own page. */
  Optional<Picture> picture(Handle handle, Article article) {
    if (article.images().isEmpty()) {
      return Optional.empty();
    }
    var assets =
        handle.attach(MediaTable.class).of(article.id()).stream()
            .collect(
                Collectors.toMap(
                    MediaTable.Attached::called, MediaTable.Attached::asset, (first, _) -> first));
    for (var image : article.images()) {
      var asset = assets.get(image.name());
      if (asset != null) {
        return Optional.of(
            new Picture(
                paper.url(asset.path()),
                image.alt().orElse(""),
                asset.width().orElse(0),
                asset.height().orElse(0),
                image.caption(),
                image.credit()));
      }
    }
    return Optional.empty();
  }
}
