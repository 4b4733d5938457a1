package org.slugline.feed;

import static org.slugline.feed.Meaning.Kind.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slugline.feed.Frame.Scope;
import org.slugline.text.Sanitizer;

/**
 * Events into drafts: every element is looked up in the table and goes where it means to. One per
 * document, not thread-safe.
 */
final class Assembly implements XmlEvents {
  /** Elements further in are not told apart; their text still counts. */
  private static final int DEEPEST = 512;

  private static final String ITUNES_SCHEME = "http://www.itunes.com/";

  /** Media RSS, category: the default. */
  private static final String MEDIA_SCHEME = "http://search.yahoo.com/mrss/category_schema";

  private final Shelf shelf;
  private final String contentLanguage;
  private final boolean unicode;
  private final Map<String, Family> families = new HashMap<>();
  private final Capture capture = new Capture();
  private final StringBuilder loose = new StringBuilder();

  private int depth;
  private Frame[] frames = new Frame[16];

  private String format = "";
  private boolean atom;
  private boolean found;
  private boolean html;
  private final Draft feed = new Draft();
  private int captureDepth;
  private TextForm form = new TextForm(TextForm.Kind.PLAIN, "");
  private boolean rightToLeft;
  private String scheme = "";
  private String label = "";
  private String term = "";
  private String permanence = "";

  private final PersonDraft person = new PersonDraft();
  private String imageAddress = "";
  private String imageTitle = "";
  private String imageLink = "";
  private final MediaShelf media = new MediaShelf();
  private String tombRef = "";
  private String tombWhen = "";
  private String tombComment = "";
  final List<Tombstone> tombstones = new ArrayList<>();
  final List<Integer> skipHours = new ArrayList<>();
  final List<String> skipDays = new ArrayList<>();

  /**
   * @param base {@code ""} where unknown
   * @param contentLanguage {@code ""} where unknown
   * @param unicode whether the document came as UTF-8: only there is text mended that was encoded
   *     twice
   */
  Assembly(String base, String contentLanguage, int maxEntries, boolean unicode) {
    this.unicode = unicode;
    this.contentLanguage = contentLanguage;
    shelf = new Shelf(maxEntries);
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
    frame(depth).begin(frames[depth - 1], prefix, local, attributes);
    if (captureDepth > 0) {
      if (!prefix.isEmpty() && family(namespace, prefix) == Family.XHTML) {
        frames[depth].prefix = "";
      }
      capture.open(frames[depth].prefix, local, attributes, frames[depth].base);
      return;
    }
    var outer = frames[depth - 1].scope;
    if (outer == Scope.IGNORED) {
      frames[depth].scope = Scope.IGNORED;
      return;
    }
    var family = family(namespace, prefix);
    var meaning = Vocabulary.of(family, local);
    frames[depth].meaning = meaning;
    switch (outer) {
      case OUTSIDE -> openOutside(meaning, namespace, local, attributes);
      case FEED, ENTRY, SOURCE -> openProperty(meaning, family, namespace, attributes);
      case IMAGE -> openInImage(meaning);
      case PERSON -> openInPerson(meaning);
      case MEDIA -> openInMedia(meaning, attributes);
      case FOREIGN -> openForeign(meaning, namespace, attributes);
      case IGNORED -> {}
    }
  }

