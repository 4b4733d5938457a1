package org.slugline.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
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
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern PICTURE =
      Pattern.compile("(?i).*\\.(?:jpe?g|png|gif|webp|avif)(?:\\?.*)?");

  private final Map<String, Picture> pictures = new HashMap<>();
  private final Map<String, List<Hung>> byPost = new HashMap<>();
  private boolean full;

  /**
   * A picture in the order of its post.
   *
   * @param place that the newsroom gave it; most never did
   */
  private record Hung(int place, long number) {
    String word() {
      return Long.toString(number);
    }
  }

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
    full = full || pictures.size() >= MOST;
    if (!full && FieldReader.isAddress(url) && PICTURE.matcher(url).matches()) {
      var said = ALT.matcher(item);
      var alt =
          said.find() ? Optional.of(WordPress.plain(said.group(1))) : Optional.<String>empty();
      var caption = WordPress.field(item, "excerpt:encoded").replaceAll("\\s+", " ");
      var credited = PlainText.Credited.ofCaption(caption);
      var number = WordPress.field(item, "wp:post_id");
      hang(item, number);
      pictures.put(
          number,
          new Picture(
              url,
              url,
              alt,
              credited.map(PlainText.Credited::caption).orElse(caption),
              credited.map(PlainText.Credited::credit).orElse(""),
              ""));
    }
  }

  private void hang(String item, String number) {
    var place = WordPress.field(item, "wp:menu_order");
    if (NUMBER.matcher(number).matches()) {
      byPost
          .computeIfAbsent(WordPress.field(item, "wp:post_parent"), _ -> new ArrayList<>())
          .add(
              new Hung(
                  NUMBER.matcher(place).matches() ? Integer.parseInt(place) : 0,
                  Long.parseLong(number)));
    }
  }

  /**
   * Numbers of the pictures that were uploaded with a post, in its order; none where not all are
   * known.
   */
  List<String> of(String post) {
    return full || post.isEmpty()
        ? List.of()
        : byPost.getOrDefault(post, List.of()).stream()
            .sorted(Comparator.comparingInt(Hung::place).thenComparingLong(Hung::number))
            .map(Hung::word)
            .toList();
  }

  /**
   * @param number as it stands in the export; {@code ""} is none
   */
  Optional<Picture> find(String number) {
    return Optional.ofNullable(pictures.get(number));
  }
}
