package org.slugline.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slugline.Slugline;
import org.slugline.desk.Edit;
import org.slugline.desk.Fault;
import org.slugline.desk.FileOutcome;
import org.slugline.desk.FolderFiling;
import org.slugline.desk.Kind;
import org.slugline.desk.Publishing;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code publish FILE|DIR…|-}. */
@Command(
    name = "publish",
    description =
        "File articles: *.md, *.html and *.txt, at any depth; unchanged files write nothing.")
final class PublishCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE|DIR",
      arity = "1..*",
      description = "- reads one article from standard input.")
  private List<String> paths = List.of();

  @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
  private boolean rehearse;

  @Option(names = "--prune", description = "Withdraw the articles of files that are gone.")
  private boolean prune;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "What every change is: update, clarification, correction, retraction.")
  private String kind = "";

  @Option(names = "--note", paramLabel = "TEXT", description = "Why, for readers.")
  private String note = "";

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private final Root root;
  private final InputStream in;

  PublishCommand(Root root, InputStream in) {
    this.root = root;
    this.in = in;
  }

  @Override
  public Integer call() {
    var how = new Publishing(rehearse, prune, edit());
    var temporary = Optional.<Path>empty();
    var files = new ArrayList<Path>();
    try {
      for (var path : paths) {
        if (path.equals("-")) {
          temporary = Optional.of(fromInput());
          files.add(temporary.get());
        } else {
          files.add(Path.of(path));
        }
      }
      return root.with(slugline -> publish(slugline, files, how));
    } finally {
      temporary.ifPresent(PublishCommand::delete);
    }
  }

  private Optional<Edit> edit() {
    if (kind.isEmpty()) {
      return note.isEmpty() ? Optional.empty() : Optional.of(new Edit(Kind.UPDATE, note));
    }
    var known = Kind.ofEdit(kind);
    if (known.isEmpty()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "'" + kind + "' is not a kind; update, clarification, correction and retraction are");
    }
    if (known.get().owesNote() && note.isBlank()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--kind " + kind + " needs --note, for readers");
    }
    return Optional.of(new Edit(known.get(), note));
  }

  /** The suffix says how it is read: front matter is Markdown, a tag is HTML, else plain text. */
  private Path fromInput() {
    try {
      var bytes = in.readAllBytes();
      var start = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.UTF_8).strip();
      var suffix = start.startsWith("---") ? ".md" : start.startsWith("<") ? ".html" : ".txt";
      return Files.write(Files.createTempFile("slugline-input", suffix), bytes);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private int publish(Slugline slugline, List<Path> files, Publishing how) {
    var tally = new Tally();
    FolderFiling.publish(
        slugline.desk(),
        files,
        how,
        "command",
        slugline.clock().instant(),
        outcome -> {
          tally.count(outcome);
          say(outcome);
        });
    if (!rehearse) {
      slugline.round().catchUp();
    }
    if (!root.quiet() && !root.json()) {
      root.terminal().note(tally.words());
    }
    return tally.missing > 0 ? Exit.NO_INPUT : tally.refused > 0 ? Exit.REFUSED : Exit.OK;
  }

  private void say(FileOutcome outcome) {
    var word = outcome.result().name().toLowerCase(Locale.ROOT);
    if (outcome.result() == FileOutcome.Result.MISSING) {
      root.terminal().fault(outcome.file() + " is missing. Check its name.");
      return;
    }
    if (root.json()) {
      root.terminal().json(json(word, outcome));
      return;
    }
    root.terminal()
        .line(word + " " + outcome.file() + (outcome.slug().isEmpty() ? "" : " " + outcome.slug()));
    for (var fault : outcome.faults()) {
      var where = outcome.file() + (fault.line() > 0 ? ", line " + fault.line() : "");
      root.terminal().note("  " + where + ": " + fault.detail() + ".");
    }
  }

  private static Map<String, Object> json(String word, FileOutcome outcome) {
    var object = new LinkedHashMap<String, Object>();
    object.put("file", outcome.file().toString());
    object.put("result", word);
    if (!outcome.slug().isEmpty()) {
      object.put("slug", outcome.slug());
    }
    if (!outcome.faults().isEmpty()) {
      object.put("faults", outcome.faults().stream().map(PublishCommand::fault).toList());
    }
    return object;
  }

  private static Map<String, Object> fault(Fault fault) {
    var object = new LinkedHashMap<String, Object>();
    object.put("pointer", fault.pointer());
    if (fault.line() > 0) {
      object.put("line", fault.line());
    }
    object.put("detail", fault.detail());
    return object;
  }

  /** How many files ended how. */
  private static final class Tally {
    private int created;
    private int changed;
    private int unchanged;
    private int refused;
    private int withdrawn;
    private int missing;

    void count(FileOutcome outcome) {
      switch (outcome.result()) {
        case CREATED -> created++;
        case CHANGED -> changed++;
        case UNCHANGED -> unchanged++;
        case REFUSED -> refused++;
        case WITHDRAWN -> withdrawn++;
        case MISSING -> missing++;
      }
    }

    String words() {
      return "%d created, %d changed, %d unchanged, %d withdrawn, %d refused"
          .formatted(created, changed, unchanged, withdrawn, refused + missing);
    }
  }
}
