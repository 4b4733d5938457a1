package org.slugline.feed;

/** {@code at:deleted-entry}, RFC 6721 §3; RSS has nothing of its own and carries the same. */
final class TombstoneXml {
  private TombstoneXml() {}

  static void write(XmlText xml, Tombstone stone) {
    xml.open("at:deleted-entry")
        .attribute("ref", stone.ref())
        .attribute("when", Printed.rfc3339(stone.when()))
        .element("at:comment", stone.comment())
        .close();
  }
}
