package org.slugline.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Prints the attributes that an element may keep, each held to its own form. */
final class Traits {
  private static final Pattern LANGUAGE =
      Pattern.compile("[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,6}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,6}");
  private static final Pattern PIXELS =
      Pattern.compile("\\s*(\\d{1,5})(?:\\.\\d{0,5})?(?:px)?\\s*");
  private static final Pattern MOMENT = Pattern.compile("[0-9A-Za-z:+.\\- ]{1,40}");
  private static final Pattern SIZES = Pattern.compile("[0-9A-Za-z().,:%+*/\\- ]{1,300}");
  private static final List<String> LAZY =
      List.of("data-lazy-src", "data-src", "data-original", "src");
  private static final int LONGEST_TITLE = 2_000;

  private final String base;
  private final StringBuilder out = new StringBuilder();
  private boolean linked;

  Traits(String base) {
    this.base = base;
  }

  String base() {
    return base;
  }

  /** Good until the next call. */
  CharSequence of(Element element, Kept kept) {
    out.setLength(0);
    linked = false;
    if (element.attributesSize() > 0) {
      for (var attribute : element.attributes()) {
        var name = attribute.getKey();
        if (isCommon(name) || kept.attributes().contains(name)) {
          print(name, attribute.getValue());
        }
      }
    }
    return out;
  }

  /** Was an address among those just printed? */
  boolean has(String name) {
    return linked && name.equals("href");
  }

  /** Where the picture is, the place that scripts would load it from before all; or {@code ""}. */
  String imageAddress(Element image) {
    for (var name : LAZY) {
      var written = image.attr(name);
      if (!written.isEmpty()) {
        var address = Links.absolute(written, base);
        if (!address.isEmpty()) {
          return address;
        }
      }
    }
    var candidates = SourceSet.of(sourceSet(image), base);
    return candidates.isEmpty() ? "" : candidates.getFirst().address();
  }

  CharSequence ofImage(Element image, String address) {
    out.setLength(0);
    put("src", address);
    var candidates = SourceSet.of(sourceSet(image), base);
    if (!candidates.isEmpty()) {
      put("srcset", SourceSet.print(candidates));
      if (SIZES.matcher(image.attr("sizes")).matches()) {
        put("sizes", image.attr("sizes"));
      }
    }
    put("alt", shortened(image.attr("alt")));
    for (var name : List.of("width", "height")) {
      var pixels = PIXELS.matcher(image.attr(name));
      if (pixels.matches()) {
        put(name, pixels.group(1));
      }
    }
    for (var name : List.of("title", "lang", "dir")) {
      if (image.hasAttr(name)) {
        print(name, image.attr(name));
      }
    }
    return out;
  }

  private static String sourceSet(Element image) {
    var set = image.attr("srcset");
    if (set.isBlank() || set.startsWith("data:")) {
      set = image.attr("data-srcset");
    }
    return set.isBlank() ? image.attr("data-lazy-srcset") : set;
  }

  private static boolean isCommon(String name) {
    return name.equals("dir") || name.equals("lang") || name.equals("title");
  }

  private void print(String name, String value) {
    switch (name) {
      case "href" -> {
        var address = Links.absolute(value, base);
        if (!address.isEmpty()) {
          put(name, address);
          linked = true;
        }
      }
      case "cite" -> {
        var address = Links.absolute(value, base);
        if (!address.isEmpty()) {
          put(name, address);
        }
      }
      case "title", "abbr" -> {
        if (!value.isBlank()) {
          put(name, shortened(value));
        }
      }
      case "lang", "hreflang" -> putIf(LANGUAGE, name, value.strip());
      case "dir" -> choose(name, value, "ltr", "rtl", "auto");
      case "start", "value", "colspan", "rowspan", "span" -> putIf(NUMBER, name, value.strip());
      case "scope" -> choose(name, value, "row", "col", "rowgroup", "colgroup");
      case "align" -> choose(name, value, "left", "right", "center");
      case "type" -> {
        if (value.length() == 1 && "1aAiI".contains(value)) {
          put(name, value);
        }
      }
      case "datetime" -> putIf(MOMENT, name, value.strip());
      case "open", "reversed" -> put(name, "");
      default -> {}
    }
  }

  private void choose(String name, String value, String... allowed) {
    var lower = value.strip().toLowerCase(Locale.ROOT);
    if (List.of(allowed).contains(lower)) {
      put(name, lower);
    }
  }

  private void putIf(Pattern form, String name, String value) {
    if (form.matcher(value).matches()) {
      put(name, value);
    }
  }

  private void put(String name, String value) {
    out.append(' ').append(name).append("=\"");
    Letters.attribute(value, out);
    out.append('"');
  }

  private static String shortened(String value) {
    return value.length() > LONGEST_TITLE ? value.substring(0, LONGEST_TITLE) : value;
  }
}
