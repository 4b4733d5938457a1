package org.slugline.feed;

/**
 * What an element means to us.
 *
 * @param slot where its value goes, for the kinds that have one
 * @param rank the lowest wins where several elements fill one slot; of equals the first
 */
record Meaning(Kind kind, Slot slot, int rank) {
  static final Meaning NONE = new Meaning(Kind.NONE, Slot.ID, 0);

  /** How an element is read. */
  enum Kind {
    /** Of no interest; an entry within it is found all the same. */
    NONE,
    /** rss, RDF. */
    ROOT,
    /** channel, feed. */
    FEED,
    /** item, entry. */
    ENTRY,
    /** RFC 4287 §4.2.11 with children, RSS 2.0 source with an address. */
    SOURCE,
    /** Text that is plain unless it says or shows otherwise. */
    WORDS,
    /** Text that is HTML unless it says otherwise. */
    PROSE,
    /** RFC 4287 §4.1.3. */
    BODY,
    /** Text without markup, blanks stripped. */
    LINE,
    /** A date. */
    STAMP,
    /** The text is an address. */
    ADDRESS,
    /** The address is an attribute: resource, href or url; else the text is. */
    POINTER,
    /** RSS link with text, Atom link with attributes. */
    LINK,
    GUID,
    /** An author as one text or as a construct with children; rank is the order of trust. */
    AUTHOR,
    CONTRIBUTOR,
    /** webMaster, dc:publisher: a person whose text goes into PUBLISHER. */
    OWNER,
    /** itunes:owner: the same, and an author where no other is named. */
    PODCAST_OWNER,
    PERSON_NAME,
    PERSON_EMAIL,
    PERSON_ADDRESS,
    CATEGORY,
    ITUNES_CATEGORY,
    KEYWORDS,
    ENCLOSURE,
    IMAGE,
    /** The address of an RSS image, within it. */
    IMAGE_ADDRESS,
    GENERATOR,
    GENERATOR_AGENT,
    LICENSE,
    MEDIA_GROUP,
    MEDIA_CONTENT,
    MEDIA_THUMBNAIL,
    MEDIA_CREDIT,
    MEDIA_CAPTION,
    MEDIA_TITLE,
    MEDIA_RIGHTS,
    MEDIA_PLAYER,
    DURATION,
    LOGO,
    SKIP_HOUR,
    SKIP_DAY,
    TOMBSTONE,
    TOMBSTONE_COMMENT,
    /** Read over with all that it holds: textInput, cloud. */
    IGNORED,
  }
}
