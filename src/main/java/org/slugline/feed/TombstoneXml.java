package org.slugline.feed;

import static org.slugline.feed.XmlDocument.TOMBSTONES;
import static org.slugline.feed.XmlDocument.attribute;
import static org.slugline.feed.XmlDocument.text;

import org.jdom2.Element;

/** {@code at:deleted-entry}, RFC 6721 §3; RSS has nothing of its own and carries the same. */
final class TombstoneXml {
  private TombstoneXml() {}

  static Element of(Tombstone stone) {
    var element = new Element("deleted-entry", TOMBSTONES);
    attribute(element, "ref", stone.ref());
    attribute(element, "when", Printed.rfc3339(stone.when()));
    text(element, "comment", TOMBSTONES, LegalText.line(stone.comment()));
    return element;
  }
}
