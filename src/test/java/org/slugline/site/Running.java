package org.slugline.site;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slugline.access.Tokens;
import org.slugline.desk.Desk;
import org.slugline.desk.DeskSettings;
import org.slugline.desk.FileOutcome;
import org.slugline.desk.FolderFiling;
import org.slugline.desk.Publishing;
import org.slugline.edition.EditionSettings;
import org.slugline.edition.Editions;
import org.slugline.edition.Printing;
import org.slugline.kit.LoopbackOutlet;
import org.slugline.search.Search;
import org.slugline.store.Database;
import org.slugline.store.Opening;
import org.slugline.store.StoreSettings;
import org.slugline.story.Grouper;
import org.slugline.story.Grouping;
import org.slugline.story.Neighbours;
import org.slugline.wire.Finder;
import org.slugline.wire.Manners;
import org.slugline.wire.PollRequest;
import org.slugline.wire.Poller;
import org.slugline.wire.Subscription;
import org.slugline.wire.Subscriptions;

/** A whole newsroom on a database of its own, with a clock in hand, read over HTTP. */
final class Running implements AutoCloseable, InstantSource {
  /** An editor's, with all scopes. */
  static final String TOKEN = "sixteen-letters-or-more";

  static final String BASE = "https://news.example";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  final Database database;
  final Desk desk;
  final Search search;
  final Site site;
  private final Path folder;
  private final Grouper grouper;
  private final List<LoopbackOutlet> outlets = new ArrayList<>();
  private Instant now = Instant.parse("2022-02-08T14:00:00Z");

  Running(Path dir) {
    this(dir, BASE, 0, "en");
  }

  /** One whose links lead to itself, for a browser. */
  static Running forBrowser(Path dir) throws IOException {
    return forBrowser(dir, "en");
  }

  static Running forBrowser(Path dir, String language) throws IOException {
    try (var free = new ServerSocket(0)) {
      var port = free.getLocalPort();
      free.close();
      return new Running(dir, "http://127.0.0.1:" + port, port, language);
    }
  }

  private Running(Path dir, String base, int port, String language) {
    folder = dir.resolve("articles");
    database =
        switch (Database.open(new StoreSettings(dir.resolve("data"), Duration.ofSeconds(10)))) {
          case Opening.Opened(var opened) -> opened;
          case Opening.Refused(var what, var next) -> throw new AssertionError(what + ": " + next);
        };
    desk =
        new Desk(
            database, new DeskSettings(URI.create(base), ZoneId.of("Europe/London"), "en", ""));
    grouper = new Grouper(database, Grouping.DEFAULT);
    search = new Search(database, ZoneId.of("Europe/London"));
    var masthead = Samples.masthead(base, language);
    var editions =
        new Editions(database, new Printing(masthead, EditionSettings.STANDARD, List.of()));
    site =
        new Site(
            SiteSettings.standard().onPort(port),
            new Newsroom(
                masthead,
                EditionSettings.STANDARD,
                database,
                new Tokens(database, this, Optional.of(TOKEN)),
                desk,
                new Subscriptions(database, this),
                new Finder(Manners.USUAL, "test", Manners.USUAL.exchange()),
                new Neighbours(database, grouper, this),
                Grouping.DEFAULT,
                search,
                editions,
                Manners.USUAL,
                Manners.USUAL.agent("0.1.0", base, "desk@news.example"),
                this));
    if (site.start() instanceof Site.Start.Refused(var what, var next)) {
      throw new AssertionError(what + ": " + next);
    }
  }

  @Override
  public Instant instant() {
    return now;
  }

  void later(Duration some) {
    now = now.plus(some);
  }

  /** Files a manuscript as {@code publish} would. */
  List<FileOutcome> publish(String name, String text) throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name), text);
    var outcomes = new ArrayList<FileOutcome>();
    FolderFiling.publish(desk, List.of(folder), Publishing.PLAIN, "test", now, outcomes::add);
    round();
    return outcomes;
  }

  /**
   * Reads outlets that say these headlines, each a {@code title|summary}, once; with another {@code
   * |} it has no address.
   */
  void read(Map<String, List<String>> headlines) {
    var allowed = new ArrayList<String>();
    var subscriptions = new Subscriptions(database, this);
    for (var outlet : headlines.entrySet()) {
      var loopback =
          new LoopbackOutlet()
              .then(
                  200,
                  Map.of("Content-Type", "application/rss+xml"),
                  rss(outlet.getKey(), outlet.getValue()));
      outlets.add(loopback);
      allowed.add("127.0.0.1:" + URI.create(loopback.url("/feed")).getPort());
      subscriptions.add(List.of(new Subscription(loopback.url("/feed"), "", List.of())));
    }
    var m = Manners.USUAL;
    var manners =
        new Manners(
            true,
            m.pause(),
            m.longestPause(),
            m.patience(),
            m.maxBytes(),
            m.maxEntries(),
            m.redirects(),
            m.workers(),
            m.hostConnections(),
            Duration.ZERO,
            "",
            allowed,
            "");
    new Poller(
            database,
            manners,
            manners.agent("0.1.0", BASE, ""),
            manners.exchange(),
            _ -> Optional.empty(),
            this)
        .round(PollRequest.due(Duration.ofSeconds(30)));
    round();
  }

  private void round() {
    grouper.catchUp(now);
    search.catchUp();
  }

  private String rss(String title, List<String> items) {
    var out =
        new StringBuilder(
            "<rss version=\"2.0\"><channel><title>"
                + title
                + "</title><link>https://outlet.example/</link><description/>");
    for (var item : items) {
      var parts = item.split("\\|", 3);
      out.append("<item><title>").append(parts[0]).append("</title>");
      if (parts.length < 3) {
        out.append("<link>https://outlet.example/");
        out.append(Integer.toHexString((title + item).hashCode())).append("</link>");
      }
      out.append("<description>");
      out.append(parts.length > 1 ? parts[1] : "").append("</description></item>");
    }
    return out.append("</channel></rss>").toString();
  }

  String url(String path) {
    return "http://127.0.0.1:" + site.port() + path;
  }

  HttpResponse<String> get(String path, String... headers) {
    return sent("GET", path, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), headers);
  }

  HttpResponse<byte[]> raw(String path, String... headers) {
    return sent("GET", path, HttpResponse.BodyHandlers.ofByteArray(), headers);
  }

  HttpResponse<String> head(String path) {
    return sent("HEAD", path, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private <T> HttpResponse<T> sent(
      String method, String path, HttpResponse.BodyHandler<T> handler, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(url(path)))
            .method(method, HttpRequest.BodyPublishers.noBody());
    for (var i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return CLIENT.send(request.build(), handler);
    } catch (java.io.IOException | InterruptedException broken) {
      throw new AssertionError(broken);
    }
  }

  @Override
  public void close() {
    site.close();
    outlets.forEach(LoopbackOutlet::close);
    database.close();
  }
}
