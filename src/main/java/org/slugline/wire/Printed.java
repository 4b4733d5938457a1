package org.slugline.wire;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slugline.store.Revisions;

/** Gathers which scopes a transaction prints differently, so that each is bumped once. */
final class Printed {
  private final Map<String, Instant> scopes = new LinkedHashMap<>();

  /** What is said of an outlet. */
  void outlet(long id, Instant now) {
    scopes.put("outlets", now);
    scopes.put("outlet:" + id, now);
  }

  /** What an outlet published. */
  void items(long id, Instant now) {
    scopes.put("wire", now);
    scopes.put("outlet:" + id, now);
  }

  void bump(Revisions revisions) {
    if (!scopes.isEmpty()) {
      revisions.bump(scopes.keySet(), scopes.values());
    }
  }
}
