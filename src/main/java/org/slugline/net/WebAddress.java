package org.slugline.net;

import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** An address as somebody typed it, brought into its one form. */
public sealed interface WebAddress {
  /** Longest address that is taken, in characters. */
  int LONGEST = 2000;

  /** Scheme and host in lower case, no default port, no fragment, everything escaped. */
  record Good(String url, String host) implements WebAddress {}

  /**
   * @param why in words, a whole sentence without its subject
   */
  record Bad(String why) implements WebAddress {}

  /**
   * @param text {@code feed:} is understood, and a name without a scheme is taken as https
   */
  static WebAddress of(String text) {
    var typed = text.strip();
    if (typed.length() > LONGEST) {
      return new Bad("is longer than " + LONGEST + " characters");
    }
    var plain = FEED.matcher(typed).replaceFirst("");
    if (plain.startsWith("//")) {
      plain = "http:" + plain;
    }
    if (!plain.contains("://") && BARE.matcher(plain).lookingAt()) {
      plain = "https://" + plain;
    }
    var scheme = plain.toLowerCase(Locale.ROOT);
    if (!scheme.startsWith("http://") && !scheme.startsWith("https://")) {
      return new Bad("is no http or https address");
    }
    var url = HttpUrl.parse(plain);
    if (url == null) {
      return new Bad("cannot be read as an address");
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      return new Bad("carries a password; store it as SLUGLINE_SECRET_NAME and set auth=NAME");
    }
    var whole = Literals.plain(url).newBuilder().fragment(null).build().toString();
    return whole.length() > LONGEST
        ? new Bad("is longer than " + LONGEST + " characters")
        : new Good(whole, host(whole));
  }

  /** The host of an address that was taken once; {@code ""} where there is none. */
  static String host(String url) {
    var parsed = HttpUrl.parse(url);
    return parsed == null ? "" : host(parsed);
  }

  /** The dot that may end a name makes no other host of it. */
  static String host(HttpUrl url) {
    var name = url.host();
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  /** {@code feed:https://…} and {@code feed://…}. */
  Pattern FEED = Pattern.compile("^feed:(?=https?:|//)", Pattern.CASE_INSENSITIVE);

  /** Something that begins like a host name with a dot in it. */
  Pattern BARE = Pattern.compile("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+(:\\d+)?(/|$)");
}
