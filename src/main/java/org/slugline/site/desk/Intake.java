package org.slugline.site.desk;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slugline.desk.Media;
import org.slugline.site.Paper;
import org.slugline.site.Problem;
import org.slugline.site.Trouble;

/** Takes in what forms bring, text and files, within bounds. */
final class Intake {
  private static final int MOST_FILES = 40;

  /** Bytes of a refused body that are still taken in, so that the answer is heard. */
  private static final int READ_AWAY = 16 << 20;

  private final Paper paper;
  private final Media media;
  private final InstantSource clock;
  private final int mostText;
  private final long mostFile;

  /**
   * @param mostText bytes of all that is typed into one form
   * @param mostFile bytes of one file
   */
  Intake(Paper paper, Media media, InstantSource clock, int mostText, long mostFile) {
    this.paper = paper;
    this.media = media;
    this.clock = clock;
    this.mostText = mostText;
    this.mostFile = mostFile;
  }

  /** The form; empty when the request is answered already. */
  Optional<Typed> read(Context ctx, FormReader.Sink files) {
    return switch (new FormReader(mostText, 2 * mostFile + mostText).read(ctx, files)) {
      case FormReader.Read.Whole(var typed) -> Optional.of(typed);
      case FormReader.Read.TooLarge() -> {
        readAway(ctx);
        var detail = paper.say("desk.too-large", size(mostText), size(mostFile));
        Problem.of(Trouble.TOO_LARGE, detail).answer(ctx);
        yield Optional.empty();
      }
      case FormReader.Read.Broken() -> {
        Problem.of(Trouble.BAD_REQUEST, paper.say("desk.broken")).answer(ctx);
        yield Optional.empty();
      }
    };
  }

  private static String size(long bytes) {
    return bytes < 1 << 20 ? (bytes >> 10) + " KiB" : (bytes >> 20) + " MiB";
  }

  private static void readAway(Context ctx) {
    try {
      ctx.req().getInputStream().skip(READ_AWAY);
    } catch (IOException _) {
      // it has gone away itself
    }
  }

  /**
   * @param allowed whether the text before a file shows that it may be kept
   */
  Uploads uploads(Predicate<Typed> allowed) {
    return new Uploads(allowed);
  }

  /** The files of one form: kept at once, so that a fault elsewhere does not lose them. */
  final class Uploads implements FormReader.Sink {
    private final Predicate<Typed> allowed;
    private final List<Flaw> flaws = new ArrayList<>();
    private int taken;
    private boolean refused;

    private Uploads(Predicate<Typed> allowed) {
      this.allowed = allowed;
    }

    @Override
    public Map<String, String> take(Typed before, String field, InputStream file)
        throws IOException {
      if (!allowed.test(before)) {
        refused = true;
        return Map.of();
      }
      taken++;
      if (taken > MOST_FILES) {
        flaws.add(new Flaw(field, paper.say("desk.flaw.files", MOST_FILES)));
        return Map.of();
      }
      return switch (media.take(file, mostFile, clock.instant())) {
        case Media.Fit(var asset, _) -> Map.of(field + ".asset", asset.name());
        case Media.Unfit(var what) -> {
          flaws.add(new Flaw(field, paper.say("desk.flaw.unfit", paper.said(what))));
          yield Map.of();
        }
        case Media.TooLarge(var limit) -> {
          flaws.add(new Flaw(field, paper.say("desk.flaw.large", size(limit))));
          yield Map.of();
        }
      };
    }

    /** Whether files came that were not kept, for want of a session. */
    boolean refused() {
      return refused;
    }

    List<Flaw> flaws() {
      return List.copyOf(flaws);
    }
  }
}
