package org.slugline.site;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Who asks: the address of the connection, or what a proxy of ours says of it.
 *
 * @param trusted addresses of proxies that are believed
 */
record Clients(List<String> trusted) {
  private static final Pattern FOR = Pattern.compile("(?i)(?:^|[;,\\s])for=(\"[^\"]*\"|[^;,\\s]*)");

  /**
   * @param remote address of the connection
   * @param forwarded RFC 7239; {@code ""} none
   * @param forwardedFor {@code X-Forwarded-For}; {@code ""} none
   */
  String of(String remote, String forwarded, String forwardedFor) {
    var nearest = bare(remote);
    if (!trusted.contains(nearest)) {
      return nearest;
    }
    var said =
        forwarded.isEmpty()
            ? List.of(forwardedFor.split(",", 50))
            : FOR.matcher(forwarded).results().limit(50).map(match -> match.group(1)).toList();
    // each proxy adds who asked it at the end: what stands before a stranger is the stranger's word
    for (var hop : said.reversed()) {
      var address = bare(hop);
      if (address.isEmpty()) {
        break;
      }
      nearest = address;
      if (!trusted.contains(nearest)) {
        break;
      }
    }
    return nearest;
  }

  /** Without quotes, brackets and a port. */
  private static String bare(String address) {
    var plain = address.strip().replace("\"", "");
    if (plain.startsWith("[")) {
      return plain.substring(1).replaceFirst("\\].*", "");
    }
    return plain.indexOf(':') == plain.lastIndexOf(':') ? plain.replaceFirst(":.*", "") : plain;
  }
}
