package org.slugline.desk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.JdbiConstructor;
import org.slugline.text.SafeHtml;

/**
 * An article as stored, defaults filled in.
 *
 * @param uri its id for the world, a tag: URI unless an archive gave another; never changes
 * @param body as filed, of {@code bodyType}
 * @param html as printed: the leading pictures, videos and sounds first, then the body with the
 *     others in their places
 * @param text the words of {@code html}
 * @param published never moves once released
 * @param due when a scheduled piece is to be released
 * @param released when it was released first
 * @param updated when its words last changed
 * @param note of its withdrawal
 * @param digest of all that was filed
 */
public record Article(
    long id,
    String uri,
    String slug,
    State state,
    String headline,
    String standfirst,
    String kicker,
    String dateline,
    String rights,
    String body,
    String bodyType,
    SafeHtml html,
    String text,
    String section,
    String sectionSlug,
    String language,
    List<Author> authors,
    List<String> tags,
    List<Picture> images,
    List<Clip> videos,
    List<Clip> audio,
    List<Cited> sources,
    Optional<Instant> published,
    Optional<Instant> embargo,
    Optional<Instant> due,
    Optional<Instant> released,
    Instant updated,
    int version,
    String note,
    String digest) {

  /** From its row, where the lists are JSON. */
  @JdbiConstructor
  static Article stored(
      long id,
      String uri,
      String slug,
      String state,
      String headline,
      String standfirst,
      String kicker,
      String dateline,
      String rights,
      String body,
      String bodyType,
      SafeHtml html,
      String text,
      String section,
      String sectionSlug,
      String language,
      String authors,
      String tags,
      String images,
      String videos,
      String audio,
      String sources,
      Optional<Instant> published,
      Optional<Instant> embargo,
      Optional<Instant> due,
      Optional<Instant> released,
      Instant updated,
      int version,
      String note,
      String digest) {
    return new Article(
        id,
        uri,
        slug,
        State.valueOf(state.toUpperCase(Locale.ROOT)),
        headline,
        standfirst,
        kicker,
        dateline,
        rights,
        body,
        bodyType,
        html,
        text,
        section,
        sectionSlug,
        language,
        Lists.authors(authors),
        Lists.words(tags),
        Lists.pictures(images),
        Lists.clips(videos),
        Lists.clips(audio),
        Lists.sources(sources),
        published,
        embargo,
        due,
        released,
        updated,
        version,
        note,
        digest);
  }

  /** Its address on the site, from the root. */
  public String path() {
    return "/articles/" + slug;
  }

  /** What other rooms call it. */
  public String piece() {
    return "a" + id;
  }

  /** Whether readers may see it. */
  public boolean isPublic() {
    return state == State.RELEASED;
  }

  /** The sections, tags and authors that it stands under. */
  public List<Label> labels() {
    return Labels.of(section, tags, authors);
  }
}
