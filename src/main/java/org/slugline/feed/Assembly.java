package org.slugline.feed;

import static org.slugline.feed.Meaning.Kind.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Events into drafts: every element is looked up in the table and goes where it means to. One per
 * document, not thread-safe.
 */
final class Assembly implements XmlEvents {
  /** Elements further in are not told apart; their text still counts. */
  private static final int DEEPEST = 512;

  /** In what we stand: which elements are ours to read. */
  private enum Scope {
    OUTSIDE,
    FEED,
    ENTRY,
    SOURCE,
    IMAGE,
    PERSON,
    MEDIA,
    FOREIGN,
    IGNORED
  }

  private final Shelf shelf;
  private final String contentLanguage;
  private final boolean unicode;
  private final Map<String, Family> families = new HashMap<>();
  private final Capture capture = new Capture();
  private final StringBuilder loose = new StringBuilder();

  private int depth;
  private Scope[] scopes = new Scope[16];
  private Meaning[] meanings = new Meaning[16];
  private Draft[] drafts = new Draft[16];
  private String[] bases = new String[16];
  private String[] languages = new String[16];
  private String[] prefixes = new String[16];
  private String[] locals = new String[16];

  private String format = "";
  private boolean atom;
  private boolean found;
  private boolean html;
  private final Draft feed = new Draft();
  private int captureDepth;
  private TextForm form = new TextForm(TextForm.Kind.PLAIN, "");
  private String scheme = "";
  private String label = "";
  private String term = "";
  private String permanence = "";

