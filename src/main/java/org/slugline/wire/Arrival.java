package org.slugline.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.slugline.feed.Entry;
import org.slugline.feed.Feed;
import org.slugline.feed.Person;
import org.slugline.text.SafeHtml;

/**
 * An entry made ready for our shelf: bounded, plain, with its identity.
 *
 * @param key guid, else link, else digest; of a guid that several entries share, the link
 * @param lone no other entry of the document has this link
 * @param digest of all its words
 */
record Arrival(
    String key,
    String guid,
    String link,
    boolean lone,
    String title,
    String author,
    String language,
    String summary,
    SafeHtml content,
    String text,
    Optional<Instant> claimed,
    String claimedAs,
    String digest) {
  /** Longest summary that is kept, in characters. */
  static final int SUMMARY = 600;

  private static final int EXCERPT = 300;
  private static final int TEXT = 8000;
  private static final int TITLE = 500;
  private static final int MARKUP = 256 << 10;
  private static final int ADDRESS = 2000;

  /** The entries of a document, none twice. */
  static List<Arrival> of(Feed feed) {
    var entries = feed.entries();
    var ofGuid = new HashMap<String, HashSet<String>>();
    var ofLink = new HashMap<String, Integer>();
    for (var entry : entries) {
      ofGuid.computeIfAbsent(entry.id().strip(), _ -> new HashSet<>()).add(sign(entry));
      ofLink.merge(link(entry), 1, Integer::sum);
    }
    var arrivals = new LinkedHashMap<String, Arrival>();
    for (var entry : entries) {
      var shared = ofGuid.getOrDefault(entry.id().strip(), new HashSet<>()).size() > 1;
      var arrival = of(feed, entry, shared, ofLink.getOrDefault(link(entry), 0) == 1);
      if (arrival.isBlank()) {
        continue;
      }
      arrivals.putIfAbsent(arrival.key(), arrival);
    }
    return new ArrayList<>(arrivals.values());
  }

  /** Two entries of one guid are versions of one piece, unless this tells them apart. */
  private static String sign(Entry entry) {
    var link = link(entry);
    return link.isEmpty() ? title(entry) : link;
  }

  /** Nothing that could be shown. */
  private boolean isBlank() {
    return link.isEmpty() && title.isEmpty() && summary.isEmpty() && content.markup().isBlank();
  }

  private static Arrival of(Feed feed, Entry entry, boolean shared, boolean lone) {
    var link = link(entry);
    var guid = guid(entry.id().strip());
    var title = PlainWords.cut(title(entry), TITLE);
    var said = PlainWords.of(entry.summary());
    var words = PlainWords.of(entry.content());
    var content = entry.content();
    if (words.isEmpty() && said.length() > SUMMARY) {
      words = said; // the whole piece in its description
      content = entry.summary();
    }
    var summary = said.isEmpty() ? PlainWords.cut(words, EXCERPT) : PlainWords.cut(said, SUMMARY);
    if (title.isEmpty()) {
      title = PlainWords.cut(summary, 100);
    }
    var text = words.length() > TEXT ? words.substring(0, TEXT) : words;
    var stamp = entry.published().at().isPresent() ? entry.published() : dated(entry);
    var digest = digest(title, summary, text);
    var key = !guid.isEmpty() && !shared ? guid : !link.isEmpty() && lone ? link : digest;
    return new Arrival(
        key,
        guid,
        link,
        lone && !link.isEmpty(),
        title,
        author(entry),
        bounded(entry.language().isEmpty() ? feed.language() : entry.language(), 35),
        summary,
        content.markup().length() > MARKUP ? SafeHtml.EMPTY : content,
        text,
        stamp.at(),
        bounded(stamp.raw(), 100),
        digest);
  }

  private static org.slugline.feed.Stamp dated(Entry entry) {
    return entry.updated().at().isPresent() ? entry.updated() : entry.created();
  }

  private static String title(Entry entry) {
    return switch (entry.title()) {
      case org.slugline.feed.Text.Plain(var value) -> PlainWords.folded(value);
      case org.slugline.feed.Text.Rich(var html) -> PlainWords.of(html);
    };
  }

  private static String link(Entry entry) {
    var link = entry.link().strip();
    return link.length() > ADDRESS || !link.startsWith("http") ? "" : link;
  }

  private static String author(Entry entry) {
    var names =
        entry.authors().stream()
            .map(Person::name)
            .filter(name -> !name.isBlank())
            .limit(8)
            .toList();
    return PlainWords.cut(PlainWords.folded(String.join(", ", names)), 200);
  }

  /** One that is too long to be kept is as good by its digest. */
  private static String guid(String id) {
    return id.length() > ADDRESS ? digest(id) : PlainWords.folded(id);
  }

  private static String bounded(String text, int limit) {
    var plain = PlainWords.folded(text);
    return plain.length() > limit ? plain.substring(0, limit) : plain;
  }

  private static String digest(String... parts) {
    return digest(String.join("\u001f", parts).getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256, the first 128 bits in hexadecimal. */
  static String digest(byte[] bytes) {
    try {
      var whole = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(whole, 0, 16);
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
