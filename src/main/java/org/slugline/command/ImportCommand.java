package org.slugline.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.slugline.Slugline;
import org.slugline.desk.ArchiveFiling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code import FILE.xml|URL}: an archive of our own articles. */
@Command(
    name = "import",
    description =
        "Move an archive in, from WordPress's export (WXR) or any feed; ids, dates and addresses"
            + " kept.")
final class ImportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE|URL")
  private String source = "";

  private final Root root;

  ImportCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    if (source.startsWith("http://") || source.startsWith("https://")) {
      var page = new Pages(root).fetch(source);
      return page.isEmpty()
          ? unavailable()
          : root.with(slugline ->
              file(
                  slugline,
                  () -> new ByteArrayInputStream(page.get().bytes()),
                  Path.of("archive")));
    }
    var path = Path.of(source);
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      root.terminal().fault(source + " is missing or cannot be read. Check its name.");
      return Exit.NO_INPUT;
    }
    return root.with(slugline -> file(slugline, () -> Files.newInputStream(path), path));
  }

  private int unavailable() {
    root.terminal().fault("nothing could be fetched from " + source + ". Save it to a file first.");
    return Exit.UNAVAILABLE;
  }

  private int file(Slugline slugline, ArchiveFiling.Archive archive, Path name) {
    var telling = new FileTelling(root);
    var imported = filed(slugline, archive, name, telling);
    var status = telling.end();
    telling.follow(slugline.round()::catchUp);
    if (!root.quiet()) {
      tell(imported, slugline.config().site().mediaHosts());
    }
    return status;
  }

  private static ArchiveFiling.Imported filed(
      Slugline slugline, ArchiveFiling.Archive archive, Path name, FileTelling telling) {
    try {
      var now = slugline.clock().instant();
      return ArchiveFiling.file(slugline.desk(), archive, name, "import", now, telling::tell);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void tell(ArchiveFiling.Imported imported, List<String> allowed) {
    if (!imported.left().isEmpty()) {
      var left =
          imported.left().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(entry -> entry.getValue() + " " + entry.getKey())
              .collect(Collectors.joining(", "));
      root.terminal().note("Left behind: " + left + ".");
    }
    var hosts = new TreeSet<>(imported.hosts());
    hosts.removeAll(allowed);
    if (!hosts.isEmpty()) {
      root.terminal()
          .note(
              "Pictures and sounds stay where they are, and our pages may not load them from there:"
                  + " set site.media-hosts = [\""
                  + String.join("\", \"", hosts)
                  + "\"]");
    }
  }
}
