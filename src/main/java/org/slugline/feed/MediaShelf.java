package org.slugline.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slugline.feed.Meaning.Kind;

/** Media RSS while it is read: which group and which file are open, and whom a word is about. */
final class MediaShelf {
  private Optional<MediaDraft> group = Optional.empty();
  private Optional<MediaDraft> file = Optional.empty();
  private final List<MediaDraft> files = new ArrayList<>();

  /** Whether what is said is about one file, and not about the group or entry. */
  boolean isFileOpen() {
    return file.isPresent();
  }

  void openGroup() {
    group = Optional.of(new MediaDraft());
  }

  void openFile(Attributes attributes, String base) {
    var next = new MediaDraft();
    next.url = Address.of(base, attributes.get("url"));
    next.type = attributes.get("type").strip();
    next.medium = attributes.get("medium").strip();
    next.length = Numbers.length(attributes.get("filesize"));
    next.width = Numbers.pixels(attributes.get("width"));
    next.height = Numbers.pixels(attributes.get("height"));
    next.duration = Numbers.duration(attributes.get("duration"));
    file = Optional.of(next);
    files.add(next);
  }

  /** The first word of a kind counts; credits are listed. */
  void say(Kind kind, String value, Draft draft) {
    var about = file.or(() -> group).orElse(draft.mediaForAll);
    switch (kind) {
      case MEDIA_THUMBNAIL -> about.thumbnail = first(about.thumbnail, value);
      case MEDIA_CAPTION -> about.caption = first(about.caption, value);
      case MEDIA_TITLE -> about.title = first(about.title, value);
      case MEDIA_RIGHTS -> about.rights = first(about.rights, value);
      case MEDIA_PLAYER -> about.url = first(about.url, value);
      case MEDIA_CREDIT ->
          about.credit = about.credit.isEmpty() ? value : about.credit + ", " + value;
      default -> {}
    }
  }

  private static String first(String known, String next) {
    return known.isEmpty() ? next : known;
  }

  void close(Kind kind, Draft draft) {
    if (kind == Kind.MEDIA_CONTENT) {
      file = Optional.empty();
      if (group.isEmpty()) {
        shelve(draft, new MediaDraft());
      }
    } else if (kind == Kind.MEDIA_GROUP) {
      var all = group.orElseGet(MediaDraft::new);
      if (files.isEmpty() && !all.isEmpty()) {
        files.add(all);
      }
      shelve(draft, all);
      group = Optional.empty();
    }
  }

  /** The entry ends: what was left open, was left. */
  void clear() {
    group = Optional.empty();
    file = Optional.empty();
    files.clear();
  }

  private void shelve(Draft draft, MediaDraft all) {
    for (var one : files) {
      Draft.add(draft.files, new Draft.File(one, all));
    }
    files.clear();
  }
}
