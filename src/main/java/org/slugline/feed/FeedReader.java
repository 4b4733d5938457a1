package org.slugline.feed;

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
    var document = new Document(bytes, contentType.orElse(""), contentLanguage, baseUrl);
    try {
      return read(document, maxEntries, cleaning);
    } catch (RuntimeException | StackOverflowError e) {
      // a fault of ours or of a library costs this document, not the round that reads it
      return new Reading.Unreadable("reading it failed: " + e.getClass().getSimpleName());
    }
  }

  private static Reading read(Document document, int maxEntries, Passage.Cleaning cleaning) {
    var decoding = Decoding.of(document.bytes(), document.contentType());
    if (decoding.isJson()) {
      return new JsonFeedReader(document.base(), document.language(), maxEntries, cleaning)
          .read(decoding.text(), decoding.name());
    }
    var assembly = document.assembly(maxEntries, decoding.isUtf8());
    if (!fast(decoding, assembly)) {
      assembly = document.assembly(maxEntries, decoding.isUtf8());
      if (decoding.isUtf8() || !strict(decoding.text(), assembly)) {
        assembly = document.assembly(maxEntries, decoding.isUtf8());
        XmlRescue.read(decoding.text(), assembly);
      }
    }
    if (!assembly.found()) {
      return new Reading.Unreadable(
          assembly.html()
              ? "this is a web page, not a feed"
              : "no feed was found in this document");
    }
    return new Reading.Readable(new Completion(cleaning).feed(assembly, decoding.name()));
  }

  /** Bytes as they are, where they say that they are UTF-8. */
  private static boolean fast(Decoding decoding, Assembly assembly) {
    if (!decoding.isUtf8() || HugeTags.in(decoding.bytes())) {
      return false;
    }
    try {
      XmlStream.read(decoding.bytes(), decoding.start(), assembly);
      return assembly.found();
    } catch (XMLStreamException | RuntimeException e) {
      if (assembly.isClosed()) {
        return true;
      }
      decoding.text(); // may find that it is not UTF-8 at all
      return false;
    }
  }

  private static boolean strict(String text, Assembly assembly) {
    if (HugeTags.in(text)) {
      return false;
    }
    try {
      XmlStream.read(text.stripLeading(), assembly);
      return assembly.found();
    } catch (XMLStreamException | RuntimeException e) {
      return assembly.isClosed();
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // nobody compares documents
  private record Document(byte[] bytes, String contentType, String contentLanguage, String base) {
    String language() {
      return contentLanguage.split(",", 2)[0].strip();
    }

    Assembly assembly(int maxEntries, boolean unicode) {
      return new Assembly(base, language(), maxEntries, unicode);
    }
  }
}
