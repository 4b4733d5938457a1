package org.slugline.store;

import java.time.Instant;

/**
 * What a scope last printed from.
 *
 * @param number 0 for a scope that nothing has changed yet; only grows
 * @param changed never goes back; {@link Instant#EPOCH} for number 0
 */
public record Revision(long number, Instant changed) {
  public static final Revision NONE = new Revision(0, Instant.EPOCH);
}
