package org.slugline.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slugline.feed.Frame.Scope;
import org.slugline.feed.Meaning.Kind;
import org.slugline.text.Sanitizer;

/**
 * What elements say, on its way into drafts: begun with their attributes, taken when their text is
 * whole. One per document, not thread-safe.
 */
final class Intake {
  private static final int LONGEST_LOOSE = 10_000;

  /** Whether the document came as UTF-8: only there is text mended that was encoded twice. */
  private final boolean unicode;

  private final Capture capture = new Capture();
  private final StringBuilder loose = new StringBuilder();
  private TextForm form = new TextForm(TextForm.Kind.PLAIN, "");
  private boolean rightToLeft;
  private String attribute = "";
  private String permanence = "";

  private final PersonDraft person = new PersonDraft();
  private final ImageDraft image = new ImageDraft();
  private final CategoryDraft category = new CategoryDraft();
  private final MediaShelf media = new MediaShelf();
  private String tombRef = "";
  private String tombWhen = "";
  private String tombComment = "";
  final List<Tombstone> tombstones = new ArrayList<>();
  final List<Integer> skipHours = new ArrayList<>();
  final List<String> skipDays = new ArrayList<>();

  Intake(boolean unicode) {
    this.unicode = unicode;
  }

  /** Where the text of the element goes while it is read. */
  Capture capture() {
    return capture;
  }

  /** Text beside children. */
  void loose(char[] letters, int start, int length) {
    loose.append(letters, start, Math.min(length, Math.max(0, LONGEST_LOOSE - loose.length())));
  }

  void entryEnds() {
    media.clear();
  }

  void beginPerson() {
    person.clear();
    loose.setLength(0);
  }

  void beginImage(Attributes attributes) {
    image.begin(attributes);
    loose.setLength(0);
  }

  void beginSource() {
    loose.setLength(0);
  }

  void beginMedia(Kind kind, Attributes attributes, Frame frame) {
    if (kind == Kind.MEDIA_GROUP) {
      media.openGroup();
    } else {
      media.openFile(attributes, frame.base);
    }
  }

  void beginTombstone(Attributes attributes) {
    tombRef = attributes.get("ref");
    tombWhen = attributes.get("when");
    tombComment = "";
  }

  /**
   * An element whose text is its value.
   *
   * @param atom whether the document is Atom, where text is text unless it says otherwise
   */
  void begin(Family family, Attributes attributes, Frame frame, boolean atom) {
    var meaning = frame.meaning;
    var draft = frame.draft;
    switch (meaning.kind()) {
      case WORDS, PROSE, BODY -> beginPassage(family, attributes, frame, atom);
      case KEYWORDS -> category.beginKeywords(family);
      case GUID -> permanence = attributes.get("ispermalink").strip();
      case POINTER, LICENSE -> pointed(meaning, attributes, frame);
      case CATEGORY -> category.begin(family, attributes);
      case ENCLOSURE -> Links.enclosure(draft, attributes, frame.base);
      case LOGO -> {
        var slot = attributes.get("style").equalsIgnoreCase("icon") ? Slot.ICON : Slot.LOGO;
        draft.put(slot, 0, Address.of(frame.base, attributes.get("href")));
      }
      case GENERATOR -> {
        attribute = attributes.get("uri");
        attribute = attribute.isEmpty() ? attributes.get("url") : attribute;
      }
      case GENERATOR_AGENT -> attribute = attributes.prefixed("resource");
      case MEDIA_THUMBNAIL, MEDIA_CREDIT, MEDIA_CAPTION, MEDIA_TITLE, MEDIA_RIGHTS, MEDIA_PLAYER ->
          beginMediaWord(attributes, frame);
      default -> {}
    }
    var markup =
        switch (meaning.kind()) {
          case WORDS, PROSE, BODY, MEDIA_CAPTION, MEDIA_TITLE -> true;
          default -> false;
        };
    capture.begin(markup, form.kind() != TextForm.Kind.HTML);
  }

