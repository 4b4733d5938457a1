package org.slugline.desk;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The pictures that an export of WordPress lists as posts of their own, by the numbers by which its
 * articles call them; they may stand behind the article that does.
 */
final class Attachments {
  /** More are not kept in mind; what calls them is told of as missing them. */
  private static final int MOST = 50_000;

  private static final Pattern ALT =
      Pattern.compile(
          "(?s)_wp_attachment_image_alt(?:]]>)?</wp:meta_key>\\s*<wp:meta_value>(.*?)</wp:meta_value>");
  private static final Pattern PICTURE =
      Pattern.compile("(?i).*\\.(?:jpe?g|png|gif|webp|avif)(?:\\?.*)?");

  private final Map<String, Picture> pictures = new HashMap<>();

  /** Those of a whole export, read to its end. */
  static Attachments of(ArchiveParts parts) throws IOException {
    var found = new Attachments();
    for (var part = parts.next(); part.isPresent(); part = parts.next()) {
      if (WordPress.post(part.get()).type().equals("attachment")) {
        found.add(part.get());
      }
    }
    return found;
  }

  private void add(String item) {
    var url = WordPress.field(item, "wp:attachment_url");
    if (pictures.size() < MOST && FieldReader.isAddress(url) && PICTURE.matcher(url).matches()) {
      var said = ALT.matcher(item);
      var alt =
          said.find() ? Optional.of(WordPress.plain(said.group(1))) : Optional.<String>empty();
      var caption = WordPress.field(item, "excerpt:encoded").replaceAll("\\s+", " ");
      var credited = PlainText.Credited.of(caption);
      pictures.put(
          WordPress.field(item, "wp:post_id"),
          new Picture(
              url,
              url,
              alt,
              credited.map(PlainText.Credited::caption).orElse(caption),
              credited.map(PlainText.Credited::credit).orElse(""),
              ""));
    }
  }

  /**
   * @param number as it stands in the export; {@code ""} is none
   */
  Optional<Picture> find(String number) {
    return Optional.ofNullable(pictures.get(number));
  }
}
