package org.slugline.desk;

import java.util.List;

/** How filing, replacing or withdrawing ended. */
public sealed interface Filing {
  /** It is new. */
  record Created(Article article) implements Filing {}

  /** It has a new version. */
  record Changed(Article article) implements Filing {}

  /** Nothing was written: we had just this. */
  record Unchanged(Article article) implements Filing {}

  /**
   * The same request came before, within seven days.
   *
   * @param created whether it was new then
   */
  record Repeated(Article article, boolean created) implements Filing {}

  /** Another article has this address, or had it. */
  record SlugTaken(Article holder) implements Filing {}

  /** Somebody else was faster. */
  record Stale(Article now) implements Filing {}

  /** No article has this address. */
  record Unknown(String slug) implements Filing {}

  /** The idempotency key came before, with another body. */
  record KeyReused(String key) implements Filing {}

  /**
   * @param faults all of them; never empty
   */
  record Refused(List<Fault> faults) implements Filing {}
}
