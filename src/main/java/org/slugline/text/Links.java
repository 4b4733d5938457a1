package org.slugline.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Addresses: made absolute, freed of tracking, led past redirectors. Nothing is fetched. */
public final class Links {
  private static final int MOST_REDIRECTORS = 4;

  /** Of campaigns, mailings and click counters; by name, or by a beginning that ends in _. */
  private static final Set<String> TRACKING =
      Set.of(
          "fbclid",
          "gclid",
          "gclsrc",
          "dclid",
          "gbraid",
          "wbraid",
          "msclkid",
          "twclid",
          "ttclid",
          "yclid",
          "ysclid",
          "igshid",
          "igsh",
          "mc_cid",
          "mc_eid",
          "mkt_tok",
          "oly_anon_id",
          "oly_enc_id",
          "vero_id",
          "vero_conv",
          "wickedid",
          "rb_clickid",
          "s_cid",
          "s_kwcid",
          "ml_subscriber",
          "ml_subscriber_hash",
          "_hsenc",
          "_hsmi",
          "__hssc",
          "__hstc",
          "__hsfp",
          "hsctatracking",
          "_openstat",
          "guccounter",
          "guce_referrer",
          "guce_referrer_sig",
          "at_medium",
          "at_campaign",
          "at_custom1",
          "at_custom2",
          "at_custom3",
          "at_custom4",
          "at_bbc_team",
          "at_link_id",
          "at_link_origin",
          "at_link_type",
          "at_format",
          "at_ptr_name",
          "ns_mchannel",
          "ns_source",
          "ns_campaign",
          "ns_linkname",
          "ns_fee",
          "wt_mc",
          "wtmc",
          "cmpid",
          "ftag",
          "ito",
          "xtor",
          "fb_action_ids",
          "fb_action_types",
          "fb_ref",
          "fb_source",
          "action_object_map",
          "action_type_map",
          "action_ref_map",
          "_branch_match_id",
          "_branch_referrer",
          "srsltid",
          "epik",
          "sc_campaign",
          "sc_channel",
          "sc_content",
          "sc_medium",
          "sc_outcome",
          "sc_geo",
          "sc_country",
          "spm",
          "__twitter_impression",
          "ncid",
          "icid",
          "trk_contact",
          "trk_msg",
          "trk_module",
          "trk_sid",
          "_kx",
          "mibextid",
          "rss_campaign",
          "smid",
          "soc_src",
          "soc_trk",
          "tduid");

  private static final List<String> TRACKING_BEGINNINGS =
      List.of("utm_", "pk_", "mtm_", "piwik_", "matomo_", "hsa_", "stm_", "itm_", "wt.", "dm_i");

  /** Host and path of pages that only send on, and the parameter that says where to. */
  private static final Map<String, List<String>> REDIRECTORS =
      Map.ofEntries(
          Map.entry("google./url", List.of("url", "q")),
          Map.entry("l.facebook.com/l.php", List.of("u")),
          Map.entry("lm.facebook.com/l.php", List.of("u")),
          Map.entry("facebook.com/l.php", List.of("u")),
          Map.entry("l.instagram.com/", List.of("u")),
          Map.entry("l.threads.com/", List.of("u")),
          Map.entry("l.messenger.com/l.php", List.of("u")),
          Map.entry("youtube.com/redirect", List.of("q")),
          Map.entry("t.umblr.com/redirect", List.of("z")),
          Map.entry("vk.com/away.php", List.of("to")),
          Map.entry("away.vk.com/away.php", List.of("to")),
          Map.entry("duckduckgo.com/l/", List.of("uddg")),
          Map.entry("steamcommunity.com/linkfilter/", List.of("u", "url")),
          Map.entry("slack-redir.net/link", List.of("url")),
          Map.entry("disq.us/url", List.of("url")),
          Map.entry("linkedin.com/redir/redirect", List.of("url")),
          Map.entry("linkedin.com/safety/go", List.of("url")),
          Map.entry("medium.com/r/", List.of("url")),
          Map.entry("awin1.com/cread.php", List.of("ued", "p")),
          Map.entry("click.linksynergy.com/deeplink", List.of("murl")),
          Map.entry("click.linksynergy.com/fs-bin/click", List.of("rd_parm1")),
          Map.entry("shareasale.com/r.cfm", List.of("urllink")),
          Map.entry("deviantart.com/users/outgoing", List.of("")),
          Map.entry("href.li/", List.of("")),
          Map.entry("anonym.to/", List.of("")),
          Map.entry("bing.com/news/apiclick.aspx", List.of("url")),
          Map.entry("news.yahoo.com/r.php", List.of("url")),
          Map.entry("getpocket.com/redirect", List.of("url")),
          Map.entry("flipboard.com/redirect", List.of("url")));

  /** Hosts that do nothing but send on, whatever the path. */
  private static final Map<String, List<String>> ANYWHERE =
      Map.of(
          "out.reddit.com", List.of("url"),
          "go.redirectingat.com", List.of("url"),
          "go.skimresources.com", List.of("url"));

  private Links() {}

