package org.slugline.feed;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A media:content as it is read; also what a group or an item says for all of its contents. */
final class MediaDraft {
  String url = "";
  String medium = "";
  String type = "";
  OptionalLong length = OptionalLong.empty();
  Optional<Duration> duration = Optional.empty();
  OptionalInt width = OptionalInt.empty();
  OptionalInt height = OptionalInt.empty();
  String title = "";
  String caption = "";
  String credit = "";
  String alt = "";
  String rights = "";
  String thumbnail = "";

  /**
   * Media RSS: what stands further out holds for all that stands within, unless that says other.
   */
  Media within(MediaDraft group, MediaDraft item) {
    return new Media(
        url,
        first(medium, mediumOf(type), mediumOfName()),
        type,
        length,
        duration.or(() -> group.duration).or(() -> item.duration),
        width,
        height,
        first(title, group.title, item.title),
        first(caption, group.caption, item.caption),
        first(credit, group.credit, item.credit),
        alt,
        first(rights, group.rights, item.rights),
        first(thumbnail, group.thumbnail, item.thumbnail));
  }

  boolean isEmpty() {
    return url.isEmpty() && caption.isEmpty() && thumbnail.isEmpty();
  }

  private static String mediumOf(String type) {
    var slash = type.indexOf('/');
    var kind = slash < 0 ? "" : type.substring(0, slash);
    return switch (kind) {
      case "image", "audio", "video" -> kind;
      case "text" -> "document";
      default -> "";
    };
  }

  /** Where neither medium nor type is said, the name of the file tells. */
  private String mediumOfName() {
    var end = url.indexOf('?') < 0 ? url.length() : url.indexOf('?');
    var dot = url.lastIndexOf('.', end);
    return switch (dot < 0 ? "" : url.substring(dot + 1, end).toLowerCase(Locale.ROOT)) {
      case "jpg", "jpeg", "png", "gif", "webp", "avif" -> "image";
      case "mp3", "m4a", "ogg", "opus", "wav", "flac" -> "audio";
      case "mp4", "m4v", "mov", "webm" -> "video";
      default -> "";
    };
  }

  private static String first(String inner, String group, String item) {
    return !inner.isEmpty() ? inner : !group.isEmpty() ? group : item;
  }
}
