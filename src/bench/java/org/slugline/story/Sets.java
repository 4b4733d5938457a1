package org.slugline.story;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The shared sets through the shipped engine: {@code Sets dev|unseen|all [DIRECTORY]}. Prints
 * B-cubed precision, recall and F1, and P@5 of the related lists.
 */
public final class Sets {
  private static final List<String> NAMES =
      List.of("uci_titles", "ecb_nearmiss", "allsides_real", "allsides_dense");

  /** The times of the near-misses are random: one order says little. */
  private static final int ORDERS = 8;

  private Sets() {}

  public static void main(String[] args) throws IOException {
    var half = Recorded.Half.valueOf(args[0].toUpperCase(Locale.ROOT));
    for (var set : sets(Path.of(args.length > 1 ? args[1] : "../shared/stories"))) {
      print(set.name(), List.of(set), half);
      if (set.name().equals("ecb_nearmiss")) {
        var orders = LongStream.range(1, ORDERS).mapToObj(set::shuffled);
        print("... in eight orders", Stream.concat(Stream.of(set), orders).toList(), half);
      }
    }
  }

  /** The mean over sets. */
  private static void print(String name, List<Recorded> sets, Recorded.Half half) {
    var mean = new double[4];
    for (var set : sets) {
      var rehearsal = new Rehearsal(Grouping.DEFAULT);
      set.pieces().forEach(piece -> rehearsal.keep(rehearsal.place(piece)));
      var score = set.clusters(rehearsal.clusters(), half);
      for (var i = 0; i < 3; i++) {
        mean[i] += score[i] / sets.size();
      }
      mean[3] += set.precisionAtFive(rehearsal, half) / sets.size();
    }
    System.out.printf(
        Locale.ROOT,
        "%-22s P %.3f R %.3f F %.3f  P@5 %.3f%n",
        name,
        mean[0],
        mean[1],
        mean[2],
        mean[3]);
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
    sets.add(NearMisses.make(made.resolve("languages.txt"), 1));
    return sets;
  }
}
