package org.slugline.wire;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slugline.feed.Discovery;
import org.slugline.feed.Feed;
import org.slugline.feed.FeedReader;
import org.slugline.feed.Reading;
import org.slugline.net.Answer;
import org.slugline.net.Ask;
import org.slugline.net.Exchange;
import org.slugline.net.Trouble;
import org.slugline.net.Validators;
import org.slugline.net.WebAddress;

/**
 * Finds the feed of a page, with few requests and our usual manners: what the page names first,
 * then what its links look like. Stores nothing.
 */
public final class Finder {
  /** Requests after that for the page itself. */
  private static final int TRIED = 6;

  /** How long somebody waits for an answer. */
  private static final Duration WAITED = Duration.ofSeconds(20);

  private static final int HEADLINES = 5;
  private static final int MOST_OTHERS = 20;

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
     * A feed that can be read.
     *
     * @param url to subscribe to: as it was asked, or who answered when all hops were permanent
     * @param title as the feed says it
     * @param others feeds that the page names beside it; they were not asked
     * @param sure whether the others are the same in another format, or lesser ones
     */
    record Feed(String url, String title, List<Other> others, boolean sure) implements Found {
      public Feed {
        others = List.copyOf(others);
      }
    }

    /**
     * @param why in words, a whole sentence without its subject
     * @param tried addresses that were asked
     * @param answered whether somebody was there to say so; else it may be there tomorrow
     */
    record Nothing(String why, List<String> tried, boolean answered) implements Found {}
  }

  /**
   * A feed that a page names.
   *
   * @param title as the page says it, else {@code ""}
   */
  public record Other(String url, String title) {}

  /**
   * The feed that an address is, or the surest of those that its page leads to. Where the address
   * is a feed nothing else is asked.
   *
   * @param typed address of a page or of a feed
   */
  public Found find(String typed) {
    return switch (WebAddress.of(typed)) {
      case WebAddress.Bad(var why) -> new Found.Nothing(why, List.of(), true);
      case WebAddress.Good good -> new Search(good.url()).find();
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
   * @param url to subscribe to, see {@link Found.Feed}
   * @param title as the feed says it
   * @param entries how many it has now
   * @param headlines the first of them
   */
  public record Offer(String url, String title, int entries, List<String> headlines) {}

  /**
   * All feeds of a page, each of them asked, or the one that the address itself is; no longer than
   * a person waits.
   *
   * @param typed address of a page or of a feed
   */
  public Offers offers(String typed) {
    return switch (WebAddress.of(typed)) {
      case WebAddress.Bad(var why) -> new Offers.Nothing(why);
      case WebAddress.Good good -> new Search(good.url()).offers();
    };
  }

  /** One document, asked for as politely as a feed. */
  public Answer page(String url) {
    return ask(url, manners.patience());
  }

  private Answer ask(String url, Duration left) {
    return exchange.get(
        new Ask(
            url,
            Map.of("Accept", Fetching.ACCEPT + ", text/html;q=0.5", "User-Agent", userAgent),
            Map.of(),
            Validators.NONE,
            manners.proxy()),
        left.compareTo(manners.patience()) < 0 ? left : manners.patience());
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

  private static String title(Feed feed) {
    return PlainWords.cut(PlainWords.folded(feed.title().plain()), 200);
  }

  private static Offer offer(String url, Feed feed) {
    var headlines =
        feed.entries().stream()
            .limit(HEADLINES)
            .map(entry -> PlainWords.cut(PlainWords.folded(entry.title().plain()), 200))
            .filter(headline -> !headline.isEmpty())
            .toList();
    return new Offer(url, title(feed), feed.entries().size(), headlines);
  }

  /** From one address to its feeds. */
  private final class Search {
    private final String start;
    private final long until = System.nanoTime() + WAITED.toNanos();
    private final Set<String> tried = new LinkedHashSet<>();
    private final Set<String> gathered = new LinkedHashSet<>();
    private final ArrayDeque<Discovery.Candidate> open = new ArrayDeque<>();
    private String why = "";
    private boolean answered = true;

    Search(String start) {
      this.start = start;
    }

    Found find() {
      var first = begin();
      if (first.isPresent()) {
        return new Found.Feed(first.get().url(), first.get().title(), List.of(), true);
      }
      while (goesOn()) {
        var candidate = open.remove();
        var offer = look(candidate);
        if (offer.isPresent()) {
          return found(candidate, offer.get());
        }
      }
      return new Found.Nothing(why, List.copyOf(tried), answered);
    }

    Offers offers() {
      var offers = new LinkedHashMap<String, Offer>();
      begin().ifPresent(offer -> offers.put(offer.url(), offer));
      while (offers.isEmpty() ? goesOn() : goesOn() && !open.isEmpty()) {
        look(open.remove()).ifPresent(offer -> offers.putIfAbsent(offer.url(), offer));
      }
      return offers.isEmpty()
          ? new Offers.Nothing(why)
          : new Offers.Some(List.copyOf(offers.values()));
    }

    private boolean goesOn() {
      return !open.isEmpty() && tried.size() <= TRIED && System.nanoTime() - until < 0;
    }

    /**
     * @return the feed that the address itself is; else candidates are open, or it is said why not
     */
    private Optional<Offer> begin() {
      tried.add(start);
      return switch (ask(start, WAITED)) {
        case Answer.Failed failed -> {
          why = failed.detail();
          answered =
              failed.trouble() == Trouble.INTERNAL_ADDRESS
                  || failed.trouble() == Trouble.REDIRECTS
                  || failed.trouble() == Trouble.TOO_LARGE;
          yield Optional.empty();
        }
        case Answer.Received page -> {
          var feed = read(page);
          if (feed.isEmpty() && page.status() == 200) {
            why = "names no feed that can be read" + advice(page.url());
            gather(page);
          } else if (feed.isEmpty()) {
            why = "answered " + page.status();
            answered = page.status() == 404 || page.status() == 410;
          }
          yield feed.map(some -> offer(lasting(start, page), some));
        }
      };
    }

    private void gather(Answer.Received page) {
      for (var candidate :
          Discovery.candidates(page.body(), page.header("content-type"), page.url())) {
        if (!tried.contains(candidate.url()) && gathered.add(candidate.url())) {
          open.add(candidate);
        }
      }
    }

    private Optional<Offer> look(Discovery.Candidate candidate) {
      tried.add(candidate.url());
      var left = Duration.ofNanos(until - System.nanoTime());
      if (!(ask(candidate.url(), left) instanceof Answer.Received answer)) {
        return Optional.empty();
      }
      if (answer.status() == 429) {
        why = "asked to be left alone (429)";
        open.clear();
      }
      var feed = read(answer);
      if (feed.isEmpty()
          && answer.status() == 200
          && candidate.sign() == Discovery.Sign.LINKED
          && answer.url().startsWith("http")) {
        ahead(answer);
      }
      return feed.map(some -> offer(lasting(candidate.url(), answer), some));
    }

    /** A page about feeds: what it links to is nearer than what may lie anywhere. */
    private void ahead(Answer.Received page) {
      var rest = List.copyOf(open);
      open.clear();
      gather(page);
      open.removeIf(candidate -> candidate.sign() == Discovery.Sign.GUESSED);
      open.addAll(rest);
    }

    private Found found(Discovery.Candidate taken, Offer offer) {
      var others = new ArrayList<Other>();
      var sure = true;
      for (var other : open) {
        if (other.sign() == Discovery.Sign.DECLARED || other.sign() == Discovery.Sign.SITE) {
          others.add(new Other(other.url(), other.title()));
          sure &=
              taken.sign() != Discovery.Sign.DECLARED
                  || other.sign() != Discovery.Sign.DECLARED
                  || other.isOfComments()
                  || core(other).equals(core(taken));
        }
      }
      return new Found.Feed(
          offer.url(), offer.title(), others.stream().limit(MOST_OTHERS).toList(), sure);
    }
  }

  /** What is left of a name when its format is taken away. */
  private static String core(Discovery.Candidate candidate) {
    var name =
        candidate.title().isEmpty()
            ? candidate.url().replaceFirst("^https?://[^/]*", "")
            : candidate.title();
    return name.toLowerCase(Locale.ROOT).replaceAll("json|rss|atom|rdf|xml|feeds?|[^\\p{L}]", "");
  }

  private static String lasting(String asked, Answer.Received answer) {
    return answer.permanent() ? answer.url() : asked;
  }

  private static String advice(String url) {
    return switch (WebAddress.host(url)) {
      case "podcasts.apple.com", "itunes.apple.com" ->
          "; Apple's directory often does not: look on the podcast's own site";
      case "open.spotify.com" -> "; Spotify has none: look on the podcast's own site";
      default -> "";
    };
  }
}
