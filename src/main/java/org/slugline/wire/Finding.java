package org.slugline.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the doctor says of one outlet.
 *
 * @param ill whether somebody has to do something
 * @param what is wrong, in words; {@code ""} when nothing is
 * @param since when it has been so
 * @param said what the server said
 * @param advice the next step, with the command to type where there is one
 * @param notes what is not wrong but could be better, a sentence each
 * @param pace how often it brings something, in words; {@code ""} unknown
 * @param polls in the last 30 days
 * @param spared of them answered 304
 * @param idle of them brought nothing new
 * @param wasted bytes of whole bodies that brought nothing new
 * @param bytes of body in the last 30 days
 */
public record Finding(
    Outlet outlet,
    boolean ill,
    String what,
    Optional<Instant> since,
    String said,
    String advice,
    List<String> notes,
    String pace,
    int polls,
    int spared,
    int idle,
    long wasted,
    long bytes) {
  public Finding {
    notes = List.copyOf(notes);
  }
}
