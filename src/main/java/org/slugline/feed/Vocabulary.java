package org.slugline.feed;

import static org.slugline.feed.Family.*;
import static org.slugline.feed.Meaning.Kind.*;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The one table: an element of a namespace, and what it means. Adding an element is adding a line.
 */
final class Vocabulary {
  private static final EnumMap<Family, Map<String, Meaning>> TABLE = new EnumMap<>(Family.class);

  static {
    say(ROOT, CORE, "rss", "rdf", "hotrss");
    say(ROOT, RDF, "RDF");
    say(FEED, CORE, "channel", "feed");
    say(FEED, ATOM, "feed");
    say(ENTRY, CORE, "item", "entry");
    say(ENTRY, ATOM, "entry");
    say(SOURCE, CORE, "source");
    say(SOURCE, ATOM, "source");

    say(WORDS, Slot.TITLE, 0, CORE, "title");
    say(WORDS, Slot.TITLE, 0, ATOM, "title");
    say(WORDS, Slot.TITLE, 1, DC, "title");
    say(WORDS, Slot.TITLE, 1, DCTERMS, "title");
    say(WORDS, Slot.TITLE, 3, ITUNES, "title");
    say(MEDIA_TITLE, Slot.TITLE, 4, MEDIA, "title");

    say(PROSE, Slot.SUMMARY, 0, CORE, "description", "abstract");
    say(WORDS, Slot.SUMMARY, 0, ATOM, "summary", "subtitle", "tagline", "info");
    say(WORDS, Slot.SUMMARY, 0, CORE, "summary", "subtitle", "tagline", "info");
    say(PROSE, Slot.SUMMARY, 1, DC, "description");
    say(PROSE, Slot.SUMMARY, 1, DCTERMS, "description", "abstract");
    say(PROSE, Slot.SUMMARY, 2, ITUNES, "summary");
    say(PROSE, Slot.SUMMARY, 3, GOOGLEPLAY, "description");
    say(WORDS, Slot.SUMMARY, 4, ITUNES, "subtitle");
    say(MEDIA_CAPTION, Slot.SUMMARY, 5, MEDIA, "description");

    say(BODY, Slot.CONTENT, 0, ATOM, "content");
    say(PROSE, Slot.CONTENT, 0, CONTENT, "encoded");
    say(BODY, Slot.CONTENT, 1, CORE, "content");
    say(PROSE, Slot.CONTENT, 1, CORE, "fullitem", "encoded");
    say(BODY, Slot.CONTENT, 2, XHTML, "body", "div");
    say(BODY, Slot.CONTENT, 2, CORE, "body");

    say(WORDS, Slot.RIGHTS, 0, CORE, "copyright", "rights");
    say(WORDS, Slot.RIGHTS, 0, ATOM, "rights", "copyright");
    say(WORDS, Slot.RIGHTS, 1, DC, "rights");
    say(WORDS, Slot.RIGHTS, 1, DCTERMS, "rights");
    say(MEDIA_RIGHTS, Slot.RIGHTS, 2, MEDIA, "copyright");

    say(GUID, Slot.ID, 0, CORE, "guid");
    say(LINE, Slot.ID, 0, CORE, "id");
    say(LINE, Slot.ID, 0, ATOM, "id");
    say(LINE, Slot.ID, 2, DC, "identifier");
    say(LINE, Slot.ID, 2, DCTERMS, "identifier");

    say(LINK, CORE, "link");
    say(LINK, ATOM, "link");

    say(STAMP, Slot.PUBLISHED, 0, CORE, "pubDate", "published", "issued");
    say(STAMP, Slot.PUBLISHED, 0, ATOM, "published", "issued");
    say(STAMP, Slot.PUBLISHED, 1, DCTERMS, "issued", "available", "date");
    say(STAMP, Slot.UPDATED, 0, CORE, "lastBuildDate", "updated", "modified", "lastMod");
    say(STAMP, Slot.UPDATED, 0, ATOM, "updated", "modified");
    say(STAMP, Slot.UPDATED, 1, DCTERMS, "modified");
    say(STAMP, Slot.UPDATED, 2, DC, "date");
    say(STAMP, Slot.CREATED, 0, CORE, "created");
    say(STAMP, Slot.CREATED, 0, ATOM, "created");
    say(STAMP, Slot.CREATED, 1, DCTERMS, "created");

    say(LINE, Slot.LANGUAGE, 0, CORE, "language");
    say(LINE, Slot.LANGUAGE, 1, DC, "language");
    say(LINE, Slot.LANGUAGE, 1, DCTERMS, "language");

    say(AUTHOR, Slot.ID, 0, CORE, "author", "managingEditor");
    say(AUTHOR, Slot.ID, 0, ATOM, "author");
    say(AUTHOR, Slot.ID, 1, DC, "creator", "author");
    say(AUTHOR, Slot.ID, 1, DCTERMS, "creator");
    say(AUTHOR, Slot.ID, 2, ITUNES, "author");
    say(AUTHOR, Slot.ID, 3, GOOGLEPLAY, "author");
    say(CONTRIBUTOR, Slot.ID, 0, ATOM, "contributor");
    say(CONTRIBUTOR, Slot.ID, 0, CORE, "contributor");
    say(CONTRIBUTOR, Slot.ID, 0, DC, "contributor");
    say(CONTRIBUTOR, Slot.ID, 0, DCTERMS, "contributor");
    say(OWNER, Slot.PUBLISHER, 0, DC, "publisher");
    say(OWNER, Slot.PUBLISHER, 0, DCTERMS, "publisher");
    say(OWNER, Slot.PUBLISHER, 1, CORE, "webMaster", "publisher");
    say(PODCAST_OWNER, Slot.PUBLISHER, 2, ITUNES, "owner");
    say(PERSON_NAME, ATOM, "name");
    say(PERSON_NAME, CORE, "name");
    say(PERSON_NAME, ITUNES, "name");
    say(PERSON_EMAIL, ATOM, "email");
    say(PERSON_EMAIL, CORE, "email");
    say(PERSON_EMAIL, ITUNES, "email");
    say(PERSON_ADDRESS, ATOM, "uri", "url", "homepage");
    say(PERSON_ADDRESS, CORE, "uri", "homepage");

    say(CATEGORY, CORE, "category");
    say(CATEGORY, ATOM, "category");
    say(CATEGORY, DC, "subject");
    say(CATEGORY, DCTERMS, "subject");
    say(CATEGORY, MEDIA, "category");
    say(ITUNES_CATEGORY, ITUNES, "category");
    say(ITUNES_CATEGORY, GOOGLEPLAY, "category");
    say(KEYWORDS, ITUNES, "keywords");
    say(KEYWORDS, MEDIA, "keywords");
    say(CATEGORY, CORE, "keywords");

    say(ENCLOSURE, CORE, "enclosure");
    say(ADDRESS, Slot.COMMENTS, 0, CORE, "comments");
    say(IMAGE, Slot.IMAGE, 0, CORE, "image");
    say(POINTER, Slot.IMAGE, 1, ITUNES, "image");
    say(POINTER, Slot.IMAGE, 2, GOOGLEPLAY, "image");
    say(POINTER, Slot.IMAGE, 3, ITUNES, "link");
    say(IMAGE_ADDRESS, CORE, "url");
    say(LOGO, Slot.LOGO, 1, CORE, "logo");
    say(ADDRESS, Slot.LOGO, 0, ATOM, "logo");
    say(ADDRESS, Slot.ICON, 0, ATOM, "icon");
    say(ADDRESS, Slot.ICON, 0, CORE, "icon");

    say(GENERATOR, Slot.GENERATOR, 0, CORE, "generator");
    say(GENERATOR, Slot.GENERATOR, 0, ATOM, "generator");
    say(GENERATOR_AGENT, Slot.GENERATOR, 1, ADMIN, "generatorAgent");
    say(LICENSE, Slot.LICENSE, 0, CREATIVE_COMMONS, "license");
    say(LICENSE, Slot.LICENSE, 1, DCTERMS, "license");

    say(LINE, Slot.TTL, 0, CORE, "ttl");
    say(LINE, Slot.UPDATE_PERIOD, 0, SYNDICATION, "updatePeriod");
    say(LINE, Slot.UPDATE_FREQUENCY, 0, SYNDICATION, "updateFrequency");
    say(SKIP_HOUR, CORE, "hour");
    say(SKIP_DAY, CORE, "day");

    say(MEDIA_GROUP, MEDIA, "group");
    say(MEDIA_CONTENT, MEDIA, "content");
    say(MEDIA_THUMBNAIL, Slot.IMAGE, 3, MEDIA, "thumbnail");
    say(MEDIA_CREDIT, MEDIA, "credit");
    say(MEDIA_CAPTION, Slot.SUMMARY, 5, MEDIA, "text");
    say(MEDIA_PLAYER, MEDIA, "player");
    say(DURATION, ITUNES, "duration");

    say(TOMBSTONE, WITHDRAWAL, "deleted-entry");
    say(TOMBSTONE_COMMENT, WITHDRAWAL, "comment");

    say(IGNORED, CORE, "textInput", "textinput", "cloud", "items");
  }

  private Vocabulary() {}

  /**
   * Case does not matter, but the usual one is found faster. What Atom's namespace does not have is
   * looked up in RSS: it is a stray.
   */
  static Meaning of(Family family, String local) {
    var words = TABLE.get(family);
    if (words == null) {
      return Meaning.NONE;
    }
    var meaning = words.get(local);
    if (meaning != null) {
      return meaning;
    }
    var stray = family == ATOM ? of(CORE, local) : Meaning.NONE;
    return words.getOrDefault(local.toLowerCase(Locale.ROOT), stray);
  }

  private static void say(Meaning.Kind kind, Family family, String... names) {
    say(kind, Slot.ID, 0, family, names);
  }

  private static void say(Meaning.Kind kind, Slot slot, int rank, Family family, String... names) {
    var words = TABLE.computeIfAbsent(family, _ -> new HashMap<>());
    for (var name : names) {
      words.put(name, new Meaning(kind, slot, rank));
      words.put(name.toLowerCase(Locale.ROOT), new Meaning(kind, slot, rank));
    }
  }
}
