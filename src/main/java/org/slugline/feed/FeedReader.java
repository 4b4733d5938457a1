package org.slugline.feed;

import com.fasterxml.aalto.UncheckedStreamException;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.slugline.text.SafeHtml;
import org.slugline.text.Sanitizer;

/**
 * Reads any feed that the web serves, by content and never by MIME type. Whatever the bytes, it
 * throws nothing and fetches nothing. Thread-safe.
 */
public final class FeedReader {
  static final Passage.Cleaning SANITIZED =
      new Passage.Cleaning() {
        @Override
        public SafeHtml clean(String markup, String base) {
          return Sanitizer.sanitize(markup, base);
        }

        @Override
        public SafeHtml escape(String text) {
          return Sanitizer.escape(text);
        }
      };

  private FeedReader() {}

  /**
   * @param contentType the HTTP field with its charset, where the document came by HTTP
   * @param baseUrl where the document came from in the end; {@code ""} where that is unknown
   * @param maxEntries of a longer document the newest so many are kept
   */
  public static Reading read(
      byte[] bytes, Optional<String> contentType, String baseUrl, int maxEntries) {
    return read(bytes, contentType, "", baseUrl, maxEntries);
  }

  /**
   * @param contentLanguage the HTTP field, {@code ""} where there is none
   */
  public static Reading read(
      byte[] bytes,
      Optional<String> contentType,
      String contentLanguage,
      String baseUrl,
      int maxEntries) {
    return read(bytes, contentType, contentLanguage, baseUrl, maxEntries, SANITIZED);
  }

  static Reading read(
      byte[] bytes,
      Optional<String> contentType,
      String contentLanguage,
      String baseUrl,
      int maxEntries,
      Passage.Cleaning cleaning) {
    var language = contentLanguage.split(",")[0].strip();
    var decoding = Decoding.of(bytes, contentType.orElse(""));
    if (decoding.startsWith('{')) {
      return new JsonFeedReader(baseUrl, language, maxEntries, cleaning)
          .read(decoding.text(), decoding.name());
    }
    if (decoding.plainUtf8()) {
      try {
        var assembly = new Assembly(baseUrl, language, maxEntries);
        XmlStream.read(bytes, decoding.start(), assembly);
        return finish(assembly, "utf-8", cleaning);
      } catch (XMLStreamException | UncheckedStreamException e) {
        // the lenient road is for these
      }
    }
    return rescued(decoding, new Assembly(baseUrl, language, maxEntries), cleaning);
  }

  private static Reading rescued(Decoding decoding, Assembly assembly, Passage.Cleaning cleaning) {
    XmlRescue.read(decoding.text(), assembly);
    return finish(assembly, decoding.name(), cleaning);
  }

  private static Reading finish(Assembly assembly, String encoding, Passage.Cleaning cleaning) {
    if (!assembly.found()) {
      return new Reading.Unreadable(
          assembly.html()
              ? "this is a web page, not a feed"
              : "no feed was found in this document");
    }
    return new Reading.Readable(new Completion(cleaning).feed(assembly, encoding));
  }
}
