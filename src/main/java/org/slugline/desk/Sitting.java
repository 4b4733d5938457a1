package org.slugline.desk;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slugline.access.AuditTable;
import org.slugline.text.Slug;

/** One transaction at the desk: one hand, one moment. */
final class Sitting {
  private final Handle handle;
  private final Articles articles;
  private final Newcomers newcomers;
  private final MediaTable media;
  private final Chronicle chronicle;
  private final Galley galley;
  private final DeskSettings settings;
  private final String who;
  private final Instant now;

  /** The number given last; 0 before the first is. */
  private long last;

  /** Whether any article was erased, once somebody asked. */
  private Optional<Boolean> erased = Optional.empty();

  Sitting(Handle handle, DeskSettings settings, String who, Instant now, List<Proof> proofs) {
    this.handle = handle;
    this.settings = settings;
    this.who = who;
    this.now = now.truncatedTo(ChronoUnit.MILLIS); // as it is read back
    articles = handle.attach(Articles.class);
    newcomers = new Newcomers(articles);
    media = handle.attach(MediaTable.class);
    galley = new Galley(newcomers, media, settings, new Proof.Pile(proofs));
    chronicle = new Chronicle(handle, who, this.now);
  }

  Filing file(Draft draft, Optional<Retry> retry) {
    if (retry.isEmpty()) {
      return file(draft);
    }
    var requests = handle.attach(Requests.class);
    requests.forget(now.minus(Requests.KEPT));
    var key = retry.get().keyOf(who);
    var before = requests.find(key);
    if (before.isPresent()) {
      var same = before.get().digest().equals(retry.get().digest());
      return same
          ? new Filing.Repeated(
              articles().byId(before.get().article()).orElseThrow(), before.get().created())
          : new Filing.KeyReused(retry.get().key());
    }
    var filing = file(draft);
    switch (filing) {
      case Filing.Created(var article) ->
          requests.add(key, answered(retry.get(), article, true), now);
      case Filing.Unchanged(var article) ->
          requests.add(key, answered(retry.get(), article, false), now);
      default -> {}
    }
    return filing;
  }

  private Requests.Request answered(Retry retry, Article article, boolean created) {
    var sheet = new Sheet(article, articles().storyOf(article.id()), media.of(article.id()));
    var base = settings.base().toString();
    return new Requests.Request(
        retry.digest(),
        article.id(),
        article.version(),
        created,
        base + "/api" + article.path(),
        sheet.mark(),
        new String(ArticleJson.write(sheet, true, base), StandardCharsets.UTF_8));
  }

  private Filing file(Draft draft) {
    var slug = Copy.slugOf(draft);
    var holder = newcomers.holder(slug, draft.id());
    if (holder.isEmpty()) {
      return create(draft, slug);
    }
    return switch (ready(draft, holder.get().slug(), holder)) {
      case Copy.Unready(var faults) -> new Filing.Refused(faults);
      case Copy.Ready(var article, _) ->
          article.digest().equals(holder.get().digest())
                  && slug.equals(holder.get().slug())
                  && holder.get().state() != State.WITHDRAWN
              ? new Filing.Unchanged(holder.get())
              : new Filing.SlugTaken(holder.get());
    };
  }

  Filing create(Draft draft, String slug) {
    return create(draft, slug, now);
  }

  /** One that its readers saw elsewhere when it was published: it is not news of today. */
  Filing adopt(Draft draft, String slug) {
    return create(draft, slug, draft.published().filter(now::isAfter).orElse(now));
  }

  private Filing create(Draft draft, String slug, Instant moment) {
    if (!draft.id().isEmpty() && anyErased() && articles.erased(draft.id(), "").isPresent()) {
      return refused("/id", "The article of this id was erased for good", "Give it another id");
    }
    return switch (galley.set(draft, slug, Optional.empty(), moment)) {
      case Copy.Unready(var faults) -> new Filing.Refused(faults);
      case Copy.Ready(var article, var files) -> {
        var stored = article.numbered(number());
        newcomers.add(stored);
        var kind = stored.state() == State.RELEASED ? Kind.RELEASED : Kind.FILED;
        settle(stored, files);
        chronicle.version(stored, kind, "");
        if (stored.state() == State.RELEASED) {
          chronicle.count(Chronicle.printing(stored));
        }
        chronicle.audit(kind == Kind.RELEASED ? "released" : "filed", stored, "");
        yield new Filing.Created(stored);
      }
    };
  }

