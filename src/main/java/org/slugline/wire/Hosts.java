package org.slugline.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slugline.net.Turnstile;
import org.slugline.net.WebAddress;
import org.slugline.store.Database;

/** Whom requests burden. */
final class Hosts {
  private Hosts() {}

  /**
   * Has a round that begins leave alone who was asked a moment ago: rounds of two processes never
   * run side by side, but one may begin when another ends, and to a host it makes no difference
   * whose requests they are.
   */
  static void spareAsked(Database database, Turnstile turnstile, Duration spacing, Instant now) {
    if (spacing.isZero()) {
      return;
    }
    var asked =
        database.read(
            Outlets.class, outlets -> outlets.asked(now.minus(spacing), now.plus(spacing)));
    for (var outlet : asked) {
      of(outlet).forEach(turnstile::spare);
    }
  }

  /**
   * Where it is asked, and who answered last when that was another: the last one bears the load.
   */
  static List<String> of(Outlet outlet) {
    var own = WebAddress.host(outlet.url());
    var answers = WebAddress.host(outlet.memory().validatorsOf());
    return answers.isEmpty() || answers.equals(own) ? List.of(own) : List.of(own, answers);
  }
}
