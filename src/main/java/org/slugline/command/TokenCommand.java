package org.slugline.command;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slugline.access.NewToken;
import org.slugline.access.Scope;
import org.slugline.access.Token;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code token add|list|revoke}. */
@Command(name = "token", description = "Tokens for the API: add, list, revoke.")
final class TokenCommand implements Runnable {
  private final Root root;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  TokenCommand(Root root) {
    this.root = root;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "token needs add, list or revoke");
  }

  @Command(name = "add", description = "Make a token; its secret is shown once.")
  int add(
      @Parameters(paramLabel = "NAME") String name,
      @Option(
              names = "--scope",
              required = true,
              split = ",",
              paramLabel = "SCOPE",
              description = "publish, curate, outlets, metrics, all; several by commas.")
          List<String> words) {
    Set<Scope> scopes = new LinkedHashSet<>();
    for (var word : words) {
      var scope = Scope.of(word);
      if (scope.isEmpty()) {
        throw new CommandLine.ParameterException(
            spec.commandLine(),
            "'" + word + "' is not a scope; publish, curate, outlets, metrics and all are");
      }
      scopes.add(scope.get());
    }
    return root.with(slugline ->
        switch (slugline.tokens().make(name, scopes)) {
          case NewToken.Made(var secret) -> {
            if (root.json()) {
              root.terminal().json(java.util.Map.of("name", name, "token", secret));
            } else {
              root.terminal().line(secret);
            }
            root.terminal().note("Keep it now: it is stored hashed and cannot be shown again.");
            yield Exit.OK;
          }
          case NewToken.NameTaken() -> {
            root.terminal()
                .fault("a token is called " + name + " already. Revoke it or choose another name.");
            yield Exit.REFUSED;
          }
        });
  }

  @Command(name = "list", description = "Names, scopes and last use.")
  int list() {
    return root.with(slugline -> {
      slugline.tokens().list().forEach(this::show);
      return Exit.OK;
    });
  }

  private void show(Token token) {
    var scopes = token.scopes().stream().map(Scope::word).toList();
    if (root.json()) {
      var object = new LinkedHashMap<String, Object>();
      object.put("name", token.name());
      object.put("scopes", scopes);
      object.put("created", token.created().toString());
      token.used().ifPresent(day -> object.put("used", day.toString()));
      root.terminal().json(object);
    } else {
      var used = token.used().map(day -> "last used " + day).orElse("never used");
      root.terminal().line(token.name() + "  " + String.join(",", scopes) + "  " + used);
    }
  }

  @Command(name = "revoke", description = "The token opens nothing any more, from now on.")
  int revoke(@Parameters(paramLabel = "NAME") String name) {
    return root.with(slugline -> {
      if (slugline.tokens().revoke(name)) {
        if (root.json()) {
          root.terminal().json(java.util.Map.of("name", name, "result", "revoked"));
        } else {
          root.terminal().line("revoked " + name);
        }
        return Exit.OK;
      }
      root.terminal().fault("no token is called " + name + ". See slugline token list.");
      return Exit.REFUSED;
    });
  }
}
