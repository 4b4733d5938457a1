package org.slugline.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A file to something that can be filed, or to the reason why it cannot. */
final class Preparing {
  private final Desk desk;
  private final DeskSettings settings;
  private final Media media;
  private final Optional<Edit> edit;

  /**
   * @param edit what a change says of itself, over what the file says
   */
  Preparing(Desk desk, Optional<Edit> edit) {
    this.desk = desk;
    this.settings = desk.settings();
    this.media = desk.media();
    this.edit = edit;
  }

  /** How preparing ended. */
  sealed interface Made {}

  record Done(Prepared prepared) implements Made {}

  record Same(FilingTable.Filed known) implements Made {}

  record Refused(List<Fault> faults) implements Made {}

  Made prepare(Path file, Optional<FilingTable.Filed> known) {
    try {
      if (Files.size(file) > ManuscriptReader.LONGEST_FILE) {
        return refused(
            "The file is larger than " + (ManuscriptReader.LONGEST_FILE >> 20) + " MiB",
            "Is it an article? Split it");
      }
      var bytes = Files.readAllBytes(file);
      var digest = Digest.of(bytes);
      if (known.isPresent() && isSame(file, digest, known.get())) {
        return new Same(known.get());
      }
      var type = ManuscriptReader.typeOf(String.valueOf(file.getFileName()));
      if (type.isEmpty()) {
        return refused("Its name does not say what it is", "Call it .md, .html or .txt");
      }
      var text = Decoding.decode(bytes).text();
      return switch (ManuscriptReader.read(
          bytes, type, settings, draft -> missing(file, known, text, draft))) {
        case Manuscript.Illegible(var faults) -> new Refused(faults);
        case Manuscript.Legible(var draft, var warnings) ->
            gathered(file, known, text, digest, draft, warnings);
      };
    } catch (IOException _) {
      return refused("The file cannot be read", "Check its owner and rights");
    }
  }

  private static boolean isSame(Path file, String digest, FilingTable.Filed known) {
    return known.digest().equals(digest)
        && known.beside().equals(Beside.again(file, known.beside()));
  }

  /** What it shows and neither lies beside it nor at the desk. */
  private List<Fault> missing(
      Path file, Optional<FilingTable.Filed> known, String text, Draft draft) {
    var names = new HashMap<String, String>();
    Copy.filesOf(draft).forEach(wanted -> names.put(wanted.pointer(), wanted.name()));
    return desk.missing(draft, known.map(FilingTable.Filed::slug)).stream()
        .filter(fault -> Beside.find(file, names.getOrDefault(fault.pointer(), "")).isEmpty())
        .map(fault -> {
          var line = Prepared.line(text, names.getOrDefault(fault.pointer(), ""));
          return new Fault(fault.pointer(), line, fault.what(), fault.mend());
        })
        .toList();
  }

  /** Finds the files that the article shows. */
  private Made gathered(
      Path file,
      Optional<FilingTable.Filed> known,
      String text,
      String digest,
      Draft draft,
      List<Fault> warnings) {
    List<Fault> faults = new ArrayList<>();
    List<Media.Fit> looks = new ArrayList<>();
    var files = new HashMap<String, Asset>();
    Set<String> shown = new HashSet<>();
    for (var wanted : Copy.filesOf(draft)) {
      var beside = Beside.find(file, wanted.name());
      if (wanted.mustExist() || beside.isPresent()) {
        shown.add(wanted.name());
      }
      if (beside.isEmpty()) {
        continue; // the desk may have it by that name, and says so if not
      }
      switch (media.look(beside.get())) {
        case Media.Fit fit -> {
          looks.add(fit);
          files.put(wanted.name(), fit.asset());
        }
        case Media.TooLarge(var limit) ->
            throw new IllegalStateException("no limit of " + limit + " was set");
        case Media.Unfit(var what) ->
            faults.add(
                new Fault(
                    wanted.pointer(),
                    Prepared.line(text, wanted.name()),
                    "`" + wanted.name() + "` cannot be taken: " + what,
                    wanted.pointer().startsWith("/audio")
                        ? "Save it as MP3, M4A, Ogg, FLAC or WAV"
                        : "Save it as JPEG, PNG or WebP"));
      }
    }
    if (!faults.isEmpty()) {
      looks.forEach(media::drop);
      faults.addAll(missing(file, known, text, draft));
      return new Refused(faults);
    }
    var names = new HashMap<String, String>();
    files.forEach((called, asset) -> names.put(called, asset.name()));
    var filed = draft.toBuilder().files(names).edit(edit.orElse(draft.edit())).build();
    var list = Beside.list(file, shown);
    var proof = Proof.of(filed, files, settings);
    return new Done(new Prepared(file, known, text, digest, list, filed, proof, looks, warnings));
  }

  private static Refused refused(String what, String mend) {
    return new Refused(List.of(new Fault("", 0, what, mend)));
  }
}
