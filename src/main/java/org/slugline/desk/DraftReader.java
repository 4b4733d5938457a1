package org.slugline.desk;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slugline.text.Slug;

/** Fields to a draft: every fault at once, none of them fatal to the reading of the others. */
final class DraftReader {
  /** Letters; what is printed of it must stay below what a sanitiser takes. */
  static final int LONGEST_BODY = 1_000_000;

  private static final int LONGEST_HEADLINE = 500;
  private static final Set<String> BODY_TYPES = Set.of("text/markdown", "text/html", "text/plain");

  /** What other tools call our fields. */
  private static final Map<String, String> ALIASES =
      Map.of(
          "title", "headline",
          "summary", "standfirst",
          "description", "standfirst",
          "subtitle", "standfirst",
          "date", "published",
          "author", "authors",
          "categories", "tags");

  /** What the desk itself adds to what it gives out. */
  private static final Set<String> READ_ONLY =
      Set.of("url", "state", "updated", "version", "html", "story", "media");

  /** Schemes of what a browser runs, holds or has on its own disk. */
  private static final Set<String> RUN_OR_LOCAL =
      Set.of("javascript", "vbscript", "data", "blob", "file", "about", "view-source");

  private final FieldReader fields;
  private final ZoneId zone;
  private final boolean file;

  /** Whether it is what the desk gave out: then a note is that of its withdrawal. */
  private final boolean givenOut;

  private final Draft.Builder draft = Draft.builder();
  private final Set<String> seen = new HashSet<>();

  private DraftReader(FieldReader fields, ZoneId zone, boolean file, boolean givenOut) {
    this.fields = fields;
    this.zone = zone;
    this.file = file;
    this.givenOut = givenOut;
  }

  /**
   * @param file in which an unknown field is a warning; in the API it is a fault
   * @return the draft as far as it could be read; it counts only if {@code fields} found no fault
   */
  static Draft.Builder read(Field.Table table, ZoneId zone, boolean file, FieldReader fields) {
    var reader = new DraftReader(fields, zone, file, table.entries().containsKey("state"));
    for (var entry : table.entries().entrySet()) {
      if (!ALIASES.containsKey(entry.getKey())) {
        reader.take(entry.getKey(), entry.getValue());
      }
    }
    for (var entry : table.entries().entrySet()) {
      var ours = ALIASES.get(entry.getKey());
      if (ours != null && !reader.seen.contains(ours)) {
        reader.take(ours, entry.getValue());
      }
    }
    if (!file && !reader.seen.contains("headline")) {
      fields.fault("/headline", 0, "The headline is missing", "");
    }
    return reader.draft;
  }

  private void take(String name, Field field) {
    if (field instanceof Field.Word word && word.sort() == Field.Sort.NOTHING) {
      return;
    }
    seen.add(name);
    switch (name) {
      case "headline" -> draft.headline(headline(field));
      case "standfirst" -> draft.standfirst(fields.line(field, 5_000));
      case "kicker" -> draft.kicker(fields.line(field, LONGEST_HEADLINE));
      case "dateline" -> draft.dateline(fields.line(field, LONGEST_HEADLINE));
      case "rights" -> draft.rights(fields.line(field, LONGEST_HEADLINE));
      case "section" -> draft.section(fields.line(field, 200));
      case "body" -> draft.body(fields.text(field, LONGEST_BODY));
      case "body_type" -> draft.bodyType(bodyType(field));
      case "slug" -> draft.slug(slug(field));
      case "id" -> draft.id(id(field));
      case "language" -> draft.language(language(field));
      case "tags" ->
          draft.tags(fields.rows(field).stream().flatMap(this::tags).distinct().toList());
      case "authors" -> draft.authors(new MediaFields(fields).authors(field));
      case "published" -> draft.published(moment(field));
      case "embargo" -> draft.embargo(moment(field));
      case "draft" -> draft.draft(fields.truth(field));
      case "images" -> draft.images(new MediaFields(fields).pictures(field));
      case "videos" -> draft.videos(new MediaFields(fields).clips(field, "video"));
      case "audio" -> draft.audio(new MediaFields(fields).clips(field, "audio"));
      case "sources" -> draft.sources(new MediaFields(fields).sources(field));
      case "revision" -> draft.edit(edit(field));
      case "lastmod" -> {}
      default -> unknown(name, field);
    }
  }

  private void unknown(String name, Field field) {
    if (READ_ONLY.contains(name) || (name.equals("note") && givenOut)) {
      if (file) {
        fields.warn(field, "`" + name + "` is ours to say and was left out", "");
      }
    } else if (name.equals("note") && !file) {
      fields.fault(field, "There is no field `note`", "Say it in `revision`");
    } else {
      fields.unknown(field, name, file);
    }
  }

  private String headline(Field field) {
    var faults = fields.faults().size();
    var headline = fields.line(field, LONGEST_HEADLINE);
    if (headline.isEmpty() && fields.faults().size() == faults) {
      fields.fault(field, "The headline is empty", "");
    }
    return headline;
  }

