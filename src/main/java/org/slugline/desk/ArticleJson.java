package org.slugline.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Articles as the API speaks of them, with the names of contract/article.md. */
public final class ArticleJson {
  private ArticleJson() {}

  /**
   * Reads a request: every fault at once, each with its pointer.
   *
   * @param zone of times without an offset
   */
  public static Manuscript read(byte[] json, ZoneId zone) {
    return read(json, zone, _ -> List.of());
  }

  /**
   * Like {@link #read(byte[], ZoneId)}.
   *
   * @param others what else is wrong with a draft that cannot be filed anyway
   */
  public static Manuscript read(byte[] json, ZoneId zone, Function<Draft, List<Fault>> others) {
    return switch (Json.read(json)) {
      case Json.Broken(var fault) -> new Manuscript.Illegible(List.of(fault));
      case Json.Understood(var field) -> {
        if (!(field instanceof Field.Table table)) {
          yield new Manuscript.Illegible(List.of(new Fault("", 0, "This must be an object", "")));
        }
        var fields = new FieldReader();
        var draft = DraftReader.read(table, zone, false, fields).build();
        if (draft.bodyType().equals("text/plain") && !draft.headline().isEmpty()) {
          draft = PlainText.read(draft);
        }
        draft = Adoption.of(draft, fields);
        if (fields.faults().isEmpty()) {
          DraftReader.complete(draft, fields);
        }
        if (!fields.faults().isEmpty()) {
          for (var fault : others.apply(draft)) {
            fields.fault(fault.pointer(), fault.line(), fault.what(), fault.mend());
          }
        }
        yield fields.faults().isEmpty()
            ? new Manuscript.Legible(draft, fields.warnings())
            : new Manuscript.Illegible(fields.faults());
      }
    };
  }

  /**
   * The article with what the desk adds to it. Of a withdrawn one this is for the desk alone, which
   * may want it back.
   *
   * @param emails whether those of its authors are told
   * @param base address of the site, without a slash at its end
   */
  public static byte[] write(Sheet sheet, boolean emails, String base) {
    var article = sheet.article();
    var node = fields(article);
    node.put("draft", article.state() == State.DRAFT);
    if (!emails && node.get("authors") instanceof ArrayNode authors) {
      authors.forEach(author -> ((ObjectNode) author).remove("email"));
    }
    node.put("url", base + article.path());
    node.put("state", article.state().word());
    node.put("updated", article.updated().toString());
    node.put("version", article.version());
    if (article.state() == State.WITHDRAWN) {
      node.put("note", article.note());
    } else {
      node.put("html", article.html().markup());
    }
    if (sheet.story().isPresent()) {
      node.put("story", sheet.story().get());
    } else {
      node.putNull("story");
    }
    var media = node.putArray("media");
    for (var file : sheet.files()) {
      media.add(media(file.asset(), base).put("name", file.called()));
    }
    return node.toString().getBytes(UTF_8);
  }

  /** A stored file as {@code POST /api/media} answers, its own words included. */
  public static byte[] write(Asset asset, String base) {
    var node = media(asset, base);
    if (!asset.caption().isEmpty()) {
      node.put("caption", asset.caption());
    }
    if (!asset.credit().isEmpty()) {
      node.put("credit", asset.credit());
    }
    return node.toString().getBytes(UTF_8);
  }

  private static ObjectNode media(Asset asset, String base) {
    var node = Json.MAPPER.createObjectNode();
    node.put("name", asset.name());
    node.put("url", base + asset.path());
    asset.width().ifPresent(width -> node.put("width", width));
    asset.height().ifPresent(height -> node.put("height", height));
    node.put("type", asset.type());
    node.put("bytes", asset.bytes());
    return node;
  }

  /** What was filed, so that filing it again changes nothing; what is empty is left out. */
  static ObjectNode fields(Article article) {
    var node = Json.MAPPER.createObjectNode();
    put(node, "headline", article.headline());
    put(node, "standfirst", article.standfirst());
    put(node, "kicker", article.kicker());
    put(node, "dateline", article.dateline());
    put(node, "rights", article.rights());
    put(node, "slug", article.slug());
    put(node, "id", article.uri());
    put(node, "section", article.section());
    put(node, "language", article.language());
    put(node, "published", article.published());
    put(node, "embargo", article.embargo());
    if (article.state() == State.DRAFT) {
      node.put("draft", true);
    }
    put(node, "tags", Lists.of(article.tags()));
    put(node, "authors", Lists.ofAuthors(article.authors()));
    put(node, "images", Lists.ofPictures(article.images()));
    put(node, "videos", Lists.ofClips(article.videos()));
    put(node, "audio", Lists.ofClips(article.audio()));
    put(node, "sources", Lists.ofSources(article.sources()));
    put(node, "body", article.body());
    put(node, "body_type", article.bodyType());
    return node;
  }

  private static void put(ObjectNode node, String name, String value) {
    if (!value.isEmpty()) {
      node.put(name, value);
    }
  }

  private static void put(ObjectNode node, String name, Optional<Instant> value) {
    value.ifPresent(instant -> node.put(name, instant.toString()));
  }

  private static void put(ObjectNode node, String name, ArrayNode value) {
    if (!value.isEmpty()) {
      node.set(name, value);
    }
  }
}
