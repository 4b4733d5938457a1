package org.slugline.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * IP addresses as they are written, the old and odd ways too: {@code 127.1}, {@code 0x7f000001}.
 */
final class Literals {
  private static final Pattern NUMBER = Pattern.compile("0[xX][0-9a-fA-F]*|\\d+");

  private Literals() {}

  /**
   * @return empty where the text is a name
   */
  static Optional<InetAddress> parse(String host) {
    try {
      if (host.indexOf(':') >= 0) {
        return Optional.of(InetAddress.ofLiteral(host));
      }
      var bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
      var parts = bare.split("\\.", -1);
      if (parts.length > 4) {
        return Optional.empty();
      }
      var bytes = new byte[4];
      for (var i = 0; i < parts.length; i++) {
        if (!NUMBER.matcher(parts[i]).matches() || parts[i].length() > 13) {
          return Optional.empty();
        }
        var last = i == parts.length - 1;
        var value = number(parts[i]);
        var room = last ? 4 - i : 1;
        if (value >= 1L << (8 * room)) {
          return Optional.empty();
        }
        for (var k = 0; k < room; k++) {
          bytes[i + k] = (byte) (value >> (8 * (room - 1 - k)));
        }
      }
      return Optional.of(InetAddress.getByAddress(bytes));
    } catch (IllegalArgumentException | UnknownHostException _) {
      return Optional.empty();
    }
  }

  /** The same address with its host in plain spelling, where that is an IPv4 address. */
  static HttpUrl plain(HttpUrl url) {
    return parse(url.host())
        .filter(Inet4Address.class::isInstance)
        .map(address -> url.newBuilder().host(address.getHostAddress()).build())
        .orElse(url);
  }

  /** Octal after a nought, hexadecimal after 0x, as inet_aton(3) reads them. */
  private static long number(String text) {
    if (text.length() > 1 && (text.charAt(1) == 'x' || text.charAt(1) == 'X')) {
      return text.length() == 2 ? 0 : Long.parseLong(text.substring(2), 16);
    }
    return text.startsWith("0") && text.length() > 1
        ? Long.parseLong(text, 8)
        : Long.parseLong(text);
  }
}
