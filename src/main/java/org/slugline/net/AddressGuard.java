package org.slugline.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps us from being sent into our own network: every range of the IANA special-purpose registries
 * (RFC 6890) is refused, whatever way it was spelt or named, but for the pairs of the
 * configuration.
 */
public final class AddressGuard {
  private static final List<Range> REFUSED =
      List.of(
          v4("this network", 0, 0, 0, 0, 8),
          v4("private use", 10, 0, 0, 0, 8),
          v4("shared address space", 100, 64, 0, 0, 10),
          v4("loopback", 127, 0, 0, 0, 8),
          v4("link local", 169, 254, 0, 0, 16),
          v4("private use", 172, 16, 0, 0, 12),
          v4("protocol assignments", 192, 0, 0, 0, 24),
          v4("documentation", 192, 0, 2, 0, 24),
          v4("6to4 relays", 192, 88, 99, 0, 24),
          v4("private use", 192, 168, 0, 0, 16),
          v4("benchmarking", 198, 18, 0, 0, 15),
          v4("documentation", 198, 51, 100, 0, 24),
          v4("documentation", 203, 0, 113, 0, 24),
          v4("multicast", 224, 0, 0, 0, 4),
          v4("reserved", 240, 0, 0, 0, 4),
          v6("protocol assignments and tunnels", 0x2001, 0, 23),
          v6("documentation", 0x2001, 0x0db8, 32),
          v6("6to4", 0x2002, 0, 16),
          v6("documentation", 0x3fff, 0, 20));

  /** All of IPv6 that is given out for use on the internet; what lies outside is special. */
  private static final Range GLOBAL_UNICAST = v6("global unicast", 0x2000, 0, 3);

  private final Set<String> allowed;

  /**
   * @param allowInternal pairs {@code host:port}, an IPv6 address in brackets; a name allows only
   *     itself, an address only itself
   */
  public AddressGuard(List<String> allowInternal) {
    var pairs = new HashSet<String>();
    for (var pair : allowInternal) {
      var colon = pair.lastIndexOf(':');
      if (colon < 1 || !pair.substring(colon + 1).matches("\\d{1,5}")) {
        throw new IllegalArgumentException(
            "wire.allow-internal wants host:port, not \"" + pair + "\"");
      }
      pairs.add(key(pair.substring(0, colon), Integer.parseInt(pair.substring(colon + 1))));
    }
    allowed = Set.copyOf(pairs);
  }

  /**
   * @param host as it stood in the address: a name, or an IP address in any spelling
   * @return why it may not be dialled; empty when it may
   */
  public Optional<String> refusal(String host, InetAddress address, int port) {
    if (allowed.contains(key(host, port))) {
      return Optional.empty();
    }
    var plain = address.getHostAddress();
    var named = !host.equals(plain) && (address instanceof Inet4Address || !host.contains(":"));
    return special(address)
        .map(range ->
            host + " is " + (named ? plain + ", " : "") + "inside our network (" + range + ")");
  }

  /** The special range that an address lies in. */
  static Optional<String> special(InetAddress address) {
    var bytes = address.getAddress();
    if (!(address instanceof Inet4Address)) {
      if (isNat64(bytes)) {
        bytes = new byte[] {bytes[12], bytes[13], bytes[14], bytes[15]};
      } else if (!GLOBAL_UNICAST.holds(bytes)) {
        return Optional.of("special IPv6");
      }
    }
    for (var range : REFUSED) {
      if (range.holds(bytes)) {
        return Optional.of(range.name);
      }
    }
    return Optional.empty();
  }

  /** 64:ff9b::/96, RFC 6052: an IPv4 address in IPv6 clothes. */
  private static boolean isNat64(byte[] bytes) {
    var prefix = new byte[] {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};
    for (var i = 0; i < prefix.length; i++) {
      if (bytes[i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static String key(String host, int port) {
    var bare =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    return Literals.parse(bare)
            .map(InetAddress::getHostAddress)
            .orElse(bare.toLowerCase(Locale.ROOT))
        + "|"
        + port;
  }

  private static Range v4(String name, int a, int b, int c, int d, int bits) {
    return new Range(name, new byte[] {(byte) a, (byte) b, (byte) c, (byte) d}, bits);
  }

  private static Range v6(String name, int first, int second, int bits) {
    var prefix = new byte[16];
    prefix[0] = (byte) (first >> 8);
    prefix[1] = (byte) first;
    prefix[2] = (byte) (second >> 8);
    prefix[3] = (byte) second;
    return new Range(name, prefix, bits);
  }

  private static final class Range {
    private final String name;
    private final byte[] prefix;
    private final int bits;

    Range(String name, byte[] prefix, int bits) {
      this.name = name;
      this.prefix = prefix;
      this.bits = bits;
    }

    boolean holds(byte[] address) {
      if (address.length != prefix.length) {
        return false;
      }
      for (var bit = 0; bit < bits; bit += 8) {
        var mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit)) & 0xff;
        if (((address[bit / 8] ^ prefix[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