  private Stream<String> tags(Field field) {
    var text = fields.line(field, 1_000);
    // one text for many tags, as some tools write it
    var many = file && !field.pointer().matches(".*/\\d+");
    return many ? List.of(text.split("\\s*,\\s*")).stream() : Stream.of(text);
  }

  private String bodyType(Field field) {
    var type = fields.line(field, 100).toLowerCase(Locale.ROOT);
    if (!BODY_TYPES.contains(type)) {
      fields.fault(
          field, "`" + type + "` is no type of body", "Use text/markdown, text/html or text/plain");
      return "text/plain";
    }
    return type;
  }

  private String slug(Field field) {
    var slug = fields.line(field, 1_000);
    if (!Slug.is(slug)) {
      var better = Slug.of(slug);
      fields.fault(
          field,
          "`" + slug + "` is no slug",
          "Use small letters, digits and hyphens" + (better.isEmpty() ? "" : ", say " + better));
    }
    return slug;
  }

  private String id(Field field) {
    var id = fields.line(field, 500);
    try {
      var uri = new URI(id);
      if (uri.isAbsolute()) {
        if (RUN_OR_LOCAL.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
          fields.fault(
              field,
              "`" + id + "` names nothing that lasts",
              "Use a tag:, urn: or https: address, or leave `id` out to have one made");
        }
        return id;
      }
    } catch (URISyntaxException _) {
      // said below
    }
    fields.fault(field, "`" + id + "` is no URI", "Leave `id` out to have one made");
    return id;
  }

  private String language(Field field) {
    var tag = fields.line(field, 100);
    try {
      var known = new Locale.Builder().setLanguageTag(tag).build();
      if (!known.getLanguage().isEmpty()) {
        return tag;
      }
    } catch (IllformedLocaleException _) {
      // said below
    }
    fields.fault(field, "`" + tag + "` is no language tag", "Write it as BCP 47 does: en, de-AT");
    return "";
  }

  private Optional<Instant> moment(Field field) {
    var text = fields.line(field, 100);
    var moment = Moments.read(text, zone);
    if (moment.isEmpty()) {
      fields.fault(field, "`" + text + "` is no time", "Write it as 2022-02-08T13:05:00Z");
    } else if (moment.get().doubtful()) {
      fields.warn(
          field,
          "The clocks change at " + text + " in " + zone + "; " + moment.get().at() + " was taken",
          "Give the time with its offset");
    }
    return moment.map(Moments.Moment::at);
  }

  private Edit edit(Field field) {
    var kind = "update";
    var note = "";
    if (field instanceof Field.Table table) {
      for (var entry : table.entries().entrySet()) {
        switch (entry.getKey()) {
          case "kind" -> kind = fields.line(entry.getValue(), 100);
          case "note" -> note = fields.line(entry.getValue(), 2_000);
          default -> fields.unknown(entry.getValue(), entry.getKey(), file);
        }
      }
    } else {
      kind = fields.line(field, 100);
    }
    var known = Kind.ofEdit(kind);
    if (known.isEmpty()) {
      fields.fault(
          Field.below(field.pointer(), "kind"),
          field.line(),
          "`" + kind + "` is no kind of revision",
          "Use update, clarification, correction or retraction");
      return Edit.UPDATE;
    }
    if (known.get().owesNote() && note.isEmpty()) {
      fields.fault(
          Field.below(field.pointer(), "note"),
          field.line(),
          "A " + kind + " needs a note",
          "Say to readers what was wrong");
    }
    return new Edit(known.get(), note);
  }

  /** What the whole needs beyond its single fields. */
  static void complete(Draft draft, FieldReader fields) {
    var told = fields.faults().stream().anyMatch(fault -> fault.pointer().equals("/headline"));
    if (draft.headline().isEmpty() && !told) {
      fields.fault(
          "/headline", 1, "The headline is missing", "Add `headline: …` to the front matter");
    }
    if (draft.body().length() > LONGEST_BODY) {
      fields.fault("/body", 1, "The body is longer than " + LONGEST_BODY + " letters", "Split it");
    }
    List<String> names = new ArrayList<>();
    for (var i = 0; i < draft.images().size(); i++) {
      once(names, draft.images().get(i).name(), "/images/" + i + "/name", fields);
    }
    for (var i = 0; i < draft.videos().size(); i++) {
      once(names, draft.videos().get(i).name(), "/videos/" + i + "/name", fields);
    }
    for (var i = 0; i < draft.audio().size(); i++) {
      once(names, draft.audio().get(i).name(), "/audio/" + i + "/name", fields);
    }
  }

  private static void once(List<String> names, String name, String pointer, FieldReader fields) {
    if (names.contains(name)) {
      fields.fault(pointer, 0, "Two media are called `" + name + "`", "Give each its own name");
    }
    names.add(name);
  }
}
