package org.slugline.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.slugline.text.SafeHtml;

/** An article and the columns of its row, where the lists are JSON. */
public final class ArticleRow implements RowMapper<Article> {
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

  @Override
  public Article map(ResultSet row, StatementContext context) throws SQLException {
    var html = context.findColumnMapperFor(SafeHtml.class).orElseThrow();
    return new Article(
        row.getLong("id"),
        row.getString("uri"),
        row.getString("slug"),
        row.getString("headline"),
        row.getString("standfirst"),
        row.getString("kicker"),
        row.getString("dateline"),
        row.getString("rights"),
        row.getString("body"),
        row.getString("body_type"),
        html.map(row, "html", context),
        row.getString("text"),
        row.getString("section"),
        row.getString("section_slug"),
        row.getString("language"),
        Lists.authors(row.getString("authors")),
        Lists.words(row.getString("tags")),
        Lists.pictures(row.getString("images")),
        Lists.clips(row.getString("videos")),
        Lists.clips(row.getString("audio")),
        Lists.sources(row.getString("sources")),
        maybe(row, "embargo"),
        life(row),
        row.getString("digest"));
  }

  private static Life life(ResultSet row) throws SQLException {
    return new Life(
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        maybe(row, "published"),
        maybe(row, "due"),
        maybe(row, "released"),
        Instant.ofEpochMilli(row.getLong("updated")),
        row.getInt("version"),
        row.getString("note"));
  }

  private static Optional<Instant> maybe(ResultSet row, String column) throws SQLException {
    var millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
