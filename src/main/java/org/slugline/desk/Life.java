package org.slugline.desk;

import java.time.Instant;
import java.util.Optional;

/**
 * What time makes of an article.
 *
 * @param published never moves once released
 * @param due when a scheduled piece is to be released
 * @param released when it was released first
 * @param updated when its words last changed
 * @param version from 1
 * @param note of its withdrawal
 */
public record Life(
    State state,
    Optional<Instant> published,
    Optional<Instant> due,
    Optional<Instant> released,
    Instant updated,
    int version,
    String note) {

  Life updated(Instant moment) {
    return new Life(state, published, due, released, moment, version, note);
  }

  /**
   * @param appeared when readers could have seen it first
   */
  Life release(Instant appeared, Instant now) {
    return new Life(
        State.RELEASED,
        Optional.of(published.orElse(now)),
        Optional.empty(),
        Optional.of(released.orElse(now)),
        appeared,
        version + 1,
        "");
  }

  Life withdraw(String why) {
    return new Life(
        State.WITHDRAWN, published, Optional.empty(), released, updated, version + 1, why);
  }
}
