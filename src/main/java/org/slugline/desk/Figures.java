package org.slugline.desk;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slugline.text.Sanitizer;

/**
 * The markup of one picture, video or sound, not yet sanitised; a caption alone is a figure too.
 */
final class Figures {
  private final Map<String, Asset> assets;
  private final String base;
  private final String language;

  /**
   * @param assets what an article calls its files → the files
   * @param language of the article
   */
  Figures(Map<String, Asset> assets, String base, String language) {
    this.assets = assets;
    this.base = base;
    this.language = language;
  }

  String picture(Picture picture) {
    var caption = new StringBuilder(escape(picture.caption()));
    if (!picture.credit().isEmpty()) {
      caption.append(caption.isEmpty() ? "" : " ");
      var line = CreditLine.of(language, picture.credit());
      caption.append("<small>").append(escape(line)).append("</small>");
    }
    return figure("picture", image(picture), caption.toString());
  }

  /** The picture itself, without its caption; {@code ""} when it has no file. */
  String image(Picture picture) {
    return image(picture.name(), picture.url(), picture.alt().orElse(""));
  }

  private String image(String name, String url, String alt) {
    var asset = Optional.ofNullable(assets.get(name));
    var src = asset.map(stored -> base + stored.path()).orElse(url);
    if (src.isEmpty()) {
      return "";
    }
    var size =
        asset
            .filter(stored -> stored.width().isPresent() && stored.height().isPresent())
            .map(stored ->
                " width=\"%d\" height=\"%d\""
                    .formatted(stored.width().getAsInt(), stored.height().getAsInt()))
            .orElse("");
    return "<img src=\"" + escape(src) + "\" alt=\"" + escape(alt) + "\"" + size + ">";
  }

  String video(Clip clip) {
    var url = address(clip);
    if (url.isEmpty()) {
      return figure("video", "", words(clip));
    }
    var poster =
        clip.poster().isEmpty()
            ? ""
            : image(
                clip.poster(),
                FieldReader.isAddress(clip.poster()) ? clip.poster() : "",
                clip.title());
    var shown = poster.isEmpty() ? "" : link(url, poster);
    return figure("video", shown, linked(clip, url));
  }

  String audio(Clip clip) {
    var url = address(clip);
    if (url.isEmpty()) {
      return figure("audio", "", words(clip));
    }
    var player = "<audio controls preload=\"none\" src=\"" + escape(url) + "\"></audio>";
    return figure("audio", player, linked(clip, url));
  }

  private String address(Clip clip) {
    @Nullable Asset asset = assets.get(clip.name());
    return asset == null ? clip.url() : base + asset.path();
  }

  private static String words(Clip clip) {
    var title = clip.title().isEmpty() ? "" : "<strong>" + escape(clip.title()) + "</strong>";
    return (title + " " + escape(clip.caption())).strip();
  }

  /** The words, the first of them leading to the clip; a clip without words shows its address. */
  private static String linked(Clip clip, String url) {
    if (clip.title().isEmpty()) {
      return link(url, escape(clip.caption().isEmpty() ? url : clip.caption()));
    }
    return (link(url, escape(clip.title())) + " " + escape(clip.caption())).strip();
  }

  private static String link(String url, String inner) {
    return "<a href=\"" + escape(url) + "\">" + inner + "</a>";
  }

  private static String figure(String kind, String shown, String caption) {
    var words = caption.isEmpty() ? "" : "<figcaption>" + caption + "</figcaption>";
    return "<figure class=\"" + kind + "\">" + shown + words + "</figure>";
  }

  private static String escape(String text) {
    return Sanitizer.escape(text).markup().replace("\"", "&quot;");
  }
}
