package org.slugline.site;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Each kind of error that we answer, with the page that explains it. */
public enum Trouble {
  BAD_REQUEST(400),
  INVALID(422),
  SEVERAL_FEEDS(422),
  UNAUTHORIZED(401),
  FORBIDDEN(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  CONFLICT(409),
  GONE(410),
  STALE(412),
  TOO_LARGE(413),
  ADDRESS_TOO_LONG(414),
  UNSUPPORTED_TYPE(415),
  TOO_MANY_REQUESTS(429),
  HEADERS_TOO_LARGE(431),
  INTERNAL(500),
  NOT_BUILT(501),
  UNAVAILABLE(503),
  DISK_FULL(507);

  private final int status;

  Trouble(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }

  /** As in its address: {@code not-found}. */
  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Trouble> named(String slug) {
    return Stream.of(values()).filter(trouble -> trouble.slug().equals(slug)).findFirst();
  }

  /** What a library's own status means to us. */
  static Trouble of(int status) {
    return Stream.of(values())
        .filter(trouble -> trouble.status == status)
        .findFirst()
        .orElse(status >= 500 ? INTERNAL : BAD_REQUEST);
  }
}
