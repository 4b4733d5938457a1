package org.slugline.store;

import java.sql.Types;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.slugline.text.SafeHtml;

/** Our types in columns: instants as milliseconds since 1970 UTC, safe HTML as text. */
final class Columns {
  private Columns() {}

  static void register(Jdbi jdbi) {
    jdbi.registerArgument(new InstantArgument());
    jdbi.registerArgument(new SafeHtmlArgument());
    ColumnMapper<Instant> instant =
        (row, column, ctx) -> {
          var millis = row.getLong(column);
          return row.wasNull() ? null : Instant.ofEpochMilli(millis);
        };
    jdbi.registerColumnMapper(Instant.class, instant);
    ColumnMapper<SafeHtml> safeHtml =
        (row, column, ctx) -> {
          var markup = row.getString(column);
          return markup == null ? null : SafeHtml.trusted(markup);
        };
    jdbi.registerColumnMapper(SafeHtml.class, safeHtml);
    jdbi.registerRowMapper(ConstructorMapper.factory(Revision.class));
  }

  private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
    InstantArgument() {
      super(Types.BIGINT);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return (position, statement, ctx) -> statement.setLong(position, value.toEpochMilli());
    }
  }

  private static final class SafeHtmlArgument extends AbstractArgumentFactory<SafeHtml> {
    SafeHtmlArgument() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(SafeHtml value, ConfigRegistry config) {
      return (position, statement, ctx) -> statement.setString(position, value.markup());
    }
  }
}
