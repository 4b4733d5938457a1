package org.slugline.site;

import java.time.Instant;
import java.util.Optional;
import org.slugline.desk.Articles;

/** A place in a list by time and number, as {@code 1646324700000-7}. */
record Moment(Instant at, long number) {
  /** Where a list begins. */
  static final Moment START = new Moment(Articles.END, Long.MAX_VALUE);

  static Optional<Moment> of(String text) {
    if (!text.matches("-?\\d{1,15}-\\d{1,18}")) {
      return Optional.empty();
    }
    var cut = text.lastIndexOf('-');
    return Optional.of(
        new Moment(
            Instant.ofEpochMilli(Long.parseLong(text.substring(0, cut))),
            Long.parseLong(text.substring(cut + 1))));
  }

  String text() {
    return at.toEpochMilli() + "-" + number;
  }
}
