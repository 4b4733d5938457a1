package org.slugline.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Entries whose id we do not know although we have the item: ids that change with every edit or
 * every poll, and sites that moved. They are known again by their link, and where most of a
 * document looks new, by the path of the link and by the headline too.
 */
final class Healing {
  private static final int LOOKED_AT = 1000;

  /** An address with less of a path than this is a front page, not an article's. */
  private static final int ARTICLE_PATH = 12;

  /** A headline shorter than this may come again. */
  private static final int HEADLINE = 12;

  /** So far a date moves when a site mistakes its time zone. */
  private static final Duration ZONES = Duration.ofHours(14);

  private Healing() {}

  /**
   * @param known items that entries of this document have already been matched with, by key
   * @param size entries in the document
   */
  static Map<Arrival, Intake.Shelved> heal(
      Handle handle,
      long outlet,
      List<Arrival> unknown,
      Map<String, Intake.Shelved> known,
      int size) {
    if (unknown.isEmpty()) {
      return Map.of();
    }
    var most = unknown.size() * 2 > size;
    var shelf = most ? shelf(handle, outlet) : byLink(handle, outlet, unknown);
    var taken = new HashSet<Long>();
    known.values().forEach(shelved -> taken.add(shelved.id()));
    var free = shelf.stream().filter(shelved -> !taken.contains(shelved.id())).toList();
    if (free.isEmpty()) {
      return Map.of();
    }
    var healed = new LinkedHashMap<Arrival, Intake.Shelved>();
    match(
        healed,
        unknown.stream().filter(arrival -> article(arrival.link())).toList(),
        free,
        Arrival::link,
        Intake.Shelved::link);
    match(
        healed,
        unknown,
        free,
        arrival -> under(arrival.link(), arrival.title()),
        shelved -> under(shelved.link(), shelved.title()));
    if (most) {
      match(
          healed,
          unknown,
          free,
          arrival -> article(arrival.link()) ? path(arrival.link()) : "",
          shelved -> path(shelved.link()));
      match(
          healed,
          unknown,
          free,
          arrival -> at(arrival.title(), arrival.claimed()),
          shelved -> at(shelved.title(), shelved.claimed()));
      match(
          healed,
          unknown,
          free,
          arrival -> headline(arrival.title()),
          shelved -> headline(shelved.title()),
          Healing::mayBeOne);
    }
    return healed;
  }

  /** What returns every day or week under the same headline is a new piece each time. */
  private static boolean mayBeOne(Arrival arrival, Intake.Shelved shelved) {
    if (arrival.link().isEmpty() && shelved.link().isEmpty()) {
      return true;
    }
    return arrival.claimed().isEmpty()
        || shelved.claimed().isEmpty()
        || Duration.between(arrival.claimed().get(), shelved.claimed().get()).abs().compareTo(ZONES)
            <= 0;
  }

  /** Pairs those whose sign is the same and is borne by one on each side alone. */
  private static void match(
      Map<Arrival, Intake.Shelved> healed,
      List<Arrival> unknown,
      List<Intake.Shelved> free,
      Function<Arrival, String> signOfNew,
      Function<Intake.Shelved, String> signOfOld) {
    match(healed, unknown, free, signOfNew, signOfOld, (_, _) -> true);
  }

  private static void match(
      Map<Arrival, Intake.Shelved> healed,
      List<Arrival> unknown,
      List<Intake.Shelved> free,
      Function<Arrival, String> signOfNew,
      Function<Intake.Shelved, String> signOfOld,
      BiPredicate<Arrival, Intake.Shelved> besides) {
    var gone = new HashSet<Long>();
    healed.values().forEach(shelved -> gone.add(shelved.id()));
    var old = alone(free.stream().filter(shelved -> !gone.contains(shelved.id())), signOfOld);
    alone(unknown.stream().filter(arrival -> !healed.containsKey(arrival)), signOfNew)
        .forEach((sign, arrival) -> {
          var shelved = old.get(sign);
          if (shelved != null && besides.test(arrival, shelved)) {
            healed.put(arrival, shelved);
          }
        });
  }

  private static <T> Map<String, T> alone(Stream<T> all, Function<T, String> sign) {
    var bearers = new LinkedHashMap<String, T>();
    var several = new HashSet<String>();
    all.forEach(one -> {
      var mark = sign.apply(one);
      if (!mark.isEmpty() && bearers.putIfAbsent(mark, one) != null) {
        several.add(mark);
      }
    });
    bearers.keySet().removeAll(several);
    return bearers;
  }

  private static Collection<Intake.Shelved> byLink(
      Handle handle, long outlet, List<Arrival> unknown) {
    var links = unknown.stream().filter(Arrival::lone).map(Arrival::link).limit(500).toList();
    if (links.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(
            """
            SELECT id, key, link, title, summary, digest, claimed FROM item
             WHERE link IN (<links>) AND link <> '' AND outlet = :outlet
            """)
        .bind("outlet", outlet)
        .bindList("links", links)
        .map(Intake::shelved)
        .list();
  }

  private static Collection<Intake.Shelved> shelf(Handle handle, long outlet) {
    var all = new HashMap<Long, Intake.Shelved>();
    handle
        .createQuery(
            """
            SELECT id, key, link, title, summary, digest, claimed FROM item
             WHERE outlet = :outlet ORDER BY published DESC, id DESC LIMIT :limit
            """)
        .bind("outlet", outlet)
        .bind("limit", LOOKED_AT)
        .map(Intake::shelved)
        .forEach(shelved -> all.put(shelved.id(), shelved));
    return new ArrayList<>(all.values());
  }

  private static boolean article(String link) {
    return path(link).length() >= ARTICLE_PATH;
  }

  /** What follows the host, without fragment, an index page or a slash at its end. */
  static String path(String link) {
    var host = link.indexOf("://");
    var slash = host < 0 ? -1 : link.indexOf('/', host + 3);
    if (slash < 0) {
      return "";
    }
    var path = link.substring(slash);
    var fragment = path.indexOf('#');
    path = fragment < 0 ? path : path.substring(0, fragment);
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /** A short address, which several may bear, with the headline; never a front page's. */
  private static String under(String link, String title) {
    return path(link).isEmpty() || title.isEmpty() ? "" : link + ' ' + title;
  }

  private static String at(String title, Optional<Instant> claimed) {
    return title.isEmpty() ? "" : claimed.map(time -> time + " " + title).orElse("");
  }

  private static String headline(String title) {
    var folded = title.toLowerCase(Locale.ROOT);
    return folded.length() >= HEADLINE ? folded : "";
  }
}