  /** The name of a person or a part of a picture: never markup. */
  void beginLine() {
    capture.begin(false, true);
  }

  private void beginPassage(Family family, Attributes attributes, Frame frame, boolean atom) {
    var fallback =
        frame.meaning.kind() == Kind.PROSE
            ? TextForm.Kind.HTML
            : family == Family.XHTML
                ? TextForm.Kind.XML
                : atom && family == Family.ATOM ? TextForm.Kind.PLAIN : TextForm.Kind.GUESS;
    form =
        attributes.size() == 0
            ? TextForm.of("", "", fallback)
            : TextForm.of(attributes.get("type"), attributes.get("mode"), fallback);
    rightToLeft = attributes.size() > 0 && attributes.get("dir").equalsIgnoreCase("rtl");
    if (frame.meaning.slot() == Slot.CONTENT && attributes.size() > 0) {
      var src = attributes.get("src");
      if (!src.isEmpty()) {
        frame.draft.contentSrc = Address.of(frame.base, src);
        frame.draft.contentMime = form.mime();
      }
    }
  }

  private static void pointed(Meaning meaning, Attributes attributes, Frame frame) {
    var target = attributes.prefixed("resource");
    target = target.isEmpty() ? attributes.get("href") : target;
    target = target.isEmpty() ? attributes.get("url") : target;
    frame.draft.put(meaning.slot(), meaning.rank(), Address.of(frame.base, target));
  }

  private void beginMediaWord(Attributes attributes, Frame frame) {
    var address = attributes.get("url");
    if (!address.isEmpty()) {
      media.say(frame.meaning.kind(), Address.of(frame.base, address), frame.draft);
    }
    form = TextForm.of(attributes.get("type"), "", TextForm.Kind.GUESS);
  }

  /** The text is whole: it goes where it belongs. */
  void take(Frame frame, Scope outer) {
    var meaning = frame.meaning;
    var draft = frame.draft;
    switch (meaning.kind()) {
      case WORDS, PROSE, BODY -> takePassage(frame, outer);
      case LINE, STAMP -> draft.put(meaning.slot(), meaning.rank(), line());
      case ADDRESS, POINTER, LICENSE, LOGO ->
          draft.put(meaning.slot(), meaning.rank(), Address.of(frame.base, line()));
      case LINK -> takeLink(frame, outer);
      case GUID -> takeGuid(frame);
      case CATEGORY -> category.take(draft, label());
      case KEYWORDS -> category.takeKeywords(draft, label());
      case GENERATOR, GENERATOR_AGENT -> {
        var name = label();
        draft.put(Slot.GENERATOR, meaning.rank(), name.isEmpty() ? attribute.strip() : name);
      }
      case PERSON_NAME -> person.name = label();
      case PERSON_EMAIL -> person.email = label();
      case PERSON_ADDRESS, IMAGE_ADDRESS -> takeAddress(frame, outer);
      case DURATION -> draft.mediaForAll.duration = Numbers.duration(line());
      case MEDIA_THUMBNAIL, MEDIA_PLAYER ->
          media.say(meaning.kind(), Address.of(frame.base, line()), draft);
      case MEDIA_CREDIT, MEDIA_RIGHTS -> media.say(meaning.kind(), label(), draft);
      case MEDIA_CAPTION, MEDIA_TITLE -> takeMediaWord(frame);
      case SKIP_HOUR -> Numbers.whole(line()).ifPresent(skipHours::add);
      case SKIP_DAY -> skipDays.add(line());
      case TOMBSTONE_COMMENT -> tombComment = line();
      default -> {}
    }
  }

  /** A line that is text, whatever was written. */
  private String label() {
    return LooksLikeHtml.label(line());
  }

  private String line() {
    return Letters.mended(capture.value(), unicode);
  }

