package org.slugline.text;

import static org.slugline.text.Kept.Trait.BLOCK;
import static org.slugline.text.Kept.Trait.FLEETING;
import static org.slugline.text.Kept.Trait.HEADING;
import static org.slugline.text.Kept.Trait.SCOPE;
import static org.slugline.text.Kept.Trait.TABLE_FRAME;
import static org.slugline.text.Kept.Trait.TABLE_PART;
import static org.slugline.text.Kept.Trait.VOID;
import static org.slugline.text.Kept.Trait.WALL;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slugline.text.Kept.Trait;

/**
 * Which elements are kept, under which name, with which attributes; {@code src/doc/sanitising.md}
 * says why. An element that is named nowhere here is dropped and its content kept.
 */
final class Policy {
  private static final Map<String, Fate> FATES = new Table().fates;

  private Policy() {}

  static Fate of(String name) {
    return FATES.getOrDefault(name, Fate.Other.OPENED);
  }

  /** For names that are known to be kept. */
  static Kept kept(String name) {
    return (Kept) of(name);
  }

  private static final class Table {
    private final Map<String, Fate> fates = new HashMap<>();

    Table() {
      add("p", Set.of(), BLOCK, FLEETING);
      add("div", Set.of(), BLOCK, FLEETING);
      add("aside", Set.of(), BLOCK, WALL, FLEETING);
      for (var name : List.of("h1", "h2", "h3", "h4", "h5", "h6")) {
        add(name, Set.of(), BLOCK, WALL, HEADING, FLEETING);
      }
      add("blockquote", Set.of("cite"), BLOCK, WALL, FLEETING);
      add("pre", Set.of(), BLOCK, WALL, FLEETING);
      add("hr", Set.of(), BLOCK, WALL, VOID);
      add("ul", Set.of(), BLOCK, WALL, FLEETING);
      add("ol", Set.of("start", "reversed", "type"), BLOCK, WALL, FLEETING);
      add("li", Set.of("value"), BLOCK, WALL);
      add("dl", Set.of(), BLOCK, WALL, FLEETING);
      add("dt", Set.of(), BLOCK, WALL);
      add("dd", Set.of(), BLOCK, WALL);
      add("figure", Set.of(), BLOCK, WALL, FLEETING);
      add("figcaption", Set.of(), BLOCK, WALL, FLEETING);
      add("details", Set.of("open"), BLOCK, WALL, FLEETING);
      add("summary", Set.of(), BLOCK, WALL);
      tables();
      inline();
      aliases();
      others();
    }

    private void tables() {
      add("table", Set.of(), BLOCK, WALL, SCOPE, TABLE_FRAME);
      add("caption", Set.of(), WALL, SCOPE, TABLE_PART);
      add("colgroup", Set.of("span"), WALL, TABLE_PART, TABLE_FRAME);
      add("col", Set.of("span"), WALL, TABLE_PART, VOID);
      add("thead", Set.of(), WALL, TABLE_PART, TABLE_FRAME);
      add("tbody", Set.of(), WALL, TABLE_PART, TABLE_FRAME);
      add("tfoot", Set.of(), WALL, TABLE_PART, TABLE_FRAME);
      add("tr", Set.of(), WALL, TABLE_PART, TABLE_FRAME);
      add("th", Set.of("colspan", "rowspan", "scope", "abbr", "align"), WALL, SCOPE, TABLE_PART);
      add("td", Set.of("colspan", "rowspan", "align"), WALL, SCOPE, TABLE_PART);
    }

    private void inline() {
      add("a", Set.of("href", "hreflang"), FLEETING);
      add("br", Set.of(), VOID, WALL);
      add("wbr", Set.of(), VOID, WALL);
      for (var name :
          List.of(
              "b", "strong", "i", "em", "u", "s", "small", "sub", "sup", "mark", "cite", "code",
              "kbd", "samp", "var", "abbr", "dfn", "span", "bdi", "bdo")) {
        add(name, Set.of(), FLEETING);
      }
      add("q", Set.of("cite"), FLEETING);
      add("ins", Set.of("cite", "datetime"), FLEETING);
      add("del", Set.of("cite", "datetime"), FLEETING);
      add("time", Set.of("datetime"), FLEETING);
      add("ruby", Set.of(), FLEETING);
      add("rt", Set.of());
      add("rp", Set.of());
    }

    /** Elders of today's elements, and landmarks that would be taken for the page's own. */
    private void aliases() {
      for (var name :
          List.of(
              "article",
              "section",
              "main",
              "header",
              "footer",
              "nav",
              "hgroup",
              "search",
              "address",
              "center",
              "form",
              "fieldset",
              "legend")) {
        same(name, "div");
      }
      for (var name : List.of("listing", "xmp", "plaintext")) {
        same(name, "pre");
      }
      for (var name : List.of("dir", "menu")) {
        same(name, "ul");
      }
      same("strike", "s");
      same("tt", "code");
      same("acronym", "abbr");
    }

    private void others() {
      for (var name :
          List.of(
              "script",
              "style",
              "template",
              "title",
              "head",
              "meta",
              "link",
              "base",
              "noframes",
              "frameset",
              "frame",
              "noembed",
              "textarea",
              "select",
              "option",
              "optgroup",
              "datalist",
              "input",
              "keygen",
              "isindex",
              "area",
              "param",
              "track",
              "source",
              "svg",
              "annotation",
              "annotation-xml",
              "applet",
              "bgsound",
              "portal",
              "fencedframe",
              "dialog",
              "meter",
              "slot")) {
        fates.put(name, Fate.Other.DROPPED);
      }
      for (var name :
          List.of(
              "iframe",
              "embed",
              "object",
              "video",
              "audio",
              "amp-iframe",
              "amp-video",
              "amp-audio")) {
        fates.put(name, Fate.Other.LINKED);
      }
      fates.put("img", Fate.Other.PICTURE);
      fates.put("amp-img", Fate.Other.PICTURE);
    }

    private void same(String name, String as) {
      fates.put(name, fates.getOrDefault(as, Fate.Other.OPENED));
    }

    private void add(String name, Set<String> attributes, Trait... traits) {
      fates.put(name, new Kept(name, attributes, traits));
    }
  }
}
