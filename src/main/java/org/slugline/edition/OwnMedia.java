package org.slugline.edition;

import java.net.URLConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.slugline.desk.Article;
import org.slugline.desk.Clip;
import org.slugline.desk.Picture;
import org.slugline.edition.FeedRows.FileRow;
import org.slugline.feed.Enclosure;
import org.slugline.feed.Media;

/** Pictures, videos and sounds of one article, with what is said of them. */
final class OwnMedia {
  private final Masthead masthead;
  private final Map<String, FileRow> files = new HashMap<>();

  /**
   * @param files of the article
   */
  OwnMedia(Masthead masthead, List<FileRow> files) {
    this.masthead = masthead;
    files.forEach(file -> this.files.put(file.called(), file));
  }

  /** In the order filed; a caption without a file is one of them. */
  List<Media> of(Article article) {
    var media = new ArrayList<Media>();
    article.images().forEach(picture -> media.add(picture(picture)));
    article.videos().forEach(clip -> media.add(clip(clip, "video")));
    article.audio().forEach(clip -> media.add(clip(clip, "audio")));
    return media;
  }

  /** Sounds and films that lie somewhere as files. */
  static List<Enclosure> enclosures(List<Media> media) {
    return media.stream()
        .filter(one -> !one.url().isEmpty() && !one.type().isEmpty())
        .filter(one -> !one.medium().equals("image"))
        .map(one -> new Enclosure(one.url(), one.type(), one.length()))
        .toList();
  }

  /** The address of the picture that stands for the article. */
  static String lead(List<Media> media) {
    return media.stream()
        .filter(one -> one.medium().equals("image") && !one.url().isEmpty())
        .map(Media::url)
        .findFirst()
        .or(() ->
            media.stream().map(Media::thumbnail).filter(still -> !still.isEmpty()).findFirst())
        .orElse("");
  }

  private Media picture(Picture picture) {
    var file = Optional.ofNullable(files.get(picture.name()));
    var url = file.map(this::address).orElse(picture.url());
    return new Media(
        url,
        "image",
        file.map(FileRow::type).orElseGet(() -> typeOf(url, "image/")),
        length(file, OptionalLong.empty()),
        Optional.empty(),
        file.flatMap(FileRow::width).map(OptionalInt::of).orElse(OptionalInt.empty()),
        file.flatMap(FileRow::height).map(OptionalInt::of).orElse(OptionalInt.empty()),
        "",
        picture.caption(),
        picture.credit(),
        picture.alt().orElse(""),
        picture.rights(),
        "");
  }

  private Media clip(Clip clip, String medium) {
    var file = Optional.ofNullable(files.get(clip.name()));
    var url = file.map(this::address).orElse(clip.url());
    var type =
        file.map(FileRow::type)
            .orElseGet(() -> clip.type().isEmpty() ? typeOf(url, medium + "/") : clip.type());
    var poster = files.get(clip.poster());
    var still = clip.poster().startsWith("http") ? clip.poster() : "";
    return new Media(
        url,
        medium,
        type,
        length(file, clip.bytes()),
        clip.length(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        clip.title(),
        clip.caption(),
        "",
        "",
        "",
        poster == null ? still : address(poster));
  }

  private static OptionalLong length(Optional<FileRow> file, OptionalLong said) {
    return file.isPresent() ? OptionalLong.of(file.get().bytes()) : said;
  }

  private String address(FileRow file) {
    return masthead.url("/media/" + file.name());
  }

  // of a file elsewhere, by its suffix; "" says that we do not know
  private static String typeOf(String url, String kind) {
    var path = url.replaceFirst("[?#].*", "");
    var type = path.isEmpty() ? null : URLConnection.guessContentTypeFromName(path);
    return type != null && type.startsWith(kind) ? type : "";
  }
}
