package org.slugline.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * A list of outlets as OPML 1.0 or 2.0 carries it. Every text is plain, free of what XML cannot
 * carry, and {@code ""} where unknown, so that what {@link Opml} writes it reads back as the same.
 *
 * @param created to the second; years 1 to 9999, as is {@code modified}
 * @param owner its {@code uri} is OPML's ownerId
 */
public record OutletList(
    String title,
    Optional<Instant> created,
    Optional<Instant> modified,
    Person owner,
    List<Listed> feeds) {
  static final int DEEPEST = 32;
  private static final int LONGEST_TEXT = 1_000;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_ADDRESS = 4_000;

  public OutletList {
    title = folded(title, LONGEST_TEXT);
    created = created.flatMap(OutletList::written);
    modified = modified.flatMap(OutletList::written);
    owner =
        new Person(
            folded(owner.name(), LONGEST_TEXT),
            folded(owner.email(), LONGEST_TEXT),
            folded(owner.uri(), LONGEST_ADDRESS));
    feeds = List.copyOf(feeds);
  }

  /**
   * One feed of the list.
   *
   * @param url as sent; http, https or without a scheme
   * @param site address of the pages that the feed belongs to, OPML's htmlUrl
   * @param folder names of the outlines around the feed, outermost first; at most 32
   * @param categories further paths, from its category attribute or from other folders that list it
   *     too; one of a single name is a label
   */
  public record Listed(
      String url, String title, String site, List<String> folder, List<List<String>> categories) {
    public Listed {
      url = folded(url, LONGEST_ADDRESS);
      title = folded(title, LONGEST_TEXT);
      site = folded(site, LONGEST_ADDRESS);
      var here = path(folder);
      folder = here;
      var others = new LinkedHashSet<List<String>>();
      for (var category : categories) {
        others.add(path(category));
      }
      others.remove(List.<String>of());
      others.removeIf(other -> other.equals(here) && !Opml.fitsCategory(other));
      categories = List.copyOf(others);
    }

    /** The folder first, then every other path, none twice. */
    public List<List<String>> paths() {
      var all = new LinkedHashSet<List<String>>();
      if (!folder.isEmpty()) {
        all.add(folder);
      }
      all.addAll(categories);
      return List.copyOf(all);
    }

    /** The categories that are a single name: OPML 2.0 calls them tags. */
    public List<String> labels() {
      return categories.stream().filter(path -> path.size() == 1).map(List::getFirst).toList();
    }
  }

  private static List<String> path(List<String> names) {
    var path = new ArrayList<String>();
    for (var name : names) {
      var clean = folded(name, LONGEST_NAME);
      if (!clean.isEmpty() && path.size() < DEEPEST) {
        path.add(clean);
      }
    }
    return List.copyOf(path);
  }

  private static Optional<Instant> written(Instant at) {
    var year = at.atOffset(ZoneOffset.UTC).getYear();
    return year >= 1 && year <= 9999
        ? Optional.of(at.truncatedTo(ChronoUnit.SECONDS))
        : Optional.empty();
  }

  /** Blanks folded, controls and lone surrogates dropped, cut at a whole character. */
  static String folded(String text, int longest) {
    var out = new StringBuilder(Math.min(text.length(), longest));
    var gap = false;
    for (var i = 0; i < text.length(); ) {
      var letter = text.codePointAt(i);
      i += Character.charCount(letter);
      if (Character.isSpaceChar(letter) || (letter >= '\t' && letter <= '\r') || letter == 0x85) {
        gap = !out.isEmpty();
      } else if (isXml(letter)) {
        if (out.length() + Character.charCount(letter) + (gap ? 1 : 0) > longest) {
          break;
        }
        if (gap) {
          out.append(' ');
          gap = false;
        }
        out.appendCodePoint(letter);
      }
    }
    return out.toString();
  }

  /** XML 1.0 §2.2, without the controls of C1 that no text needs. */
  private static boolean isXml(int letter) {
    return letter > 0x9f
        ? letter < 0xd800 || (letter > 0xdfff && letter != 0xfffe && letter != 0xffff)
        : letter > ' ' && letter < 0x7f;
  }
}
