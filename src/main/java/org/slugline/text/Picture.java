package org.slugline.text;

import java.util.List;
import org.jsoup.nodes.Element;

/**
 * What an {@code img} says of itself, wherever pages that load their pictures by script hide it.
 *
 * @param address absolute; {@code ""} where it has none
 * @param width in pixels, as is {@code height}; -1 where unsaid
 */
record Picture(
    String address,
    List<SourceSet> sourceSet,
    String sizes,
    String alt,
    int width,
    int height,
    String title,
    String lang,
    String dir,
    boolean isPixel) {

  static Picture of(Element image, Addresses addresses) {
    var src = "";
    var lazySrc = "";
    var set = "";
    var lazySet = "";
    var sizes = "";
    var alt = "";
    var width = "";
    var height = "";
    var title = "";
    var lang = "";
    var dir = "";
    var style = "";
    for (var attribute : image.attributes()) {
      var value = attribute.getValue();
      switch (attribute.getKey()) {
        case "src" -> src = value;
        case "data-src", "data-lazy-src", "data-original" ->
            lazySrc = lazySrc.isEmpty() ? value : lazySrc;
        case "srcset" -> set = value;
        case "data-srcset", "data-lazy-srcset" -> lazySet = value;
        case "sizes" -> sizes = value;
        case "alt" -> alt = value;
        case "width" -> width = value;
        case "height" -> height = value;
        case "title" -> title = value;
        case "lang" -> lang = value;
        case "dir" -> dir = value;
        case "style" -> style = value;
        default -> {}
      }
    }
    var candidates = SourceSet.of(lazySet.isEmpty() ? set : lazySet, addresses);
    var address = first(addresses, lazySrc, src);
    if (address.isEmpty() && !candidates.isEmpty()) {
      address = candidates.getFirst().address();
    }
    return new Picture(
        address,
        candidates,
        sizes,
        alt,
        Traits.pixels(width),
        Traits.pixels(height),
        title,
        lang,
        dir,
        Pixels.isPixel(width, height, style, address));
  }

  private static String first(Addresses addresses, String lazy, String plain) {
    var address = lazy.isEmpty() ? "" : addresses.web(lazy);
    return address.isEmpty() ? addresses.web(plain) : address;
  }
}
