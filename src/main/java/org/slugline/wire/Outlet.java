package org.slugline.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;

/**
 * One source that we read.
 *
 * @param url of its feed
 * @param title {@code ""} until the feed or the editor says it
 * @param site address of its pages, as its feed says
 * @param labels one a line; folders by slashes
 * @param named whether the editor gave the title; then the feed does not change it
 * @param settings KEY=VALUE, one a line; see {@link Subscriptions#set}
 */
public record Outlet(
    long id,
    String url,
    String title,
    String site,
    String description,
    String language,
    String labels,
    boolean named,
    String settings,
    Instant added,
    @Nested Health health,
    @Nested Memory memory) {
  public static final String OK = "ok";
  public static final String FAILING = "failing";
  public static final String MOVED = "moved";
  public static final String GONE = "gone";
  public static final String PAUSED = "paused";

  /** Its title, or its address while it has none. */
  public String name() {
    return title.isEmpty() ? url : title;
  }

  public List<String> labelList() {
    return labels.lines().toList();
  }

  /**
   * How it fares.
   *
   * @param status one of {@link #OK} {@link #FAILING} {@link #MOVED} {@link #GONE} {@link #PAUSED}
   * @param failures in a row
   * @param reason a word of {@code contract/cli.md}, {@code ""} when well
   * @param error the same in words
   * @param lastNew when it last brought something new
   * @param nextWhy the reason for the next poll's time, in words
   * @param rest it asked to be left alone till then
   * @param leased somebody polls it until then
   */
  public record Health(
      String status,
      int failures,
      String reason,
      String error,
      Optional<Instant> failingSince,
      Optional<Instant> lastPoll,
      Optional<Instant> lastNew,
      Instant nextPoll,
      String nextWhy,
      Instant rest,
      Instant leased) {}

  /**
   * What we remember of its answers.
   *
   * @param validatorsOf the address that gave the validators
   * @param bodyDigest of the last body that was read
   * @param lastFull when a whole body came last
   * @param asks what the feed asks of us, KEY=VALUE, one a line
   * @param pace milliseconds between its items of late; 0 unknown
   * @param movedTo a permanent redirect that is not yet learnt; {@code ""} none
   * @param moveRefused an address that the editor does not want it to move to
   * @param idsChanged when most of its ids changed at once
   */
  public record Memory(
      String etag,
      String lastModified,
      String validatorsOf,
      String bodyDigest,
      Optional<Instant> lastFull,
      String asks,
      long pace,
      String movedTo,
      Optional<Instant> movedSince,
      String moveRefused,
      Optional<Instant> idsChanged) {}
}
