package org.slugline.site;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** What stands on every answer, whoever wrote it: pages, feeds, errors and 304. */
final class Headers {
  /** Only what chromium knows: of every other name it complains on the console of each page. */
  private static final String DENIED =
      String.join(
          ", ",
          List.of(
              "accelerometer=()",
              "autoplay=()",
              "browsing-topics=()",
              "camera=()",
              "clipboard-read=()",
              "clipboard-write=()",
              "display-capture=()",
              "encrypted-media=()",
              "fullscreen=()",
              "gamepad=()",
              "geolocation=()",
              "gyroscope=()",
              "hid=()",
              "idle-detection=()",
              "local-fonts=()",
              "magnetometer=()",
              "microphone=()",
              "midi=()",
              "payment=()",
              "picture-in-picture=()",
              "publickey-credentials-get=()",
              "screen-wake-lock=()",
              "serial=()",
              "storage-access=()",
              "usb=()",
              "xr-spatial-tracking=()"));

  private static final HttpField UNKEPT =
      new PreEncodedHttpField("Cache-Control", "private, no-store");

  private final List<HttpField> always;

  /**
   * @param mediaHosts may serve pictures, audio and video beside ourselves
   */
  Headers(List<String> mediaHosts) {
    always =
        List.of(
            new PreEncodedHttpField("Content-Security-Policy", policy(mediaHosts)),
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
            new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
            new PreEncodedHttpField("Permissions-Policy", DENIED));
  }

  /**
   * Puts them in, in place of what stood there. Cookies are taken out, unless they are an editor's,
   * of whose pages nobody keeps one.
   *
   * @param bare whether the answer has no body and says no length of one
   */
  HttpFields on(HttpFields given, boolean desk, boolean bare) {
    var fields = HttpFields.build();
    for (var field : given) {
      if (mayStay(field, desk) && !(bare && isOfBody(field))) {
        fields.add(isOfNoText(field) ? new HttpField(HttpHeader.CONTENT_TYPE, type(field)) : field);
      }
    }
    always.forEach(fields::add);
    if (desk) {
      fields.add(UNKEPT);
    }
    return fields.asImmutable();
  }

  /** The charset of our pages, which the server says of all it sends, is none of a picture's. */
  private static boolean isOfNoText(HttpField field) {
    return field.getHeader() == HttpHeader.CONTENT_TYPE
        && field.getValue().matches("(?:image|audio|video)/[^;]*;.*");
  }

  private static String type(HttpField field) {
    return field.getValue().split(";", 2)[0];
  }

  /** Of a 304 a cache would take them for those of the body that it has, RFC 9111 §3.2. */
  private static boolean isOfBody(HttpField field) {
    return field.getHeader() == HttpHeader.CONTENT_LENGTH
        || field.getHeader() == HttpHeader.CONTENT_TYPE;
  }

  private boolean mayStay(HttpField field, boolean desk) {
    var header = field.getHeader();
    if (header == HttpHeader.SERVER
        || header == (desk ? HttpHeader.CACHE_CONTROL : HttpHeader.SET_COOKIE)) {
      return false;
    }
    for (var ours : always) {
      if (ours.is(field.getName())) {
        return false;
      }
    }
    return true;
  }

  private static String policy(List<String> mediaHosts) {
    var media = mediaHosts.isEmpty() ? "" : " " + String.join(" ", mediaHosts);
    return "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'"
        + media
        + "; media-src 'self'"
        + media
        + "; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
        + " require-trusted-types-for 'script'; trusted-types 'none'";
  }
}
