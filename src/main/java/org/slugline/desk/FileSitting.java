package org.slugline.desk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** Files filed in one transaction, each by itself: a refused one leaves nothing behind. */
final class FileSitting {
  private final Sitting sitting;
  private final FilingTable table;

  /** Digests of the batch that a file had before: mostly none, and nothing need be looked for. */
  private final Set<String> known = new HashSet<>();

  /** What became of files, to be written in one go. */
  private final List<FilingTable.Entry> entries = new ArrayList<>();

  FileSitting(Sitting sitting) {
    this.sitting = sitting;
    table = sitting.filings();
  }

  List<FileOutcome> file(List<Prepared> batch) {
    var digests = Lists.of(batch.stream().map(Prepared::digest).toList());
    known.addAll(table.known(digests.toString()));
    sitting.expect(batch.stream().map(Prepared::draft).toList());
    var outcomes = batch.stream().map(this::file).toList();
    write();
    return outcomes;
  }

  private void write() {
    if (!entries.isEmpty()) {
      sitting.articles(); // written: the table speaks of them
      table.put(List.copyOf(entries));
      entries.clear();
    }
  }

  private FileOutcome file(Prepared prepared) {
    if (prepared.looks().isEmpty()) {
      return outcome(prepared, filed(prepared)); // what is refused has written nothing
    }
    return sitting.attempt(
        () -> {
          prepared.looks().forEach(look -> sitting.take(look.asset()));
          return outcome(prepared, filed(prepared));
        },
        outcome -> outcome.result() != FileOutcome.Result.REFUSED);
  }

  private Filing filed(Prepared prepared) {
    var path = prepared.file().toString();
    var article = article(prepared);
    if (article.isPresent()) {
      write(); // a file of this batch may be it
    }
    var clash = article.flatMap(known -> clash(prepared, known));
    if (clash.isPresent()) {
      return clash.get();
    }
    if (article.isEmpty()) {
      var erased = sitting.erased(prepared.draft(), prepared.file());
      if (erased.isPresent()) {
        return new Filing.Refused(List.of(gone(prepared.draft(), erased.get())));
      }
    }
    var filing =
        article.isPresent()
            ? sitting.change(article.get(), prepared.draft(), OptionalInt.empty())
            : sitting.file(prepared.draft(), Optional.empty());
    if (article.isEmpty() && filing instanceof Filing.Unchanged(var same)) {
      write();
      var twin = clash(prepared, same);
      if (twin.isPresent()) {
        return twin.get();
      }
    }
    stored(filing)
        .ifPresent(stored -> {
          if (!(filing instanceof Filing.Created)) {
            table.forgetOthers(stored.id(), path);
          }
          entries.add(
              new FilingTable.Entry(path, prepared.digest(), prepared.beside(), stored.id()));
        });
    return filing;
  }

  /** Another file that lies there and is this article: the two would overwrite each other. */
  private Optional<Filing> clash(Prepared prepared, Article article) {
    return table.ofArticle(article.id()).stream()
        .filter(filed -> !filed.path().equals(prepared.file().toString()) && isThere(filed))
        .findFirst()
        .map(filed ->
            new Filing.Refused(
                List.of(
                    new Fault(
                        prepared.draft().id().isEmpty() ? "/slug" : "/id",
                        0,
                        "This is the same article as " + filed.path(),
                        "Give each its own slug and id, or remove one of the two"))));
  }

  private static Fault gone(Draft draft, Articles.Erased erased) {
    return new Fault(
        draft.id().isEmpty() ? "/slug" : "/id",
        0,
        "This article was erased at " + erased.at(),
        "Remove the file; to publish it anew, give it another id: `id: " + erased.uri() + "-2`");
  }

