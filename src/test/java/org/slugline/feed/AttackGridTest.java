package org.slugline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slugline.text.Attacks;
import org.slugline.text.Reread;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every attack in eight places of a feed, in each format: nothing of it runs in what we read, nor
 * in what we print of that.
 */
class AttackGridTest {
  private static final String HERE = "https://post.example/feed";
  private static final int TOGETHER = 250;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** How the attack gets into the document. */
  enum Way {
    RSS_ESCAPED,
    RSS_CDATA,
    RSS_NAKED,
    ATOM_HTML,
    ATOM_TEXT,
    JSON;

    String put(String attack) {
      return switch (this) {
        case RSS_ESCAPED, ATOM_HTML, ATOM_TEXT -> escaped(attack);
        case RSS_CDATA -> "<![CDATA[" + attack.replace("]]>", "]]]]><![CDATA[>") + "]]>";
        case RSS_NAKED, JSON -> attack;
      };
    }
  }

  private static String escaped(String attack) {
    return attack
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "");
  }

  @ParameterizedTest
  @EnumSource
  void nothingRunsInWhatIsRead(Way way) {
    var markup = new HashSet<String>();
    documents(way)
        .forEach(document -> {
          for (var entry : read(document).entries()) {
            markup.add(entry.summary().markup());
            markup.add(entry.content().markup());
            markup.add(entry.title().html().markup());
            markup.add(entry.rights().html().markup());
            labels(entry)
                .forEach(label -> assertThat(LooksLikeHtml.mayAct(label)).as(label).isFalse());
            addresses(entry)
                .forEach(address -> assertThat(address).matches("|https?://[^/?#\\s].*|mailto:.+"));
          }
        });
    assertThat(markup).hasSizeGreaterThan(20);
    markup.forEach(Reread::isHarmless);
  }

  @ParameterizedTest
  @EnumSource
  void nothingRunsInWhatWePrintOfIt(Way way) {
    var texts = new HashSet<String>();
    documents(way)
        .limit(3)
        .forEach(document -> {
          var feed = read(document);
          for (var format : Format.values()) {
            var printed = new String(format.write(feed), StandardCharsets.UTF_8);
            texts.addAll(
                format == Format.JSON ? markupOfJson(printed) : textsOfXml(printed, format));
          }
        });
    assertThat(texts).hasSizeGreaterThan(100);
    for (var text : texts) {
      assertThat(acting(text)).as(text).isEmpty();
    }
  }

  private static Feed read(String document) {
    var bytes = document.getBytes(StandardCharsets.UTF_8);
    return switch (FeedReader.read(bytes, Optional.empty(), HERE, 10_000)) {
      case Reading.Readable(var feed) -> feed;
      case Reading.Unreadable(var reason) -> throw new AssertionError(reason);
    };
  }

  private static Stream<String> labels(Entry entry) {
    var people = Stream.concat(entry.authors().stream(), entry.contributors().stream());
    return Stream.concat(
        people.flatMap(person -> Stream.of(person.name(), person.email())),
        entry.categories().stream()
            .flatMap(category -> Stream.of(category.term(), category.label())));
  }

  private static Stream<String> addresses(Entry entry) {
    return Stream.of(
            Stream.of(entry.link(), entry.image(), entry.comments(), entry.contentSrc()),
            entry.links().stream().map(Link::href),
            entry.enclosures().stream().map(Enclosure::url),
            entry.media().stream().flatMap(media -> Stream.of(media.url(), media.thumbnail())),
            entry.authors().stream().map(Person::uri))
        .flatMap(part -> part);
  }

  /** What readers of feeds take for HTML: in RSS any text, in Atom what says so. */
  private static List<String> textsOfXml(String printed, Format format) {
    var texts = new ArrayList<String>();
    for (var element : Jsoup.parse(printed, "", Parser.xmlParser()).select("*")) {
      if (format == Format.RSS || element.attr("type").equals("html")) {
        texts.add(element.wholeOwnText());
      }
      for (var attribute : element.attributes()) {
        if (!List.of("term", "label").contains(attribute.getKey())) {
          addressOf(attribute.getValue(), texts);
        }
      }
    }
    return texts;
  }

  private static void addressOf(String value, List<String> texts) {
    if (value.strip().matches("(?is)(javascript|data|vbscript):.*")) {
      texts.add("<a href=\"" + Entities.escape(value) + "\">x</a>");
    }
  }

  private static List<String> markupOfJson(String printed) {
    var texts = new ArrayList<String>();
    for (var item : JSON.readTree(printed).path("items")) {
      texts.add(item.path("content_html").asString(""));
      addressOf(item.path("url").asString(""), texts);
      addressOf(item.path("image").asString(""), texts);
    }
    return texts;
  }

  /** Elements that a browser would let act, were the text its HTML. */
  private static List<Element> acting(String text) {
    return Jsoup.parseBodyFragment(text)
        .body()
        .select(
            "script, style, iframe, object, embed, svg, math, form, input, base, meta, link,"
                + " template, [^on], [style], [srcdoc],"
                + " [href~=(?is)^\\s*(javascript|data|vbscript):],"
                + " [src~=(?is)^\\s*(javascript|data|vbscript):]");
  }

  private static Stream<String> documents(Way way) {
    // bare addresses too, for the places that take nothing else
    var every = Stream.concat(Attacks.addresses().stream(), Attacks.all().stream()).toList();
    // the many addresses in the many attributes: all of them one way, a part of them each other way
    var attacks =
        IntStream.range(0, every.size())
            .filter(n -> way == Way.RSS_ESCAPED || n < 250 || n % 6 == 1)
            .mapToObj(every::get)
            .toList();
    return IntStream.range(0, (attacks.size() + TOGETHER - 1) / TOGETHER)
        .mapToObj(part ->
            attacks.subList(part * TOGETHER, Math.min(attacks.size(), (part + 1) * TOGETHER)))
        .map(some -> document(way, some));
  }

  private static String document(Way way, List<String> attacks) {
    var items = attacks.stream().map(attack -> item(way, attack));
    return switch (way) {
      case RSS_ESCAPED, RSS_CDATA, RSS_NAKED ->
          items.collect(
              java.util.stream.Collectors.joining(
                  "",
                  "<rss version='2.0'"
                      + " xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>T</title>",
                  "</channel></rss>"));
      case ATOM_HTML, ATOM_TEXT ->
          items.collect(
              java.util.stream.Collectors.joining(
                  "", "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title>", "</feed>"));
      case JSON ->
          items.collect(
              java.util.stream.Collectors.joining(
                  ",", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[", "]}"));
    };
  }

  private static String item(Way way, String attack) {
    var x = way.put(attack);
    var inAttribute = escaped(attack);
    var type = way == Way.ATOM_HTML ? "html" : "text";
    return switch (way) {
      case RSS_ESCAPED, RSS_CDATA, RSS_NAKED ->
          ("<item><title>%1$s</title><description>%1$s</description><content:encoded>%1$s"
               + "</content:encoded><author>%1$s</author><category>%1$s</category><link>%1$s</link><image><url>%1$s</url></image><enclosure"
               + " url=\"%2$s\" type='x/y'/></item>\n")
              .formatted(x, inAttribute);
      case ATOM_HTML, ATOM_TEXT ->
          ("<entry><title type='%3$s'>%1$s</title><summary type='%3$s'>%1$s</summary><content"
               + " type='%3$s'>%1$s</content><author><name>%1$s</name><uri>%1$s</uri></author><category"
               + " term=\"%2$s\" label=\"%2$s\"/><link href=\"%2$s\"/><link rel='enclosure'"
               + " href=\"%2$s\"/><rights type='%3$s'>%1$s</rights></entry>\n")
              .formatted(x, inAttribute, type);
      case JSON -> json(attack);
    };
  }

  private static String json(String attack) {
    var item = JSON.createObjectNode();
    for (var name : List.of("title", "summary", "content_html", "url", "image", "external_url")) {
      item.put(name, attack);
    }
    item.putArray("tags").add(attack);
    item.putArray("authors").addObject().put("name", attack).put("url", attack);
    item.putArray("attachments").addObject().put("url", attack).put("title", attack);
    return JSON.writeValueAsString(item);
  }
}
