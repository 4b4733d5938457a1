package org.slugline.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Files and folders of files to articles, as often as one likes: what is unchanged writes nothing,
 * and a broken file costs only itself.
 */
public final class FolderFiling {
  /** Files that are one transaction; each is on disk before it is told of. */
  private static final int BATCH = 50;

  /** Letters, likewise. */
  private static final int LETTERS = 2_000_000;

  /** A press that stands still is not kept waiting for a whole batch. */
  private static final int FEW = 5;

  /** Batches that may be read ahead of it. */
  private static final int AHEAD = 4;

  /** Files after which it does what follows for all of them. */
  private static final int ROUND = 300;

  private final Desk desk;
  private final Publishing how;
  private final String who;
  private final Instant now;
  private final Consumer<FileOutcome> told;
  private final Runnable follow;
  private final Preparing preparing;
  private final ExecutorService press;
  private final List<Prepared> batch = new ArrayList<>();
  private final Queue<Future<List<FileOutcome>>> under = new ArrayDeque<>();
  private Future<List<FileOutcome>> last = CompletableFuture.completedFuture(List.of());
  private int passed;

  /** For one run over some paths; not thread-safe. */
  private FolderFiling(
      Desk desk,
      Publishing how,
      String who,
      Instant now,
      Consumer<FileOutcome> told,
      Runnable follow,
      ExecutorService press) {
    this.desk = desk;
    this.how = how;
    this.who = who;
    this.now = now;
    this.told = told;
    this.follow = follow;
    this.press = press;
    preparing = new Preparing(desk, how.edit());
  }

  /**
   * @param paths of files and of folders
   * @param who a token's name, or a command's
   * @param told of every file as soon as its fate is on disk
   */
  public static void publish(
      Desk desk,
      List<Path> paths,
      Publishing how,
      String who,
      Instant now,
      Consumer<FileOutcome> told) {
    publish(desk, paths, how, who, now, told, () -> {});
  }

