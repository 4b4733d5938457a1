package org.slugline.edition;

import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Who we are, in every edition: the {@code [masthead]} table of the configuration. A value that
 * cannot be throws {@link IllegalArgumentException} naming its key.
 *
 * @param base public address, http or https, no path, no slash at its end
 * @param language BCP 47
 * @param zone of dates on pages; feeds are always UTC
 * @param author of articles without one; {@code ""} is the title
 * @param contact e-mail or address; {@code ""} none
 * @param authorEmails whether the e-mail addresses of authors are printed
 */
public record Masthead(
    String title,
    String tagline,
    URI base,
    String language,
    ZoneId zone,
    String author,
    String contact,
    String rights,
    boolean authorEmails) {
  public Masthead {
    if (title.isBlank()) {
      throw new IllegalArgumentException("masthead.title must not be empty");
    }
    var address = base.toString();
    var scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
    if (base.getHost() == null
        || !(scheme.equals("http") || scheme.equals("https"))
        || !base.getRawPath().isEmpty()
        || base.getRawQuery() != null
        || base.getRawFragment() != null
        || base.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "masthead.base must be like https://news.example, without a path or a slash at its end,"
              + " not "
              + address);
    }
    if (!language.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
      throw new IllegalArgumentException("masthead.language must be a BCP 47 tag such as en-GB");
    }
  }

  /** An address of ours, absolute; never made of what a request says. */
  public String url(String path) {
    return base + path;
  }

  /** Who signs what nobody else signed. */
  public String editor() {
    return author.isBlank() ? title : author;
  }

  /** The e-mail address of {@code contact}; {@code ""} where it is none. */
  public String mail() {
    return contact.matches("[^@\\s<>()]+@[^@\\s<>()]+") ? contact : "";
  }
}
