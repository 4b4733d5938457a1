package org.slugline;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * A thousand feeds on loopback, 30 items each, about 45 kB, four formats in turn, gzip, with ETags.
 * {@code /feed/N} is a feed, {@code /next} gives each of them one new item.
 */
final class Farm {
  private static final int FEEDS = 1000;
  private static final int ITEMS = 30;
  private static final DateTimeFormatter RFC_822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String[] WORDS = words();

  private final byte[][] bodies = new byte[FEEDS][];
  private final Instant start;
  private final AtomicInteger round = new AtomicInteger();

  private Farm(Instant start) {
    this.start = start;
    print();
  }

  public static void main(String[] args) throws IOException {
    var farm = new Farm(Instant.parse(args[0]));
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.createContext("/", farm::answer);
    server.start();
    System.out.println(server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    if (path.equals("/next")) {
      round.incrementAndGet();
      print();
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
      return;
    }
    var tag = "\"" + round + "\"";
    exchange.getResponseHeaders().set("ETag", tag);
    if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      exchange.sendResponseHeaders(304, -1);
      exchange.close();
      return;
    }
    var body = bodies[Integer.parseInt(path.substring(path.lastIndexOf('/') + 1))];
    exchange.getResponseHeaders().set("Content-Type", "application/xml");
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void print() {
    for (var feed = 0; feed < FEEDS; feed++) {
      bodies[feed] = zipped(document(feed));
    }
  }

  private static byte[] zipped(String document) {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(document.getBytes(StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
    return out.toByteArray();
  }

  private String document(int feed) {
    var items =
        IntStream.range(0, ITEMS)
            .map(i -> ITEMS - 1 - i + round.get())
            .mapToObj(n -> item(feed, n))
            .collect(Collectors.joining(feed % 4 == 3 ? "," : ""));
    var title = "Farm " + feed;
    return switch (feed % 4) {
      case 0 ->
          "<?xml version=\"1.0\"?><rss version=\"2.0\""
              + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>"
              + title
              + "</title><link>https://farm"
              + feed
              + ".example/</link>"
              + items
              + "</channel></rss>";
      case 1 ->
          "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>"
              + title
              + "</title><id>urn:farm:"
              + feed
              + "</id>"
              + items
              + "</feed>";
      case 2 ->
          "<?xml version=\"1.0\"?><rdf:RDF"
              + " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
              + " xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
              + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel"
              + " rdf:about=\"https://farm"
              + feed
              + ".example/\"><title>"
              + title
              + "</title><link>https://farm"
              + feed
              + ".example/</link></channel>"
              + items
              + "</rdf:RDF>";
      default ->
          "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\""
              + title
              + "\",\"items\":["
              + items
              + "]}";
    };
  }

  private String item(int feed, int n) {
    var random = new Random(feed * 1_000_003L + n);
    var url = "https://farm" + feed + ".example/news/2026/" + n + "-a-piece-of-news";
    var at =
        start
            .minus(Duration.ofMinutes(60L * 30))
            .plus(Duration.ofMinutes(60L * n - random.nextInt(59)));
    var title = text(random, 8);
    var summary = text(random, 25);
    var content =
        "<p>"
            + text(random, 90)
            + "</p><p>"
            + text(random, 60)
            + " <a href=\""
            + url
            + "#more\">"
            + text(random, 3)
            + "</a></p>";
    var escaped = content.replace("<", "&lt;").replace(">", "&gt;");
    return switch (feed % 4) {
      case 0 ->
          "<item><title>"
              + title
              + "</title><link>"
              + url
              + "</link><guid>"
              + url
              + "</guid><pubDate>"
              + RFC_822.format(at)
              + "</pubDate><description>"
              + summary
              + "</description><content:encoded><![CDATA["
              + content
              + "]]></content:encoded></item>";
      case 1 ->
          "<entry><title>"
              + title
              + "</title><link href=\""
              + url
              + "\"/><id>"
              + url
              + "</id><updated>"
              + at
              + "</updated><summary>"
              + summary
              + "</summary><content type=\"html\">"
              + escaped
              + "</content></entry>";
      case 2 ->
          "<item rdf:about=\""
              + url
              + "\"><title>"
              + title
              + "</title><link>"
              + url
              + "</link><dc:date>"
              + at
              + "</dc:date><description>"
              + summary
              + "</description><content:encoded>"
              + escaped
              + "</content:encoded></item>";
      default ->
          "{\"id\":\""
              + url
              + "\",\"url\":\""
              + url
              + "\",\"title\":\""
              + title
              + "\",\"summary\":\""
              + summary
              + "\",\"date_published\":\""
              + at
              + "\",\"content_html\":\""
              + content.replace("\"", "\\\"")
              + "\"}";
    };
  }

  private static String text(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> WORDS[(int) (WORDS.length * Math.pow(random.nextDouble(), 3))])
        .collect(Collectors.joining(" "));
  }

  /** 20,000 words that nobody has said before, the first the commonest. */
  private static String[] words() {
    var random = new Random(7);
    var syllables =
        "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu str pla gre kno".split(" ");
    return IntStream.range(0, 20_000)
        .mapToObj(_ ->
            IntStream.range(0, 2 + random.nextInt(3))
                .mapToObj(_ -> syllables[random.nextInt(syllables.length)])
                .collect(Collectors.joining()))
        .toArray(String[]::new);
  }
}
