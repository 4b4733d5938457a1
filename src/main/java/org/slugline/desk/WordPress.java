package org.slugline.desk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slugline.text.SafeHtml;
import org.slugline.text.Sanitizer;

/**
 * What WordPress's export (WXR 1.2) says in a namespace of its own: which posts are public, their
 * addresses and excerpts, and who hides behind a login.
 */
final class WordPress {
  private static final Pattern AUTHOR = Pattern.compile("(?s)<wp:author>(.*?)</wp:author>");
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?is)^<(?:p|div|h[1-6]|ul|ol|dl|pre|table|blockquote|figure|hr|iframe|details)\\b.*");
  private static final Pattern CAPTION =
      Pattern.compile(
          "(?s)\\[caption[^\\]]*\\]\\s*((?:<a\\b[^>]*>)?\\s*<img\\b[^>]*>\\s*(?:</a>)?)(.*?)\\[/caption\\]");

  private static final Pattern EMBED =
      Pattern.compile("(?is)\\[embed[^\\]]*\\]\\s*(\\S+?)\\s*\\[/embed\\]");
  private static final Pattern PLAYER =
      Pattern.compile(
          "(?is)\\[(audio|video)\\b[^\\]]*?(?:src|mp3|m4a|ogg|wav|mp4|webm)=\"([^\"\\]]+)\"[^\\]]*\\](?:\\s*\\[/\\1\\])?");

  /** What WordPress shows a player for: an address alone, or in the brackets of one. */
  private static final Pattern CALLED =
      Pattern.compile(
          "(?i)\\[(?:youtube|vimeo|soundcloud|twitter)[ =]+(https?://[^\\s\\]\"]+)[^\\]]*\\]");

  private static final Pattern LONELY =
      Pattern.compile("<(p|div)>\\s*(https?://[^\\s<\"]+)\\s*</\\1>");

  private static final Pattern HREF =
      Pattern.compile("<link\\b[^>]*\\bhref=[\"'](https?://[^\"'<>\\s]+)");
  private static final Pattern GALLERY = Pattern.compile("(?is)\\[gallery\\b[^\\]]*\\]");

  /** Numbers that a gallery calls; one without calls all that was uploaded with its post. */
  private static final Pattern NUMBERS = Pattern.compile("\\b(?:ids|include)=[\"'”″]?([\\d, ]+)");

  private static final Pattern OTHERS = Pattern.compile("\\bexclude=[\"'”″]?([\\d, ]+)");
  private static final Pattern OF_POST = Pattern.compile("\\bid=[\"'”″]?(\\d+)");

  private static final Pattern LEAD =
      Pattern.compile(
          "_thumbnail_id(?:]]>)?</wp:meta_key>\\s*<wp:meta_value>(?:<!\\[CDATA\\[)?(\\d+)");

  private final Map<String, String> names = new HashMap<>();
  private final Attachments attachments;

  /**
   * @param head of the export, as ISO 8859-1
   */
  WordPress(String head, Attachments attachments) {
    this.attachments = attachments;
    var authors = AUTHOR.matcher(head);
    while (authors.find()) {
      names.put(
          field(authors.group(1), "wp:author_login"),
          field(authors.group(1), "wp:author_display_name"));
    }
  }

  /**
   * @param number by which attachments name the post that they were uploaded with
   * @param status {@code publish}, {@code future}, {@code draft} …; {@code ""} in any other feed
   * @param locked whether readers had to know a password
   * @param lead number of the picture above it; {@code ""} where it has none
   * @param type {@code post}, {@code page}, {@code attachment} …; {@code ""} in any other feed
   */
  record Post(
      String number,
      String status,
      boolean locked,
      String type,
      String slug,
      String excerpt,
      String lead) {
    /** What its newsroom showed, means to show, or was still writing. */
    boolean isArticle() {
      return type.isEmpty()
          || (type.equals("post") && status.matches("publish|future|draft|pending"));
    }

    /** What a password guarded must not become public by moving house. */
    boolean isDraft() {
      return locked || status.equals("draft") || status.equals("pending");
    }
  }

  /** Where what is relative in an entry stands: its page, else what its feed names first. */
  static String base(String head, String item) {
    var page = field(item, "link");
    if (FieldReader.isAddress(page)) {
      return page;
    }
    var site = field(head, "link");
    var named = HREF.matcher(item + head);
    return FieldReader.isAddress(site) ? site : named.find() ? named.group(1) : "";
  }

  static Post post(String item) {
    var lead = LEAD.matcher(item);
    return new Post(
        field(item, "wp:post_id"),
        field(item, "wp:status"),
        !field(item, "wp:post_password").isEmpty(),
        field(item, "wp:post_type"),
        field(item, "wp:post_name"),
        field(item, "excerpt:encoded"),
        lead.find() ? lead.group(1) : "");
  }

  /** The picture that WordPress shows above a post, unless its text shows it too. */
  Optional<Picture> lead(Post post, String markup) {
    return attachments.find(post.lead()).filter(picture -> !markup.contains(stem(picture.url())));
  }

  /** What the addresses of a picture and of its smaller selves begin with. */
  private static String stem(String url) {
    return url.substring(0, url.lastIndexOf('.'));
  }

  String named(String login) {
    var name = names.getOrDefault(login, "");
    return name.isEmpty() ? login : name;
  }

  static String field(String text, String name) {
    var from = text.indexOf("<" + name + ">");
    var to = text.indexOf("</" + name + ">", Math.max(from, 0));
    if (from < 0 || to < 0) {
      return "";
    }
    return plain(text.substring(from + name.length() + 2, to));
  }

  /** What the bytes of an element's content say. */
  static String plain(String content) {
    var value = content.strip();
    if (value.startsWith("<![CDATA[") && value.endsWith("]]>")) {
      value = value.substring(9, value.length() - 3);
    }
    var plain = new String(value.getBytes(ISO_8859_1), UTF_8);
    return Decoding.isWhole(plain) ? Sanitizer.plain(plain) : "";
  }

  /** Whether it calls pictures that only its WordPress knows, by their numbers. */
  boolean missesGallery(SafeHtml content, Post post) {
    return GALLERY
        .matcher(content.markup())
        .results()
        .anyMatch(call -> gallery(call.group(), post).isEmpty());
  }

  /** The pictures that a gallery calls, or nothing where one is not known. */
  private String gallery(String call, Post post) {
    var figures = new StringBuilder();
    for (var number : called(call, post)) {
      var picture = attachments.find(number);
      if (picture.isEmpty()) {
        return "";
      }
      figures.append(new Figures(Map.of(), "", "en").picture(picture.get())).append("\n\n");
    }
    return figures.toString();
  }

  private List<String> called(String call, Post post) {
    var numbers = numbers(NUMBERS, call);
    if (!numbers.isEmpty()) {
      return numbers;
    }
    var other = OF_POST.matcher(call);
    var all = new ArrayList<>(attachments.of(other.find() ? other.group(1) : post.number()));
    all.removeAll(numbers(OTHERS, call));
    return all;
  }

  private static List<String> numbers(Pattern attribute, String call) {
    var found = attribute.matcher(call);
    return found.find()
        ? Pattern.compile("[, ]+")
            .splitAsStream(found.group(1))
            .filter(number -> !number.isEmpty())
            .toList()
        : List.of();
  }

  /** Posts of the classic editor have no paragraphs, only empty lines between them. */
  String paragraphs(SafeHtml content, Post post) {
    var markup =
        CAPTION
            .matcher(content.markup())
            .replaceAll("\n\n<figure>$1<figcaption>$2</figcaption></figure>\n\n");
    if (markup.indexOf('[') >= 0) {
      markup = EMBED.matcher(markup).replaceAll("\n\n<p><a href=\"$1\">$1</a></p>\n\n");
      markup = PLAYER.matcher(markup).replaceAll("\n\n<figure><$1 src=\"$2\"></$1></figure>\n\n");
      markup = CALLED.matcher(markup).replaceAll("\n\n<p><a href=\"$1\">$1</a></p>\n\n");
      markup =
          GALLERY
              .matcher(markup)
              .replaceAll(call -> "\n\n" + Matcher.quoteReplacement(gallery(call.group(), post)));
    }
    return linked(markup.contains("<p>") || markup.contains("<p ") ? markup : paragraphs(markup));
  }

  private static String linked(String markup) {
    return LONELY.matcher(markup).replaceAll("<p><a href=\"$2\">$2</a></p>");
  }

  private static String paragraphs(String markup) {
    return Pattern.compile("\\n\\s*\\n")
        .splitAsStream(markup.replace("\r", ""))
        .map(String::strip)
        .filter(block -> !block.isEmpty())
        .map(block ->
            BLOCK.matcher(block).matches() ? block : "<p>" + block.replace("\n", "<br>\n") + "</p>")
        .collect(Collectors.joining("\n"));
  }
}
