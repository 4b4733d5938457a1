package org.slugline.feed;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Numbers that may be anything else. */
final class Numbers {
  private Numbers() {}

  /** Bytes; 0 and nonsense are unknown. */
  static OptionalLong length(String text) {
    var digits = text.strip();
    if (digits.isEmpty() || digits.length() > 18) {
      return OptionalLong.empty();
    }
    var value = 0L;
    for (var i = 0; i < digits.length(); i++) {
      var c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return OptionalLong.empty();
      }
      value = value * 10 + (c - '0');
    }
    return OptionalLong.of(value);
  }

  static OptionalInt pixels(String text) {
    var number = length(text.strip().replace("px", ""));
    return number.isPresent() && number.getAsLong() <= 1_000_000
        ? OptionalInt.of((int) number.getAsLong())
        : OptionalInt.empty();
  }

  static Optional<Integer> whole(String text) {
    var number = length(text);
    return number.isPresent() && number.getAsLong() <= Integer.MAX_VALUE
        ? Optional.of((int) number.getAsLong())
        : Optional.empty();
  }

  /** Seconds, perhaps with a fraction, or [hours:]minutes:seconds. */
  static Optional<Duration> duration(String text) {
    var parts = text.strip().split(":");
    if (text.isBlank() || parts.length > 3) {
      return Optional.empty();
    }
    var seconds = 0L;
    for (var i = 0; i < parts.length; i++) {
      var part = parts[i].strip();
      var dot = part.indexOf('.');
      var number = length(dot > 0 && i == parts.length - 1 ? part.substring(0, dot) : part);
      if (number.isEmpty() || number.getAsLong() > 100_000_000L) {
        return Optional.empty();
      }
      seconds = seconds * 60 + number.getAsLong();
    }
    return Optional.of(Duration.ofSeconds(seconds));
  }
}
