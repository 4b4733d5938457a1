package org.slugline.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slugline.text.WebPage;

/** The figures of a page to fields of its draft, so that they are carried to every output. */
final class Illustrated {
  private Illustrated() {}

  /**
   * @param figures each of which the body calls by its source
   */
  static Draft of(Draft draft, List<WebPage.Figure> figures) {
    var images = new ArrayList<>(draft.images());
    var videos = new ArrayList<>(draft.videos());
    var audio = new ArrayList<>(draft.audio());
    for (var figure : figures) {
      var src = figure.src();
      if (Adoption.knows(draft, src)
          || images.stream().anyMatch(image -> image.name().equals(src))
          || videos.stream().anyMatch(clip -> clip.name().equals(src))
          || audio.stream().anyMatch(clip -> clip.name().equals(src))) {
        continue;
      }
      switch (figure.medium()) {
        case "img" -> images.add(picture(figure));
        case "video" -> videos.add(clip(figure));
        default -> audio.add(clip(figure));
      }
    }
    return draft.toBuilder().images(images).videos(videos).audio(audio).build();
  }

  private static Picture picture(WebPage.Figure figure) {
    var credited = PlainText.Credited.ofCaption(figure.caption());
    return new Picture(
        figure.src(),
        url(figure),
        figure.saysAlt() ? Optional.of(figure.alt()) : Optional.empty(),
        credited.map(PlainText.Credited::caption).orElse(figure.caption()),
        credited.map(PlainText.Credited::credit).orElse(""),
        "");
  }

  private static Clip clip(WebPage.Figure figure) {
    return new Clip(
        figure.src(),
        url(figure),
        figure.title(),
        figure.caption(),
        figure.poster(),
        figure.type(),
        Optional.empty(),
        OptionalLong.empty());
  }

  private static String url(WebPage.Figure figure) {
    return FieldReader.isAddress(figure.src()) ? figure.src() : "";
  }
}
