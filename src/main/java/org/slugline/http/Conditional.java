package org.slugline.http;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The preconditions of a request, RFC 9110 §13.1. Dates that could not be read are empty: §13.1.3
 * wants them ignored.
 */
public record Conditional(
    Optional<String> ifMatch,
    Optional<String> ifNoneMatch,
    Optional<Instant> ifModifiedSince,
    Optional<Instant> ifUnmodifiedSince) {
  /** A request without conditions. */
  public static final Conditional NONE =
      new Conditional(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** What the conditions say about a request. */
  public enum Verdict {
    /** Answer as if there were none. */
    PROCEED,
    /** 304: the client has it. */
    NOT_MODIFIED,
    /** 412: the client means another state. */
    FAILED
  }

  /** As the headers stand; {@code ""} where there is none. Several of one name joined by commas. */
  public static Conditional of(
      String ifMatch, String ifNoneMatch, String ifModifiedSince, String ifUnmodifiedSince) {
    if (ifMatch.isEmpty()
        && ifNoneMatch.isEmpty()
        && ifModifiedSince.isEmpty()
        && ifUnmodifiedSince.isEmpty()) {
      return NONE;
    }
    return new Conditional(
        given(ifMatch),
        given(ifNoneMatch),
        given(ifModifiedSince).flatMap(HttpDate::parse),
        given(ifUnmodifiedSince).flatMap(HttpDate::parse));
  }

  /**
   * In the order of §13.2.2.
   *
   * @param safe whether the method is GET or HEAD
   * @param tag of the representation that would be sent, {@code Accept-Encoding} heeded
   */
  public Verdict judge(boolean safe, EntityTag tag, Instant lastModified) {
    var changed = lastModified.truncatedTo(ChronoUnit.SECONDS);
    if (ifMatch.isPresent()) {
      if (!named(ifMatch.get(), tag, true)) {
        return Verdict.FAILED;
      }
    } else if (ifUnmodifiedSince.isPresent() && changed.isAfter(ifUnmodifiedSince.get())) {
      return Verdict.FAILED;
    }
    if (ifNoneMatch.isPresent()) {
      if (named(ifNoneMatch.get(), tag, false)) {
        return safe ? Verdict.NOT_MODIFIED : Verdict.FAILED;
      }
    } else if (safe && ifModifiedSince.isPresent() && !changed.isAfter(ifModifiedSince.get())) {
      return Verdict.NOT_MODIFIED;
    }
    return Verdict.PROCEED;
  }

  private static boolean named(String header, EntityTag tag, boolean strongly) {
    if (header.equals("*")) {
      return true;
    }
    for (var other : EntityTag.list(header)) {
      if (strongly ? tag.isStrongly(other) : tag.isWeakly(other)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> given(String header) {
    var value = header.strip();
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }
}
