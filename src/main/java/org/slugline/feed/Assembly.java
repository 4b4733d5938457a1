package org.slugline.feed;

import static org.slugline.feed.Meaning.Kind.*;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slugline.feed.Frame.Scope;

/**
 * Events into drafts: every element is looked up in the table, and where it stands decides whether
 * it is ours to read. One per document, not thread-safe.
 */
final class Assembly implements XmlEvents {
  /** Elements further in are not told apart; their text still counts. */
  private static final int DEEPEST = 512;

  private final Shelf shelf;
  private final String contentLanguage;
  private final Map<String, Family> families = new HashMap<>();
  private final Intake intake;
  private final Capture capture;

  private int depth;
  private Frame[] frames = new Frame[16];

  private String format = "";
  private boolean atom;
  private boolean found;
  private boolean html;
  private final Draft feed = new Draft();
  private int captureDepth;

  /**
   * @param base {@code ""} where unknown
   * @param contentLanguage {@code ""} where unknown
   * @param unicode whether the document came as UTF-8: only there is text mended that was encoded
   *     twice
   */
  Assembly(String base, String contentLanguage, int maxEntries, boolean unicode) {
    this.contentLanguage = contentLanguage;
    shelf = new Shelf(maxEntries);
    intake = new Intake(unicode);
    capture = intake.capture();
    frames[0] = new Frame(feed);
    frames[0].base = base;
    frames[0].language = contentLanguage;
  }

  @Override
  public void open(String namespace, String prefix, String local, Attributes attributes) {
    depth++;
    if (depth > DEEPEST) {
      return;
    }
    var here = frame(depth);
    here.begin(frames[depth - 1], prefix, local, attributes);
    if (captureDepth > 0) {
      if (!prefix.isEmpty() && family(namespace, prefix) == Family.XHTML) {
        here.prefix = "";
      }
      capture.open(here.prefix, local, attributes, here.base);
      return;
    }
    var outer = frames[depth - 1].scope;
    if (outer == Scope.IGNORED) {
      here.scope = Scope.IGNORED;
      return;
    }
    var family = family(namespace, prefix);
    here.meaning = Vocabulary.of(family, local);
    switch (outer) {
      case OUTSIDE -> openOutside(here, namespace, attributes);
      case FEED, ENTRY, SOURCE -> openProperty(here, family, namespace, attributes);
      case IMAGE, PERSON -> openInConstruct(here, outer);
      case MEDIA -> openInMedia(here, attributes);
      case FOREIGN -> openForeign(here, namespace, attributes);
      case IGNORED -> {}
    }
  }

  @Override
  public void text(char[] letters, int start, int length) {
    if (captureDepth > 0) {
      capture.text(letters, start, length);
    } else if (depth <= DEEPEST && frames[depth].scope.wantsLooseText()) {
      intake.loose(letters, start, length);
    }
  }

  @Override
  public void text(String letters) {
    if (captureDepth > 0) {
      capture.text(letters);
    } else {
      text(letters.toCharArray(), 0, letters.length());
    }
  }

  @Override
  public void close() {
    if (depth > DEEPEST) {
      depth--;
      return;
    }
    var here = frames[depth];
    if (captureDepth == depth) {
      captureDepth = 0;
      intake.take(here, frames[depth - 1].scope);
    } else if (captureDepth > 0) {
      capture.close(here.prefix, here.local);
    } else {
      intake.close(here);
    }
    depth--;
  }

  /** Whether a feed was met. */
  boolean found() {
    return found;
  }

  /** Whether the feed has ended: what follows it does not matter. */
  boolean isClosed() {
    return found && depth == 0;
  }

  /** Whether it is a web page instead. */
  boolean html() {
    return html;
  }

  String contentLanguage() {
    return contentLanguage;
  }

  String format() {
    return format;
  }

  Draft feed() {
    return feed;
  }

  List<Draft> entries() {
    return shelf.newest();
  }

  Intake intake() {
    return intake;
  }

  private Frame frame(int at) {
    if (at == frames.length) {
      frames = Arrays.copyOf(frames, at * 2);
    }
    if (frames[at] == null) {
      frames[at] = new Frame(feed);
    }
    return frames[at];
  }

  private Family family(String namespace, String prefix) {
    if (namespace.isEmpty() && prefix.isEmpty()) {
      return Family.CORE;
    }
    var known = families.get(namespace);
    if (known == null) {
      known = Family.of(namespace, prefix);
      if (families.size() < 1_000 && !namespace.isEmpty()) {
        families.put(namespace, known);
      }
    }
    return known;
  }

  private void openOutside(Frame here, String namespace, Attributes attributes) {
    switch (here.meaning.kind()) {
      case ROOT -> {
        found = true;
        format = Formats.root(here.local, attributes.get("version"));
        atom = false;
        here.scope = Scope.FEED;
        feedSpeaks(here);
      }
      case FEED -> openFeed(here, namespace, attributes);
      case ENTRY -> {
        found = true;
        format = Formats.channel("entry", namespace, attributes.get("version"), format);
        atom = format.startsWith("atom");
        openEntry(here, attributes);
      }
      default -> {
        html |= here.local.equalsIgnoreCase("html");
        here.scope = Scope.OUTSIDE;
      }
    }
  }

