package org.slugline.command;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slugline.Serving;
import org.slugline.Slugline;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: the server, in the foreground. */
@Command(
    name = "serve",
    description = "Serve pages and feeds, release, poll and group by itself; Ctrl-C stops it.")
final class ServeCommand implements Callable<Integer> {
  @Option(names = "--port", paramLabel = "N", description = "0 takes a free one and prints it.")
  private Optional<Integer> port = Optional.empty();

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Option(names = "--listen", paramLabel = "ADDRESS", description = "0.0.0.0 for the world.")
  private String listen = "";

  @Option(names = "--no-poll", description = "Poll no outlets; cron does.")
  private boolean noPoll;

  private final Root root;

  ServeCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var flags = new HashMap<String, Object>();
    if (port.filter(number -> number < 0 || number > 65_535).isPresent()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--port must lie between 0 and 65535");
    }
    port.ifPresent(number -> flags.put("site.port", number.longValue()));
    if (!listen.isEmpty()) {
      flags.put("site.listen", listen);
    }
    if (noPoll) {
      flags.put("wire.enabled", false);
    }
    return root.staying(
        Map.copyOf(flags), (slugline, begun) -> serve(root, slugline, begun, () -> {}));
  }

  /**
   * Until the process is told to stop, and then until what runs has finished.
   *
   * @param begun is run once it serves
   * @param before what is to stop first
   */
  static int serve(Root root, Slugline slugline, Runnable begun, Runnable before) {
    return switch (slugline.serve()) {
      case Serving.Refused(var what, var next) -> {
        root.terminal().fault(what + ". " + next + ".");
        yield Exit.UNAVAILABLE;
      }
      case Serving.Running running -> {
        root.terminal().line("Slugline serves " + running.address() + " (Ctrl-C stops it)");
        begun.run();
        root.signals().awaitStop();
        before.run();
        running.close();
        yield Exit.OK;
      }
    };
  }
}
