package org.slugline.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An article as it was filed, with the names of {@code contract/article.md}. Texts are {@code ""}
 * where nothing was said, and then the desk's defaults hold.
 *
 * @param bodyType {@code text/markdown}, {@code text/html} or {@code text/plain}
 * @param edit what a change of a released piece says of itself
 * @param files what came with it: the name that the article uses → the name that {@code Media} gave
 */
public record Draft(
    String headline,
    String standfirst,
    String kicker,
    String dateline,
    String rights,
    String body,
    String bodyType,
    String slug,
    String id,
    String section,
    List<String> tags,
    List<Author> authors,
    String language,
    Optional<Instant> published,
    Optional<Instant> embargo,
    boolean draft,
    List<Picture> images,
    List<Clip> videos,
    List<Clip> audio,
    List<Cited> sources,
    Edit edit,
    Map<String, String> files) {
  public Draft {
    tags = List.copyOf(tags);
    authors = List.copyOf(authors);
    images = List.copyOf(images);
    videos = List.copyOf(videos);
    audio = List.copyOf(audio);
    sources = List.copyOf(sources);
    files = Map.copyOf(files);
  }

  /** One of nothing but empty parts, to be filled in. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with these parts. */
  public Builder toBuilder() {
    return new Builder()
        .headline(headline)
        .standfirst(standfirst)
        .kicker(kicker)
        .dateline(dateline)
        .rights(rights)
        .body(body)
        .bodyType(bodyType)
        .slug(slug)
        .id(id)
        .section(section)
        .tags(tags)
        .authors(authors)
        .language(language)
        .published(published)
        .embargo(embargo)
        .draft(draft)
        .images(images)
        .videos(videos)
        .audio(audio)
        .sources(sources)
        .edit(edit)
        .files(files);
  }

  /** Filled part by part; not thread-safe. */
  public static final class Builder {
    private String headline = "";
    private String standfirst = "";
    private String kicker = "";
    private String dateline = "";
    private String rights = "";
    private String body = "";
    private String bodyType = "text/markdown";
    private String slug = "";
    private String id = "";
    private String section = "";
    private List<String> tags = List.of();
    private List<Author> authors = List.of();
    private String language = "";
    private Optional<Instant> published = Optional.empty();
    private Optional<Instant> embargo = Optional.empty();
    private boolean draft = false;
    private List<Picture> images = List.of();
    private List<Clip> videos = List.of();
    private List<Clip> audio = List.of();
    private List<Cited> sources = List.of();
    private Edit edit = Edit.UPDATE;
    private Map<String, String> files = Map.of();

    private Builder() {}

    public Builder headline(String headline) {
      this.headline = headline;
      return this;
    }

    public Builder standfirst(String standfirst) {
      this.standfirst = standfirst;
      return this;
    }

    public Builder kicker(String kicker) {
      this.kicker = kicker;
      return this;
    }

    public Builder dateline(String dateline) {
      this.dateline = dateline;
      return this;
    }

    public Builder rights(String rights) {
      this.rights = rights;
      return this;
    }

    public Builder body(String body) {
      this.body = body;
      return this;
    }

    public Builder bodyType(String bodyType) {
      this.bodyType = bodyType;
      return this;
    }

    public Builder slug(String slug) {
      this.slug = slug;
      return this;
    }

    public Builder id(String id) {
      this.id = id;
      return this;
    }

    public Builder section(String section) {
      this.section = section;
      return this;
    }

    public Builder tags(List<String> tags) {
      this.tags = tags;
      return this;
    }

    public Builder authors(List<Author> authors) {
      this.authors = authors;
      return this;
    }

    public Builder language(String language) {
      this.language = language;
      return this;
    }

    public Builder published(Optional<Instant> published) {
      this.published = published;
      return this;
    }

    public Builder embargo(Optional<Instant> embargo) {
      this.embargo = embargo;
      return this;
    }

    public Builder draft(boolean draft) {
      this.draft = draft;
      return this;
    }

    public Builder images(List<Picture> images) {
      this.images = images;
      return this;
    }

    public Builder videos(List<Clip> videos) {
      this.videos = videos;
      return this;
    }

    public Builder audio(List<Clip> audio) {
      this.audio = audio;
      return this;
    }

    public Builder sources(List<Cited> sources) {
      this.sources = sources;
      return this;
    }

    public Builder edit(Edit edit) {
      this.edit = edit;
      return this;
    }

    public Builder files(Map<String, String> files) {
      this.files = files;
      return this;
    }

    public Draft build() {
      return new Draft(
          headline,
          standfirst,
          kicker,
          dateline,
          rights,
          body,
          bodyType,
          slug,
          id,
          section,
          tags,
          authors,
          language,
          published,
          embargo,
          draft,
          images,
          videos,
          audio,
          sources,
          edit,
          files);
    }
  }
}
