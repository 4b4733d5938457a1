package org.slugline.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One picture of a {@code srcset} (HTML §4.8.4.2.1). */
record SourceSet(String address, String descriptor) {
  private static final int MOST = 30;
  private static final Pattern DESCRIPTOR = Pattern.compile("\\d{1,5}(?:\\.\\d{1,3})?[wx]");

  /** The candidates that lead somewhere, absolute. */
  static List<SourceSet> of(String written, Addresses addresses) {
    if (written.isBlank()) {
      return List.of();
    }
    var found = new ArrayList<SourceSet>();
    var at = 0;
    while (at < written.length() && found.size() < MOST) {
      while (at < written.length() && (isBlank(written, at) || written.charAt(at) == ',')) {
        at++;
      }
      var from = at;
      while (at < written.length() && !isBlank(written, at)) {
        at++;
      }
      var address = written.substring(from, at);
      var descriptor = "";
      if (address.endsWith(",")) {
        address = address.replaceAll(",+$", "");
      } else {
        var end = written.indexOf(',', at);
        end = end < 0 ? written.length() : end;
        descriptor = written.substring(at, end).strip();
        at = end;
      }
      var absolute = address.isEmpty() ? "" : addresses.web(address);
      if (!absolute.isEmpty()
          && !absolute.endsWith(",")
          && (descriptor.isEmpty() || DESCRIPTOR.matcher(descriptor).matches())) {
        found.add(new SourceSet(absolute, descriptor));
      }
    }
    return found;
  }

  static String print(List<SourceSet> candidates) {
    var out = new StringBuilder();
    for (var candidate : candidates) {
      out.append(out.isEmpty() ? "" : ", ").append(candidate.address);
      if (!candidate.descriptor.isEmpty()) {
        out.append(' ').append(candidate.descriptor);
      }
    }
    return out.toString();
  }

  private static boolean isBlank(String text, int at) {
    return text.charAt(at) <= ' ';
  }
}
