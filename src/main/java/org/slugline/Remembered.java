package org.slugline;

import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** An answer of the database, asked for again only when somebody has written since. One thread. */
final class Remembered<T> {
  private final LongSupplier version;
  private final Supplier<T> question;
  private Optional<T> answer = Optional.empty();
  private long answeredAt;

  /**
   * @param version changes with every commit of anybody
   */
  Remembered(LongSupplier version, Supplier<T> question) {
    this.version = version;
    this.question = question;
  }

  T value() {
    var now = version.getAsLong(); // before the question: what is written meanwhile is asked again
    if (answer.isEmpty() || now != answeredAt) {
      answer = Optional.of(question.get());
      answeredAt = now;
    }
    return answer.get();
  }

  /** Asks anew next time. */
  void forget() {
    answer = Optional.empty();
  }
}
