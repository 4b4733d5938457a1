package org.slugline.site;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Pages as they were printed, the last asked for, each good until anything is committed to the
 * database: a page is a function of its address and of what is stored. Thread-safe.
 */
final class Stock {
  /** In bytes, plain and zipped together. */
  private static final int ROOM = 8 << 20;

  private static final String PRINTED = "sheet";

  private final LongSupplier version;

  /**
   * Letters of an address; what is longer is printed anew, so that no key weighs as a page does.
   */
  private static final int LONGEST = 1_000;

  private final LinkedHashMap<String, Kept> sheets = new LinkedHashMap<>(64, 0.75f, true);
  private final Object lock = new Object();
  private int size;

  private record Kept(long asOf, Sheet sheet) {}

  /**
   * @param version of what is stored; another one whenever something changed
   */
  Stock(LongSupplier version) {
    this.version = version;
  }

  /** Tells which sheet this request printed, so that it can be kept. */
  static void printed(Context ctx, Sheet sheet) {
    ctx.attribute(PRINTED, sheet);
  }

  /**
   * @param printing prints the page of a request by {@link Answers#page}, the same for everyone;
   *     what it answers otherwise is not kept
   */
  Handler keeping(Handler printing, Answers answers) {
    return ctx -> {
      var query = ctx.queryString();
      var address = query == null ? ctx.path() : ctx.path() + "?" + query;
      // looked at before anything is read: what is committed meanwhile is printed again
      var asOf = version.getAsLong();
      var there = find(address, asOf);
      if (there.isPresent()) {
        answers.sheet(ctx, there.get());
        return;
      }
      printing.handle(ctx);
      Optional.<Sheet>ofNullable(ctx.attribute(PRINTED))
          .filter(_ -> address.length() <= LONGEST)
          .ifPresent(sheet -> keep(address, asOf, sheet));
    };
  }

  private Optional<Sheet> find(String address, long asOf) {
    synchronized (lock) {
      return Optional.ofNullable(sheets.get(address))
          .filter(kept -> kept.asOf() == asOf)
          .map(Kept::sheet);
    }
  }

  private void keep(String address, long asOf, Sheet sheet) {
    synchronized (lock) {
      var before = sheets.put(address, new Kept(asOf, sheet));
      size += sheet.size() - (before == null ? 0 : before.sheet().size());
      var oldest = sheets.values().iterator();
      while (size > ROOM) {
        size -= oldest.next().sheet().size();
        oldest.remove();
      }
    }
  }
}
