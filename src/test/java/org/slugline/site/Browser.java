package org.slugline.site;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Debian's chromium without a window, told over its DevTools protocol what to do. */
public final class Browser implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-dev-shm-usage",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run",
          "--no-pings",
          "--disable-extensions",
          "--remote-debugging-port=0");

  private final JsonMapper json = JsonMapper.builder().build();
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebSocket socket;
  private volatile CompletableFuture<Boolean> loaded = new CompletableFuture<>();

  public Browser(Path dir) throws Exception {
    var command = new ArrayList<>(List.of("chromium"));
    command.addAll(FLAGS);
    command.add("--user-data-dir=" + dir);
    command.add("about:blank");
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    var port = port(dir.resolve("DevToolsActivePort"));
    var tab =
        client.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new?about:blank"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    var address = json.readTree(tab.body()).get("webSocketDebuggerUrl").asString();
    socket = client.newWebSocketBuilder().buildAsync(URI.create(address), new Ear()).join();
    send("Page.enable", Map.of());
    send("Runtime.enable", Map.of());
  }

  public static boolean isHere() {
    return Files.isExecutable(Path.of("/usr/bin/chromium"));
  }

  public void look(int width, String scheme) {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    send(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  public void script(boolean on) {
    send("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
  }

  public void open(String url) throws Exception {
    loaded = new CompletableFuture<>();
    send("Page.navigate", Map.of("url", url));
    loaded.get(30, TimeUnit.SECONDS);
  }

  /** Clicks on what leads to another page, and waits for that. */
  public void click(String selector) throws Exception {
    loaded = new CompletableFuture<>();
    var clicked =
        ask(
            "(e => { if (!e) return 'nothing'; e.click(); return 'clicked'"
                + " })(document.querySelector("
                + json.writeValueAsString(selector)
                + "))");
    if (!clicked.equals("clicked")) {
      throw new AssertionError("no " + selector + " on " + ask("location.href"));
    }
    loaded.get(30, TimeUnit.SECONDS);
  }

  /** To the page before, as its own button does. */
  public void back() throws Exception {
    var history = send("Page.getNavigationHistory", Map.of());
    var entry = history.get("entries").get(history.get("currentIndex").asInt() - 1);
    loaded = new CompletableFuture<>();
    send("Page.navigateToHistoryEntry", Map.of("entryId", entry.get("id").asInt()));
    loaded.get(30, TimeUnit.SECONDS);
  }

  /** Chooses a file in a field for one. */
  public void choose(String selector, Path file) {
    var field =
        send(
            "Runtime.evaluate",
            Map.of(
                "expression", "document.querySelector(" + json.writeValueAsString(selector) + ")"));
    var id = field.path("result").path("objectId").asString("");
    send("DOM.setFileInputFiles", Map.of("files", List.of(file.toString()), "objectId", id));
  }

  /** What an expression says, as text; promises are waited for. */
  public String ask(String expression) {
    var answer =
        send(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    return answer.path("result").path("value").asString("");
  }

  public void press(String key) {
    var event =
        key.equals("Tab")
            ? Map.of("type", "keyDown", "key", key, "code", key, "windowsVirtualKeyCode", 9)
            : Map.of("type", "keyDown", "key", key, "text", key);
    send("Input.dispatchKeyEvent", event);
    send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
  }

  public JsonNode send(String method, Map<String, ?> params) {
    var id = ids.incrementAndGet();
    var answer = new CompletableFuture<JsonNode>();
    waiting.put(id, answer);
    socket
        .sendText(
            json.writeValueAsString(Map.of("id", id, "method", method, "params", params)), true)
        .join();
    try {
      return answer.get(30, TimeUnit.SECONDS).path("result");
    } catch (Exception broken) {
      throw new AssertionError(method, broken);
    }
  }

  private static String port(Path file) throws IOException, InterruptedException {
    for (var i = 0; i < 300; i++) {
      if (Files.exists(file) && Files.readString(file).contains("\n")) {
        return Files.readAllLines(file).getFirst();
      }
      Thread.sleep(100); // a process of another maker: it tells by this file alone
    }
    throw new AssertionError("chromium did not start");
  }

  /** Waits until it is gone with all its children: its profile is deleted next. */
  @Override
  public void close() {
    var children = process.descendants().toList();
    socket.abort();
    process.destroy();
    children.forEach(ProcessHandle::destroyForcibly);
    process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    children.forEach(child -> child.onExit().orTimeout(20, TimeUnit.SECONDS).join());
    client.close();
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder heard = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      heard.append(data);
      if (last) {
        var message = json.readTree(heard.toString());
        heard.setLength(0);
        var answer = waiting.remove(message.path("id").asInt(0));
        if (answer != null) {
          answer.complete(message);
        } else if (message.path("method").asString("").equals("Page.loadEventFired")) {
          loaded.complete(true);
        }
      }
      webSocket.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }
}
