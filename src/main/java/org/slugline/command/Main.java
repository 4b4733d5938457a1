package org.slugline.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slugline.Surroundings;
import org.slugline.store.StorageException;
import picocli.CommandLine;

/** Reads the command line. */
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  private Main() {}

  public static void main(String[] args) {
    var signals = Signals.ofProcess();
    var terminal =
        new Terminal(
            StillRead.standardOutput(),
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
            sitsBefore());
    var status = run(Surroundings.ofProcess(), terminal, System.in, signals, args);
    signals.finish();
    if (!signals.told()) { // told to stop, the machine ends itself with 130 or 143
      System.exit(status);
    }
  }

  /** Where nobody does, JDK 25 answers null again, whatever the check says. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean sitsBefore() {
    var console = System.console();
    return console != null && console.isTerminal();
  }

  /**
   * @return the exit status
   */
  static int run(
      Surroundings surroundings,
      Terminal terminal,
      InputStream in,
      Signals signals,
      String... args) {
    var root = new Root(surroundings, terminal, signals);
    var line = new CommandLine(root);
    // the one that is named first; all of them are a third of a second of reading annotations
    var commands = commands(root, in);
    var named = args.length > 0 && commands.containsKey(args[0]);
    commands.forEach((name, command) -> {
      if (!named || name.equals(args[0])) {
        line.addSubcommand(name, command.get());
      }
    });
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExitCodeExceptionMapper(_ -> Exit.OURS);
    line.setParameterExceptionHandler((wrong, _) -> usage(terminal, wrong));
    line.setExecutionExceptionHandler((broken, _, _) -> fault(root, broken));
    if (args.length == 0) {
      line.usage(terminal.err());
      return Exit.USAGE;
    }
    return written(terminal, line.execute(args));
  }

  /** A stream that prints keeps its troubles to itself until it is asked. */
  private static int written(Terminal terminal, int status) {
    if (status != Exit.OK || !terminal.out().checkError()) {
      return status;
    }
    terminal.fault("not all could be written, standard output. Make room, or name a file.");
    return Exit.STORAGE;
  }

  private static Map<String, Supplier<Object>> commands(Root root, InputStream in) {
    var commands = new LinkedHashMap<String, Supplier<Object>>();
    commands.put("demo", () -> new DemoCommand(root));
    commands.put("serve", () -> new ServeCommand(root));
    commands.put("poll", () -> new PollCommand(root));
    commands.put("check", () -> new CheckCommand(root));
    commands.put("publish", () -> new PublishCommand(root, in));
    commands.put("articles", () -> new ArticlesCommand(root));
    commands.put("withdraw", () -> new ArticlesCommand.Withdraw(root));
    commands.put("erase", () -> new ArticlesCommand.Erase(root));
    commands.put("release", () -> new ArticlesCommand.Release(root));
    commands.put("outlets", () -> new OutletsCommand(root, in));
    commands.put("import", () -> new ImportCommand(root));
    commands.put("stories", () -> stories(root));
    commands.put("related", () -> new RelatedCommand(root));
    commands.put("search", () -> new SearchCommand(root));
    commands.put("token", () -> new TokenCommand(root));
    commands.put(
        "parse",
        () ->
            new ParseCommand(
                new Pages(root)::fetch,
                in,
                root.terminal().out(),
                root.terminal().err(),
                root::json));
    commands.put("evaluate", () -> new EvaluateCommand(root));
    commands.put("rehearse", () -> new RehearseCommand(root));
    commands.put("parse-opml", () -> new ParseOpmlCommand(in, root::json));
    NotBuiltCommand.NAMES.forEach(
        name -> commands.put(name, () -> new NotBuiltCommand(root, name)));
    return commands;
  }

  private static CommandLine stories(Root root) {
    var stories = new CommandLine(new StoriesCommand(root));
    NotBuiltCommand.CURATION.forEach(
        name -> stories.addSubcommand(name, new NotBuiltCommand(root, "stories " + name)));
    return stories;
  }

  private static int usage(Terminal terminal, CommandLine.ParameterException wrong) {
    var command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    var message = said(wrong, command);
    var what = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    terminal.fault(what + (what.endsWith("?") ? " See " : ". See ") + command + " --help.");
    return Exit.USAGE;
  }

  private static String said(CommandLine.ParameterException wrong, String command) {
    if (!(wrong instanceof CommandLine.UnmatchedArgumentException extra)
        || extra.getUnmatched().isEmpty()) {
      return String.valueOf(wrong.getMessage());
    }
    var first = extra.getUnmatched().getFirst();
    var kind =
        first.startsWith("-")
            ? "no option of "
            : wrong.getCommandLine().getSubcommands().isEmpty()
                ? "too much for "
                : "no command of ";
    var near = extra.getSuggestions();
    return first
        + " is "
        + kind
        + command
        + (near.isEmpty() ? "" : "; did you mean " + near.getFirst() + "?");
  }

  private static int fault(Root root, Exception broken) {
    if (broken instanceof StorageException storage) {
      root.terminal().fault(storage.getMessage() + ".");
      return Exit.STORAGE;
    }
    if (root.verbose()) {
      broken.printStackTrace(root.terminal().err());
    } else {
      LOG.error("a fault of ours: {}", broken.toString());
    }
    root.terminal()
        .fault(
            "a fault of ours ("
                + broken.getClass().getSimpleName()
                + "). Please report it to the maintainers of Slugline with what --verbose prints.");
    return Exit.OURS;
  }
}
