package org.slugline.search;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slugline.store.Database;
import org.slugline.store.Opening;
import org.slugline.store.StoreSettings;

/**
 * CPU time of the searching thread, the median of some runs of each query, on a data directory that
 * lies there already.
 */
public final class SearchCosts {
  private static final int RUNS = 41;

  private SearchCosts() {}

  /**
   * @param args the data directory, then queries
   */
  public static void main(String[] args) {
    var settings = new StoreSettings(Path.of(args[0]), Duration.ofSeconds(10));
    try (var database = ((Opening.Opened) Database.open(settings)).database()) {
      var search = new Search(database, ZoneOffset.UTC);
      var before = cpu();
      var pieces = search.catchUp();
      System.out.printf("indexed %d pieces in %.1f s%n", pieces, (cpu() - before) / 1e9);
      for (var query : List.of(args).subList(1, args.length)) {
        var hits = 0;
        var times = new long[RUNS];
        var ranked = new long[RUNS];
        for (var run = 0; run < RUNS; run++) {
          var start = cpu();
          hits = search.find(query, Optional.empty(), 30).hits().size();
          times[run] = cpu() - start;
          start = cpu();
          search.best(query, 0, 30);
          ranked[run] = cpu() - start;
        }
        System.out.printf(
            "%-44s %3d hits  newest %6.2f ms  ranked %7.2f ms%n",
            query, hits, median(times), median(ranked));
      }
    }
  }

  private static double median(long[] nanos) {
    var sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2] / 1e6;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