  /** One that no article has or had: the audit speaks of erased ones by theirs. */
  private long number() {
    if (last == 0) {
      last = articles.largest();
      if (anyErased()) {
        last = Math.max(last, handle.attach(AuditTable.class).largestArticle());
      }
    }
    return ++last;
  }

  /** Looked up once: most newsrooms have erased nothing. */
  private boolean anyErased() {
    return erased.orElseGet(() -> {
      var any = articles.hasErased();
      erased = Optional.of(any);
      return any;
    });
  }

  Filing replace(String slug, Draft draft, OptionalInt expected) {
    var known = newcomers.holder(slug, "");
    if (known.isEmpty()) {
      if (expected.isPresent()) {
        return new Filing.Unknown(slug);
      }
      if (draft.slug().isEmpty() && !Slug.is(slug)) {
        return refused(
            "/slug", "`" + slug + "` is no slug", "Use small letters, digits and hyphens");
      }
      return file(draft.slug().isEmpty() ? draft.toBuilder().slug(slug).build() : draft);
    }
    return change(known.get(), draft, expected);
  }

  Filing change(Article before, Draft draft, OptionalInt expected) {
    if (expected.isPresent() && expected.getAsInt() != before.version()) {
      return new Filing.Stale(before);
    }
    var slug = draft.slug().isEmpty() ? before.slug() : draft.slug();
    var holder = newcomers.holder(slug, "");
    if (holder.isPresent() && holder.get().id() != before.id()) {
      return new Filing.SlugTaken(holder.get());
    }
    return switch (ready(draft, slug, Optional.of(before))) {
      case Copy.Unready(var faults) -> new Filing.Refused(faults);
      case Copy.Ready(var after, var files) -> {
        var edit = edit(before, draft.edit());
        var same = after.digest().equals(before.digest()) && after.state() == before.state();
        yield same && !edit.kind().owesNote()
            ? new Filing.Unchanged(before)
            : changed(before, after, files, edit);
      }
    };
  }

  private Filing changed(Article before, Article after, Map<String, Asset> files, Edit edit) {
    articles.update(ArticleRow.of(after));
    if (!after.slug().equals(before.slug())) {
      newcomers.take(after.slug());
      articles.takeSlug(after.slug());
      if (before.released().isPresent()) {
        articles.leaveSlug(before.slug(), before.id());
      }
    }
    var appears = after.state() == State.RELEASED && before.state() != State.RELEASED;
    articles.clearLabels(after.id());
    media.clear(after.id());
    settle(after, files);
    chronicle.version(after, appears ? Kind.RELEASED : edit.kind(), edit.note());
    if (after.state() == State.RELEASED) {
      Set<String> scopes = new HashSet<>(Set.of("article:" + after.id())); // its history shows all
      if (appears || Copy.printsOtherwise(before, after)) {
        scopes.addAll(chronicle.scopes(before));
        scopes.addAll(chronicle.scopes(after));
      }
      if (edit.kind().owesNote()) {
        scopes.add("corrections");
      }
      chronicle.count(scopes);
    }
    chronicle.audit(appears ? "released" : "changed", after, edit.note());
    return new Filing.Changed(after);
  }

  /** What an edit says of itself counts for released pieces, and once. */
  private Edit edit(Article before, Edit edit) {
    var told =
        before.state() != State.RELEASED
            || articles.versions(before.id()).stream()
                .anyMatch(version ->
                    edit.kind().owesNote()
                        && version.kind() == edit.kind()
                        && version.note().equals(edit.note()));
    return told ? Edit.UPDATE : edit;
  }

  Filing withdraw(String slug, String note, OptionalInt expected) {
    var known = newcomers.holder(slug, "");
    if (known.isEmpty()) {
      return new Filing.Unknown(slug);
    }
    var before = known.get();
    if (expected.isPresent() && expected.getAsInt() != before.version()) {
      return new Filing.Stale(before);
    }
    if (before.state() == State.WITHDRAWN) {
      return new Filing.Unchanged(before);
    }
    var after = before.living(before.life().withdraw(note));
    articles.update(ArticleRow.of(after));
    chronicle.version(after, Kind.WITHDRAWAL, note);
    if (before.state() == State.RELEASED) {
      chronicle.count(before);
    }
    chronicle.audit("withdrew", after, note);
    return new Filing.Changed(after);
  }