  /**
   * Like {@link #publish(Desk, List, Publishing, String, Instant, Consumer)}.
   *
   * @param follow what follows for all that was filed; done now and then beside the reading of the
   *     next files, and not once more at the end
   */
  public static void publish(
      Desk desk,
      List<Path> paths,
      Publishing how,
      String who,
      Instant now,
      Consumer<FileOutcome> told,
      Runnable follow) {
    try (var press = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory())) {
      var filing = new FolderFiling(desk, how, who, now, told, follow, press);
      paths.forEach(filing::publish);
    }
  }

  private void publish(Path path) {
    if (!Files.exists(path)) {
      told.accept(new FileOutcome(path, FileOutcome.Result.MISSING, "", List.of()));
      return;
    }
    try {
      var real = path.toRealPath();
      if (Files.isDirectory(real)) {
        folder(real);
      } else if (!Files.isRegularFile(real)) {
        told.accept(unreadable(path)); // a pipe would keep us waiting for its writer
      } else {
        var known = desk.database().read(FilingTable.class, table -> table.byPath(real.toString()));
        file(real, known.map(this::named));
        flush();
      }
    } catch (IOException _) {
      told.accept(unreadable(path));
    }
  }

  private void folder(Path folder) throws IOException {
    var found = Walk.in(folder);
    Map<String, FilingTable.Filed> known = new HashMap<>();
    desk.database()
        .read(FilingTable.class, table -> table.below(folder.toString()))
        .forEach(filed -> known.put(filed.path(), filed));
    for (var file : found.files()) {
      if (Files.isSymbolicLink(file)) {
        told.accept(
            FileOutcome.refused(
                file,
                new Fault(
                    "", 0, "The file is a link, and links are not followed", "Copy it here")));
      } else {
        file(file, Optional.ofNullable(known.get(file.toString())));
      }
    }
    flush();
    found.unreadable().forEach(path -> told.accept(unreadable(path)));
    if (how.prune()) {
      prune(folder, found, known);
    }
  }

  private void file(Path file, Optional<FilingTable.Filed> known) {
    switch (preparing.prepare(file, known)) {
      case Preparing.Same(var same) ->
          told.accept(
              new FileOutcome(file, FileOutcome.Result.UNCHANGED, same.slug(), staying(same)));
      case Preparing.Refused(var faults) ->
          told.accept(new FileOutcome(file, FileOutcome.Result.REFUSED, "", faults));
      case Preparing.Done(var prepared) -> batch.add(prepared);
    }
    if (batch.size() >= (last.isDone() ? FEW : BATCH) || letters() >= LETTERS) {
      pass();
    }
  }

  private long letters() {
    return batch.stream().mapToLong(prepared -> prepared.text().length()).sum();
  }

  /**
   * Who names a file means it: a withdrawn piece comes back though its file is as it was, and a
   * note is kept though the words are.
   */
  private FilingTable.Filed named(FilingTable.Filed known) {
    return known.state() == State.WITHDRAWN || how.edit().isPresent() ? known.unsettled() : known;
  }

  /** A run over a folder must not undo a withdrawal, but its people are told the way back. */
  private static List<Fault> staying(FilingTable.Filed same) {
    return same.state() == State.WITHDRAWN
        ? List.of(
            new Fault(
                "",
                0,
                "It was withdrawn and stays so",
                "To bring it back, name the file: `slugline publish " + same.path() + "`"))
        : List.of();
  }

  /** Files the batch beside us, while the next ones are being read. */
  private void pass() {
    while (!under.isEmpty() && (under.element().isDone() || under.size() >= AHEAD)) {
      settle();
    }
    if (batch.isEmpty()) {
      return;
    }
    var some = List.copyOf(batch);
    batch.clear();
    after(() -> how.rehearse() ? rehearsed(some) : filed(some));
    passed += some.size();
    if (passed >= ROUND) {
      passed = 0;
      after(() -> {
        follow.run();
        return List.of();
      });
    }
  }

  /** Where one batch failed those behind it are not tried: nobody would be told of them. */
  private void after(Supplier<List<FileOutcome>> work) {
    var before = last;
    last =
        press.submit(() -> {
          await(before);
          return work.get();
        });
    under.add(last);
  }

  private void flush() {
    pass();
    while (!under.isEmpty()) {
      settle();
    }
  }

  private void settle() {
    await(under.remove()).forEach(told);
  }

  private static List<FileOutcome> await(Future<List<FileOutcome>> outcomes) {
    try {
      return outcomes.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException ours
          ? ours
          : new IllegalStateException(failed);
    }
  }

  private List<FileOutcome> filed(List<Prepared> some) {
    some.forEach(prepared -> prepared.looks().forEach(desk.media()::keep));
    return desk.sitting(who, now, proofs(some), sitting -> new FileSitting(sitting).file(some));
  }

  private List<FileOutcome> rehearsed(List<Prepared> some) {
    some.forEach(prepared -> prepared.looks().forEach(desk.media()::drop));
    return desk.sitting(
        who,
        now,
        proofs(some),
        sitting -> sitting.rehearse(() -> new FileSitting(sitting).file(some)));
  }

  private static List<Proof> proofs(List<Prepared> some) {
    return some.stream().map(Prepared::proof).toList();
  }

  private void prune(Path folder, Walk.Found found, Map<String, FilingTable.Filed> known) {
    var gone =
        known.values().stream()
            .filter(filed -> !Files.exists(Path.of(filed.path())))
            .filter(filed -> filed.state() != State.WITHDRAWN)
            .toList();
    if (gone.isEmpty()) {
      return;
    }
    if (found.files().isEmpty() || !found.unreadable().isEmpty()) {
      told.accept(
          FileOutcome.refused(
              folder,
              new Fault(
                  "",
                  0,
                  "Not all of the folder can be seen; nothing was withdrawn",
                  "See that it is the right folder and that its disk is there")));
      return;
    }
    var note = how.edit().map(Edit::note).orElse("");
    for (var filed : gone) {
      if (!how.rehearse()) {
        desk.withdraw(filed.slug(), note, OptionalInt.empty(), who, now);
        desk.database().change(handle -> handle.attach(FilingTable.class).unsettle(filed.path()));
      }
      told.accept(
          new FileOutcome(
              Path.of(filed.path()), FileOutcome.Result.WITHDRAWN, filed.slug(), List.of()));
    }
  }

  private static FileOutcome unreadable(Path path) {
    if (Files.isReadable(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
      return FileOutcome.refused(
          path, new Fault("", 0, "It is a pipe, a socket or a device", "Put a file in its place"));
    }
    return FileOutcome.refused(
        path, new Fault("", 0, "It cannot be read", "Check its owner and rights"));
  }
}
