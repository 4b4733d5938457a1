package org.slugline.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A draft printed ahead, beside the writing thread; it counts only where the sitting would print
 * the very same.
 */
record Proof(Proof.Plate plate, Printing.Printed printed) {

  /** All that decides how it prints, but for the address of the site. */
  record Plate(Draft draft, Map<String, Asset> files) {}

  static Proof of(Draft filed, Map<String, Asset> files, DeskSettings settings) {
    var draft = Copy.filled(filed, files, settings);
    var printed = Printing.print(draft, files, settings.base().toString());
    return new Proof(new Plate(draft, Map.copyOf(files)), printed);
  }

  /** The proofs of one sitting. */
  static final class Pile {
    private final Map<Plate, Printing.Printed> proofs = new HashMap<>();

    Pile(List<Proof> proofs) {
      proofs.forEach(proof -> this.proofs.put(proof.plate(), proof.printed()));
    }

    Printing.Printed print(Draft draft, Map<String, Asset> files, DeskSettings settings) {
      return Optional.ofNullable(proofs.get(new Plate(draft, files)))
          .orElseGet(() -> Printing.print(draft, files, settings.base().toString()));
    }
  }
}
