package org.slugline.access;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Who did what; written in the transaction of the act. */
public final class Audit {
  private Audit() {}

  /**
   * @param who a token's name, or {@code command} for the command line
   * @param act a verb: filed, changed, released, withdrew …
   * @param what the thing it was done to, as addresses name it: {@code article:7}
   * @param detail for people; {@code ""} where nothing is to be added
   */
  public static void add(
      Handle handle, Instant at, String who, String act, String what, String detail) {
    handle
        .createUpdate(
            """
            INSERT INTO audit (at, who, act, what, detail)
            VALUES (:at, :who, :act, :what, :detail)
            """)
        .bind("at", at)
        .bind("who", who)
        .bind("act", act)
        .bind("what", what)
        .bind("detail", detail)
        .execute();
  }
}