  private String personName = "";
  private String personEmail = "";
  private String personAddress = "";
  private String imageAddress = "";
  private String imageTitle = "";
  private String imageLink = "";
  private Optional<MediaDraft> group = Optional.empty();
  private Optional<MediaDraft> file = Optional.empty();
  private final List<MediaDraft> files = new ArrayList<>();
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
    scopes[0] = Scope.OUTSIDE;
    meanings[0] = Meaning.NONE;
    drafts[0] = feed;
    bases[0] = base;
    languages[0] = contentLanguage;
    prefixes[0] = "";
    locals[0] = "";
  }

  @Override
  public void open(String namespace, String prefix, String local, Attributes attributes) {
    depth++;
    if (depth > DEEPEST) {
      return;
    }
    room();
    inherit(prefix, local, attributes);
    if (captureDepth > 0) {
      if (!prefix.isEmpty() && family(namespace, prefix) == Family.XHTML) {
        prefixes[depth] = "";
      }
      capture.open(prefixes[depth], local, attributes, bases[depth]);
      return;
    }
    var outer = scopes[depth - 1];
    if (outer == Scope.IGNORED) {
      scopes[depth] = Scope.IGNORED;
      return;
    }
    var family = family(namespace, prefix);
    var meaning = Vocabulary.of(family, local);
    meanings[depth] = meaning;
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
    } else if (depth <= DEEPEST && wantsLoose(scopes[depth])) {
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
      take(meanings[depth], drafts[depth]);
    } else if (captureDepth > 0) {
      capture.close(prefixes[depth], locals[depth]);
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

  private void room() {
    if (depth == scopes.length) {
      var size = depth * 2;
      scopes = Arrays.copyOf(scopes, size);
      meanings = Arrays.copyOf(meanings, size);
      drafts = Arrays.copyOf(drafts, size);
      bases = Arrays.copyOf(bases, size);
      languages = Arrays.copyOf(languages, size);
      prefixes = Arrays.copyOf(prefixes, size);
      locals = Arrays.copyOf(locals, size);
    }
  }

  private void inherit(String prefix, String local, Attributes attributes) {
    scopes[depth] = Scope.FOREIGN;
    meanings[depth] = Meaning.NONE;
    drafts[depth] = drafts[depth - 1];
    bases[depth] = bases[depth - 1];
    languages[depth] = languages[depth - 1];
    prefixes[depth] = prefix;
    locals[depth] = local;
    for (var i = 0; i < attributes.size(); i++) {
      if (attributes.prefix(i).equals("xml")) {
        if (attributes.local(i).equals("base")) {
          bases[depth] = Address.base(bases[depth], attributes.value(i));
        } else if (attributes.local(i).equals("lang")) {
          languages[depth] = attributes.value(i).strip().replace('_', '-');
        }
      }
    }
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
        scopes[depth] = Scope.FEED;
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
        scopes[depth] = Scope.OUTSIDE;
      }
    }
  }

  private void openFeed(String namespace, String local, Attributes attributes) {
    found = true;
    format = Formats.channel(local, namespace, attributes.get("version"), format);
    atom = format.startsWith("atom");
    scopes[depth] = Scope.FEED;
    drafts[depth] = feed;
    var base = attributes.get("base");
    if (format.equals("cdf") && !base.isEmpty()) {
      bases[depth] = Address.base(bases[depth], base);
    }
    attributed(feed, attributes);
    feedSpeaks();
  }

  private void feedSpeaks() {
    if (!languages[depth].isEmpty() && !languages[depth].equals(contentLanguage)) {
      feed.speaks(0, languages[depth]);
    }
  }

  /** CDF says in attributes what others say in elements. */
  private void attributed(Draft draft, Attributes attributes) {
    if (attributes.size() > 0) {
      draft.put(Slot.UPDATED, 1, attributes.get("lastmod"));
      var address = attributes.get("href");
      if (!address.isEmpty()) {
        page(draft, Address.of(bases[depth], address), 1);
      }
    }
  }

  /** An address that is only that, as RSS and CDF have it. */
  private static void page(Draft draft, String address, int rank) {
    if (!address.isEmpty() && !draft.has(Slot.LINK)) {
      Draft.add(draft.links, new Link(address, "alternate", "", "", "", OptionalLong.empty()));
    }
    draft.put(Slot.LINK, rank, address);
  }

  private void openEntry(Attributes attributes) {
    var entry = new Draft();
    shelf.add(entry);
    scopes[depth] = Scope.ENTRY;
    drafts[depth] = entry;
    attributed(entry, attributes);
    entry.put(Slot.ID, 5, attributes.prefixed("about").strip());
    entry.speaks(9, languages[depth]);
  }

  private void openForeign(Meaning meaning, String namespace, Attributes attributes) {
    switch (meaning.kind()) {
      case ENTRY -> openEntry(attributes);
      case FEED -> {
        if (!namespace.isEmpty() && !found) {
          openFeed(namespace, locals[depth], attributes);
        }
      }
      case SKIP_HOUR, SKIP_DAY, TOMBSTONE_COMMENT -> read(false);
      default -> {}
    }
  }

  private void openProperty(
      Meaning meaning, Family family, String namespace, Attributes attributes) {
    var draft = drafts[depth];
    switch (meaning.kind()) {
      case ROOT, NONE -> {}
      case FEED -> {
        if (scopes[depth - 1] == Scope.FEED && !format.equals("cdf")) {
          openFeed(namespace, locals[depth], attributes);
        } else if (scopes[depth - 1] == Scope.FEED && meanings[depth - 1].kind() == ROOT) {
          openFeed(namespace, locals[depth], attributes);
        }
      }
      case ENTRY -> {
        if (scopes[depth - 1] == Scope.ENTRY && captureDepth == 0) {
          finishEntry();
        }
        openEntry(attributes);
      }
      case SOURCE -> openSource(draft, attributes);
      case WORDS, PROSE, BODY -> openPassage(meaning, family, attributes);
      case LINE, STAMP, KEYWORDS, ADDRESS, SKIP_HOUR, SKIP_DAY -> read(false);
      case GUID -> {
        permanence = attributes.get("ispermalink").strip();
        read(false);
      }
      case POINTER, LICENSE -> openPointer(meaning, draft, attributes);
      case LINK -> openLink(draft, family, attributes);
      case AUTHOR, CONTRIBUTOR, OWNER -> {
        scopes[depth] = Scope.PERSON;
        personName = "";
        personEmail = "";
        personAddress = "";
        loose.setLength(0);
      }
      case CATEGORY -> {
        term = attributes.get("term");
        scheme = attributes.get("scheme");
        scheme = scheme.isEmpty() ? attributes.get("domain") : scheme;
        label = attributes.get("label");
        read(false);
      }
      case ITUNES_CATEGORY -> {
        Draft.add(
            draft.categories,
            new Category(attributes.get("text").strip(), "http://www.itunes.com/", ""));
        meanings[depth] = meaning;
        scopes[depth] = Scope.FEED;
      }
      case ENCLOSURE -> enclosure(draft, attributes);
      case IMAGE -> {
        scopes[depth] = Scope.IMAGE;
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
            Address.of(bases[depth], attributes.get("href")));
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
        scopes[depth] = Scope.MEDIA;
        group = Optional.of(new MediaDraft());
      }
      case MEDIA_CONTENT -> openFile(attributes);
      case MEDIA_THUMBNAIL, MEDIA_CREDIT, MEDIA_CAPTION, MEDIA_TITLE, MEDIA_RIGHTS, MEDIA_PLAYER ->
          openMediaWord(meaning, attributes);
      case DURATION -> read(false);
      case TOMBSTONE -> {
        tombRef = attributes.get("ref");
        tombWhen = attributes.get("when");
        tombComment = "";
      }
      case IGNORED -> scopes[depth] = Scope.IGNORED;
      case PERSON_NAME, PERSON_EMAIL, PERSON_ADDRESS, IMAGE_ADDRESS, TOMBSTONE_COMMENT -> {}
    }
  }

  private void openSource(Draft draft, Attributes attributes) {
    if (scopes[depth - 1] != Scope.ENTRY) {
      return;
    }
    var source = new Draft();
    draft.source = Optional.of(source);
    source.put(Slot.LINK, 2, Address.of(bases[depth], attributes.get("url")));
    drafts[depth] = source;
    scopes[depth] = Scope.SOURCE;
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
    if (meaning.slot() == Slot.CONTENT && attributes.size() > 0) {
      var src = attributes.get("src");
      if (!src.isEmpty()) {
        drafts[depth].contentSrc = Address.of(bases[depth], src);
        drafts[depth].contentMime = form.mime();
      }
    }
    read(true);
  }

  private void openPointer(Meaning meaning, Draft draft, Attributes attributes) {
    var target = attributes.prefixed("resource");
    target = target.isEmpty() ? attributes.get("href") : target;
    target = target.isEmpty() ? attributes.get("url") : target;
    if (!target.isEmpty()) {
      draft.put(meaning.slot(), meaning.rank(), Address.of(bases[depth], target));
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
    var address = Address.of(bases[depth], href);
    if (address.isEmpty()) {
      return;
    }
    var rel = attributes.get("rel").strip();
    rel = rel.isEmpty() ? "alternate" : Formats.bareRelation(rel);
    var type = attributes.get("type").strip();
    var length = Numbers.length(attributes.get("length"));
    Draft.add(
        draft.links,
        new Link(address, rel, type, attributes.get("title"), attributes.get("hreflang"), length));
    switch (rel) {
      case "alternate" -> {
        var page = type.isEmpty() || type.contains("html");
        var guest = !atom && family == Family.ATOM ? 2 : 0;
        draft.put(Slot.LINK, (page ? 0 : 1) + guest, address);
      }
      case "enclosure" -> Draft.add(draft.enclosures, new Enclosure(address, type, length));
      case "license" -> draft.put(Slot.LICENSE, 2, address);
      case "replies" -> {
        if (type.isEmpty() || type.contains("html")) {
          draft.put(Slot.COMMENTS, 1, address);
        }
      }
      default -> {}
    }
  }

  private void enclosure(Draft draft, Attributes attributes) {
    var url = attributes.get("url");
    url = url.isEmpty() ? attributes.get("href") : url;
    var address = Address.of(bases[depth], url);
    if (!address.isEmpty()) {
      Draft.add(
          draft.enclosures,
          new Enclosure(
              address, attributes.get("type").strip(), Numbers.length(attributes.get("length"))));
    }
    read(false);
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
      case MEDIA_CONTENT -> openFile(attributes);
      case MEDIA_THUMBNAIL, MEDIA_CREDIT, MEDIA_CAPTION, MEDIA_TITLE, MEDIA_RIGHTS, MEDIA_PLAYER ->
          openMediaWord(meaning, attributes);
      case CATEGORY, KEYWORDS, ENTRY -> openProperty(meaning, Family.MEDIA, "", attributes);
      default -> scopes[depth] = Scope.MEDIA;
    }
  }

  private void openFile(Attributes attributes) {
    var next = new MediaDraft();
    next.url = Address.of(bases[depth], attributes.get("url"));
    next.type = attributes.get("type").strip();
    next.medium = attributes.get("medium").strip();
    next.length = Numbers.length(attributes.get("filesize"));
    next.width = Numbers.pixels(attributes.get("width"));
    next.height = Numbers.pixels(attributes.get("height"));
    next.duration = Numbers.duration(attributes.get("duration"));
    file = Optional.of(next);
    files.add(next);
    scopes[depth] = Scope.MEDIA;
  }

  private void openMediaWord(Meaning meaning, Attributes attributes) {
    var address = attributes.get("url");
    if (!address.isEmpty()) {
      mediaWord(meaning, Address.of(bases[depth], address));
    }
    form = TextForm.of(attributes.get("type"), "", TextForm.Kind.GUESS);
    read(meaning.kind() == MEDIA_CAPTION || meaning.kind() == MEDIA_TITLE);
  }

  private void mediaWord(Meaning meaning, String value) {
    var target = file.or(() -> group).orElse(drafts[depth].mediaForAll);
    switch (meaning.kind()) {
      case MEDIA_THUMBNAIL ->
          target.thumbnail = target.thumbnail.isEmpty() ? value : target.thumbnail;
      case MEDIA_CREDIT ->
          target.credit = target.credit.isEmpty() ? value : target.credit + ", " + value;
      case MEDIA_CAPTION -> target.caption = target.caption.isEmpty() ? value : target.caption;
      case MEDIA_TITLE -> target.title = target.title.isEmpty() ? value : target.title;
      case MEDIA_RIGHTS -> target.rights = target.rights.isEmpty() ? value : target.rights;
      case MEDIA_PLAYER -> target.url = target.url.isEmpty() ? value : target.url;
      default -> {}
    }
  }

  private void read(boolean markup) {
    captureDepth = depth;
    capture.begin(markup, form.kind() != TextForm.Kind.HTML);
  }

  /** The captured element ends: its value goes where it belongs. */
  private void take(Meaning meaning, Draft draft) {
    var outer = scopes[depth - 1];
    switch (meaning.kind()) {
      case WORDS, PROSE, BODY -> takePassage(meaning, draft, outer);
      case LINE -> draft.put(meaning.slot(), meaning.rank(), line());
      case STAMP -> draft.put(meaning.slot(), meaning.rank(), line());
      case ADDRESS, POINTER, LICENSE ->
          draft.put(meaning.slot(), meaning.rank(), Address.of(bases[depth], line()));
      case LINK -> takeLink(draft, outer);
      case GUID -> takeGuid(draft);
      case CATEGORY -> takeCategory(draft);
      case KEYWORDS -> {
        for (var word : line().split(",")) {
          if (!word.isBlank()) {
            Draft.add(draft.categories, new Category(word.strip(), "", ""));
          }
        }
      }
      case GENERATOR, GENERATOR_AGENT -> {
        var name = line();
        draft.put(Slot.GENERATOR, meaning.rank(), name.isEmpty() ? label.strip() : name);
      }
      case PERSON_NAME -> personName = line();
      case PERSON_EMAIL -> personEmail = line();
      case PERSON_ADDRESS, IMAGE_ADDRESS -> takeAddress(outer);
      case DURATION -> draft.mediaForAll.duration = Numbers.duration(line());
      case MEDIA_THUMBNAIL, MEDIA_PLAYER -> mediaWord(meaning, Address.of(bases[depth], line()));
      case MEDIA_CREDIT, MEDIA_RIGHTS -> mediaWord(meaning, line());
      case MEDIA_CAPTION, MEDIA_TITLE -> {
        var said = passage();
        mediaWord(
            meaning, said.html() ? org.slugline.text.Sanitizer.plain(said.value()) : said.value());
        if (meaning.kind() == MEDIA_TITLE || (group.isEmpty() && file.isEmpty())) {
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
    var address = Address.of(bases[depth], line());
    if (outer == Scope.IMAGE) {
      imageAddress = address;
    } else {
      personAddress = address;
    }
  }

  private void takePassage(Meaning meaning, Draft draft, Scope outer) {
    if (outer == Scope.IMAGE) {
      imageTitle = meaning.slot() == Slot.TITLE ? line() : imageTitle;
      return;
    }
    if (outer == Scope.PERSON) {
      personName = personName.isEmpty() ? line() : personName;
      return;
    }
    var passage = passage();
    if (!passage.isEmpty() && !languages[depth].isEmpty()) {
      draft.speaks(spokenRank(meaning.slot()), languages[depth]);
    }
    draft.put(meaning.slot(), meaning.rank(), passage);
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
      return new Passage(value, true, "application/xhtml+xml", bases[depth]);
    }
    return Passages.of(value, form, bases[depth]);
  }

  private void takeLink(Draft draft, Scope outer) {
    var address = Address.of(bases[depth], line());
    if (outer == Scope.IMAGE) {
      imageLink = address;
    } else {
      page(draft, address, 0);
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
          permanence.isEmpty() && !Address.isAbsolute(id) ? "" : Address.of(bases[depth], id));
    }
  }

  private void takeCategory(Draft draft) {
    var text = line();
    var name = term.isBlank() ? text : term.strip();
    if (!name.isEmpty() || !label.isBlank()) {
      Draft.add(draft.categories, new Category(name, scheme.strip(), label.strip()));
    }
  }

  private static boolean wantsLoose(Scope scope) {
    return scope == Scope.PERSON || scope == Scope.SOURCE || scope == Scope.IMAGE;
  }

  private void closeScope() {
    var draft = drafts[depth];
    switch (scopes[depth]) {
      case PERSON -> closePerson(meanings[depth], draft);
      case IMAGE -> closeImage(draft);
      case SOURCE -> {
        if (meanings[depth].kind() == SOURCE) {
          draft.put(
              Slot.TITLE,
              1,
              new Passage(Letters.mended(loose.toString().strip(), unicode), false, "", ""));
        }
      }
      case MEDIA -> closeMedia(meanings[depth], draft);
      case ENTRY -> finishEntry();
      default -> {
        if (meanings[depth].kind() == TOMBSTONE) {
          FeedDate.read(tombWhen)
              .ifPresent(when -> Draft.add(tombstones, new Tombstone(tombRef, when, tombComment)));
        }
      }
    }
  }

  private void closePerson(Meaning meaning, Draft draft) {
    var said = Letters.mended(loose.toString().strip(), unicode);
    loose.setLength(0);
    var person =
        personName.isEmpty() && personEmail.isEmpty() && personAddress.isEmpty()
            ? People.of(said)
            : whole();
    if (meaning.kind() == OWNER) {
      var text = said.isEmpty() ? publisher(person) : said;
      draft.put(Slot.PUBLISHER, meaning.rank(), text);
    } else if (!person.equals(new Person("", "", ""))) {
      if (meaning.kind() == AUTHOR) {
        draft.author(meaning.rank(), person);
      } else {
        Draft.add(draft.contributors, person);
      }
    }
  }

  private Person whole() {
    if (personEmail.isEmpty() && personName.indexOf('@') > 0) {
      var split = People.of(personName);
      return new Person(split.name(), split.email(), personAddress);
    }
    return new Person(personName, personEmail, personAddress);
  }

  private static String publisher(Person person) {
    return person.name().isEmpty()
        ? person.email()
        : person.email().isEmpty() ? person.name() : person.name() + " (" + person.email() + ")";
  }

  private void closeImage(Draft draft) {
    var said = imageAddress.isEmpty() ? loose.toString() : imageAddress;
    var address = Address.of(bases[depth], said);
    loose.setLength(0);
    if (!address.isEmpty()) {
      draft.put(Slot.IMAGE, imageTitle.isEmpty() && imageLink.isEmpty() ? 1 : 0, address);
    }
    if (draft.image.isEmpty() || !imageTitle.isEmpty()) {
      draft.image = Optional.of(new Image(address, imageTitle, imageLink));
    }
  }

  private void closeMedia(Meaning meaning, Draft draft) {
    if (meaning.kind() == MEDIA_CONTENT) {
      file = Optional.empty();
      if (group.isEmpty()) {
        shelve(draft, new MediaDraft());
      }
    } else if (meaning.kind() == MEDIA_GROUP) {
      group.ifPresent(all -> {
        if (files.isEmpty() && !all.isEmpty()) {
          files.add(all);
        }
        shelve(draft, all);
      });
      group = Optional.empty();
    }
  }

  private void shelve(Draft draft, MediaDraft all) {
    for (var one : files) {
      draft.files.add(new Draft.File(one, all));
    }
    files.clear();
  }

  private void finishEntry() {
    file = Optional.empty();
    group = Optional.empty();
    files.clear();
  }
}
