package org.slugline.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slugline.text.SafeHtml;

/**
 * An article as stored, defaults filled in.
 *
 * @param uri its id for the world, a tag: URI unless an archive gave another; never changes
 * @param body as filed, of {@code bodyType}
 * @param html as printed: the leading pictures, videos and sounds first, then the body with the
 *     others in their places
 * @param text the words of {@code html}
 * @param digest of all that was filed
 */
public record Article(
    long id,
    String uri,
    String slug,
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
    Optional<Instant> embargo,
    Life life,
    String digest) {

  public State state() {
    return life.state();
  }

  /** Never moves once released. */
  public Optional<Instant> published() {
    return life.published();
  }

  /** When a scheduled piece is to be released. */
  public Optional<Instant> due() {
    return life.due();
  }

  /** When it was released first. */
  public Optional<Instant> released() {
    return life.released();
  }

  /** When its words last changed. */
  public Instant updated() {
    return life.updated();
  }

  public int version() {
    return life.version();
  }

  /** Of its withdrawal. */
  public String note() {
    return life.note();
  }

  /** Its address on the site, from the root. */
  public String path() {
    return "/articles/" + slug;
  }

  /** What other rooms call it. */
  public String piece() {
    return "a" + id;
  }

  /** Its text without what stands under its pictures: what an excerpt is taken from. */
  public String prose() {
    var prose = text;
    for (var image : images) {
      for (var under : captions(image)) {
        var at = prose.indexOf(under);
        if (at >= 0) {
          prose = prose.substring(0, at) + prose.substring(at + under.length());
          break;
        }
      }
    }
    return prose.strip();
  }

  /** What may stand under a picture of it, its blanks as those of the text. */
  private List<String> captions(Picture image) {
    var lines =
        image.credit().isEmpty() ? List.of("") : CreditLine.everOf(language, image.credit());
    return lines.stream()
        .map(line -> (image.caption() + " " + line).replaceAll("(?U)\\s+", " ").strip())
        .filter(under -> !under.isEmpty())
        .toList();
  }

  /** Whether readers may see it. */
  public boolean isPublic() {
    return state() == State.RELEASED;
  }

  /** Whether readers saw it and may see it no more. */
  public boolean wasSeen() {
    return state() == State.WITHDRAWN && released().isPresent();
  }

  /** The sections, tags and authors that it stands under. */
  public List<Label> labels() {
    return Labels.of(section, tags, authors);
  }

  Article numbered(long number) {
    return with(number, html, life, digest);
  }

  Article printed(SafeHtml anew) {
    return with(id, anew, life, digest);
  }

  Article living(Life other) {
    return with(id, html, other, digest);
  }

  Article sealed(String seal) {
    return with(id, html, life, seal);
  }

  private Article with(long id, SafeHtml html, Life life, String digest) {
    return new Article(
        id,
        uri,
        slug,
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
        authors,
        tags,
        images,
        videos,
        audio,
        sources,
        embargo,
        life,
        digest);
  }
}
