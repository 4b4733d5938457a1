package org.slugline.access;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Who did what; written in the transaction of the act. */
public final class Audit {
  private static final String ADD =
      "INSERT INTO audit (at, who, act, what, detail) VALUES (?, ?, ?, ?, ?)";

  private Audit() {}

  /** One act, as {@link #add(Handle, Instant, String, String, String, String)} takes it. */
  public record Line(Instant at, String who, String act, String what, String detail) {}

  /**
   * @param who a token's name, or {@code command} for the command line
   * @param act a verb: filed, changed, released, withdrew …
   * @param what the thing it was done to, as addresses name it: {@code article:7}
   * @param detail for people; {@code ""} where nothing is to be added
   */
  public static void add(
      Handle handle, Instant at, String who, String act, String what, String detail) {
    add(handle, List.of(new Line(at, who, act, what, detail)));
  }

  /** Several acts of one transaction. */
  public static void add(Handle handle, List<Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    try (var batch = handle.prepareBatch(ADD)) {
      lines.forEach(line -> batch.add(line.at, line.who, line.act, line.what, line.detail));
      batch.execute();
    }
  }
}
