package org.slugline.edition;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slugline.feed.Entry;
import org.slugline.feed.Feed;
import org.slugline.feed.Tombstone;

/**
 * What is looked at before an edition goes out. {@code src/doc/editions.md} lists the rules for the
 * editor.
 */
public final class Preflight {
  /** Beyond this, readers and hubs begin to refuse, in bytes. */
  public static final int MOST_BYTES = 512 * 1024;

  /** So many old entries that look new are no accident of one edit. */
  private static final int MANY = 3;

  private Preflight() {}

  /** Which rule spoke. */
  public enum Rule {
    LOOKS_NEW,
    INVALID,
    LOST_NEWEST,
    TOO_BIG,
    MOVED
  }

  /**
   * What a rule says of an edition.
   *
   * @param grave whether the edition before it is served on instead
   * @param what is wrong and where, without a full stop
   * @param next what to do about it
   */
  public record Remark(Rule rule, boolean grave, String what, String next) {}

  /**
   * What readers had before.
   *
   * @param idByLink of every entry that has an address
   * @param updatedById of every entry
   * @param newest the entry published last; {@code ""} in an empty feed
   */
  record Before(Map<String, String> idByLink, Map<String, Instant> updatedById, String newest) {
    static Before of(Feed feed) {
      var idByLink = new HashMap<String, String>();
      var updatedById = new HashMap<String, Instant>();
      for (var entry : feed.entries()) {
        if (!entry.link().isEmpty()) {
          idByLink.put(entry.link(), entry.id());
        }
        updatedById.put(entry.id(), entry.updated().at().orElse(Instant.EPOCH));
      }
      return new Before(idByLink, updatedById, Preflight.newest(feed).map(Entry::id).orElse(""));
    }
  }

  static Remark moved(String was, URI is) {
    return new Remark(
        Rule.MOVED,
        true,
        "masthead.base was "
            + was
            + " and is "
            + is
            + "; entries of stories, outlets and the wire would all look new",
        "Keep the old address, or move when nobody minds");
  }

  /**
   * @param before what this process served last under the name
   * @param bytes of the plain document
   */
  static List<Remark> judge(String name, Optional<Before> before, Feed feed, int bytes) {
    var remarks = new ArrayList<Remark>();
    before.ifPresent(had -> looksNew(name, had, feed, remarks));
    before.ifPresent(had -> lostNewest(name, had, feed, remarks));
    invalid(name, feed, remarks);
    if (bytes > MOST_BYTES) {
      remarks.add(
          new Remark(
              Rule.TOO_BIG,
              false,
              "%s has %d kB, more than %d".formatted(name, bytes / 1024, MOST_BYTES / 1024),
              "Lower edition.entries, or shorten what is longest"));
    }
    return remarks;
  }

  private static void looksNew(String name, Before before, Feed feed, List<Remark> remarks) {
    var renamed =
        feed.entries().stream()
            .filter(entry -> {
              var had = before.idByLink().get(entry.link());
              return had != null && !had.equals(entry.id());
            })
            .count();
    if (renamed > MANY) {
      remarks.add(
          new Remark(
              Rule.LOOKS_NEW,
              true,
              "%d old entries of %s have new ids; every reader would show them as new"
                  .formatted(renamed, name),
              "Give the articles their ids back"));
    }
    var moved =
        feed.entries().stream()
            .filter(entry -> {
              var had = before.updatedById().get(entry.id());
              return had != null && entry.updated().at().filter(had::isBefore).isPresent();
            })
            .count();
    if (moved > MANY && moved > feed.entries().size() / 2) {
      remarks.add(
          new Remark(
              Rule.LOOKS_NEW,
              false,
              "%d of %d entries of %s were updated at once"
                  .formatted(moved, feed.entries().size(), name),
              "See that an edit of many articles was meant"));
    }
  }

  // an erased or withdrawn piece leaves a tombstone; anything else that takes the newest is a fault
  private static void lostNewest(String name, Before before, Feed feed, List<Remark> remarks) {
    var there = new HashSet<String>();
    feed.entries().stream().map(Entry::id).forEach(there::add);
    feed.tombstones().stream().map(Tombstone::ref).forEach(there::add);
    if (!before.newest().isEmpty() && !there.contains(before.newest())) {
      var pushedOut = feed.entries().size() >= before.updatedById().size();
      var empty = feed.entries().isEmpty() && before.updatedById().size() > MANY;
      if (!pushedOut || empty) {
        remarks.add(
            new Remark(
                Rule.LOST_NEWEST,
                empty && feed.tombstones().isEmpty(),
                name + " lost its newest entry, " + before.newest(),
                "Withdraw a piece rather than delete it; see what removed it"));
      }
    }
  }

  // RFC 4287 §4.1.2 and RSS 2.0 §guid
  private static void invalid(String name, Feed feed, List<Remark> remarks) {
    Set<String> ids = new HashSet<>();
    for (var entry : feed.entries()) {
      if (entry.id().isBlank() || !ids.add(entry.id())) {
        remarks.add(
            new Remark(
                Rule.INVALID,
                true,
                name
                    + (entry.id().isBlank()
                        ? " has an entry without an id"
                        : " has two entries of the id " + entry.id()),
                "Give each article an id of its own"));
      }
    }
  }

  private static Optional<Entry> newest(Feed feed) {
    Function<Entry, Instant> published = entry -> entry.published().at().orElse(Instant.EPOCH);
    return feed.entries().stream().max(Comparator.comparing(published));
  }
}
