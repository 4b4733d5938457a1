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
  private static final int LONGEST_TITLE = 2_000;

  private final Addresses addresses;
  private final StringBuilder out = new StringBuilder();
  private boolean linked;

  Traits(Addresses addresses) {
    this.addresses = addresses;
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

  /** Was an href among what was just printed? */
  boolean isLink() {
    return linked;
  }

  CharSequence of(Picture picture) {
    out.setLength(0);
    put("src", picture.address());
    if (!picture.sourceSet().isEmpty()) {
      put("srcset", SourceSet.print(picture.sourceSet()));
      putIf(SIZES, "sizes", picture.sizes());
    }
    put("alt", shortened(picture.alt()));
    if (picture.width() >= 0) {
      put("width", Integer.toString(picture.width()));
    }
    if (picture.height() >= 0) {
      put("height", Integer.toString(picture.height()));
    }
    print("title", picture.title());
    print("lang", picture.lang());
    print("dir", picture.dir());
    return out;
  }

  CharSequence ofLink(String address) {
    out.setLength(0);
    put("href", address);
    return out;
  }

  /** -1 where it says nothing of the kind. */
  static int pixels(String written) {
    if (written.isEmpty()) {
      return -1;
    }
    var pixels = PIXELS.matcher(written);
    return pixels.matches() ? Integer.parseInt(pixels.group(1)) : -1;
  }

  private static boolean isCommon(String name) {
    return name.equals("dir") || name.equals("lang") || name.equals("title");
  }

  private void print(String name, String value) {
    switch (name) {
      case "href" -> {
        var address = addresses.absolute(value);
        if (!address.isEmpty()) {
          put(name, address);
          linked = true;
        }
      }
      case "cite" -> {
        var address = addresses.absolute(value);
        if (!address.isEmpty()) {
          put(name, address);
        }
      }
      case "title", "abbr" -> {
        var printable = new StringBuilder();
        Letters.attribute(shortened(value), printable);
        if (!printable.toString().isBlank()) {
          out.append(' ').append(name).append("=\"").append(printable).append('"');
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
    if (value.isEmpty()) {
      return;
    }
    var lower = value.strip().toLowerCase(Locale.ROOT);
    if (List.of(allowed).contains(lower)) {
      put(name, lower);
    }
  }

  private void putIf(Pattern form, String name, String value) {
    if (!value.isEmpty() && form.matcher(value).matches()) {
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
