package org.slugline.site.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slugline.desk.Article;
import org.slugline.desk.ArticleJson;
import org.slugline.desk.Draft;
import org.slugline.desk.Fault;
import org.slugline.desk.Manuscript;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a form as an article to be filed. They are read as the API reads them, so that both
 * take and refuse the same.
 */
final class ArticleDraft {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Typed typed;
  private final ZoneId zone;
  private final ObjectNode json = JSON.createObjectNode();
  private final Map<String, String> fields = new HashMap<>();
  private final Map<String, String> files = new HashMap<>();

  /** What the form means. */
  sealed interface Meaning {
    /**
     * @param doubts what was understood, but may not be meant
     */
    record Clear(Draft draft, List<Flaw> doubts) implements Meaning {}

    record Unclear(List<Flaw> flaws) implements Meaning {}
  }

  private ArticleDraft(Typed typed, ZoneId zone) {
    this.typed = typed;
    this.zone = zone;
  }

  /**
   * @param before the article that is edited
   */
  static Meaning read(Typed typed, Optional<Article> before, ZoneId zone) {
    return new ArticleDraft(typed, zone).read(before);
  }

  private Meaning read(Optional<Article> before) {
    for (var name : ArticleForm.SINGLE) {
      if (typed.has(name) && !name.equals("tags")) {
        json.put(name, typed.get(name));
      }
    }
    time("published", before.flatMap(Article::published));
    time("embargo", before.flatMap(Article::embargo));
    if (!typed.has("headline")) {
      json.put("headline", "");
    }
    var tags = json.putArray("tags");
    typed.get("tags").lines().map(String::strip).filter(tag -> !tag.isEmpty()).forEach(tags::add);
    for (var group : Group.values()) {
      rows(group);
    }
    if (typed.has("kind")) {
      json.putObject("revision").put("kind", typed.get("kind")).put("note", typed.line("note"));
    }
    return switch (ArticleJson.read(JSON.writeValueAsString(json).getBytes(UTF_8), zone)) {
      case Manuscript.Legible(var draft, var warnings) ->
          new Meaning.Clear(draft.toBuilder().files(files).build(), flaws(warnings));
      case Manuscript.Illegible(var faults) -> new Meaning.Unclear(flaws(faults));
    };
  }

  private void time(String name, Optional<java.time.Instant> stored) {
    if (typed.has(name)) {
      json.put(name, ArticleForm.moment(typed.line(name), stored, zone));
    }
  }

  private void rows(Group group) {
    var list = JSON.createArrayNode();
    for (var i = 0; i < typed.rows(group.word()); i++) {
      if (typed.isFilled(group.word(), i)) {
        var pointer = "/" + group.word() + "/" + list.size();
        fields.put(pointer, group.word() + "." + i + "." + group.columns().getFirst().name());
        list.add(row(group, group.word() + "." + i + ".", pointer));
      }
    }
    if (!list.isEmpty()) {
      json.set(group.word(), list);
    }
  }

  private ObjectNode row(Group group, String row, String pointer) {
    var node = JSON.createObjectNode();
    for (var column : group.columns()) {
      var field = row + column.name();
      fields.put(pointer + "/" + column.name(), field);
      switch (column.sort()) {
        case "file" -> file(node, column.name(), row);
        case "checkbox" -> {
          if (typed.has(field) && !typed.has(row + "alt")) {
            node.put("alt", "");
          }
        }
        default -> {
          if (typed.has(field)) {
            node.put(column.name(), typed.get(field));
          }
        }
      }
    }
    number(node);
    return node;
  }

  /** A file is known by the name that the article uses; else by the one that it was given. */
  private void file(ObjectNode node, String column, String row) {
    var asset = typed.get(row + column + ".asset");
    if (asset.isEmpty()) {
      return;
    }
    var name = column.equals("still") ? "poster" : "name";
    var called = typed.has(row + name) ? typed.line(row + name) : asset;
    node.put(name, called);
    files.put(called, asset);
  }

  private static void number(ObjectNode node) {
    var bytes = node.path("bytes").asString("").strip();
    if (bytes.matches("\\d{1,15}")) {
      node.put("bytes", Long.parseLong(bytes));
    }
  }

  private List<Flaw> flaws(List<Fault> faults) {
    var flaws = new ArrayList<Flaw>();
    for (var fault : faults) {
      flaws.add(new Flaw(field(fault.pointer()), told(fault)));
    }
    return flaws;
  }

  /** In the form's words, which knows neither folders nor front matter. */
  private static String told(Fault fault) {
    if (fault.isNoFile()) {
      return fault.what()
          + ". Choose it under Pictures, or place it by the name that it has there.";
    }
    if (fault.isNoDescription()) {
      return fault.what().replace("no `alt`", "no description")
          + ". Say what it shows, or tick “Decoration only”.";
    }
    return sentence(fault.detail());
  }

  /** Where what a pointer names stands in the form. */
  private String field(String pointer) {
    return field(pointer, fields);
  }

  private static String field(String pointer, Map<String, String> rows) {
    var known = rows.get(pointer);
    if (known != null) {
      return known;
    }
    var parts = pointer.split("/", -1);
    var name = parts.length > 1 ? parts[1] : "";
    if (name.equals("revision")) {
      return parts.length > 2 ? parts[2] : "note";
    }
    return ArticleForm.SINGLE.contains(name) ? name : "";
  }

  /** Faults that filing found, which counts rows as the article does. */
  static List<Flaw> flaws(Typed typed, List<Fault> faults) {
    var form = new ArticleDraft(typed, java.time.ZoneOffset.UTC);
    for (var group : Group.values()) {
      form.rows(group);
    }
    return form.flaws(faults);
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }
}
