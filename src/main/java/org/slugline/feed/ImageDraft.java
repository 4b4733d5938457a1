package org.slugline.feed;

import java.util.Optional;

/** The picture of a channel while it is read: RSS 2.0 image, and pictures that are only named. */
final class ImageDraft {
  String address = "";
  String title = "";
  String link = "";

  void begin(Attributes attributes) {
    address = attributes.prefixed("resource");
    address = address.isEmpty() ? attributes.get("href") : address;
    address = address.isEmpty() ? attributes.get("url") : address;
    title = "";
    link = "";
  }

  /**
   * @param said the text beside the children
   */
  void close(Draft draft, String base, String said) {
    var whole = Address.of(base, address.isEmpty() ? said : address);
    if (!whole.isEmpty()) {
      draft.put(Slot.IMAGE, title.isEmpty() && link.isEmpty() ? 1 : 0, whole);
    }
    if (draft.image.isEmpty() || !title.isEmpty()) {
      draft.image = Optional.of(new Image(whole, title, link));
    }
  }
}
