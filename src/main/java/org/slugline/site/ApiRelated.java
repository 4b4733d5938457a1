package org.slugline.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slugline.edition.Collection;
import org.slugline.edition.Editions;
import org.slugline.feed.Format;
import org.slugline.story.Neighbours;
import org.slugline.story.Outlook;
import org.slugline.story.RelatedPiece;
import org.slugline.text.Sanitizer;

/** {@code /api/related}: what is stored, or what the caller sends; writes and fetches nothing. */
final class ApiRelated {
  private static final int LONGEST = 4000;

  private final Paper paper;
  private final ApiAnswers answers;
  private final Neighbours neighbours;
  private final Editions editions;

  ApiRelated(Paper paper, Neighbours neighbours, Editions editions) {
    this.editions = editions;
    this.paper = paper;
    this.neighbours = neighbours;
    answers = new ApiAnswers(paper);
  }

  void addTo(Paths paths) {
    paths.get("/api/related", this::related);
  }

  private void related(Context ctx) {
    var url = ApiAnswers.query(ctx, "url");
    var title = ApiAnswers.query(ctx, "title");
    if (url.isEmpty() == title.isEmpty()) {
      Problem.of(
              Trouble.BAD_REQUEST,
              "Give either url=, the address of a piece, or title= with summary= and language=.")
          .answer(ctx);
      return;
    }
    if (title.length() > LONGEST || ApiAnswers.query(ctx, "summary").length() > LONGEST) {
      Problem.of(Trouble.BAD_REQUEST, "title and summary may be 4,000 characters long each.")
          .answer(ctx);
      return;
    }
    if (url.isEmpty()) {
      answer(
          ctx,
          neighbours.of(
              title, ApiAnswers.query(ctx, "summary"), ApiAnswers.query(ctx, "language")));
      return;
    }
    neighbours
        .of(url.startsWith(paper.url("/")) ? url.substring(paper.url("").length()) : url)
        .ifPresentOrElse(
            outlook -> answer(ctx, outlook),
            () ->
                Problem.notFound(
                        "No piece with this address is stored. Send its words instead: title=…"
                            + " and summary=…, or read its outlet: slugline outlets add.")
                    .answer(ctx));
  }

  private void answer(Context ctx, Outlook outlook) {
    var format = ApiAnswers.query(ctx, "format");
    var feed = Format.of(format);
    if (feed.isPresent()) {
      var edition = editions.collected(collection(ctx, outlook, feed.get()));
      new EditionAnswer(paper.answers()).open(ctx, edition);
      return;
    }
    ctx.header("Access-Control-Allow-Origin", "*");
    ctx.header("Vary", "Accept");
    if (format.equals("html") || (format.isEmpty() && wantsHtml(ctx))) {
      paper.answers().text(ctx, "text/html; charset=utf-8", fragment(outlook));
      return;
    }
    var object = new LinkedHashMap<String, Object>();
    object.put("story", outlook.story().map(story -> story.name()).orElse(null));
    object.put("items", outlook.items().stream().map(this::item).toList());
    answers.open(ctx, object);
  }

  /** In the order of likeness; its page is the same list as HTML. */
  private Collection collection(Context ctx, Outlook outlook, Format format) {
    var query = new StringBuilder("?");
    for (var name : List.of("url", "title", "summary", "language")) {
      var value = ApiAnswers.query(ctx, name);
      if (!value.isEmpty()) {
        query.append(name).append('=').append(URLEncoder.encode(value, UTF_8)).append('&');
      }
    }
    return new Collection(
        "/api/related" + query + "format=html",
        "/api/related" + query + "format=" + format.suffix(),
        format,
        paper.say("feeds.related"),
        "",
        outlook.items().stream().map(RelatedPiece::piece).toList(),
        List.of(),
        List.of("articles", "wire", "outlets"));
  }

  private static boolean wantsHtml(Context ctx) {
    var accept = Answers.header(ctx, "Accept");
    var html = accept.indexOf("text/html");
    var json = accept.indexOf("json");
    return html >= 0 && (json < 0 || html < json);
  }

  private Map<String, Object> item(RelatedPiece piece) {
    var object = new LinkedHashMap<String, Object>();
    object.put("outlet", outlet(piece));
    object.put("headline", piece.headline());
    object.put("url", address(piece));
    object.put("published", piece.published().toString());
    object.put("score", Math.round(piece.score() * 1000) / 1000.0);
    object.put("why", piece.why());
    return object;
  }

  /** A list to be put into a page of the newsroom's own making. */
  private String fragment(Outlook outlook) {
    var html = new StringBuilder("<ul class=\"slugline-related\">");
    for (var piece : outlook.items()) {
      html.append("<li><cite>")
          .append(Sanitizer.escape(outlet(piece)).markup())
          .append("</cite> <a href=\"")
          .append(Sanitizer.attribute(address(piece)))
          .append("\">")
          .append(Sanitizer.escape(piece.headline()).markup())
          .append("</a> <time datetime=\"")
          .append(piece.published())
          .append("\">")
          .append(paper.times().day(piece.published()))
          .append("</time></li>");
    }
    return html.append("</ul>").toString();
  }

  private String outlet(RelatedPiece piece) {
    return piece.outlet() == 0 ? paper.masthead().title() : piece.outletTitle();
  }

  private String address(RelatedPiece piece) {
    return piece.url().startsWith("/") ? paper.url(piece.url()) : piece.url();
  }
}