  private void takeAddress(Frame frame, Scope outer) {
    var address = Address.of(frame.base, line());
    if (outer == Scope.IMAGE) {
      image.address = address;
    } else {
      person.address = address;
    }
  }

  private void takePassage(Frame frame, Scope outer) {
    var meaning = frame.meaning;
    if (outer == Scope.IMAGE) {
      image.title = meaning.slot() == Slot.TITLE ? label() : image.title;
      return;
    }
    if (outer == Scope.PERSON) {
      person.name = person.name.isEmpty() ? label() : person.name;
      return;
    }
    var passage = passage(frame.base);
    if (!passage.isEmpty() && !frame.language.isEmpty()) {
      frame.draft.speaks(spokenRank(meaning.slot()), frame.language);
    }
    var body = meaning.slot() == Slot.CONTENT || meaning.slot() == Slot.SUMMARY;
    frame.draft.put(
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

  private Passage passage(String base) {
    var value = Letters.mended(capture.value(), unicode);
    return capture.isTagged()
        ? new Passage(value, true, "application/xhtml+xml", base)
        : Passages.of(value, form, base);
  }

  private void takeMediaWord(Frame frame) {
    var meaning = frame.meaning;
    var said = passage(frame.base);
    var words = said.html() ? Sanitizer.plain(said.value()) : said.value();
    var ofOneFile = media.isFileOpen();
    media.say(meaning.kind(), words, frame.draft);
    if (meaning.kind() == Kind.MEDIA_TITLE || !ofOneFile) {
      frame.draft.put(meaning.slot(), meaning.rank(), said);
    }
  }

  private void takeLink(Frame frame, Scope outer) {
    var address = Address.of(frame.base, line());
    if (outer == Scope.IMAGE) {
      image.link = address;
    } else {
      Links.page(frame.draft, address, 0);
    }
  }

  private void takeGuid(Frame frame) {
    var draft = frame.draft;
    var id = line();
    draft.put(Slot.ID, 0, id);
    var says = permanence.isEmpty() || permanence.equalsIgnoreCase("true");
    draft.guidIsLink = Optional.of(says && !draft.has(Slot.LINK));
    if (says && (!permanence.isEmpty() || Address.isAbsolute(id))) {
      draft.put(Slot.LINK, 8, Address.of(frame.base, id));
    }
  }

  /** An element with children ends. */
  void close(Frame frame) {
    var draft = frame.draft;
    var kind = frame.meaning.kind();
    switch (frame.scope) {
      case PERSON -> closePerson(frame.meaning, draft);
      case IMAGE -> image.close(draft, frame.base, said());
      case SOURCE -> {
        if (kind == Kind.SOURCE) {
          draft.put(Slot.TITLE, 1, new Passage(said(), false, "", ""));
        }
      }
      case MEDIA -> media.close(kind, draft);
      case ENTRY -> media.clear();
      default -> {
        if (kind == Kind.TOMBSTONE) {
          FeedDate.read(tombWhen)
              .ifPresent(when -> Draft.add(tombstones, new Tombstone(tombRef, when, tombComment)));
        }
      }
    }
  }

  private void closePerson(Meaning meaning, Draft draft) {
    var said = said();
    var whole = person.person(said);
    if (meaning.kind() == Kind.OWNER || meaning.kind() == Kind.PODCAST_OWNER) {
      draft.put(Slot.PUBLISHER, meaning.rank(), said.isEmpty() ? PersonDraft.line(whole) : said);
    }
    if (PersonDraft.isNobody(whole)) {
      return;
    }
    switch (meaning.kind()) {
      case AUTHOR -> draft.author(meaning.rank(), whole);
      case PODCAST_OWNER -> draft.author(4, whole);
      case CONTRIBUTOR -> Draft.add(draft.contributors, whole);
      default -> {}
    }
  }

  /** The text between the children of what ends. */
  private String said() {
    var said = Letters.mended(loose.toString().strip(), unicode);
    loose.setLength(0);
    return LooksLikeHtml.label(said);
  }
}
