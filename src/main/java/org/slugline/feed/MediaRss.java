package org.slugline.feed;

import static org.slugline.feed.XmlDocument.MEDIA;
import static org.slugline.feed.XmlDocument.add;
import static org.slugline.feed.XmlDocument.attribute;
import static org.slugline.feed.XmlDocument.text;

import org.jdom2.Element;

/** Media RSS 1.5.1, in RSS and Atom alike: a {@code media:content} a picture, sound or film. */
final class MediaRss {
  private MediaRss() {}

  static void write(Element item, Entry entry) {
    for (var media : entry.media()) {
      add(item, content(media, entry.link()));
    }
    // what stands for the entry where a list shows one picture
    if (!entry.image().isEmpty()) {
      var thumbnail = new Element("thumbnail", MEDIA);
      attribute(thumbnail, "url", entry.image());
      add(item, thumbnail);
    }
  }

  private static Element content(Media media, String page) {
    var content = new Element("content", MEDIA);
    if (isFile(media)) {
      attribute(content, "url", media.url());
    }
    attribute(content, "medium", media.medium());
    attribute(content, "type", media.type());
    media.length().stream()
        .filter(length -> length > 0)
        .forEach(length -> attribute(content, "fileSize", Long.toString(length)));
    media
        .duration()
        .ifPresent(time -> attribute(content, "duration", Long.toString(time.toSeconds())));
    media.width().ifPresent(width -> attribute(content, "width", Integer.toString(width)));
    media.height().ifPresent(height -> attribute(content, "height", Integer.toString(height)));
    if (!isFile(media)) {
      player(content, media.url().isEmpty() ? page : media.url());
    }
    worded(content, "title", media.title());
    worded(content, "description", media.caption().isEmpty() ? media.alt() : media.caption());
    text(content, "credit", MEDIA, LegalText.line(media.credit()));
    text(content, "copyright", MEDIA, LegalText.line(media.rights()));
    if (!media.thumbnail().isEmpty()) {
      var still = new Element("thumbnail", MEDIA);
      attribute(still, "url", media.thumbnail());
      add(content, still);
    }
    content.addContent("\n");
    return content;
  }

  /**
   * Whether the address is that of the file itself. A film whose type nobody told is a page that
   * plays it; a caption without any address is shown by the entry's own page. Both are what Media
   * RSS has {@code media:player} for.
   */
  private static boolean isFile(Media media) {
    return !media.url().isEmpty() && (media.medium().equals("image") || !media.type().isEmpty());
  }

  private static void player(Element content, String page) {
    if (!page.isEmpty()) {
      var player = new Element("player", MEDIA);
      attribute(player, "url", page);
      add(content, player);
    }
  }

  private static void worded(Element content, String name, String words) {
    var line = LegalText.line(words);
    if (!line.isEmpty()) {
      add(content, new Element(name, MEDIA).setAttribute("type", "plain").setText(line));
    }
  }
}
