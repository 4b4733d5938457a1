package org.slugline.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/** A feed, an entry or a source while it is being read. Not thread-safe. */
final class Draft {
  /** No entry has more of anything: people, categories, links, enclosures, media. */
  private static final int MOST = 500;

  /** A file and the group that it stands in. */
  record File(MediaDraft own, MediaDraft group) {}

  private static final int UNSET = 100;

  private final EnumMap<Slot, String> lines = new EnumMap<>(Slot.class);
  private final EnumMap<Slot, Integer> ranks = new EnumMap<>(Slot.class);
  private Passage title = Passage.NONE;
  private Passage summary = Passage.NONE;
  private Passage content = Passage.NONE;
  private Passage rights = Passage.NONE;

  final List<Person> authors = new ArrayList<>(2);
  final List<Person> contributors = new ArrayList<>(0);
  final List<Category> categories = new ArrayList<>(4);
  final List<Link> links = new ArrayList<>(2);
  final List<Enclosure> enclosures = new ArrayList<>(0);
  final List<File> files = new ArrayList<>(0);
  final MediaDraft mediaForAll = new MediaDraft();
  Optional<Boolean> guidIsLink = Optional.empty();
  Optional<Draft> source = Optional.empty();
  Optional<Image> image = Optional.empty();
  String contentSrc = "";
  String contentMime = "";
  String spokenLanguage = "";
  private int languageRank = UNSET;
  private int authorRank = UNSET;

  String line(Slot slot) {
    return lines.getOrDefault(slot, "");
  }

  private int rank(Slot slot) {
    return ranks.getOrDefault(slot, UNSET);
  }

  boolean has(Slot slot) {
    return rank(slot) < UNSET;
  }

  /** When it was last said to have changed. */
  Optional<Instant> date() {
    var said = line(Slot.PUBLISHED).isEmpty() ? line(Slot.UPDATED) : line(Slot.PUBLISHED);
    return said.isEmpty() ? Optional.empty() : FeedDate.read(said);
  }

  /** Whether its only date is that of Dublin Core, which may mean any. */
  boolean dublinDate() {
    return rank(Slot.UPDATED) == 2;
  }

  void put(Slot slot, int rank, String value) {
    if (!value.isEmpty() && rank < rank(slot)) {
      ranks.put(slot, rank);
      lines.put(slot, value);
    }
  }

  Passage passage(Slot slot) {
    return switch (slot) {
      case TITLE -> title;
      case SUMMARY -> summary;
      case CONTENT -> content;
      default -> rights;
    };
  }

  void put(Slot slot, int rank, Passage value) {
    if (value.isEmpty()) {
      return;
    }
    var taken = rank(slot);
    if (slot == Slot.SUMMARY && rank == 0 && taken == 0 && !has(Slot.CONTENT)) {
      // two summaries of equal right: the second is the body
      put(Slot.CONTENT, UNSET - 1, value);
    } else if (rank < taken) {
      ranks.put(slot, rank);
      switch (slot) {
        case TITLE -> title = value;
        case SUMMARY -> summary = value;
        case CONTENT -> content = value;
        default -> rights = value;
      }
    }
  }

  /** Creators of a lower rank are only heard where no other spoke. */
  void author(int rank, Person person) {
    if (rank < authorRank) {
      nameless(person)
          .ifPresentOrElse(
              whole -> {
                authors.clear();
                authors.add(whole);
              },
              () -> {
                authors.clear();
                authors.add(person);
              });
      authorRank = rank;
    } else if (rank == authorRank) {
      add(authors, person);
    } else if (authors.size() == 1 && authors.getFirst().name().isEmpty()) {
      var known = authors.getFirst();
      authors.set(0, new Person(person.name(), known.email(), known.uri()));
    }
  }

  private Optional<Person> nameless(Person person) {
    return person.name().isEmpty() && authors.size() == 1 && !authors.getFirst().name().isEmpty()
        ? Optional.of(new Person(authors.getFirst().name(), person.email(), person.uri()))
        : Optional.empty();
  }

  /**
   * @param rank the language of the body says more than that of the title
   */
  void speaks(int rank, String language) {
    if (rank < languageRank) {
      languageRank = rank;
      spokenLanguage = language;
    }
  }

  static <T> void add(List<T> list, T item) {
    if (list.size() < MOST && !(list.size() < 50 && list.contains(item))) {
      list.add(item);
    }
  }
}
