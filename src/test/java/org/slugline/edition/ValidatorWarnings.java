package org.slugline.edition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What is valid and still has the W3C feed validator warn, by the name of its message. */
final class ValidatorWarnings {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String MEDIA = "http://search.yahoo.com/mrss/";
  private static final Pattern ADDRESS =
      Pattern.compile("[a-zA-Z][0-9a-zA-Z+.-]*:(//)?[0-9a-zA-Z;/?:@&=+$.\\-_!~*'()%,#]+");
  private static final Pattern TAG = Pattern.compile("<([a-zA-Z][^\\s/>]*)((?:\\s[^>]*)?)>");
  private static final Pattern ATTRIBUTE = Pattern.compile("\\s([a-z:-]+)=\"");
  private static final Set<String> ELEMENTS =
      Set.of(
          ("a abbr aside b bdi blockquote br caption cite code col colgroup dd del details dfn div"
               + " dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q"
               + " rp rt ruby s samp small span strong sub summary sup table tbody td tfoot th"
               + " thead time tr u ul var wbr")
              .split(" "));
  private static final Set<String> ATTRIBUTES =
      Set.of(
          ("abbr align alt cite class colspan datetime dir height href hreflang lang open rel"
                  + " reversed rowspan scope sizes span src srcset start title type value width")
              .split(" "));
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private final List<String> warnings = new ArrayList<>();

  List<String> of(byte[] document) throws Exception {
    warnings.clear();
    var text = new String(document, StandardCharsets.UTF_8);
    var root = Xml.root(document);
    warn(
        text.chars()
            .anyMatch(c -> (c >= 0x7F && c < 0xA0) || c == 0xFFFD || (c >= 0xFDD0 && c <= 0xFDEF)),
        "BadCharacters");
    if (root.getTagName().equals("rss")) {
      for (var name :
          List.of("title", "category", "copyright", "source", "dc:creator", "media:title")) {
        warn(
            Pattern.compile("<" + name + "(\\s[^>]*)?>[^<]*&(amp|lt);").matcher(text).find(),
            "ContainsHTML, CharacterData: " + name);
      }
    }
    walk(root);
    updated(root);
    return List.copyOf(warnings);
  }

  private void walk(Element element) {
    var name = element.getTagName();
    var words = element.getTextContent();
    var space = element.getNamespaceURI() == null ? "" : element.getNamespaceURI();
    for (var attribute : List.of("href", "url", "src")) {
      address(element.getAttribute(attribute), name + " " + attribute);
    }
    switch (name) {
      case "link", "icon", "logo", "docs", "uri" -> address(words, name);
      case "language", "dc:language" -> language(words);
      case "name", "dc:creator", "itunes:author" ->
          warn(words.matches(".*<[^<>\\s]+@[^<>\\s]+>.*"), "ContainsEmail");
      case "managingEditor" -> warn(!words.matches("\\S+@\\S+ \\([^()]+\\)"), "EmailFormat");
      case "description", "content:encoded" -> {
        if (!space.equals(MEDIA) && element.getParentNode().getNodeName().equals("item")) {
          html(words);
        }
      }
      case "title", "subtitle", "summary", "content", "rights" -> {
        if (space.equals(ATOM)) {
          text(element, words);
        }
      }
      case "media:content" -> media(element);
      default -> {}
    }
    language(element.getAttribute("xml:lang"));
    language(element.getAttribute("hreflang"));
    var empty =
        !name.equals("fh:archive") && words.isEmpty() && element.getAttributes().getLength() == 0;
    warn(empty && element.getElementsByTagName("*").getLength() == 0, "NotBlank: " + name);
    for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeType() == Node.ELEMENT_NODE) {
        walk((Element) child);
      }
    }
  }

  private void text(Element element, String words) {
    if (element.getAttribute("type").equals("html")) {
      html(words);
    } else {
      warn(words.matches("(?s).*(</\\w+>|&#?\\w+;).*"), "ContainsUndeclaredHTML: " + words);
    }
  }

  private void html(String markup) {
    var tags = TAG.matcher(markup);
    while (tags.find()) {
      warn(!ELEMENTS.contains(tags.group(1)), "SecurityRisk: " + tags.group(1));
      ATTRIBUTE
          .matcher(tags.group(2))
          .results()
          .map(match -> match.group(1))
          .forEach(name -> warn(!ATTRIBUTES.contains(name), "SecurityRiskAttr: " + name));
    }
    warn(
        markup.matches("(?s).*<(a|img)\\s[^>]*(href|src)=\"(?!\\w+:)[^\"]*\".*"), "ContainsRelRef");
  }

  private void media(Element content) {
    for (var name : List.of("fileSize", "width", "height")) {
      var value = content.getAttribute(name);
      warn(!value.isEmpty() && !value.matches("[1-9]\\d*"), "InvalidPositiveInteger: " + name);
    }
    warn(
        !Set.of("image", "audio", "video", "document").contains(content.getAttribute("medium")),
        "medium");
  }

  private void updated(Element root) {
    var times = new HashSet<String>();
    for (var entry : Xml.children(root, ATOM, "entry")) {
      warn(!times.add(Xml.text(entry, ATOM, "updated")), "DuplicateUpdated");
    }
  }

  private void address(String address, String where) {
    warn(
        !address.isEmpty() && !ADDRESS.matcher(address).matches(),
        "InvalidUriChar: " + where + " " + address);
  }

  private void language(String tag) {
    var code = tag.replaceFirst("-.*", "").toLowerCase(Locale.ROOT);
    warn(!tag.isEmpty() && !LANGUAGES.contains(code), "InvalidLanguage: " + tag);
  }

  private void warn(boolean that, String message) {
    if (that) {
      warnings.add(message);
    }
  }
}
