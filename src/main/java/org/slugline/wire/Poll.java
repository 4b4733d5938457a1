package org.slugline.wire;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * One poll of an outlet, as logged.
 *
 * @param outcome {@code new}, {@code unchanged}, {@code failed} or {@code gone}
 * @param status of HTTP
 * @param bytes of body on the wire
 * @param items new ones; {@code edited} are those whose words changed
 */
public record Poll(
    long id,
    long outlet,
    Instant at,
    String outcome,
    OptionalInt status,
    String reason,
    String detail,
    long bytes,
    long millis,
    int items,
    int edited) {}