  private void openFeed(Frame here, String namespace, Attributes attributes) {
    found = true;
    format = Formats.channel(here.local, namespace, attributes.get("version"), format);
    atom = format.startsWith("atom");
    here.scope = Scope.FEED;
    here.draft = feed;
    var base = attributes.get("base");
    if (format.equals("cdf") && !base.isEmpty()) {
      here.base = Address.base(here.base, base);
    }
    attributed(here, attributes);
    feedSpeaks(here);
  }

  private void feedSpeaks(Frame here) {
    if (!here.language.isEmpty() && !here.language.equals(contentLanguage)) {
      feed.speaks(0, here.language);
    }
  }

  /** CDF says in attributes what others say in elements. */
  private static void attributed(Frame here, Attributes attributes) {
    if (attributes.size() > 0) {
      here.draft.put(Slot.UPDATED, 1, attributes.get("lastmod"));
      var address = attributes.get("href");
      if (!address.isEmpty()) {
        Links.page(here.draft, Address.of(here.base, address), 1);
      }
    }
  }

  private void openEntry(Frame here, Attributes attributes) {
    var entry = new Draft();
    shelf.add(entry);
    here.scope = Scope.ENTRY;
    here.draft = entry;
    attributed(here, attributes);
    entry.put(Slot.ID, 5, attributes.prefixed("about").strip());
    entry.speaks(9, here.language);
  }

  private void openForeign(Frame here, String namespace, Attributes attributes) {
    switch (here.meaning.kind()) {
      case ENTRY -> openEntry(here, attributes);
      case FEED -> {
        if (!namespace.isEmpty() && !found) {
          openFeed(here, namespace, attributes);
        }
      }
      case SKIP_HOUR, SKIP_DAY, TOMBSTONE_COMMENT -> read(here, Family.CORE, attributes);
      default -> {}
    }
  }

  private void openProperty(Frame here, Family family, String namespace, Attributes attributes) {
    var outer = frames[depth - 1];
    switch (here.meaning.kind()) {
      case ROOT, NONE, PERSON_NAME, PERSON_EMAIL, PERSON_ADDRESS, IMAGE_ADDRESS -> {}
      case TOMBSTONE_COMMENT -> {}
      case FEED -> {
        if (outer.scope == Scope.FEED && (!format.equals("cdf") || outer.meaning.kind() == ROOT)) {
          openFeed(here, namespace, attributes);
        }
      }
      case ENTRY -> {
        if (outer.scope == Scope.ENTRY) {
          intake.entryEnds();
        }
        openEntry(here, attributes);
      }
      case SOURCE -> openSource(here, outer, attributes);
      case LINK -> openLink(here, family, attributes);
      case AUTHOR, CONTRIBUTOR, OWNER, PODCAST_OWNER -> {
        here.scope = Scope.PERSON;
        intake.beginPerson();
      }
      case ITUNES_CATEGORY -> {
        CategoryDraft.podcast(here.draft, attributes);
        here.scope = Scope.FEED;
      }
      case IMAGE -> {
        here.scope = Scope.IMAGE;
        intake.beginImage(attributes);
      }
      case MEDIA_GROUP, MEDIA_CONTENT -> {
        here.scope = Scope.MEDIA;
        intake.beginMedia(here.meaning.kind(), attributes, here);
      }
      case TOMBSTONE -> intake.beginTombstone(attributes);
      case IGNORED -> here.scope = Scope.IGNORED;
      default -> read(here, family, attributes);
    }
  }

  private void openSource(Frame here, Frame outer, Attributes attributes) {
    if (outer.scope != Scope.ENTRY) {
      return;
    }
    var source = new Draft();
    here.draft.source = Optional.of(source);
    source.put(Slot.LINK, 2, Address.of(here.base, attributes.get("url")));
    here.draft = source;
    here.scope = Scope.SOURCE;
    intake.beginSource();
  }

  private void openLink(Frame here, Family family, Attributes attributes) {
    var href = attributes.size() == 0 ? "" : attributes.get("href");
    href = href.isEmpty() && attributes.size() > 0 ? attributes.prefixed("resource") : href;
    if (!href.isEmpty()) {
      Links.read(here.draft, href, attributes, here.base, !atom && family == Family.ATOM);
    } else {
      read(here, family, attributes);
    }
  }

  /** Within a person or a picture. */
  private void openInConstruct(Frame here, Scope outer) {
    var ours =
        switch (here.meaning.kind()) {
          case WORDS, IMAGE_ADDRESS -> true;
          case LINK -> outer == Scope.IMAGE;
          case PERSON_NAME, PERSON_EMAIL, PERSON_ADDRESS -> outer == Scope.PERSON;
          default -> false;
        };
    if (ours) {
      captureDepth = depth;
      intake.beginLine();
    }
  }

  private void openInMedia(Frame here, Attributes attributes) {
    switch (here.meaning.kind()) {
      case MEDIA_CONTENT,
          MEDIA_THUMBNAIL,
          MEDIA_CREDIT,
          MEDIA_CAPTION,
          MEDIA_TITLE,
          MEDIA_RIGHTS,
          MEDIA_PLAYER,
          CATEGORY,
          KEYWORDS,
          ENTRY ->
          openProperty(here, Family.MEDIA, "", attributes);
      default -> here.scope = Scope.MEDIA;
    }
  }

  private void read(Frame here, Family family, Attributes attributes) {
    captureDepth = depth;
    intake.begin(family, attributes, here, atom);
  }
}
