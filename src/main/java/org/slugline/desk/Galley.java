package org.slugline.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets a draft with what the desk has for it: its id, and the files that it shows. */
final class Galley {
  private final Newcomers newcomers;
  private final MediaTable media;
  private final DeskSettings settings;
  private final Proof.Pile proofs;

  Galley(Newcomers newcomers, MediaTable media, DeskSettings settings, Proof.Pile proofs) {
    this.newcomers = newcomers;
    this.media = media;
    this.settings = settings;
    this.proofs = proofs;
  }

  /**
   * @param before the article that it replaces
   * @param moment from which what is due is released
   */
  Copy.Made set(Draft draft, String slug, Optional<Article> before, Instant moment) {
    List<Fault> faults = new ArrayList<>();
    var files = files(media, draft, before, faults);
    if (before.isPresent() && !draft.id().isEmpty() && !draft.id().equals(before.get().uri())) {
      faults.add(
          new Fault("/id", 0, "The id of an article never changes", "It is " + before.get().uri()));
    }
    if (before.isEmpty() && settings.isReserved(draft.id())) {
      faults.add(
          new Fault(
              "/id",
              0,
              "`" + draft.id() + "` is what we call a piece of another outlet",
              "Leave `id` out to have one made"));
    }
    if (draft.headline().isEmpty()) {
      faults.add(new Fault("/headline", 0, "The headline is missing", ""));
    }
    if (!faults.isEmpty()) {
      return new Copy.Unready(faults);
    }
    var uri = before.map(Article::uri).orElseGet(() -> uri(draft, slug, moment));
    return Copy.of(draft, uri, slug, before, files, proofs, settings, moment);
  }

  /** RFC 4151: the host, the day of first publication, the first slug. */
  private String uri(Draft draft, String slug, Instant moment) {
    if (!draft.id().isEmpty()) {
      return draft.id();
    }
    var uri = uri(draft, slug, moment, settings);
    var free = uri;
    for (var n = 2; newcomers.isUsed(free); n++) {
      free = uri + "-" + n;
    }
    return free;
  }

  private static String uri(Draft draft, String slug, Instant moment, DeskSettings settings) {
    var day = draft.published().orElse(moment).atZone(settings.zone()).toLocalDate();
    return "tag:" + settings.host() + "," + day + ":" + slug;
  }

  /** What a new article of this draft would be called: its slug and its id. */
  static List<String> names(Draft draft, Instant moment, DeskSettings settings) {
    var slug = Copy.slugOf(draft);
    return List.of(slug, draft.id().isEmpty() ? uri(draft, slug, moment, settings) : draft.id());
  }

  /** The files that the draft shows, by what it calls them. */
  static Map<String, Asset> files(
      MediaTable media, Draft draft, Optional<Article> before, List<Fault> faults) {
    Map<String, Asset> had = new HashMap<>();
    before.ifPresent(
        article -> media.of(article.id()).forEach(file -> had.put(file.called(), file.asset())));
    Map<String, Asset> files = new HashMap<>();
    for (var wanted : Copy.filesOf(draft)) {
      var given = draft.files().get(wanted.name());
      @Nullable Asset asset =
          given == null
              ? media.find(wanted.name()).orElse(had.get(wanted.name()))
              : media.find(given).orElse(null);
      if (asset != null) {
        files.put(wanted.name(), asset);
      } else if (wanted.mustExist()) {
        faults.add(Fault.noFile(wanted.pointer(), wanted.name()));
      }
    }
    return files;
  }
}
