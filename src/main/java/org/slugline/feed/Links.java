package org.slugline.feed;

import java.util.OptionalLong;

/** Links by their relation: which is the page, which a file, which a licence. RFC 4287 §4.2.7. */
final class Links {
  private Links() {}

  /**
   * A link with attributes.
   *
   * @param guest whether it stands in a format that has a link element of its own
   */
  static void read(Draft draft, String href, Attributes attributes, String base, boolean guest) {
    var address = Address.of(base, href);
    if (address.isEmpty()) {
      return;
    }
    var said = attributes.get("rel").strip();
    var rel = said.isEmpty() ? "alternate" : Formats.bareRelation(said);
    var type = attributes.get("type").strip();
    var length = Numbers.length(attributes.get("length"));
    Draft.add(
        draft.links,
        new Link(address, rel, type, attributes.get("title"), attributes.get("hreflang"), length));
    var page = type.isEmpty() || type.contains("html");
    switch (rel) {
      case "alternate" -> draft.put(Slot.LINK, (page ? 0 : 1) + (guest ? 2 : 0), address);
      case "enclosure" -> Draft.add(draft.enclosures, new Enclosure(address, type, length));
      case "license" -> draft.put(Slot.LICENSE, 2, address);
      case "replies" -> draft.put(Slot.COMMENTS, 1, page ? address : "");
      default -> {}
    }
  }

  /** An address that is only that, as RSS and CDF have it. */
  static void page(Draft draft, String address, int rank) {
    if (!address.isEmpty() && !draft.has(Slot.LINK)) {
      Draft.add(draft.links, new Link(address, "alternate", "", "", "", OptionalLong.empty()));
    }
    draft.put(Slot.LINK, rank, address);
  }

  /** RSS 2.0 enclosure. */
  static void enclosure(Draft draft, Attributes attributes, String base) {
    var url = attributes.get("url");
    var address = Address.of(base, url.isEmpty() ? attributes.get("href") : url);
    if (!address.isEmpty()) {
      Draft.add(
          draft.enclosures,
          new Enclosure(
              address, attributes.get("type").strip(), Numbers.length(attributes.get("length"))));
    }
  }
}