  /**
   * @return files that nothing shows any more; empty when there is no such article
   */
  Optional<List<String>> erase(String slug) {
    var known = newcomers.holder(slug, "");
    if (known.isEmpty()) {
      return Optional.empty();
    }
    var article = known.get();
    var orphans = media.onlyOf(article.id());
    if (article.released().isPresent()) {
      chronicle.count(article);
    }
    var paths = filings().ofArticle(article.id()).stream().map(FilingTable.Filed::path).toList();
    articles.delete(article.id());
    articles.keepErased(article.uri(), now, article.released());
    paths.forEach(path -> filings().keepErased(Digest.of(path), article.uri()));
    erased = Optional.of(true);
    orphans.forEach(media::delete);
    handle.attach(AuditTable.class).forgetWords("article:" + article.id()); // notes quote the piece
    chronicle.audit("erased", article, "");
    return Optional.of(orphans);
  }

  int release() {
    var due = articles.due(now);
    for (var before : due) {
      var after = Copy.released(before, now);
      articles.update(ArticleRow.of(after));
      chronicle.version(after, Kind.RELEASED, "");
      chronicle.count(after);
      chronicle.audit("released", after, "");
    }
    return due.size();
  }

  /** Articles whose printed text holds another address than ours; no version of them is made. */
  int reprint(List<Article> some) {
    var changed = 0;
    for (var article : some) {
      var files = new HashMap<String, Asset>();
      media.of(article.id()).forEach(file -> files.put(file.called(), file.asset()));
      var after = Copy.reprinted(article, files, settings);
      if (!after.html().equals(article.html())) {
        articles.update(ArticleRow.of(after));
        if (after.state() == State.RELEASED) {
          chronicle.count(after);
        }
        changed++;
      }
    }
    return changed;
  }

  private Copy.Made ready(Draft draft, String slug, Optional<Article> before) {
    return galley.set(draft, slug, before, now);
  }

  private void settle(Article article, Map<String, Asset> files) {
    chronicle.labels(article);
    if (!files.isEmpty()) {
      newcomers.write();
    }
    files.forEach((name, asset) -> media.attach(article.id(), name, asset.name()));
  }

  void close() {
    newcomers.write();
    chronicle.close();
  }

  /** Looks for what new articles of these drafts would be called, once for all of them. */
  void expect(List<Draft> drafts) {
    newcomers.expect(
        drafts.stream().flatMap(draft -> Galley.names(draft, now, settings).stream()).toList());
  }

  /** Whether an article may have or have had this slug or id. */
  boolean mayHave(String name) {
    return newcomers.mayHave(name);
  }

  /** The erased article that a file without a known one would be: by id, else path, day, slug. */
  Optional<Articles.Erased> erased(Draft draft, Path file) {
    if (!anyErased()) {
      return Optional.empty();
    }
    if (!draft.id().isEmpty()) {
      return articles.erased(draft.id(), "");
    }
    var day = draft.published().map(at -> at.atZone(settings.zone()).toLocalDate().toString());
    return filings()
        .erased(Digest.of(file.toString()))
        .or(() ->
            articles.erased(
                "tag:" + settings.host() + "," + day.orElse(""), ":" + Copy.slugOf(draft)));
  }

  private static Filing.Refused refused(String pointer, String what, String mend) {
    return new Filing.Refused(List.of(new Fault(pointer, 0, what, mend)));
  }

  /** With all that this sitting has filed. */
  Articles articles() {
    newcomers.write();
    return articles;
  }

  FilingTable filings() {
    return handle.attach(FilingTable.class);
  }

  /** Makes a kept file known, so that articles can show it. */
  void take(Asset asset) {
    media.add(asset, now);
  }

  /** Does it, and undoes it by itself where it did not go well. */
  <T> T attempt(Supplier<T> work, Predicate<T> wentWell) {
    return attempt("attempt", work, wentWell);
  }

  private <T> T attempt(String name, Supplier<T> work, Predicate<T> wentWell) {
    newcomers.write();
    handle.savepoint(name);
    var result = work.get();
    newcomers.write();
    if (wentWell.test(result)) {
      handle.releaseSavepoint(name);
    } else {
      handle.rollbackToSavepoint(name);
    }
    return result;
  }

  /** Does it, looks at all that it left, and undoes it. */
  <T> T rehearse(Supplier<Filing> work, BiFunction<Handle, Filing, T> look) {
    return rehearse(() -> {
      var filing = work.get();
      close();
      return look.apply(handle, filing);
    });
  }

  /** Does it, and undoes it: only the answer is wanted. */
  <T> T rehearse(Supplier<T> work) {
    var result = attempt("rehearsal", work, _ -> false);
    chronicle.forget();
    return result;
  }
}