  @Override
  public void text(char[] letters, int start, int length) {
    if (captureDepth > 0) {
      capture.text(letters, start, length);
    } else if (depth <= DEEPEST && frames[depth].scope.wantsLooseText()) {
      loose.append(letters, start, Math.min(length, Math.max(0, 10_000 - loose.length())));
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
    if (captureDepth == depth) {
      captureDepth = 0;
      take(frames[depth].meaning, frames[depth].draft);
    } else if (captureDepth > 0) {
      capture.close(frames[depth].prefix, frames[depth].local);
    } else {
      closeScope();
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

  private void openOutside(Meaning meaning, String namespace, String local, Attributes attributes) {
    switch (meaning.kind()) {
      case ROOT -> {
        found = true;
        format = Formats.root(local, attributes.get("version"));
        atom = false;
        frames[depth].scope = Scope.FEED;
        feedSpeaks();
      }
      case FEED -> openFeed(namespace, local, attributes);
      case ENTRY -> {
        found = true;
        format = Formats.channel("entry", namespace, attributes.get("version"), format);
        atom = format.startsWith("atom");
        openEntry(attributes);
      }
      default -> {
        html |= local.equalsIgnoreCase("html");
        frames[depth].scope = Scope.OUTSIDE;
      }
    }
  }

  private void openFeed(String namespace, String local, Attributes attributes) {
    found = true;
    format = Formats.channel(local, namespace, attributes.get("version"), format);
    atom = format.startsWith("atom");
    frames[depth].scope = Scope.FEED;
    frames[depth].draft = feed;
    var base = attributes.get("base");
    if (format.equals("cdf") && !base.isEmpty()) {
      frames[depth].base = Address.base(frames[depth].base, base);
    }
    attributed(feed, attributes);
    feedSpeaks();
  }

  private void feedSpeaks() {
    if (!frames[depth].language.isEmpty() && !frames[depth].language.equals(contentLanguage)) {
      feed.speaks(0, frames[depth].language);
    }
  }

  /** CDF says in attributes what others say in elements. */
  private void attributed(Draft draft, Attributes attributes) {
    if (attributes.size() > 0) {
      draft.put(Slot.UPDATED, 1, attributes.get("lastmod"));
      var address = attributes.get("href");
      if (!address.isEmpty()) {
        Links.page(draft, Address.of(frames[depth].base, address), 1);
      }
    }
  }

  private void openEntry(Attributes attributes) {
    var entry = new Draft();
    shelf.add(entry);
    frames[depth].scope = Scope.ENTRY;
    frames[depth].draft = entry;
    attributed(entry, attributes);
    entry.put(Slot.ID, 5, attributes.prefixed("about").strip());
    entry.speaks(9, frames[depth].language);
  }

  private void openForeign(Meaning meaning, String namespace, Attributes attributes) {
    switch (meaning.kind()) {
      case ENTRY -> openEntry(attributes);
      case FEED -> {
        if (!namespace.isEmpty() && !found) {
          openFeed(namespace, frames[depth].local, attributes);
        }
      }
      case SKIP_HOUR, SKIP_DAY, TOMBSTONE_COMMENT -> read(false);
      default -> {}
    }
  }

  private void openProperty(
      Meaning meaning, Family family, String namespace, Attributes attributes) {
    var draft = frames[depth].draft;
    switch (meaning.kind()) {
      case ROOT, NONE -> {}
      case FEED -> {
        if (frames[depth - 1].scope == Scope.FEED && !format.equals("cdf")) {
          openFeed(namespace, frames[depth].local, attributes);
        } else if (frames[depth - 1].scope == Scope.FEED
            && frames[depth - 1].meaning.kind() == ROOT) {
          openFeed(namespace, frames[depth].local, attributes);
        }
      }
      case ENTRY -> {
        if (frames[depth - 1].scope == Scope.ENTRY && captureDepth == 0) {
          media.clear();
        }
        openEntry(attributes);
      }
      case SOURCE -> openSource(draft, attributes);
      case WORDS, PROSE, BODY -> openPassage(meaning, family, attributes);
      case KEYWORDS -> {
        scheme = family == Family.ITUNES ? ITUNES_SCHEME : "";
        read(false);
      }
      case LINE, STAMP, ADDRESS, SKIP_HOUR, SKIP_DAY -> read(false);
      case GUID -> {
        permanence = attributes.get("ispermalink").strip();
        read(false);
      }
      case POINTER, LICENSE -> openPointer(meaning, draft, attributes);
      case LINK -> openLink(draft, family, attributes);
      case AUTHOR, CONTRIBUTOR, OWNER -> {
        frames[depth].scope = Scope.PERSON;
        person.clear();
        loose.setLength(0);
      }
      case CATEGORY -> {
        term = attributes.get("term");
        scheme = attributes.get("scheme");
        scheme = scheme.isEmpty() ? attributes.get("domain") : scheme;
        scheme = scheme.isEmpty() && family == Family.MEDIA ? MEDIA_SCHEME : scheme;
        label = attributes.get("label");
        read(false);
      }
      case ITUNES_CATEGORY -> {
        Draft.add(
            draft.categories, new Category(attributes.get("text").strip(), ITUNES_SCHEME, ""));
        frames[depth].meaning = meaning;
        frames[depth].scope = Scope.FEED;
      }
      case ENCLOSURE -> {
        Links.enclosure(draft, attributes, frames[depth].base);
        read(false);
      }
      case IMAGE -> {
        frames[depth].scope = Scope.IMAGE;
        imageAddress = attributes.prefixed("resource");
        imageAddress = imageAddress.isEmpty() ? attributes.get("href") : imageAddress;
        imageAddress = imageAddress.isEmpty() ? attributes.get("url") : imageAddress;
        imageTitle = "";
        imageLink = "";
        loose.setLength(0);
      }
      case LOGO -> {
        var style = attributes.get("style");
        draft.put(
            style.equalsIgnoreCase("icon") ? Slot.ICON : Slot.LOGO,
            0,
            Address.of(frames[depth].base, attributes.get("href")));
        read(false);
      }
      case GENERATOR -> {
        label = attributes.get("uri");
        label = label.isEmpty() ? attributes.get("url") : label;
        read(false);
      }
      case GENERATOR_AGENT -> {
        label = attributes.prefixed("resource");
        read(false);
      }
      case MEDIA_GROUP -> {
        frames[depth].scope = Scope.MEDIA;
        media.openGroup();
      }
      case MEDIA_CONTENT -> {
        frames[depth].scope = Scope.MEDIA;
        media.openFile(attributes, frames[depth].base);
      }
      case MEDIA_THUMBNAIL, MEDIA_CREDIT, MEDIA_CAPTION, MEDIA_TITLE, MEDIA_RIGHTS, MEDIA_PLAYER ->
          openMediaWord(meaning, attributes);
      case DURATION -> read(false);
      case TOMBSTONE -> {
        tombRef = attributes.get("ref");
        tombWhen = attributes.get("when");
        tombComment = "";
      }
      case IGNORED -> frames[depth].scope = Scope.IGNORED;
      case PERSON_NAME, PERSON_EMAIL, PERSON_ADDRESS, IMAGE_ADDRESS, TOMBSTONE_COMMENT -> {}
    }
  }

  private void openSource(Draft draft, Attributes attributes) {
    if (frames[depth - 1].scope != Scope.ENTRY) {
      return;
    }
    var source = new Draft();
    draft.source = Optional.of(source);
    source.put(Slot.LINK, 2, Address.of(frames[depth].base, attributes.get("url")));
    frames[depth].draft = source;
    frames[depth].scope = Scope.SOURCE;
    loose.setLength(0);
  }

  private void openPassage(Meaning meaning, Family family, Attributes attributes) {
    var fallback =
        switch (meaning.kind()) {
          case PROSE -> TextForm.Kind.HTML;
          default ->
              family == Family.XHTML
                  ? TextForm.Kind.XML
                  : atom && family == Family.ATOM ? TextForm.Kind.PLAIN : TextForm.Kind.GUESS;
        };
    form =
        attributes.size() == 0
            ? TextForm.of("", "", fallback)
            : TextForm.of(attributes.get("type"), attributes.get("mode"), fallback);
    rightToLeft = attributes.size() > 0 && attributes.get("dir").equalsIgnoreCase("rtl");
    if (meaning.slot() == Slot.CONTENT && attributes.size() > 0) {
      var src = attributes.get("src");
      if (!src.isEmpty()) {
        frames[depth].draft.contentSrc = Address.of(frames[depth].base, src);
        frames[depth].draft.contentMime = form.mime();
      }
    }
    read(true);
  }

  private void openPointer(Meaning meaning, Draft draft, Attributes attributes) {
    var target = attributes.prefixed("resource");
    target = target.isEmpty() ? attributes.get("href") : target;
    target = target.isEmpty() ? attributes.get("url") : target;
    if (!target.isEmpty()) {
      draft.put(meaning.slot(), meaning.rank(), Address.of(frames[depth].base, target));
    }
    read(false);
  }

  private void openLink(Draft draft, Family family, Attributes attributes) {
    var href = attributes.size() == 0 ? "" : attributes.get("href");
    href = href.isEmpty() && attributes.size() > 0 ? attributes.prefixed("resource") : href;
    if (href.isEmpty()) {
      read(false);
      return;
    }
    Links.read(draft, href, attributes, frames[depth].base, !atom && family == Family.ATOM);
  }

  private void openInImage(Meaning meaning) {
    switch (meaning.kind()) {
      case WORDS, LINK, IMAGE_ADDRESS -> read(false);
      default -> {}
    }
  }

  private void openInPerson(Meaning meaning) {
    switch (meaning.kind()) {
      case PERSON_NAME, PERSON_EMAIL, PERSON_ADDRESS, IMAGE_ADDRESS, WORDS -> read(false);
      default -> {}
    }
  }

  private void openInMedia(Meaning meaning, Attributes attributes) {
    switch (meaning.kind()) {
      case MEDIA_CONTENT -> {
        frames[depth].scope = Scope.MEDIA;
        media.openFile(attributes, frames[depth].base);
      }
      case MEDIA_THUMBNAIL, MEDIA_CREDIT, MEDIA_CAPTION, MEDIA_TITLE, MEDIA_RIGHTS, MEDIA_PLAYER ->
          openMediaWord(meaning, attributes);
      case CATEGORY, KEYWORDS, ENTRY -> openProperty(meaning, Family.MEDIA, "", attributes);
      default -> frames[depth].scope = Scope.MEDIA;
    }
  }

  private void openMediaWord(Meaning meaning, Attributes attributes) {
    var address = attributes.get("url");
    if (!address.isEmpty()) {
      media.say(meaning.kind(), Address.of(frames[depth].base, address), frames[depth].draft);
    }
    form = TextForm.of(attributes.get("type"), "", TextForm.Kind.GUESS);
    read(meaning.kind() == MEDIA_CAPTION || meaning.kind() == MEDIA_TITLE);
  }

  private void read(boolean markup) {
    captureDepth = depth;
    capture.begin(markup, form.kind() != TextForm.Kind.HTML);
  }

  /** The captured element ends: its value goes where it belongs. */
  private void take(Meaning meaning, Draft draft) {
    var outer = frames[depth - 1].scope;
    switch (meaning.kind()) {
      case WORDS, PROSE, BODY -> takePassage(meaning, draft, outer);
      case LINE -> draft.put(meaning.slot(), meaning.rank(), line());
      case STAMP -> draft.put(meaning.slot(), meaning.rank(), line());
      case ADDRESS, POINTER, LICENSE ->
          draft.put(meaning.slot(), meaning.rank(), Address.of(frames[depth].base, line()));
      case LINK -> takeLink(draft, outer);
      case GUID -> takeGuid(draft);
      case CATEGORY -> takeCategory(draft);
      case KEYWORDS -> {
        for (var word : line().split(",")) {
          if (!word.isBlank()) {
            Draft.add(draft.categories, new Category(word.strip(), scheme, ""));
          }
        }
      }
      case GENERATOR, GENERATOR_AGENT -> {
        var name = line();
        draft.put(Slot.GENERATOR, meaning.rank(), name.isEmpty() ? label.strip() : name);
      }
      case PERSON_NAME -> person.name = line();
      case PERSON_EMAIL -> person.email = line();
      case PERSON_ADDRESS, IMAGE_ADDRESS -> takeAddress(outer);
      case DURATION -> draft.mediaForAll.duration = Numbers.duration(line());
      case MEDIA_THUMBNAIL, MEDIA_PLAYER ->
          media.say(meaning.kind(), Address.of(frames[depth].base, line()), draft);
      case MEDIA_CREDIT, MEDIA_RIGHTS -> media.say(meaning.kind(), line(), draft);
      case MEDIA_CAPTION, MEDIA_TITLE -> {
        var said = passage();
        var words = said.html() ? Sanitizer.plain(said.value()) : said.value();
        media.say(meaning.kind(), words, draft);
        if (meaning.kind() == MEDIA_TITLE || media.isClosed()) {
          draft.put(meaning.slot(), meaning.rank(), said);
        }
      }
      case SKIP_HOUR -> Numbers.whole(line()).ifPresent(skipHours::add);
      case SKIP_DAY -> skipDays.add(line());
      case TOMBSTONE_COMMENT -> tombComment = line();
      default -> {}
    }
  }

  private String line() {
    return Letters.mended(capture.value(), unicode);
  }

  private void takeAddress(Scope outer) {
    var address = Address.of(frames[depth].base, line());
    if (outer == Scope.IMAGE) {
      imageAddress = address;
    } else {
      person.address = address;
    }
  }

  private void takePassage(Meaning meaning, Draft draft, Scope outer) {
    if (outer == Scope.IMAGE) {
      imageTitle = meaning.slot() == Slot.TITLE ? line() : imageTitle;
      return;
    }
    if (outer == Scope.PERSON) {
      person.name = person.name.isEmpty() ? line() : person.name;
      return;
    }
    var passage = passage();
    if (!passage.isEmpty() && !frames[depth].language.isEmpty()) {
      draft.speaks(spokenRank(meaning.slot()), frames[depth].language);
    }
    var body = meaning.slot() == Slot.CONTENT || meaning.slot() == Slot.SUMMARY;
    draft.put(
        meaning.slot(), meaning.rank(), body && rightToLeft ? passage.rightToLeft() : passage);
  }

  private static int spokenRank(Slot slot) {
    return switch (slot) {
      case CONTENT -> 1;
      case SUMMARY -> 2;
      case TITLE -> 3;
      default -> 10;
    };
  }

  private Passage passage() {
    var value = Letters.mended(capture.value(), unicode);
    if (capture.isTagged()) {
      return new Passage(value, true, "application/xhtml+xml", frames[depth].base);
    }
    return Passages.of(value, form, frames[depth].base);
  }

  private void takeLink(Draft draft, Scope outer) {
    var address = Address.of(frames[depth].base, line());
    if (outer == Scope.IMAGE) {
      imageLink = address;
    } else {
      Links.page(draft, address, 0);
    }
  }

  private void takeGuid(Draft draft) {
    var id = line();
    draft.put(Slot.ID, 0, id);
    var says = permanence.isEmpty() || permanence.equalsIgnoreCase("true");
    draft.guidIsLink = Optional.of(says && !draft.has(Slot.LINK));
    if (says) {
      draft.put(
          Slot.LINK,
          8,
          permanence.isEmpty() && !Address.isAbsolute(id)
              ? ""
              : Address.of(frames[depth].base, id));
    }
  }

  private void takeCategory(Draft draft) {
    var text = line();
    var name = term.isBlank() ? text : term.strip();
    if (!name.isEmpty() || !label.isBlank()) {
      Draft.add(draft.categories, new Category(name, scheme.strip(), label.strip()));
    }
  }

  private void closeScope() {
    var draft = frames[depth].draft;
    switch (frames[depth].scope) {
      case PERSON -> closePerson(frames[depth].meaning, draft);
      case IMAGE -> closeImage(draft);
      case SOURCE -> {
        if (frames[depth].meaning.kind() == SOURCE) {
          draft.put(
              Slot.TITLE,
              1,
              new Passage(Letters.mended(loose.toString().strip(), unicode), false, "", ""));
        }
      }
      case MEDIA -> media.close(frames[depth].meaning.kind(), draft);
      case ENTRY -> media.clear();
      default -> {
        if (frames[depth].meaning.kind() == TOMBSTONE) {
          FeedDate.read(tombWhen)
              .ifPresent(when -> Draft.add(tombstones, new Tombstone(tombRef, when, tombComment)));
        }
      }
    }
  }

  private void closePerson(Meaning meaning, Draft draft) {
    var said = said();
    var whole = person.person(said);
    switch (meaning.kind()) {
      case OWNER ->
          draft.put(
              Slot.PUBLISHER, meaning.rank(), said.isEmpty() ? PersonDraft.line(whole) : said);
      case AUTHOR -> {
        if (!PersonDraft.isNobody(whole)) {
          draft.author(meaning.rank(), whole);
        }
      }
      default -> {
        if (!PersonDraft.isNobody(whole)) {
          Draft.add(draft.contributors, whole);
        }
      }
    }
  }

  /** The text between the children of what ends. */
  private String said() {
    var said = Letters.mended(loose.toString().strip(), unicode);
    loose.setLength(0);
    return said;
  }

  private void closeImage(Draft draft) {
    var said = imageAddress.isEmpty() ? loose.toString() : imageAddress;
    var address = Address.of(frames[depth].base, said);
    loose.setLength(0);
    if (!address.isEmpty()) {
      draft.put(Slot.IMAGE, imageTitle.isEmpty() && imageLink.isEmpty() ? 1 : 0, address);
    }
    if (draft.image.isEmpty() || !imageTitle.isEmpty()) {
      draft.image = Optional.of(new Image(address, imageTitle, imageLink));
    }
  }
}
