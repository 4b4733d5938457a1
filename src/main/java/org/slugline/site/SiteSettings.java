package org.slugline.site;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code [site]} table of the configuration. A value out of range throws {@link
 * IllegalArgumentException} naming its key.
 *
 * @param listen address of the interface to listen on
 * @param port 0 to 65535; 0 takes a free one
 * @param trustedProxies addresses whose {@code Forwarded} and {@code X-Forwarded-For} count
 * @param publicMissing whether the list of what we are missing is open to all
 * @param mediaHosts hosts whose pictures, audio and video our own pages may load
 * @param theme folder of the newsroom's own style and marks
 * @param maxBody of an API request, in bytes; 64 KiB to 64 MiB
 * @param maxMedia of one media upload, in bytes; {@code maxBody} at least
 * @param maxRequests at once, then 503; 8 to 4096
 * @param readerPace least time between two full answers of one feed to one client; zero is off
 */
public record SiteSettings(
    String listen,
    int port,
    List<String> trustedProxies,
    boolean publicMissing,
    List<String> mediaHosts,
    Optional<Path> theme,
    int maxBody,
    long maxMedia,
    int maxRequests,
    Duration readerPace) {
  private static final Set<String> OWN_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  public SiteSettings {
    trustedProxies = List.copyOf(trustedProxies);
    mediaHosts = List.copyOf(mediaHosts);
    if (listen.isBlank()) {
      throw new IllegalArgumentException("site.listen must name an address, such as 127.0.0.1");
    }
    within("site.port", port, 0, 65_535, "0 and 65535");
    within("site.max-body", maxBody, 64 << 10, 64 << 20, "64KiB and 64MiB");
    within("site.max-requests", maxRequests, 8, 4096, "8 and 4096");
    if (maxMedia < maxBody) {
      throw new IllegalArgumentException("site.max-media must be at least site.max-body");
    }
    if (readerPace.isNegative() || readerPace.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("site.reader-pace must lie between 0s and 1d");
    }
    for (var host : mediaHosts) {
      if (!host.matches("[A-Za-z0-9.-]+(:\\d{1,5})?")) {
        throw new IllegalArgumentException(
            "site.media-hosts takes host names, without scheme or path: " + host);
      }
    }
    if (theme.isPresent() && !Files.isDirectory(theme.get())) {
      throw new IllegalArgumentException("site.theme is not a folder: " + theme.get());
    }
  }

  /** What {@code config/slugline.toml} says where nobody changed it. */
  public static SiteSettings standard() {
    return new SiteSettings(
        "127.0.0.1",
        7070,
        List.of(),
        false,
        List.of(),
        Optional.empty(),
        4 << 20,
        200L << 20,
        256,
        Duration.ZERO);
  }

  /** The same on another port. */
  public SiteSettings onPort(int other) {
    return new SiteSettings(
        listen,
        other,
        trustedProxies,
        publicMissing,
        mediaHosts,
        theme,
        maxBody,
        maxMedia,
        maxRequests,
        readerPace);
  }

  /**
   * @param base {@code masthead.base}
   * @return what is wrong with listening to the world under that address, if anything
   */
  public Optional<String> faultBeside(URI base) {
    var everywhere = listen.equals("0.0.0.0") || listen.equals("::") || listen.equals("[::]");
    var host = base.getHost() == null ? "" : base.getHost();
    return everywhere && OWN_HOSTS.contains(host)
        ? Optional.of(
            "masthead.base must be the public address when site.listen is "
                + listen
                + ", not "
                + base)
        : Optional.empty();
  }

  private static void within(String key, int value, int least, int most, String range) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(key + " must lie between " + range);
    }
  }
}