  /** By its id, else its slug, else its path, else the bytes of a file that has moved. */
  private Optional<Article> article(Prepared prepared) {
    var draft = prepared.draft();
    var byName =
        draft.id().isEmpty()
            ? draft.slug().isEmpty()
                ? Optional.<Article>empty()
                : named(draft.slug(), articles -> articles.bySlug(draft.slug()))
            : named(draft.id(), articles -> articles.byUri(draft.id()));
    return byName
        .or(() -> byFile(prepared.known()))
        .or(() ->
            byFile(
                known.contains(prepared.digest())
                    ? table.byDigest(prepared.digest()).stream()
                        .filter(filed -> !isThere(filed))
                        .findFirst()
                    : Optional.empty()));
  }

  private Optional<Article> named(String name, Function<Articles, Optional<Article>> query) {
    return sitting.mayHave(name) ? query.apply(sitting.articles()) : Optional.empty();
  }

  private Optional<Article> byFile(Optional<FilingTable.Filed> filed) {
    return filed.flatMap(known -> sitting.articles().byId(known.article()));
  }

  private static boolean isThere(FilingTable.Filed filed) {
    return Files.exists(Path.of(filed.path()));
  }

  private static Optional<Article> stored(Filing filing) {
    return switch (filing) {
      case Filing.Created(var article) -> Optional.of(article);
      case Filing.Changed(var article) -> Optional.of(article);
      case Filing.Unchanged(var article) -> Optional.of(article);
      default -> Optional.empty();
    };
  }

  private static FileOutcome outcome(Prepared prepared, Filing filing) {
    return switch (filing) {
      case Filing.Created(var article) -> done(prepared, article, FileOutcome.Result.CREATED);
      case Filing.Changed(var article) -> done(prepared, article, FileOutcome.Result.CHANGED);
      case Filing.Unchanged(var article) -> done(prepared, article, FileOutcome.Result.UNCHANGED);
      case Filing.SlugTaken(var holder) ->
          refused(
              prepared,
              List.of(
                  new Fault(
                      "/slug",
                      prepared.draft().slug().isEmpty() ? 1 : 0,
                      "Another article has, or had, the address " + holder.path(),
                      "Give this one its own `slug`; to replace that one: `slug: "
                          + holder.slug()
                          + "`")));
      case Filing.Refused(var faults) -> refused(prepared, faults);
      case Filing.Repeated _, Filing.Stale _, Filing.Unknown _, Filing.KeyReused _ ->
          throw new IllegalStateException("a file is filed without conditions");
    };
  }

  private static FileOutcome done(Prepared prepared, Article article, FileOutcome.Result result) {
    var warnings = new ArrayList<>(prepared.warnings());
    var asked = prepared.draft().published();
    if (article.released().isPresent() && asked.isPresent() && !asked.equals(article.published())) {
      warnings.add(
          new Fault(
              "/published",
              Prepared.line(prepared.text(), "published:"),
              "`published` never moves once readers have seen the article",
              "It stays " + article.published().orElseThrow()));
    }
    var edit = prepared.draft().edit();
    if (result == FileOutcome.Result.UNCHANGED && !edit.note().isEmpty()) {
      unnoted(article, edit).ifPresent(warnings::add);
    }
    return new FileOutcome(prepared.file(), result, article.slug(), warnings);
  }

  /** Why a note that came with unchanged words was not kept; empty where it had come before. */
  private static Optional<Fault> unnoted(Article article, Edit edit) {
    if (article.state() != State.RELEASED) {
      return Optional.of(
          new Fault(
              "/revision",
              0,
              "Readers have not seen this article, the note was not kept",
              "Change its text"));
    }
    return edit.kind().owesNote()
        ? Optional.empty()
        : Optional.of(
            new Fault(
                "/revision",
                0,
                "Nothing was updated, the note was not kept",
                "Change the text, or say what the note is: `--kind clarification` or"
                    + " `--kind correction`"));
  }

  private static FileOutcome refused(Prepared prepared, List<Fault> faults) {
    var lined =
        faults.stream()
            .map(fault ->
                new Fault(fault.pointer(), prepared.lineOf(fault), fault.what(), fault.mend()))
            .toList();
    return new FileOutcome(prepared.file(), FileOutcome.Result.REFUSED, "", lined);
  }
}
