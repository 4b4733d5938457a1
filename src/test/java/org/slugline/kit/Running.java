package org.slugline.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.slugline.Config;
import org.slugline.Configured;
import org.slugline.Round;
import org.slugline.Serving;
import org.slugline.Slugline;
import org.slugline.Started;
import org.slugline.Surroundings;
import org.slugline.desk.FolderFiling;
import org.slugline.desk.Publishing;
import org.slugline.wire.PollReport;
import org.slugline.wire.PollRequest;
import org.slugline.wire.Subscription;

/**
 * A whole newsroom: real file, real sockets on loopback, a clock in the test's hand. It polls only
 * when it is told to.
 */
public final class Running implements AutoCloseable {
  public static final String EDITOR = "editor-token-of-the-tests";
  public static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

  private final AtomicReference<Instant> now;
  private final Slugline slugline;
  private final Serving.Running server;
  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * @param allowed {@code host:port} of loopback outlets
   */
  public Running(Path dir, String... allowed) {
    this(dir, MORNING, Map.of("wire.allow-internal", List.of(allowed)));
  }

  public Running(Path dir, Instant start, Map<String, Object> settings) {
    now = new AtomicReference<>(start);
    var surroundings = new Surroundings(Map.of("SLUGLINE_EDITOR_TOKEN", EDITOR), dir, now::get);
    var flags = new HashMap<String, Object>();
    flags.put("site.port", 0L);
    flags.put("wire.enabled", false);
    flags.put("wire.host-spacing", Duration.ZERO);
    flags.putAll(settings);
    var configured =
        Config.read(surroundings, Optional.empty(), Optional.of(dir.resolve("data")), flags);
    if (!(configured instanceof Configured.Good(var config))) {
      throw new IllegalArgumentException(configured.toString());
    }
    slugline = ((Started.Open) Slugline.open(config, surroundings, now::get)).slugline();
    server = (Serving.Running) slugline.serve();
  }

  public Slugline slugline() {
    return slugline;
  }

  public String address() {
    return server.address();
  }

  public void later(Duration span) {
    now.updateAndGet(at -> at.plus(span));
  }

  public Instant now() {
    return now.get();
  }

  public Running reads(LoopbackOutlet... outlets) {
    slugline
        .subscriptions()
        .add(
            Arrays.stream(outlets)
                .map(outlet -> new Subscription(outlet.url(), "", List.of()))
                .toList());
    return this;
  }

  /** One round over what is due; then all is grouped and indexed. */
  public PollReport round() {
    var request = new PollRequest(Duration.ofSeconds(30), Set.of(), false, true);
    return ((Round.Outcome.Done) slugline.round().run(request)).polls();
  }

  /** As the command does, and then all is grouped and indexed. */
  public void publishes(Path file) {
    FolderFiling.publish(
        slugline.desk(), List.of(file), Publishing.PLAIN, "test", now.get(), _ -> {});
    slugline.round().catchUp();
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  public HttpResponse<String> head(String path, String... headers) {
    return send("HEAD", path, "", headers);
  }

  /** With the editor's token. */
  public HttpResponse<String> edit(String method, String path, String json) {
    return send(
        method,
        path,
        json,
        "Authorization",
        "Bearer " + EDITOR,
        "Content-Type",
        "application/json");
  }

  public HttpResponse<String> send(String method, String path, String body, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(server.address() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    request.method(
        method,
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body));
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException broken) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(broken);
    }
  }

  @Override
  public void close() {
    server.close();
    slugline.close();
    client.close();
  }
}
