package org.slugline.kit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/**
 * A real server on 127.0.0.1 that says what it was told to say, path by path, and remembers what it
 * was asked. The last answer of a path is given for ever. Thread-safe.
 */
public final class LoopbackOutlet implements AutoCloseable {
  private final ServerSocket server;
  private final Map<String, ArrayDeque<Answer>> scripts = new ConcurrentHashMap<>();
  private final Map<String, Answer> last = new ConcurrentHashMap<>();
  private final List<Asked> asked = new ArrayList<>();
  private final List<Socket> open = new ArrayList<>();
  private volatile boolean closed;

  public LoopbackOutlet() {
    this(plainServer());
  }

  /** On a server socket of one's own, for TLS. */
  public LoopbackOutlet(ServerSocket server) {
    this.server = server;
    Thread.ofVirtual().start(this::accept);
  }

  private static ServerSocket plainServer() {
    try {
      return new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * A request as it came.
   *
   * @param headers names in lower case
   * @param nanos when, on the clock of {@link System#nanoTime}
   * @param connection number of the connection, from 0
   */
  public record Asked(
      String method, String path, Map<String, String> headers, long nanos, int connection) {
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
  }

  /** What is done to whoever asks; closes the connection when it returns false. */
  @FunctionalInterface
  public interface Answer {
    boolean give(Asked asked, OutputStream out, Socket socket)
        throws IOException, InterruptedException;
  }

  /** Answers {@code /feed} next. */
  public LoopbackOutlet then(int status, Map<String, String> headers, String body) {
    return at("/feed", status, headers, body);
  }

  public LoopbackOutlet then(Answer answer) {
    return at("/feed", answer);
  }

  public LoopbackOutlet at(String path, int status, Map<String, String> headers, String body) {
    return at(path, plain(status, headers, body.getBytes(StandardCharsets.UTF_8)));
  }

  public LoopbackOutlet at(String path, Answer answer) {
    var script = scripts.computeIfAbsent(path, _ -> new ArrayDeque<>());
    synchronized (script) {
      script.add(answer);
    }
    return this;
  }

  public static Answer plain(int status, Map<String, String> headers, byte[] body) {
    return (_, out, _) -> {
      var head = new StringBuilder("HTTP/1.1 " + status + " As Scripted\r\n");
      headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
      if (status != 304 && !headers.containsKey("Content-Length")) {
        head.append("Content-Length: " + body.length + "\r\n");
      }
      out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
      out.write(body);
      out.flush();
      return true;
    };
  }

  public static Answer redirect(int status, String to) {
    return plain(status, Map.of("Location", to), new byte[0]);
  }

  public static Answer gzip(Map<String, String> headers, String body) {
    var all = new TreeMap<>(headers);
    all.put("Content-Encoding", "gzip");
    return plain(200, all, gzip(body.getBytes(StandardCharsets.UTF_8)));
  }

  public static byte[] gzip(byte[] body) {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(body);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return out.toByteArray();
  }

  /** A small body that becomes {@code size} bytes when it is decoded. */
  public static Answer gzipBomb(int size) {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      var chunk = new byte[64 << 10];
      for (var left = size; left > 0; left -= chunk.length) {
        zip.write(chunk, 0, Math.min(chunk.length, left));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return plain(200, Map.of("Content-Encoding", "gzip"), out.toByteArray());
  }

  /** A byte now and then, without end. */
  public static Answer drip(int everyMillis) {
    return (_, out, _) -> {
      out.write(
          "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<rss>"
              .getBytes(StandardCharsets.US_ASCII));
      while (true) {
        out.write(' ');
        out.flush();
        Thread.sleep(everyMillis);
      }
    };
  }

  /** Headers without end, a line now and then. */
  public static Answer dripHeaders(int everyMillis) {
    return (_, out, _) -> {
      out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
      for (var i = 0; ; i++) {
        out.write(("X-" + i + ": y\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        Thread.sleep(everyMillis);
      }
    };
  }

  /** Says nothing at all. */
  public static Answer hang() {
    return (_, _, _) -> {
      Thread.sleep(3_600_000);
      return false;
    };
  }

  /** Breaks the connection off without a word. */
  public static Answer reset() {
    return (_, _, socket) -> {
      socket.setSoLinger(true, 0);
      return false;
    };
  }

  /** Bytes without end, as fast as they are taken. */
  public static Answer huge() {
    return (_, out, _) -> {
      out.write(
          "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<rss>"
              .getBytes(StandardCharsets.US_ASCII));
      var chunk = new byte[64 << 10];
      while (true) {
        out.write(chunk);
      }
    };
  }

  /** Any bytes, then the end of the connection. */
  public static Answer raw(String bytes) {
    return (_, out, _) -> {
      out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return false;
    };
  }

  /** 304 to whoever sends this tag, else 200. */
  public static Answer tagged(String tag, String body) {
    return (asked, out, socket) ->
        asked.header("If-None-Match").filter(tag::equals).isPresent()
            ? plain(304, Map.of("ETag", tag), new byte[0]).give(asked, out, socket)
            : plain(200, Map.of("ETag", tag), body.getBytes(StandardCharsets.UTF_8))
                .give(asked, out, socket);
  }

  /** Address of {@code /feed}. */
  public String url() {
    return url("/feed");
  }

  public String url(String path) {
    return "http://" + address() + path;
  }

  /** {@code 127.0.0.1:PORT}, for {@code wire.allow-internal}. */
  public String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  public int port() {
    return server.getLocalPort();
  }

  /** All that was asked so far, in order. */
  public List<Asked> asked() {
    synchronized (asked) {
      return List.copyOf(asked);
    }
  }

  /** What was asked of one path. */
  public List<Asked> asked(String path) {
    return asked().stream().filter(one -> one.path().equals(path)).toList();
  }

  private void accept() {
    for (var number = 0; !closed; number++) {
      try {
        var socket = server.accept();
        synchronized (open) {
          open.add(socket);
        }
        var connection = number;
        Thread.ofVirtual().start(() -> serve(socket, connection));
      } catch (IOException _) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket, int connection) {
    try (socket) {
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream());
      var out = socket.getOutputStream();
      while (true) {
        var line = line(in);
        if (line.isEmpty()) {
          return;
        }
        var headers = new TreeMap<String, String>();
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
          var colon = header.indexOf(':');
          if (colon < 0) {
            return; // no HTTP: a TLS greeting, perhaps
          }
          headers.put(
              header.substring(0, colon).toLowerCase(Locale.ROOT),
              header.substring(colon + 1).strip());
        }
        var words = line.split(" ");
        var request = new Asked(words[0], words[1], headers, System.nanoTime(), connection);
        synchronized (asked) {
          asked.add(request);
        }
        if (!answer(request.path()).give(request, out, socket)) {
          return;
        }
      }
    } catch (IOException _) {
      // whoever asked went away
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer answer(String path) {
    var script = scripts.get(path);
    if (script == null) {
      return plain(404, Map.of(), new byte[0]);
    }
    synchronized (script) {
      var answer = script.isEmpty() ? last.get(path) : script.remove();
      last.put(path, answer);
      return answer;
    }
  }

  private static String line(InputStream in) throws IOException {
    var out = new ByteArrayOutputStream();
    for (var b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        out.write(b);
      }
    }
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    closed = true;
    try {
      server.close();
      synchronized (open) {
        for (var socket : open) {
          socket.close();
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
