package org.slugline.command;

import java.util.Map;
import java.util.Optional;
import org.slugline.Configured;
import org.slugline.Surroundings;
import org.slugline.net.Answer;
import org.slugline.wire.Finder;
import org.slugline.wire.Manners;

/** Documents at addresses, for commands that need no data directory. */
final class Pages {
  private final Root root;

  Pages(Root root) {
    this.root = root;
  }

  /**
   * @return empty where no whole answer came; the reason is said
   */
  Optional<ParseCommand.Page> fetch(String url) {
    var manners =
        root.configured(Map.of()) instanceof Configured.Good(var config)
            ? config.wire()
            : Manners.USUAL;
    try (var exchange = manners.exchange()) {
      var agent = manners.agent(Surroundings.version(), "", "");
      return switch (new Finder(manners, agent, exchange).page(url)) {
        case Answer.Received answer when answer.status() == 200 ->
            Optional.of(
                new ParseCommand.Page(
                    answer.body(),
                    answer.url(),
                    answer.header("content-type"),
                    answer.header("content-language")));
        case Answer.Received answer -> {
          root.terminal().note(url + " answered " + answer.status() + ".");
          yield Optional.empty();
        }
        case Answer.Failed failed -> {
          root.terminal().note(url + ": " + failed.detail() + ".");
          yield Optional.empty();
        }
      };
    }
  }
}
