package org.slugline.desk;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An article as the columns of its row. */
final class ArticleRow {
  private ArticleRow() {}

  static Map<String, @Nullable Object> of(Article article) {
    var row = new HashMap<String, @Nullable Object>();
    row.put("id", article.id());
    row.put("uri", article.uri());
    row.put("slug", article.slug());
    row.put("state", article.state().word());
    row.put("headline", article.headline());
    row.put("standfirst", article.standfirst());
    row.put("kicker", article.kicker());
    row.put("dateline", article.dateline());
    row.put("rights", article.rights());
    row.put("body", article.body());
    row.put("body_type", article.bodyType());
    row.put("html", article.html());
    row.put("text", article.text());
    row.put("section", article.section());
    row.put("section_slug", article.sectionSlug());
    row.put("language", article.language());
    row.put("authors", Lists.ofAuthors(article.authors()).toString());
    row.put("tags", Lists.of(article.tags()).toString());
    row.put("images", Lists.ofPictures(article.images()).toString());
    row.put("videos", Lists.ofClips(article.videos()).toString());
    row.put("audio", Lists.ofClips(article.audio()).toString());
    row.put("sources", Lists.ofSources(article.sources()).toString());
    row.put("published", article.published().orElse(null));
    row.put("embargo", article.embargo().orElse(null));
    row.put("due", article.due().orElse(null));
    row.put("released", article.released().orElse(null));
    row.put("updated", article.updated());
    row.put("version", article.version());
    row.put("note", article.note());
    row.put("digest", article.digest());
    return row;
  }
}
