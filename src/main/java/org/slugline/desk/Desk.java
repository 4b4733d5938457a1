package org.slugline.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slugline.store.Database;

/**
 * Where articles are filed, changed, released, withdrawn and erased: each act is one transaction,
 * with its version, its audit and the revisions of what it prints. Thread-safe.
 */
public final class Desk {
  private final Database database;
  private final DeskSettings settings;
  private final Media media;

  public Desk(Database database, DeskSettings settings) {
    this.database = database;
    this.settings = settings;
    media = new Media(database);
  }

  public DeskSettings settings() {
    return settings;
  }

  /** The pictures and sounds that go with the articles. */
  public Media media() {
    return media;
  }

  /**
   * Files something new.
   *
   * @param retry what the client calls its request, if it does
   * @param who a token's name, or a command's
   */
  public Filing file(Draft draft, Optional<Retry> retry, String who, Instant now) {
    return sitting(who, now, sitting -> sitting.file(draft, retry));
  }

  /** What such a request was answered, if it was one that filed something. */
  public Optional<Requests.Request> answered(Retry retry, String who) {
    return database
        .read(Requests.class, requests -> requests.find(retry.keyOf(who)))
        .filter(request -> request.digest().equals(retry.digest()) && !request.body().isEmpty());
  }

  /**
   * Replaces the whole of an article, or files it when nothing has this address. A withdrawn one is
   * released anew.
   *
   * @param slug its address, present or former
   * @param expected the version that the client saw; empty: the last writer wins
   */
  public Filing replace(String slug, Draft draft, OptionalInt expected, String who, Instant now) {
    return sitting(who, now, sitting -> sitting.replace(slug, draft, expected));
  }

  /**
   * The files that a draft shows and nobody has.
   *
   * @param slug of the article that it is to replace
   */
  public List<Fault> missing(Draft draft, Optional<String> slug) {
    return database.read(handle -> {
      var articles = handle.attach(Articles.class);
      var before = slug.flatMap(name -> articles.bySlug(name).or(() -> articles.movedFrom(name)));
      var faults = new ArrayList<Fault>();
      Galley.files(handle.attach(MediaTable.class), draft, before, faults);
      return faults;
    });
  }

  /**
   * Leaves a tombstone: no words of it are printed any more.
   *
   * @param note for readers; may be {@code ""}
   */
  public Filing withdraw(String slug, String note, OptionalInt expected, String who, Instant now) {
    var line = note.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return sitting(who, now, sitting -> sitting.withdraw(slug, line, expected));
  }

  /**
   * Removes it everywhere: versions, addresses, and files that nothing else shows. Only its id is
   * kept.
   *
   * @return whether there was such an article
   */
  public boolean erase(String slug, String who, Instant now) {
    var orphans = sitting(who, now, sitting -> sitting.erase(slug));
    orphans.ifPresent(media::remove);
    return orphans.isPresent();
  }

  /** Lets go of pictures and sounds that no article shows. */
  public void tidy(Instant now) {
    media.tidy(now);
  }

  /**
   * Releases what is due; safe beside another process that does the same.
   *
   * @return how many were released
   */
  public int release(Instant now) {
    var released = 0;
    for (var batch = releaseSome(now); batch > 0; batch = releaseSome(now)) {
      released += batch;
    }
    return released;
  }

  /**
   * Prints everything anew when {@code masthead.base} is another than it was: the printed text
   * holds our own addresses. One query when it is not.
   *
   * @return how many articles print otherwise
   */
  public int reprint(Instant now) {
    var base = settings.base().toString();
    var before = database.read(Reprint.class, Reprint::base);
    if (before.isPresent() && before.get().equals(base)) {
      return 0;
    }
    var changed = 0;
    var last = 0L;
    while (true) {
      var from = last;
      var articles = database.read(Reprint.class, table -> table.after(from));
      if (articles.isEmpty()) {
        break;
      }
      last = articles.getLast().id();
      changed += sitting("command", now, sitting -> sitting.reprint(articles));
    }
    database.change(handle -> handle.attach(Reprint.class).put(base));
    return changed;
  }

  private int releaseSome(Instant now) {
    // looked at first without waiting for the writer: mostly nothing is due
    var waiting = database.read(Articles.class, articles -> !articles.due(now).isEmpty());
    return waiting ? sitting("schedule", now, Sitting::release) : 0;
  }

  /** An article in any state, by its present or a former address. */
  public Optional<Sheet> sheet(String slug) {
    return database.read(handle -> {
      var articles = handle.attach(Articles.class);
      return articles
          .bySlug(slug)
          .or(() -> articles.movedFrom(slug))
          .map(article ->
              new Sheet(
                  article,
                  articles.storyOf(article.id()),
                  handle.attach(MediaTable.class).of(article.id())));
    });
  }

  /**
   * Files or replaces, looks at what came of it, and undoes it all.
   *
   * @param slug of the article to replace; empty for a new one
   * @param look sees the database as it would be
   */
  public <T> T rehearse(
      Optional<String> slug,
      Draft draft,
      String who,
      Instant now,
      BiFunction<Handle, Filing, T> look) {
    return sitting(
        who,
        now,
        sitting ->
            sitting.rehearse(
                () ->
                    slug.isPresent()
                        ? sitting.replace(slug.get(), draft, OptionalInt.empty())
                        : sitting.file(draft, Optional.empty()),
                look));
  }

  /** Several acts as one transaction. */
  <T> T sitting(String who, Instant now, Function<Sitting, T> work) {
    return sitting(who, now, List.of(), work);
  }

  /**
   * @param proofs of what is to be filed, printed while the writer was busy elsewhere
   */
  <T> T sitting(String who, Instant now, List<Proof> proofs, Function<Sitting, T> work) {
    return database.write(handle -> {
      var sitting = new Sitting(handle, settings, who, now, proofs);
      var result = work.apply(sitting);
      sitting.close();
      return result;
    });
  }

  Database database() {
    return database;
  }
}
