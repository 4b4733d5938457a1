package org.slugline.feed;

/** Media RSS 1.5.1, in RSS and Atom alike: a {@code media:content} a picture, sound or film. */
final class MediaRss {
  private MediaRss() {}

  static void write(XmlText xml, Entry entry) {
    for (var media : entry.media()) {
      content(xml, media, entry.link());
    }
    // what stands for the entry where a list shows one picture
    if (!entry.image().isEmpty()) {
      xml.open("media:thumbnail").attribute("url", Printed.address(entry.image())).close();
    }
  }

  private static void content(XmlText xml, Media media, String page) {
    xml.open("media:content");
    if (isFile(media)) {
      xml.attribute("url", Printed.address(media.url()));
    }
    xml.attribute("medium", media.medium()).attribute("type", media.type());
    media.length().stream()
        .filter(length -> length > 0)
        .forEach(length -> xml.attribute("fileSize", Long.toString(length)));
    media.duration().ifPresent(time -> xml.attribute("duration", Long.toString(time.toSeconds())));
    media.width().stream()
        .filter(width -> width > 0)
        .forEach(width -> xml.attribute("width", Integer.toString(width)));
    media.height().stream()
        .filter(height -> height > 0)
        .forEach(height -> xml.attribute("height", Integer.toString(height)));
    if (!isFile(media)) {
      player(xml, media.url().isEmpty() ? page : media.url());
    }
    worded(xml, "media:title", media.title());
    worded(xml, "media:description", media.caption().isEmpty() ? media.alt() : media.caption());
    xml.plain("media:credit", media.credit()).plain("media:copyright", media.rights());
    if (!media.thumbnail().isEmpty()) {
      xml.open("media:thumbnail").attribute("url", Printed.address(media.thumbnail())).close();
    }
    xml.close();
  }

  /**
   * Whether the address is that of the file itself. A film whose type nobody told is a page that
   * plays it; a caption without any address is shown by the entry's own page. Both are what Media
   * RSS has {@code media:player} for.
   */
  private static boolean isFile(Media media) {
    return !media.url().isEmpty() && (media.medium().equals("image") || !media.type().isEmpty());
  }

  private static void player(XmlText xml, String page) {
    if (!page.isEmpty()) {
      xml.open("media:player").attribute("url", Printed.address(page)).close();
    }
  }

  private static void worded(XmlText xml, String name, String words) {
    var line = LegalText.line(words);
    if (!line.isEmpty()) {
      xml.open(name).attribute("type", "plain").plain(line);
    }
  }
}
