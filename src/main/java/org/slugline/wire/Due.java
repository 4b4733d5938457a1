package org.slugline.wire;

import java.time.Instant;

/**
 * What falls due next.
 *
 * @param at the end of time when nothing ever will
 * @param isFirst whether one of those that are due was never asked before
 */
public record Due(Instant at, boolean isFirst) {
  /** As it stands now. */
  public static Due next(Outlets outlets, Instant now) {
    var overdue = outlets.overdue(now); // it may have asked to be left alone beyond that
    var later = outlets.dueAfter(now);
    var at = overdue.filter(one -> later.map(one::isBefore).orElse(true)).or(() -> later);
    return new Due(at.orElse(Instant.MAX), outlets.isFirstDue(now));
  }
}
