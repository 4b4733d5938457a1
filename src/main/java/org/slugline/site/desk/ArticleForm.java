package org.slugline.site.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slugline.desk.Article;
import org.slugline.desk.Clip;
import org.slugline.desk.Draft;
import org.slugline.desk.MediaTable;

/** An article as the fields of its form. */
final class ArticleForm {
  /** Fields that every article has once. */
  static final List<String> SINGLE =
      List.of(
          "kicker",
          "headline",
          "standfirst",
          "body",
          "section",
          "dateline",
          "tags",
          "published",
          "embargo",
          "language",
          "slug",
          "rights",
          "body_type");

  private final ZoneId zone;
  private final Map<String, String> fields = new LinkedHashMap<>();

  private ArticleForm(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * @param files what it shows, by the names that it uses
   */
  static Typed of(Article article, List<MediaTable.Attached> files, ZoneId zone) {
    return new ArticleForm(zone).filled(draft(article, files)).with("slug", article.slug());
  }

  static Typed of(Draft draft, ZoneId zone) {
    return new ArticleForm(zone).filled(draft);
  }

  /** The stored article as if it were filed again. */
  static Draft draft(Article article, List<MediaTable.Attached> files) {
    return Draft.builder()
        .headline(article.headline())
        .standfirst(article.standfirst())
        .kicker(article.kicker())
        .dateline(article.dateline())
        .rights(article.rights())
        .body(article.body())
        .bodyType(article.bodyType())
        .section(article.section())
        .tags(article.tags())
        .authors(article.authors())
        .language(article.language())
        .published(article.published())
        .embargo(article.embargo())
        .images(article.images())
        .videos(article.videos())
        .audio(article.audio())
        .sources(article.sources())
        .files(
            files.stream()
                .collect(
                    Collectors.toMap(
                        MediaTable.Attached::called,
                        file -> file.asset().name(),
                        (first, _) -> first)))
        .build();
  }

  private Typed filled(Draft draft) {
    put("kicker", draft.kicker());
    put("headline", draft.headline());
    put("standfirst", draft.standfirst());
    put("body", draft.body());
    put("body_type", draft.bodyType());
    put("section", draft.section());
    put("dateline", draft.dateline());
    put("tags", String.join("\n", draft.tags()));
    put("language", draft.language());
    put("slug", draft.slug());
    put("rights", draft.rights());
    put("published", draft.published().map(at -> clock(at, zone)).orElse(""));
    put("embargo", draft.embargo().map(at -> clock(at, zone)).orElse(""));
    for (var i = 0; i < draft.authors().size(); i++) {
      var author = draft.authors().get(i);
      var row = "authors." + i + ".";
      put(row + "name", author.name());
      put(row + "role", author.role());
      put(row + "email", author.email());
      put(row + "url", author.url());
    }
    images(draft);
    clips("videos", "video", draft.videos(), draft.files());
    clips("audio", "audio", draft.audio(), draft.files());
    for (var i = 0; i < draft.sources().size(); i++) {
      put("sources." + i + ".title", draft.sources().get(i).title());
      put("sources." + i + ".url", draft.sources().get(i).url());
    }
    return new Typed(new LinkedHashMap<>(fields));
  }

  private void images(Draft draft) {
    for (var i = 0; i < draft.images().size(); i++) {
      var image = draft.images().get(i);
      var row = "images." + i + ".";
      var asset = draft.files().getOrDefault(image.name(), "");
      put(row + "file.asset", asset);
      put(row + "name", own(image.name(), image.url(), asset, "image-" + (i + 1)));
      put(row + "url", image.url());
      put(row + "alt", image.alt().orElse(""));
      put(row + "decorative", image.alt().filter(String::isEmpty).isPresent() ? "on" : "");
      put(row + "caption", image.caption());
      put(row + "credit", image.credit());
      put(row + "rights", image.rights());
    }
  }

  private void clips(String group, String what, List<Clip> clips, Map<String, String> files) {
    for (var i = 0; i < clips.size(); i++) {
      var clip = clips.get(i);
      var row = group + "." + i + ".";
      var asset = group.equals("audio") ? files.getOrDefault(clip.name(), "") : "";
      put(row + "file.asset", asset);
      put(row + "name", own(clip.name(), clip.url(), asset, what + "-" + (i + 1)));
      put(row + "url", clip.url());
      put(row + "title", clip.title());
      put(row + "caption", clip.caption());
      var still = files.getOrDefault(clip.poster(), "");
      put(row + "still.asset", still);
      put(row + "poster", own(clip.poster(), still));
      put(row + "type", clip.type());
      put(row + "length", clip.length().map(ArticleForm::length).orElse(""));
      put(row + "bytes", clip.bytes().isPresent() ? Long.toString(clip.bytes().getAsLong()) : "");
    }
  }

  /** A name that somebody chose, not one that filing gave. */
  private static String own(String name, String... given) {
    return List.of(given).contains(name) ? "" : name;
  }

  private static String length(Duration length) {
    return length.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  /** As a {@code datetime-local} field has it: no zone, no more digits than are needed. */
  static String clock(Instant at, ZoneId zone) {
    return LocalDateTime.ofInstant(at, zone).toString();
  }

  /**
   * What a clock field means: the moment that is stored while it still says the same, so that an
   * hour that the clocks strike twice is not changed by saving.
   */
  static String moment(String typed, Optional<Instant> stored, ZoneId zone) {
    return stored.filter(at -> clock(at, zone).equals(typed)).map(Instant::toString).orElse(typed);
  }

  private void put(String name, String value) {
    if (!value.isEmpty()) {
      fields.put(name, value);
    }
  }
}
