package org.slugline.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Every date form met in the wild. */
final class FeedDate {
  private static final List<Function<String, Instant>> FORMS =
      List.of(
          text -> OffsetDateTime.parse(text).toInstant(),
          text -> OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant(),
          text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
          text -> java.time.LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());

  private FeedDate() {}

  static Optional<Instant> read(String text) {
    for (var form : FORMS) {
      try {
        return Optional.of(form.apply(text.strip()));
      } catch (DateTimeParseException e) {
        // the next one
      }
    }
    return Optional.empty();
  }
}
