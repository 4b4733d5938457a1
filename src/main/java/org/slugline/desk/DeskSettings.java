package org.slugline.desk;

import java.net.URI;
import java.time.ZoneId;

/**
 * What the desk needs of the masthead.
 *
 * @param base public address of the site, no path, no slash at its end
 * @param zone of times that are filed without an offset
 * @param language BCP 47, of articles that say none
 * @param author of articles that name none
 */
public record DeskSettings(URI base, ZoneId zone, String language, String author) {
  public DeskSettings {
    if (base.getHost() == null || base.toString().endsWith("/")) {
      throw new IllegalArgumentException(
          "masthead.base must be an address with a host and without a slash at its end");
    }
  }

  /** The authority of new ids, RFC 4151 §2.1. */
  String host() {
    return base.getHost();
  }

  /** Whether an id is of those that our feeds give to pieces of others and to stories. */
  boolean isReserved(String id) {
    return id.regionMatches(true, 0, "tag:" + host() + ",", 0, host().length() + 5)
        && id.matches("(?s)[^:]*:[^:]*:(item|story|stories)/.*");
  }
}
