package org.slugline.desk;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/** Pictures that a body shows and no field lists: taken up, so that they are carried everywhere. */
final class Adoption {
  private static final Pattern SHOWN =
      Pattern.compile("!\\[([^\\]\\n]*)\\]\\(<?([^)\\s>]+)>?(?:\\s+[\"']([^\"'\\n]*)[\"'])?\\)");
  private static final Pattern CODE =
      Pattern.compile("(?ms)^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\\1|\\z)|`[^`\\n]*`|^(?: {4}|\\t).*$");

  private Adoption() {}

  static Draft of(Draft draft, FieldReader fields) {
    if (!draft.bodyType().equals("text/markdown") || !draft.body().contains("![")) {
      return draft;
    }
    var images = new ArrayList<>(draft.images());
    var shown = SHOWN.matcher(CODE.matcher(draft.body()).replaceAll(""));
    while (shown.find()) {
      var name = shown.group(2);
      if (knows(draft, name) || images.stream().anyMatch(image -> image.name().equals(name))) {
        continue;
      }
      var alt = shown.group(1).strip();
      var caption = shown.group(3);
      if (alt.isEmpty()) {
        fields.warn(
            0, "The picture " + name + " has no `alt`", "Say what it shows between the brackets");
      }
      images.add(
          new Picture(
              name,
              FieldReader.isAddress(name) ? name : "",
              alt.isEmpty() ? Optional.empty() : Optional.of(alt),
              caption == null ? "" : caption.strip(),
              "",
              ""));
    }
    return draft.toBuilder().images(images).build();
  }

  /** Whether a field lists it, by name or address. */
  static boolean knows(Draft draft, String name) {
    return draft.images().stream().anyMatch(i -> i.name().equals(name) || i.url().equals(name))
        || draft.videos().stream().anyMatch(v -> v.name().equals(name) || v.url().equals(name))
        || draft.audio().stream().anyMatch(a -> a.name().equals(name) || a.url().equals(name));
  }
}
