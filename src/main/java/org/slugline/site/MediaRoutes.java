package org.slugline.site;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.slugline.access.Scope;
import org.slugline.desk.ArticleJson;
import org.slugline.desk.Asset;
import org.slugline.desk.Desk;
import org.slugline.desk.Media;
import org.slugline.http.EntityTag;

/** Pictures and sounds: taken over the API, served for ever under the digest of their bytes. */
final class MediaRoutes {
  /** Bytes of a refused body that are still taken in. */
  private static final int READ_AWAY = 16 << 20;

  private final Paper paper;
  private final Desk desk;
  private final Doorkeeper door;
  private final InstantSource clock;
  private final long limit;

  /**
   * @param limit of one upload, in bytes
   */
  MediaRoutes(Paper paper, Desk desk, Doorkeeper door, InstantSource clock, long limit) {
    this.paper = paper;
    this.desk = desk;
    this.door = door;
    this.clock = clock;
    this.limit = limit;
  }

  void addTo(Paths paths) {
    paths.post("/api/media", this::take);
    paths.get("/media/{name}", this::show);
  }

  private void take(Context ctx) {
    if (door.admit(ctx, Scope.PUBLISH).isEmpty() || SentBody.isCoded(ctx)) {
      return;
    }
    if (Answers.header(ctx, "Content-Type").toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      readAway(ctx);
      Problem.of(
              Trouble.UNSUPPORTED_TYPE,
              "Send the bytes of the file alone, with its own type: not as a form.")
          .answer(ctx);
      return;
    }
    switch (desk.media().take(ctx.bodyInputStream(), limit, clock.instant())) {
      case Media.Fit(var asset, _) -> {
        ctx.status(201);
        ctx.header("Location", paper.url(asset.path()));
        ctx.header("Cache-Control", "private, no-store");
        ctx.contentType("application/json");
        ctx.result(ArticleJson.write(asset, paper.url("")));
      }
      case Media.Unfit(var what) ->
          Problem.of(Trouble.UNSUPPORTED_TYPE, "The file cannot be taken: " + what + ".")
              .answer(ctx);
      case Media.TooLarge _ -> tooLarge(ctx);
    }
  }

  private void tooLarge(Context ctx) {
    readAway(ctx);
    Problem.of(Trouble.TOO_LARGE, "A file may have " + (limit >> 20) + " MiB at most.").answer(ctx);
  }

  /** A client that is still sending would see a broken connection instead of the answer. */
  private static void readAway(Context ctx) {
    try {
      var in = ctx.bodyInputStream();
      var bytes = new byte[1 << 16];
      var left = READ_AWAY;
      for (var read = in.read(bytes); read > 0 && left > 0; read = in.read(bytes)) {
        left -= read;
      }
    } catch (IOException _) {
      // it has gone away itself
    }
  }

  private void show(Context ctx) {
    var name = ctx.pathParam("name");
    var shown = desk.media().isShown(name);
    var asset = desk.media().find(name).filter(_ -> shown || isEditor(ctx));
    var file = asset.flatMap(found -> desk.media().file(found.name()));
    if (file.isEmpty()) {
      Problem.notFound("There is no such file.").answer(ctx);
      return;
    }
    ctx.header(
        "Cache-Control", shown ? "public, max-age=31536000, immutable" : "private, no-store");
    send(ctx, asset.orElseThrow(), file.get());
  }

  /** Before the release of what shows it, a file is the desk's alone. */
  private boolean isEditor(Context ctx) {
    return door.glance(ctx).filter(holder -> holder.may(Scope.PUBLISH)).isPresent();
  }

  private static void send(Context ctx, Asset asset, Path file) {
    var tag = EntityTag.strong(asset.name());
    ctx.header("ETag", tag.toString());
    ctx.header("Accept-Ranges", "bytes");
    ctx.header("Access-Control-Allow-Origin", "*");
    if (EntityTag.list(Answers.header(ctx, "If-None-Match")).stream().anyMatch(tag::isWeakly)) {
      ctx.status(304);
      return;
    }
    ctx.contentType(asset.type());
    var condition = Answers.header(ctx, "If-Range").strip();
    // a part is GET's alone, RFC 9110 §14.2
    var fresh =
        !ctx.req().getMethod().equals("HEAD")
            && (condition.isEmpty() || condition.equals(tag.toString()));
    var asked = fresh ? Answers.header(ctx, "Range") : "";
    switch (Span.of(asked, asset.bytes())) {
      case Span.Whole _ -> copy(ctx, file, 0, asset.bytes());
      case Span.Part(var from, var to) -> {
        ctx.status(206);
        ctx.header("Content-Range", "bytes " + from + "-" + to + "/" + asset.bytes());
        copy(ctx, file, from, to - from + 1);
      }
      case Span.Outside _ -> {
        ctx.status(416);
        ctx.header("Cache-Control", "no-store");
        ctx.header("Content-Range", "bytes */" + asset.bytes());
      }
    }
  }

  private static void copy(Context ctx, Path file, long from, long bytes) {
    ctx.res().setContentLengthLong(bytes);
    if (ctx.req().getMethod().equals("HEAD")) {
      return;
    }
    try (var channel = Files.newByteChannel(file, StandardOpenOption.READ);
        var in = Channels.newInputStream(channel.position(from))) {
      var out = ctx.res().getOutputStream();
      var buffer = new byte[1 << 16];
      for (var left = bytes; left > 0; ) {
        var read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (read < 0) {
          return;
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    } catch (IOException _) {
      // the reader has gone; what is short of the announced length tells the rest
    }
  }

  /** What a {@code Range} asks for, RFC 9110 §14.2; several at once are answered with the whole. */
  private sealed interface Span {
    record Whole() implements Span {}

    record Part(long from, long to) implements Span {}

    record Outside() implements Span {}

    static Span of(String range, long bytes) {
      if (!range.matches("(?i)bytes=(\\d{1,18}-\\d{0,18}|-\\d{1,18})")) {
        return new Whole();
      }
      var ends = range.substring(6).split("-", 2);
      var from =
          ends[0].isEmpty() ? bytes - number(ends[1]).orElse(0L) : number(ends[0]).orElse(0L);
      var to = ends[0].isEmpty() ? bytes - 1 : number(ends[1]).orElse(bytes - 1);
      if (from >= bytes || to < from) {
        return new Outside();
      }
      return new Part(Math.max(0, from), Math.min(to, bytes - 1));
    }

    private static Optional<Long> number(String digits) {
      return digits.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(digits));
    }
  }
}
