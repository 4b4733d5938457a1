package org.slugline.feed;

import java.util.List;
import java.util.Optional;
import org.slugline.text.SafeHtml;

/**
 * One entry of a feed, both directions. Texts are {@code ""} where the document says nothing; every
 * address but the id is absolute http, https or mailto, unless the document came without a base.
 *
 * @param id as the document has it, letter by letter: it is the identity, not an address
 * @param guidIsLink whether an RSS guid is the link: it says or implies isPermaLink, and no link
 *     stands before it
 * @param contentType MIME type that the content claims, as is {@code summaryType}
 * @param contentSrc address of content that stands elsewhere, RFC 4287 §4.1.3.2
 * @param image the one picture that stands for the entry
 */
public record Entry(
    String id,
    Optional<Boolean> guidIsLink,
    String link,
    Text title,
    SafeHtml summary,
    String summaryType,
    SafeHtml content,
    String contentType,
    String contentSrc,
    Stamp published,
    Stamp updated,
    Stamp created,
    List<Person> authors,
    List<Person> contributors,
    List<Category> categories,
    String language,
    List<Link> links,
    List<Enclosure> enclosures,
    List<Media> media,
    String image,
    String comments,
    Optional<Source> source,
    Text rights,
    String license,
    String publisher) {
  public Entry {
    authors = List.copyOf(authors);
    contributors = List.copyOf(contributors);
    categories = List.copyOf(categories);
    links = List.copyOf(links);
    enclosures = List.copyOf(enclosures);
    media = List.copyOf(media);
  }

  /** One of nothing but empty parts, to be filled in. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with these parts. */
  public Builder toBuilder() {
    var copy = new Builder();
    copy.id = id;
    copy.guidIsLink = guidIsLink;
    copy.link = link;
    copy.title = title;
    copy.summary = summary;
    copy.summaryType = summaryType;
    copy.content = content;
    copy.contentType = contentType;
    copy.contentSrc = contentSrc;
    copy.published = published;
    copy.updated = updated;
    copy.created = created;
    copy.authors = authors;
    copy.contributors = contributors;
    copy.categories = categories;
    copy.language = language;
    copy.links = links;
    copy.enclosures = enclosures;
    copy.media = media;
    copy.image = image;
    copy.comments = comments;
    copy.source = source;
    copy.rights = rights;
    copy.license = license;
    copy.publisher = publisher;
    return copy;
  }

  /** Filled part by part; not thread-safe. */
  public static final class Builder {
    private String id = "";
    private Optional<Boolean> guidIsLink = Optional.empty();
    private String link = "";
    private Text title = Text.Plain.EMPTY;
    private SafeHtml summary = SafeHtml.EMPTY;
    private String summaryType = "";
    private SafeHtml content = SafeHtml.EMPTY;
    private String contentType = "";
    private String contentSrc = "";
    private Stamp published = Stamp.NONE;
    private Stamp updated = Stamp.NONE;
    private Stamp created = Stamp.NONE;
    private List<Person> authors = List.of();
    private List<Person> contributors = List.of();
    private List<Category> categories = List.of();
    private String language = "";
    private List<Link> links = List.of();
    private List<Enclosure> enclosures = List.of();
    private List<Media> media = List.of();
    private String image = "";
    private String comments = "";
    private Optional<Source> source = Optional.empty();
    private Text rights = Text.Plain.EMPTY;
    private String license = "";
    private String publisher = "";

    private Builder() {}

    public Builder id(String id) {
      this.id = id;
      return this;
    }

    public Builder guidIsLink(Optional<Boolean> guidIsLink) {
      this.guidIsLink = guidIsLink;
      return this;
    }

    public Builder link(String link) {
      this.link = link;
      return this;
    }

    public Builder title(Text title) {
      this.title = title;
      return this;
    }

    public Builder summary(SafeHtml summary) {
      this.summary = summary;
      return this;
    }

    public Builder summaryType(String summaryType) {
      this.summaryType = summaryType;
      return this;
    }

    public Builder content(SafeHtml content) {
      this.content = content;
      return this;
    }

    public Builder contentType(String contentType) {
      this.contentType = contentType;
      return this;
    }

    public Builder contentSrc(String contentSrc) {
      this.contentSrc = contentSrc;
      return this;
    }

    public Builder published(Stamp published) {
      this.published = published;
      return this;
    }

    public Builder updated(Stamp updated) {
      this.updated = updated;
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

    public Builder language(String language) {
      this.language = language;
      return this;
    }

    public Builder links(List<Link> links) {
      this.links = links;
      return this;
    }

    public Builder enclosures(List<Enclosure> enclosures) {
      this.enclosures = enclosures;
      return this;
    }

    public Builder media(List<Media> media) {
      this.media = media;
      return this;
    }

    public Builder image(String image) {
      this.image = image;
      return this;
    }

    public Builder comments(String comments) {
      this.comments = comments;
      return this;
    }

    public Builder source(Optional<Source> source) {
      this.source = source;
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

    public Builder publisher(String publisher) {
      this.publisher = publisher;
      return this;
    }

    public Entry build() {
      return new Entry(
          id,
          guidIsLink,
          link,
          title,
          summary,
          summaryType,
          content,
          contentType,
          contentSrc,
          published,
          updated,
          created,
          authors,
          contributors,
          categories,
          language,
          links,
          enclosures,
          media,
          image,
          comments,
          source,
          rights,
          license,
          publisher);
    }
  }
}
