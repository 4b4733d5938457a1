package org.slugline.store;

import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * What SQLite counts in tables, to choose its ways through them by. A process plans by what was
 * counted before it began: a table of thirty rows is read through, which costs a search 40 ms once
 * there are 200,000. So small tables are not counted, and are taken for large ones.
 */
final class Statistics {
  /** A table of fewer rows is small. */
  private static final int SMALL = 1_000;

  /** Rows of an index that are looked at, so that a large table costs no more than a small one. */
  private static final int LOOKED_AT = 1_000;

  private static final Pattern TABLE = Pattern.compile("ANALYZE \"main\"\\.\"(\\w+)\"");

  private final Handle writer;

  /**
   * @param writer the one connection that writes
   */
  Statistics(Handle writer) {
    this.writer = writer;
  }

  /** Counts what SQLite would count anew, and lets go of what was counted of small tables. */
  void renew() {
    writer.execute("PRAGMA analysis_limit = " + LOOKED_AT);
    // with -1 it names what it would do, and does nothing
    for (var advice : writer.createQuery("PRAGMA optimize(-1)").mapTo(String.class).list()) {
      var table = TABLE.matcher(advice);
      if (table.find() && isLarge(table.group(1))) {
        writer.execute("ANALYZE main." + table.group(1));
      }
    }
    if (counted()) {
      writer.execute("DELETE FROM sqlite_stat1 WHERE CAST(stat AS INTEGER) < " + SMALL);
    }
  }

  private boolean isLarge(String table) {
    return !writer
        .createQuery("SELECT 1 FROM " + table + " LIMIT 1 OFFSET " + (SMALL - 1))
        .mapTo(Integer.class)
        .list()
        .isEmpty();
  }

  private boolean counted() {
    return !writer
        .createQuery("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'")
        .mapTo(Integer.class)
        .list()
        .isEmpty();
  }
}