  /**
   * An address as somebody wrote it, made absolute the way browsers do (WHATWG URL, leniently).
   *
   * @param base absolute http or https; {@code ""} where there is none
   * @return absolute http, https or mailto, in letters that need no care; {@code ""} where the
   *     address is of another kind, leads nowhere, or is longer than 8,000 letters
   */
  public static String absolute(String address, String base) {
    return new Addresses(base).absolute(address);
  }

  /**
   * The address to show and to compare: past known redirectors, without tracking parameters. An
   * address that has neither comes back as it was.
   */
  public static String clean(String address) {
    var at = address;
    for (var i = 0; i < MOST_REDIRECTORS; i++) {
      var target = beyond(at);
      if (target.isEmpty()) {
        break;
      }
      at = target.get();
    }
    return withoutTracking(at);
  }

  /** Two addresses with the same key are taken for the same page: scheme, www, end slash aside. */
  public static String key(String address) {
    var clean = clean(address);
    var start = clean.indexOf("://");
    if (start < 0) {
      return clean;
    }
    var fragment = clean.indexOf('#');
    var end = fragment < 0 ? clean.length() : fragment;
    var path = pathStart(clean, start + 3);
    var host = clean.substring(start + 3, path).toLowerCase(Locale.ROOT);
    host = host.endsWith(":80") ? host.substring(0, host.length() - 3) : host;
    host = host.endsWith(":443") ? host.substring(0, host.length() - 4) : host;
    var rest = path < end ? clean.substring(path, end) : "";
    rest = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    return (host.startsWith("www.") ? host.substring(4) : host) + rest;
  }

  private static String withoutTracking(String address) {
    var question = address.indexOf('?');
    var hash = address.indexOf('#');
    var main = hash < 0 ? address : address.substring(0, hash);
    var fragment = hash < 0 ? "" : address.substring(hash + 1);
    if (question >= 0 && question < main.length()) {
      var query = kept(main.substring(question + 1));
      main = main.substring(0, question) + (query.isEmpty() ? "" : "?" + query);
    }
    if (fragment.indexOf('=') > 0) {
      fragment = kept(fragment);
    }
    var clean = fragment.isEmpty() ? main : main + "#" + fragment;
    return clean.length() == address.length() ? address : clean;
  }

  private static String kept(String query) {
    var kept = new ArrayList<String>();
    for (var pair : query.split("&")) {
      if (!isTracking(pair)) {
        kept.add(pair);
      }
    }
    return String.join("&", kept);
  }

  private static boolean isTracking(String pair) {
    var equals = pair.indexOf('=');
    var name = (equals < 0 ? pair : pair.substring(0, equals)).toLowerCase(Locale.ROOT);
    name = name.startsWith("amp;") ? name.substring(4) : name;
    return TRACKING.contains(name) || TRACKING_BEGINNINGS.stream().anyMatch(name::startsWith);
  }

  private static Optional<String> beyond(String address) {
    var start = address.indexOf("://");
    if (start < 0 || !address.regionMatches(true, 0, "http", 0, 4)) {
      return Optional.empty();
    }
    var path = pathStart(address, start + 3);
    var host = address.substring(start + 3, path).toLowerCase(Locale.ROOT);
    host = host.startsWith("www.") ? host.substring(4) : host;
    var question = address.indexOf('?', path);
    if (host.endsWith(".cdn.ampproject.org") || host.equals("cdn.ampproject.org")) {
      return amp(address.substring(path));
    }
    if (host.startsWith("google.") && address.startsWith("/amp/s/", path)) {
      return target("https://" + address.substring(path + 7));
    }
    if (host.equals("urldefense.com") && address.startsWith("/v3/__", path)) {
      var end = address.indexOf("__;", path + 6);
      return end < 0 ? Optional.empty() : target(address.substring(path + 6, end));
    }
    if (question < 0) {
      return Optional.empty();
    }
    var where = address.substring(path, question);
    var query = address.substring(question + 1);
    if (host.endsWith(".safelinks.protection.outlook.com")) {
      return parameter(query, "url");
    }
    var google = host.startsWith("google.") ? "google." : host;
    for (var name :
        REDIRECTORS.getOrDefault(google + where, ANYWHERE.getOrDefault(host, List.of()))) {
      var found = name.isEmpty() ? target(query) : parameter(query, name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** {@code /c/s/host/path}: content, over TLS. */
  private static Optional<String> amp(String path) {
    var parts = path.split("/", 4);
    if (parts.length < 4 || parts[1].length() != 1) {
      return Optional.empty();
    }
    return parts[2].equals("s")
        ? target("https://" + parts[3])
        : target("http://" + parts[2] + "/" + parts[3]);
  }

  private static Optional<String> parameter(String query, String name) {
    var end = query.indexOf('#');
    for (var pair : (end < 0 ? query : query.substring(0, end)).split("&")) {
      var equals = pair.indexOf('=');
      if (equals > 0 && pair.substring(0, equals).equalsIgnoreCase(name)) {
        try {
          return target(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException broken) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> target(String address) {
    return Optional.of(absolute(address, "")).filter(found -> found.startsWith("http"));
  }

  private static int pathStart(String address, int from) {
    for (var i = from; i < address.length(); i++) {
      if ("/?#".indexOf(address.charAt(i)) >= 0) {
        return i;
      }
    }
    return address.length();
  }
}
