package org.slugline.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One feed, whatever its format, in both directions: what a document says, or what we print. Texts
 * are {@code ""} where it says nothing; every address is absolute http, https or mailto.
 *
 * @param format as {@code contract/parse.md} names it: {@code rss2.0}, {@code atom1.0}, {@code
 *     json} …
 * @param encoding IANA name of the charset that was used to decode
 * @param ttl minutes between polls that the feed asks for, RSS 2.0
 * @param updatePeriod what the {@code sy:} elements ask for
 * @param skipHours hours of the day, 0 to 23, GMT, RSS 2.0
 * @param tombstones entries that were withdrawn
 */
public record Feed(
    String format,
    String encoding,
    String id,
    Text title,
    String link,
    Text description,
    String language,
    Stamp updated,
    Stamp published,
    Stamp created,
    List<Person> authors,
    List<Person> contributors,
    List<Category> categories,
    Optional<Image> image,
    String icon,
    String logo,
    Text rights,
    String license,
    String generator,
    String publisher,
    OptionalInt ttl,
    Optional<Duration> updatePeriod,
    Set<Integer> skipHours,
    Set<DayOfWeek> skipDays,
    List<Link> links,
    List<Tombstone> tombstones,
    List<Entry> entries) {
  public Feed {
    authors = List.copyOf(authors);
    contributors = List.copyOf(contributors);
    categories = List.copyOf(categories);
    skipHours = Set.copyOf(skipHours);
    skipDays = Set.copyOf(skipDays);
    links = List.copyOf(links);
    tombstones = List.copyOf(tombstones);
    entries = List.copyOf(entries);
  }

  /** One of nothing but empty parts, to be filled in. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with these parts. */
  public Builder toBuilder() {
    var copy = new Builder();
    copy.format = format;
    copy.encoding = encoding;
    copy.id = id;
    copy.title = title;
    copy.link = link;
    copy.description = description;
    copy.language = language;
    copy.updated = updated;
    copy.published = published;
    copy.created = created;
    copy.authors = authors;
    copy.contributors = contributors;
    copy.categories = categories;
    copy.image = image;
    copy.icon = icon;
    copy.logo = logo;
    copy.rights = rights;
    copy.license = license;
    copy.generator = generator;
    copy.publisher = publisher;
    copy.ttl = ttl;
    copy.updatePeriod = updatePeriod;
    copy.skipHours = skipHours;
    copy.skipDays = skipDays;
    copy.links = links;
    copy.tombstones = tombstones;
    copy.entries = entries;
    return copy;
  }

  /** Filled part by part; not thread-safe. */
  public static final class Builder {
    private String format = "";
    private String encoding = "utf-8";
    private String id = "";
    private Text title = Text.Plain.EMPTY;
    private String link = "";
    private Text description = Text.Plain.EMPTY;
    private String language = "";
    private Stamp updated = Stamp.NONE;
    private Stamp published = Stamp.NONE;
    private Stamp created = Stamp.NONE;
    private List<Person> authors = List.of();
    private List<Person> contributors = List.of();
    private List<Category> categories = List.of();
    private Optional<Image> image = Optional.empty();
    private String icon = "";
    private String logo = "";
    private Text rights = Text.Plain.EMPTY;
    private String license = "";
    private String generator = "";
    private String publisher = "";
    private OptionalInt ttl = OptionalInt.empty();
    private Optional<Duration> updatePeriod = Optional.empty();
    private Set<Integer> skipHours = Set.of();
    private Set<DayOfWeek> skipDays = Set.of();
    private List<Link> links = List.of();
    private List<Tombstone> tombstones = List.of();
    private List<Entry> entries = List.of();

    private Builder() {}

    public Builder format(String format) {
      this.format = format;
      return this;
    }

    public Builder encoding(String encoding) {
      this.encoding = encoding;
      return this;
    }

    public Builder id(String id) {
      this.id = id;
      return this;
    }

    public Builder title(Text title) {
      this.title = title;
      return this;
    }

    public Builder link(String link) {
      this.link = link;
      return this;
    }

    public Builder description(Text description) {
      this.description = description;
      return this;
    }

    public Builder language(String language) {
      this.language = language;
      return this;
    }

    public Builder updated(Stamp updated) {
      this.updated = updated;
      return this;
    }

    public Builder published(Stamp published) {
      this.published = published;
      return this;
    }

    public Builder created(Stamp created) {
      this.created = created;
      return this;
    }

    public Builder authors(List<Person> authors) {
      this.authors = authors;
      return this;
    }

    public Builder contributors(List<Person> contributors) {
      this.contributors = contributors;
      return this;
    }

    public Builder categories(List<Category> categories) {
      this.categories = categories;
      return this;
    }

    public Builder image(Optional<Image> image) {
      this.image = image;
      return this;
    }

    public Builder icon(String icon) {
      this.icon = icon;
      return this;
    }

    public Builder logo(String logo) {
      this.logo = logo;
      return this;
    }

    public Builder rights(Text rights) {
      this.rights = rights;
      return this;
    }

    public Builder license(String license) {
      this.license = license;
      return this;
    }

    public Builder generator(String generator) {
      this.generator = generator;
      return this;
    }

    public Builder publisher(String publisher) {
      this.publisher = publisher;
      return this;
    }

    public Builder ttl(OptionalInt ttl) {
      this.ttl = ttl;
      return this;
    }

    public Builder updatePeriod(Optional<Duration> updatePeriod) {
      this.updatePeriod = updatePeriod;
      return this;
    }

    public Builder skipHours(Set<Integer> skipHours) {
      this.skipHours = skipHours;
      return this;
    }

    public Builder skipDays(Set<DayOfWeek> skipDays) {
      this.skipDays = skipDays;
      return this;
    }

    public Builder links(List<Link> links) {
      this.links = links;
      return this;
    }

    public Builder tombstones(List<Tombstone> tombstones) {
      this.tombstones = tombstones;
      return this;
    }

    public Builder entries(List<Entry> entries) {
      this.entries = entries;
      return this;
    }

    public Feed build() {
      return new Feed(
          format,
          encoding,
          id,
          title,
          link,
          description,
          language,
          updated,
          published,
          created,
          authors,
          contributors,
          categories,
          image,
          icon,
          logo,
          rights,
          license,
          generator,
          publisher,
          ttl,
          updatePeriod,
          skipHours,
          skipDays,
          links,
          tombstones,
          entries);
    }
  }
}
