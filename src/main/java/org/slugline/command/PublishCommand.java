package org.slugline.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slugline.Slugline;
import org.slugline.desk.Edit;
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
      description =
          "What every change is: update, clarification, correction, retraction; a file given by its"
              + " name takes the last three though its text is unchanged.")
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
      var input = temporary;
      return rehearse
          ? root.rehearsing(slugline -> publish(slugline, files, how, input))
          : root.with(slugline -> publish(slugline, files, how, input));
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
      // a folder of its own: what else lies in the temporary one is not beside the article
      var folder = Files.createTempDirectory("slugline-input");
      return Files.write(folder.resolve("input" + suffix), bytes).toRealPath();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(file.resolveSibling(".").normalize());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private int publish(Slugline slugline, List<Path> files, Publishing how, Optional<Path> input) {
    var telling = new FileTelling(root);
    FolderFiling.publish(
        slugline.desk(),
        files,
        how,
        "command",
        slugline.clock().instant(),
        outcome ->
            telling.tell(
                input.equals(Optional.of(outcome.file())) ? outcome.called(Path.of("-")) : outcome),
        rehearse ? () -> {} : slugline.round()::catchUp);
    var status = telling.end();
    if (!rehearse) {
      telling.follow(slugline.round()::catchUp);
    }
    return status;
  }
}
