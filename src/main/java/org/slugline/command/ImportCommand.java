package org.slugline.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.concurrent.Callable;
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
              file(slugline, new ByteArrayInputStream(page.get().bytes()), Path.of("archive")));
    }
    var path = Path.of(source);
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      root.terminal().fault(source + " is missing or cannot be read. Check its name.");
      return Exit.NO_INPUT;
    }
    return root.with(slugline -> {
      try (var in = Files.newInputStream(path)) {
        return file(slugline, in, path);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    });
  }

  private int unavailable() {
    root.terminal().fault("nothing could be fetched from " + source + ". Save it to a file first.");
    return Exit.UNAVAILABLE;
  }

  private int file(Slugline slugline, InputStream in, Path name) {
    var telling = new FileTelling(root);
    var hosts = new TreeSet<String>();
    try {
      hosts.addAll(
          ArchiveFiling.file(
              slugline.desk(), in, name, "import", slugline.clock().instant(), telling::tell));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    var status = telling.end();
    telling.follow(slugline.round()::catchUp);
    hosts.removeAll(slugline.config().site().mediaHosts());
    if (!hosts.isEmpty() && !root.quiet()) {
      root.terminal()
          .note(
              "Pictures and sounds stay where they are, and our pages may not load them from there:"
                  + " set site.media-hosts = [\""
                  + String.join("\", \"", hosts)
                  + "\"]");
    }
    return status;
  }
}
