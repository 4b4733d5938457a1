package org.slugline.site;

import io.javalin.http.Context;
import org.slugline.edition.Edition;
import org.slugline.http.Conditional;

/** An edition that was printed for one question, as an answer with all its validators. */
record EditionAnswer(Answers answers) {
  /** For everyone, pages elsewhere among them. */
  void open(Context ctx, Edition edition) {
    ctx.header("Access-Control-Allow-Origin", "*");
    send(ctx, edition, answers.kept());
  }

  /** For an editor; a reader that has it is spared the body all the same. */
  void closed(Context ctx, Edition edition) {
    send(ctx, edition, "private, no-store");
  }

  private static void send(Context ctx, Edition edition, String control) {
    var zipped = Accepts.gzip(Answers.header(ctx, "Accept-Encoding"));
    var tag = zipped ? edition.zippedTag() : edition.tag();
    ctx.header("ETag", tag.toString());
    ctx.header("Last-Modified", edition.dated());
    ctx.header("Cache-Control", control);
    Answers.vary(ctx);
    switch (conditions(ctx).judge(true, tag, edition.lastModified())) {
      case NOT_MODIFIED -> ctx.status(304);
      case FAILED -> ctx.status(412);
      case PROCEED -> {
        var view = zipped ? edition.zipped() : edition.plain();
        var bytes = new byte[view.remaining()];
        view.get(bytes);
        if (zipped) {
          ctx.header("Content-Encoding", "gzip");
        }
        ctx.res().setContentType(edition.mediaType());
        ctx.res().setContentLength(bytes.length);
        Answers.past(ctx, bytes);
      }
    }
  }

  private static Conditional conditions(Context ctx) {
    return Conditional.of(
        Answers.header(ctx, "If-Match"),
        Answers.header(ctx, "If-None-Match"),
        Answers.header(ctx, "If-Modified-Since"),
        Answers.header(ctx, "If-Unmodified-Since"));
  }
}
