package org.slugline.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slugline.desk.Article;
import org.slugline.desk.Author;
import org.slugline.desk.Label;
import org.slugline.site.Pages.Change;
import org.slugline.site.Pages.Picture;

/** An article as machines are told of it: schema.org NewsArticle, and OpenGraph. */
record Telling(
    Paper paper,
    Article article,
    Optional<Picture> picture,
    List<Change> changes,
    boolean revised) {
  String json() {
    var says = new LinkedHashMap<String, Object>();
    says.put("@context", "https://schema.org");
    says.put("@type", "NewsArticle");
    says.put("identifier", article.uri());
    says.put("mainEntityOfPage", paper.url(article.path()));
    says.put("url", paper.url(article.path()));
    says.put("headline", article.headline());
    says.put("description", Cards.summary(article));
    says.put("inLanguage", article.language());
    says.put("datePublished", published());
    says.put("dateModified", revised ? paper.times().iso(article.updated()) : published());
    says.put("author", authors());
    says.put("publisher", party("Organization", paper.masthead().title(), paper.url("/")));
    put(says, "articleSection", article.section());
    put(says, "dateline", article.dateline());
    put(says, "copyrightNotice", article.rights());
    if (!article.tags().isEmpty()) {
      says.put("keywords", article.tags());
    }
    picture.ifPresent(shown -> says.put("image", image(shown)));
    if (!changes.isEmpty()) {
      says.put("correction", changes.stream().map(this::correction).toList());
    }
    return paper.json(says);
  }

  List<Frame.Meta> metas() {
    var metas = new ArrayList<Frame.Meta>();
    metas.add(new Frame.Meta("og:type", "article"));
    metas.add(new Frame.Meta("og:site_name", paper.masthead().title()));
    metas.add(new Frame.Meta("og:title", article.headline()));
    metas.add(new Frame.Meta("og:description", Cards.summary(article)));
    metas.add(new Frame.Meta("og:url", paper.url(article.path())));
    locale().ifPresent(locale -> metas.add(new Frame.Meta("og:locale", locale)));
    metas.add(new Frame.Meta("article:published_time", published()));
    if (revised) {
      metas.add(new Frame.Meta("article:modified_time", paper.times().iso(article.updated())));
    }
    if (!article.section().isEmpty()) {
      metas.add(new Frame.Meta("article:section", article.section()));
    }
    article.tags().forEach(tag -> metas.add(new Frame.Meta("article:tag", tag)));
    picture.ifPresent(shown -> {
      metas.add(new Frame.Meta("og:image", shown.src()));
      if (shown.width() > 0 && shown.height() > 0) {
        metas.add(new Frame.Meta("og:image:width", "" + shown.width()));
        metas.add(new Frame.Meta("og:image:height", "" + shown.height()));
      }
      if (!shown.alt().isEmpty()) {
        metas.add(new Frame.Meta("og:image:alt", shown.alt()));
      }
    });
    return metas;
  }

  /** OpenGraph names a language with its country only: none is guessed. */
  private Optional<String> locale() {
    var said = Locale.forLanguageTag(article.language());
    return Optional.of(said.getLanguage() + "_" + said.getCountry())
        .filter(name -> name.matches("[a-z]{2,3}_[A-Z]{2}"));
  }

  private String published() {
    return paper.times().iso(article.published().orElse(article.updated()));
  }

  private List<Map<String, Object>> authors() {
    return article.authors().isEmpty()
        ? List.of(party("Organization", paper.masthead().editor(), paper.url("/")))
        : article.authors().stream()
            .map(author -> party("Person", author.name(), page(author)))
            .toList();
  }

  /** Where more stands of him: his own pages, else what we have by him. */
  private String page(Author author) {
    return author.url().isBlank()
        ? paper.url("/authors/" + Label.slugOf(author.name()))
        : author.url();
  }

  private static Map<String, Object> party(String type, String name, String url) {
    var says = new LinkedHashMap<String, Object>();
    says.put("@type", type);
    says.put("name", name);
    put(says, "url", url);
    return says;
  }

  private static Map<String, Object> image(Picture picture) {
    var says = new LinkedHashMap<String, Object>();
    says.put("@type", "ImageObject");
    says.put("url", picture.src());
    if (picture.width() > 0 && picture.height() > 0) {
      says.put("width", picture.width());
      says.put("height", picture.height());
    }
    put(says, "caption", picture.caption());
    put(says, "creditText", picture.credit());
    return says;
  }

  private Map<String, Object> correction(Change change) {
    var says = new LinkedHashMap<String, Object>();
    says.put("@type", "CorrectionComment");
    says.put("text", change.note());
    says.put("datePublished", paper.times().iso(change.at()));
    return says;
  }

  private static void put(Map<String, Object> says, String name, String value) {
    if (!value.isEmpty()) {
      says.put(name, value);
    }
  }
}
