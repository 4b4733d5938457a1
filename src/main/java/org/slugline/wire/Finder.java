package org.slugline.wire;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slugline.feed.Discovery;
import org.slugline.feed.Feed;
import org.slugline.feed.FeedReader;
import org.slugline.feed.Reading;
import org.slugline.net.Answer;
import org.slugline.net.Ask;
import org.slugline.net.Exchange;
import org.slugline.net.WebAddress;

/**
 * Finds the feed of a page, with few requests and our usual manners: what the page names first,
 * then what its links look like; the first that is a feed is taken. Stores nothing.
 */
public final class Finder {
  /** Requests after that for the page itself. */
  private static final int TRIED = 6;

  /** How long an editor waits for offers. */
  private static final Duration WAITED = Duration.ofSeconds(20);

  private static final int HEADLINES = 5;

  private final Manners manners;
  private final String userAgent;
  private final Exchange exchange;

  public Finder(Manners manners, String userAgent, Exchange exchange) {
    this.manners = manners;
    this.userAgent = userAgent;
    this.exchange = exchange;
  }

  /** What was found. */
  public sealed interface Found {
    /**
     * @param url who answered, after all hops
     * @param title as the feed says it
     */
    record Feed(String url, String title) implements Found {}

    /**
     * @param why in words, a whole sentence without its subject
     * @param tried addresses that were asked
     */
    record Nothing(String why, List<String> tried) implements Found {}
  }

  /**
   * @param typed address of a page or of a feed
   */
  public Found find(String typed) {
    return switch (WebAddress.of(typed)) {
      case WebAddress.Bad(var why) -> new Found.Nothing(why, List.of());
      case WebAddress.Good good -> from(good.url());
    };
  }

  /** Feeds to choose from. */
  public sealed interface Offers {
    /**
     * @param offers never empty
     */
    record Some(List<Offer> offers) implements Offers {}

    /**
     * @param why in words, a whole sentence without its subject
     */
    record Nothing(String why) implements Offers {}
  }

  /**
   * A feed that could be read from now on.
   *
   * @param url who answered, after all hops
   * @param title as the feed says it
   * @param entries how many it has now
   * @param headlines the first of them
   */
  public record Offer(String url, String title, int entries, List<String> headlines) {}

  /**
   * All feeds of a page, or the one that the address itself is; with few requests, and no longer
   * than a person waits.
   *
   * @param typed address of a page or of a feed
   */
  public Offers offers(String typed) {
    return switch (WebAddress.of(typed)) {
      case WebAddress.Bad(var why) -> new Offers.Nothing(why);
      case WebAddress.Good good -> offersOf(good.url());
    };
  }

  private Offers offersOf(String url) {
    var until = System.nanoTime() + WAITED.toNanos();
    return switch (ask(url, WAITED)) {
      case Answer.Failed failed -> new Offers.Nothing(failed.detail());
      case Answer.Received page -> offersOf(page, until);
    };
  }

  private Offers offersOf(Answer.Received page, long until) {
    var offers = new LinkedHashMap<String, Offer>();
    offer(page).ifPresent(offer -> offers.put(offer.url(), offer));
    if (offers.isEmpty() && page.status() == 200) {
      Discovery.candidates(page.body(), page.header("content-type"), page.url()).stream()
          .map(Discovery.Candidate::url)
          .distinct()
          .limit(TRIED)
          .forEach(candidate -> {
            var left = Duration.ofNanos(until - System.nanoTime());
            if (left.isPositive() && ask(candidate, left) instanceof Answer.Received answer) {
              offer(answer).ifPresent(offer -> offers.put(offer.url(), offer));
            }
          });
    }
    if (!offers.isEmpty()) {
      return new Offers.Some(List.copyOf(offers.values()));
    }
    return new Offers.Nothing(
        page.status() == 200 ? "names no feed that can be read" : "answered " + page.status());
  }

  private Optional<Offer> offer(Answer.Received answer) {
    return read(answer)
        .map(feed ->
            new Offer(
                answer.url(),
                title(feed),
                feed.entries().size(),
                feed.entries().stream()
                    .limit(HEADLINES)
                    .map(entry -> PlainWords.cut(PlainWords.folded(entry.title().plain()), 200))
                    .filter(headline -> !headline.isEmpty())
                    .toList()));
  }

  private Found from(String url) {
    var tried = new LinkedHashMap<String, String>();
    return switch (ask(url, tried)) {
      case Answer.Failed failed -> new Found.Nothing(failed.detail(), List.of(url));
      case Answer.Received page -> {
        var itself = feed(page);
        yield itself.isPresent() ? itself.get() : among(page, tried);
      }
    };
  }

  private Found among(Answer.Received page, Map<String, String> tried) {
    var candidates =
        page.status() == 200
            ? Discovery.candidates(page.body(), page.header("content-type"), page.url())
            : List.<Discovery.Candidate>of();
    for (var candidate : candidates) {
      if (tried.size() > TRIED) {
        break;
      }
      if (!tried.containsKey(candidate.url())
          && ask(candidate.url(), tried) instanceof Answer.Received answer) {
        var found = feed(answer);
        if (found.isPresent()) {
          return found.get();
        }
        if (answer.status() == 429) {
          return new Found.Nothing("asked to be left alone (429)", List.copyOf(tried.keySet()));
        }
      }
    }
    var why = page.status() == 200 ? "names no feed that can be read" : "answered " + page.status();
    return new Found.Nothing(why, List.copyOf(tried.keySet()));
  }

  private Answer ask(String url, Map<String, String> tried) {
    tried.put(url, url);
    return ask(url, manners.patience());
  }

  private Answer ask(String url, Duration left) {
    return exchange.get(
        new Ask(
            url,
            Map.of("Accept", Fetching.ACCEPT + ", text/html;q=0.5", "User-Agent", userAgent),
            Map.of(),
            org.slugline.net.Validators.NONE,
            manners.proxy()),
        left.compareTo(manners.patience()) < 0 ? left : manners.patience());
  }

  private Optional<Found> feed(Answer.Received answer) {
    return read(answer).map(feed -> new Found.Feed(answer.url(), title(feed)));
  }

  private static String title(Feed feed) {
    return PlainWords.cut(PlainWords.folded(feed.title().plain()), 200);
  }

  private Optional<Feed> read(Answer.Received answer) {
    if (answer.status() != 200) {
      return Optional.empty();
    }
    var type = Optional.of(answer.header("content-type")).filter(some -> !some.isEmpty());
    return FeedReader.read(answer.body(), type, answer.url(), manners.maxEntries())
            instanceof Reading.Readable(var feed)
        ? Optional.of(feed)
        : Optional.empty();
  }
}
