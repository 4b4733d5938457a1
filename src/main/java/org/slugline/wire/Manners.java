package org.slugline.wire;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slugline.net.AddressGuard;
import org.slugline.net.Exchange;
import org.slugline.net.Limits;
import org.slugline.net.Turnstile;
import org.slugline.net.WebAddress;

/**
 * How politely we poll: the {@code [wire]} table of the configuration. A value out of range throws
 * {@link IllegalArgumentException} naming its key.
 *
 * @param enabled whether the server polls by itself
 * @param pause least time between polls of an outlet; 1 minute to 1 day
 * @param longestPause greatest; from the pause to 7 days
 * @param patience for one whole exchange, redirects included; 1 to 60 seconds
 * @param maxBytes of body, on the wire and after decoding each; 1 KiB to 64 MiB
 * @param maxEntries of one document; 10 to 100,000
 * @param redirects 0 to 10
 * @param workers outlets at once; 1 to 256
 * @param hostConnections at once to one host; 1 to 16
 * @param hostSpacing real time between two requests to one host; 0 to 5 minutes
 * @param userAgent {@code ""} for the usual one, see {@link #agent}
 * @param allowInternal {@code host:port} inside our network that may be fetched
 * @param proxy {@code http://host:port}; {@code ""} none
 */
public record Manners(
    boolean enabled,
    Duration pause,
    Duration longestPause,
    Duration patience,
    int maxBytes,
    int maxEntries,
    int redirects,
    int workers,
    int hostConnections,
    Duration hostSpacing,
    String userAgent,
    List<String> allowInternal,
    String proxy) {
  /** What {@code contract/config.md} gives where the file says nothing. */
  public static final Manners USUAL =
      new Manners(
          true,
          Duration.ofMinutes(15),
          Duration.ofDays(1),
          Duration.ofSeconds(30),
          16 << 20,
          5000,
          5,
          8,
          1,
          Duration.ofSeconds(1),
          "",
          List.of(),
          "");

  public Manners {
    allowInternal = List.copyOf(allowInternal);
    within("wire.pause", pause, Duration.ofMinutes(1), Duration.ofDays(1), "1m", "1d");
    within("wire.longest-pause", longestPause, pause, Duration.ofDays(7), "wire.pause", "7d");
    within("wire.patience", patience, Duration.ofSeconds(1), Duration.ofSeconds(60), "1s", "60s");
    within("wire.max-bytes", maxBytes, 1 << 10, 64 << 20, "1KiB", "64MiB");
    within("wire.max-entries", maxEntries, 10, 100_000, "10", "100000");
    within("wire.redirects", redirects, 0, 10, "0", "10");
    within("wire.workers", workers, 1, 256, "1", "256");
    within("wire.host-connections", hostConnections, 1, 16, "1", "16");
    within("wire.host-spacing", hostSpacing, Duration.ZERO, Duration.ofMinutes(5), "0s", "5m");
    if (!userAgent.chars().allMatch(letter -> letter >= ' ' && letter < 127)) {
      throw new IllegalArgumentException("wire.user-agent must be plain ASCII");
    }
    var _ = new AddressGuard(allowInternal);
    if (!proxy.isEmpty()
        && !(proxy.startsWith("http://") && WebAddress.of(proxy) instanceof WebAddress.Good)) {
      throw new IllegalArgumentException("wire.proxy wants http://host:port");
    }
  }

  private static void within(
      String key, Duration value, Duration least, Duration most, String from, String to) {
    within(key, value.toMillis(), least.toMillis(), most.toMillis(), from, to);
  }

  private static void within(
      String key, long value, long least, long most, String from, String to) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(key + " must lie between " + from + " and " + to);
    }
  }

  /**
   * Who we say we are, RFC 9110 §10.1.5: product, version, and where to read about and reach us.
   *
   * @param base public address of our pages; left out while it is localhost
   * @param contact e-mail or address; {@code ""} leaves it out
   */
  public String agent(String version, String base, String contact) {
    if (!userAgent.isEmpty()) {
      return userAgent;
    }
    var host = WebAddress.host(base);
    var known = !host.isEmpty() && !host.equals("localhost") && !host.endsWith(".localhost");
    var about =
        Stream.of(known ? "+" + base + "/about-our-crawler" : "", contact)
            .filter(part -> !part.isBlank())
            .map(part -> part.replaceAll("[^ -~]|[()]", ""))
            .toList();
    return "Slugline/" + version + (about.isEmpty() ? "" : " (" + String.join("; ", about) + ")");
  }

  /** The one way out to strangers, with these limits. */
  public Exchange exchange() {
    return new Exchange(
        new AddressGuard(allowInternal),
        new Turnstile(hostConnections, hostSpacing),
        new Limits(maxBytes, redirects));
  }
}
