package org.slugline.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The sample outlets, served on a free port of loopback: {@code /} lists them, {@code /{outlet}/}
 * is an outlet's page, {@code /{outlet}/feed.{rss|rdf|atom|json}} its feed, {@code
 * /{outlet}/{item}} an item's page. Every answer is a function of the address and the clock.
 */
final class DemoOutlets implements AutoCloseable {
  private final DemoContent content;
  private final InstantSource clock;
  private final HttpServer server;
  private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();

  /** The shipped week, as far as it has come by that clock. */
  DemoOutlets(InstantSource clock) {
    this(DemoContent.shipped(), clock);
  }

  DemoOutlets(DemoContent content, InstantSource clock) {
    this.content = content;
    this.clock = clock;
    try {
      server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(handlers);
    server.start();
  }

  List<DemoOutlet> outlets() {
    return issues().stream()
        .map(issue ->
            new DemoOutlet(
                issue.paper().name(), URI.create(issue.feed()), issue.paper().language()))
        .toList();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    handlers.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var method = exchange.getRequestMethod();
      if (method.equals("GET") || method.equals("HEAD")) {
        var path = exchange.getRequestURI().getPath();
        var found = find(path);
        if (found.isPresent()) {
          found.get().send(exchange);
        } else {
          new DemoAnswer(DemoAnswer.HTML, DemoPages.missing(), DemoContent.WEEK_BEGINS)
              .sendMissing(exchange);
        }
      } else {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        exchange.sendResponseHeaders(405, -1);
      }
    }
  }

  private Optional<DemoAnswer> find(String path) {
    if (path.equals("/")) {
      var page = DemoPages.index(issues());
      return Optional.of(new DemoAnswer(DemoAnswer.HTML, page, DemoContent.WEEK_BEGINS));
    }
    return issues().stream()
        .filter(issue -> path.startsWith("/" + issue.paper().key() + "/"))
        .findFirst()
        .flatMap(issue -> find(issue, path.substring(issue.paper().key().length() + 2)));
  }

  private Optional<DemoAnswer> find(DemoIssue issue, String name) {
    if (name.isEmpty()) {
      return Optional.of(new DemoAnswer(DemoAnswer.HTML, DemoPages.outlet(issue), issue.changed()));
    }
    if (name.equals("feed." + issue.paper().format().suffix())) {
      var type = issue.paper().format().mediaType();
      return Optional.of(new DemoAnswer(type, issue.print(), issue.changed()));
    }
    var now = clock.instant();
    return itemsOf(issue.paper()).stream()
        .filter(item -> item.id().equals(name) && !item.published().isAfter(now))
        .map(item -> item.asOf(now))
        .map(item -> new DemoAnswer(DemoAnswer.HTML, DemoPages.item(issue, item), item.updated()))
        .findFirst();
  }

  private List<DemoIssue> issues() {
    var now = clock.instant();
    return content.papers().stream().map(paper -> issue(paper, now)).toList();
  }

  private DemoIssue issue(DemoPaper paper, Instant now) {
    var base = "http://127.0.0.1:" + port() + "/" + paper.key() + "/";
    return DemoIssue.of(paper, base, itemsOf(paper), now);
  }

  private List<DemoItem> itemsOf(DemoPaper paper) {
    return content.items().stream().filter(item -> item.outlet().equals(paper.key())).toList();
  }
}
