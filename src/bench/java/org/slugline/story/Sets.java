package org.slugline.story;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The shared sets through the shipped engine: {@code Sets dev|unseen|all [DIRECTORY]}. Prints
 * B-cubed precision, recall and F1, and P@5 of the related lists.
 */
public final class Sets {
  private static final List<String> NAMES =
      List.of("uci_titles", "ecb_nearmiss", "allsides_real", "allsides_dense");

  private Sets() {}

  public static void main(String[] args) throws IOException {
    var half = Recorded.Half.valueOf(args[0].toUpperCase(Locale.ROOT));
    for (var set : sets(Path.of(args.length > 1 ? args[1] : "../shared/stories"))) {
      var rehearsal = new Rehearsal(Grouping.DEFAULT);
      set.pieces().forEach(piece -> rehearsal.keep(rehearsal.place(piece)));
      var score = set.clusters(rehearsal.clusters(), half);
      System.out.printf(
          Locale.ROOT,
          "%-22s P %.3f R %.3f F %.3f  P@5 %.3f%n",
          set.name(),
          score[0],
          score[1],
          score[2],
          set.precisionAtFive(rehearsal, half));
    }
  }

  static List<Recorded> sets(Path directory) throws IOException {
    var sets = new ArrayList<Recorded>();
    for (var name : NAMES) {
      sets.add(Recorded.read(directory.resolve(name + ".jsonl.gz"), false));
    }
    sets.add(Recorded.read(directory.resolve("allsides_real.jsonl.gz"), true));
    var made = Path.of("src/bench/resources/org/slugline/story");
    sets.add(NearMisses.make(made.resolve("near-misses.txt"), 1));
    sets.add(NearMisses.make(made.resolve("look-alikes.txt"), 1));
    return sets;
  }
}
