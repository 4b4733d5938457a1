package org.slugline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every field of contract/parse.md, with its value, for one rich document of each kind. */
class ParseContractTest {
  private static final String URL = "http://post.example/feeds/x";

  /** Wrong in the document, so that the field of HTTP is seen to win. */
  private static final String RSS =
      """
      <?xml version="1.0" encoding="iso-8859-1"?>
      <rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
       xmlns:dcterms="http://purl.org/dc/terms/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
       xmlns:cc="http://backend.userland.com/creativeCommonsRssModule">
      <channel><title>Häfen &amp;amp; Post</title><link>/</link><language>en-GB</language>
      <description>All of the &lt;b&gt;harbour&lt;/b&gt;</description><copyright>(c) Post</copyright>
      <managingEditor>ann@post.example (Ann Editor)</managingEditor>
      <pubDate>Sun, 22 Nov 2026 10:00:00 +0100</pubDate>
      <lastBuildDate>Sun, 22 Nov 2026 09:30:00 GMT</lastBuildDate><dcterms:created>2020-01-01</dcterms:created>
      <category domain="http://cat.example/">News</category><category>Sea</category>
      <generator>Press 3</generator><ttl>60</ttl><cc:license>http://cc.example/by</cc:license>
      <image><url>logo.png</url><title>Logo</title><link>http://post.example/</link></image>
      <dc:publisher>Post House</dc:publisher><a:id>urn:feed:1</a:id>
      <a:link rel="self" type="application/rss+xml" href="rss.xml" title="This" hreflang="en" length="12"/>
      <item><title>Bridge &lt;i&gt;opens&lt;/i&gt;</title><link>2026/bridge</link>
      <guid isPermaLink="false">urn:item:1</guid>
      <description>&lt;p&gt;Short &lt;script&gt;alert(1)&lt;/script&gt;words&lt;/p&gt;</description>
      <content:encoded><![CDATA[<p>Long <a href="more">words</a></p>]]></content:encoded>
      <pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate>
      <dcterms:modified>2004-01-02T00:00:00+02:00</dcterms:modified><dcterms:created>2003-12-31</dcterms:created>
      <author>bob@post.example (Bob Writer)</author><dc:contributor>Carol</dc:contributor>
      <category domain="d">Bridges</category><category>Ships</category><dc:language>fr</dc:language>
      <enclosure url="a.mp3" type="audio/mpeg" length="9"/><comments>bridge#comments</comments>
      <dc:rights>Free</dc:rights><dc:publisher>P2</dc:publisher><cc:license>http://cc.example/nc</cc:license>
      <source url="http://wire.example/rss">Wire</source><image><url>bridge.jpg</url></image></item>
      </channel></rss>
      """;

  private static final String RSS_READ =
      """
      {"format":"rss2.0","encoding":"utf-8","title":"Häfen &amp; Post","title_type":"html",
       "link":"http://post.example/","description":"All of the <b>harbour</b>","id":"urn:feed:1",
       "language":"en-GB","updated":"2026-11-22T09:30:00Z","published":"2026-11-22T09:00:00Z",
       "created":"2020-01-01T00:00:00Z",
       "authors":[{"name":"Ann Editor","email":"ann@post.example"}],
       "categories":[{"term":"News","scheme":"http://cat.example/"},"Sea"],
       "image":{"url":"http://post.example/feeds/logo.png","title":"Logo","link":"http://post.example/"},
       "rights":"(c) Post","rights_type":"text","license":"http://cc.example/by",
       "generator":"Press 3","publisher":"Post House","ttl":60,
       "links":[{"href":"http://post.example/","rel":"alternate"},
        {"href":"http://post.example/feeds/rss.xml","rel":"self","type":"application/rss+xml",
         "title":"This","hreflang":"en","length":12}],
       "entries":[{"id":"urn:item:1","guid_is_link":false,"link":"http://post.example/feeds/2026/bridge",
        "title":"Bridge <i>opens</i>","title_type":"html",
        "summary":"<p>Short words</p>","summary_type":"text/html",
        "content":"<p>Long <a href=\\"http://post.example/feeds/more\\">words</a></p>","content_type":"text/html",
        "published":"2004-01-01T19:48:21Z","updated":"2004-01-01T22:00:00Z","created":"2003-12-31T00:00:00Z",
        "authors":[{"name":"Bob Writer","email":"bob@post.example"}],"contributors":[{"name":"Carol"}],
        "categories":[{"term":"Bridges","scheme":"d"},"Ships"],"language":"fr",
        "links":[{"href":"http://post.example/feeds/2026/bridge","rel":"alternate"}],
        "enclosures":[{"url":"http://post.example/feeds/a.mp3","type":"audio/mpeg","length":9}],
        "image":"http://post.example/feeds/bridge.jpg","comments":"http://post.example/feeds/bridge#comments",
        "source":{"title":"Wire","link":"http://wire.example/rss"},
        "rights":"Free","rights_type":"text","license":"http://cc.example/nc","publisher":"P2"}]}
      """;

  private static final String ATOM =
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="/a/">
      <title type="html">A &amp;lt;b&amp;gt; &lt;i&gt;B&lt;/i&gt;</title><subtitle>Süd</subtitle><id>urn:f</id>
      <updated>2004-01-01T20:48:21+01:00</updated><link href="/" hreflang="en" title="Home"/>
      <link rel="self" type="application/atom+xml" href="atom" length="7"/><link rel="license" href="by"/>
      <author><name>Ann</name><email>ann@post.example</email><uri>/ann</uri></author>
      <contributor><name>Con</name></contributor><category term="t" scheme="s" label="L"/><category term="only"/>
      <generator uri="g" version="1">Gen</generator><icon>i.ico</icon><logo>l.png</logo><rights>R</rights>
      <entry xml:lang="de"><title>1 &lt; 2</title><id>urn:e</id><link href="e1"/>
      <link rel="enclosure" href="e.mp3" type="audio/mpeg" length="5"/>
      <link rel="related" href="http://o.example/" title="Other"/>
      <published>2004-01-01T00:00:00Z</published><updated>2004-01-02T00:00:00Z</updated>
      <author><name>Eve</name></author><contributor><name>Dan</name><email>d@x.example</email></contributor>
      <category term="x" label="X"/><summary>s &lt; t</summary>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Body</p></div></content>
      <rights type="html">&lt;b&gt;r&lt;/b&gt;</rights>
      <source><title>Src</title><link href="http://src.example/"/><id>urn:s</id>
      <updated>2003-01-01T00:00:00Z</updated></source></entry>
      <entry><title>Two</title><id>urn:e2</id><updated>2004-01-02T00:00:00Z</updated>
      <content type="image/png" src="p.png"/></entry></feed>
      """;

  private static final String ATOM_READ =
      """
      {"format":"atom1.0","encoding":"utf-8","title":"A &lt;b&gt; <i>B</i>","title_type":"html",
       "link":"http://post.example/","description":"Süd","id":"urn:f","language":"en",
       "updated":"2004-01-01T19:48:21Z",
       "authors":[{"name":"Ann","email":"ann@post.example","uri":"http://post.example/ann"}],
       "contributors":[{"name":"Con"}],"categories":[{"term":"t","scheme":"s","label":"L"},"only"],
       "image":"http://post.example/a/l.png","icon":"http://post.example/a/i.ico",
       "logo":"http://post.example/a/l.png","rights":"R","rights_type":"text","generator":"Gen",
       "license":"http://post.example/a/by",
       "links":[{"href":"http://post.example/","rel":"alternate","title":"Home","hreflang":"en"},
        {"href":"http://post.example/a/atom","rel":"self","type":"application/atom+xml","length":7},
        {"href":"http://post.example/a/by","rel":"license"}],
       "entries":[{"id":"urn:e","link":"http://post.example/a/e1","title":"1 < 2","title_type":"text",
        "summary":"s &lt; t","summary_type":"text/plain",
        "content":"<p>Body</p>","content_type":"application/xhtml+xml",
        "published":"2004-01-01T00:00:00Z","updated":"2004-01-02T00:00:00Z",
        "authors":[{"name":"Eve"}],"contributors":[{"name":"Dan","email":"d@x.example"}],
        "categories":[{"term":"x","label":"X"}],"language":"de",
        "links":[{"href":"http://post.example/a/e1","rel":"alternate"},
         {"href":"http://post.example/a/e.mp3","rel":"enclosure","type":"audio/mpeg","length":5},
         {"href":"http://o.example/","rel":"related","title":"Other"}],
        "enclosures":[{"url":"http://post.example/a/e.mp3","type":"audio/mpeg","length":5}],
        "source":{"title":"Src","link":"http://src.example/","id":"urn:s","updated":"2003-01-01T00:00:00Z"},
        "rights":"<b>r</b>","rights_type":"html"},
       {"id":"urn:e2","title":"Two","title_type":"text","content_type":"image/png",
        "content_src":"http://post.example/a/p.png","updated":"2004-01-02T00:00:00Z","language":"en"}]}
      """;

  private static final String JSON =
      """
      {"version":"https://jsonfeed.org/version/1.1","title":"J & <b>","home_page_url":"/",
       "feed_url":"http://post.example/feed.json","description":"Süd","icon":"i.png","favicon":"f.ico",
       "language":"en","authors":[{"name":"Ann","url":"http://post.example/ann"}],
       "items":[{"id":"1","url":"1","external_url":"http://o.example/","title":"One",
        "content_html":"<p>Body<script>x</script></p>","content_text":"Body","summary":"S < t","image":"1.png",
        "date_published":"2004-01-01T00:00:00Z","date_modified":"2004-01-02T00:00:00+01:00",
        "authors":[{"name":"Bob"}],"tags":["a","b"],"language":"de",
        "attachments":[{"url":"e.mp3","mime_type":"audio/mpeg","size_in_bytes":5}]}]}
      """;

  private static final String JSON_READ =
      """
      {"format":"json","encoding":"utf-8","title":"J & <b>","title_type":"text","link":"http://post.example/",
       "description":"Süd","id":"http://post.example/feed.json","language":"en",
       "authors":[{"name":"Ann","uri":"http://post.example/ann"}],"image":"http://post.example/feeds/i.png",
       "icon":"http://post.example/feeds/f.ico","logo":"http://post.example/feeds/i.png",
       "links":[{"href":"http://post.example/feed.json","rel":"self"}],
       "entries":[{"id":"1","link":"http://post.example/feeds/1","title":"One","title_type":"text",
        "summary":"S &lt; t","summary_type":"text/plain","content":"<p>Body</p>","content_type":"text/html",
        "published":"2004-01-01T00:00:00Z","updated":"2004-01-01T23:00:00Z","authors":[{"name":"Bob"}],
        "categories":["a","b"],"language":"de",
        "links":[{"href":"http://post.example/feeds/1","rel":"alternate"},
         {"href":"http://o.example/","rel":"related"}],
        "enclosures":[{"url":"http://post.example/feeds/e.mp3","type":"audio/mpeg","length":5}],
        "image":"http://post.example/feeds/1.png"}]}
      """;

  enum Kind {
    RSS(ParseContractTest.RSS, RSS_READ),
    ATOM(ParseContractTest.ATOM, ATOM_READ),
    JSON(ParseContractTest.JSON, JSON_READ);

    private final String document;
    private final String read;

    Kind(String document, String read) {
      this.document = document;
      this.read = read;
    }
  }

  @TempDir private Path dir;

  @ParameterizedTest
  @EnumSource
  void oneDocumentSaysEveryFieldOfTheContract(Kind kind) throws IOException {
    var file = Files.writeString(dir.resolve("feed"), kind.document);
    var said = run(file.toString(), "--url", URL, "--content-type", "x/y; charset=utf-8");
    assertThat(said).startsWith("{\n  \"file\"");
    assertThat(fields(said, file)).isEqualTo(JsonMapper.shared().readTree(kind.read));
  }

  @ParameterizedTest
  @EnumSource
  void aLineOfABatchSaysTheSame(Kind kind) throws IOException {
    var file = Files.writeString(dir.resolve("feed"), kind.document);
    var line =
        "{\"file\":\"%s\",\"url\":\"%s\",\"content_type\":\"x/y; charset=utf-8\"}"
            .formatted(file, URL);
    var list = Files.writeString(dir.resolve("list.jsonl"), line);
    var said = run("--batch", list.toString());
    assertThat(said.lines()).hasSize(1);
    assertThat(fields(said, file)).isEqualTo(JsonMapper.shared().readTree(kind.read));
  }

  /** Without what the contract does not name. */
  private static JsonNode fields(String said, Path file) {
    var json = (ObjectNode) JsonMapper.shared().readTree(said);
    assertThat(json.remove("file").asString()).isEqualTo(file.toString());
    json.path("entries").forEach(entry -> ((ObjectNode) entry).remove("media"));
    return json;
  }

  private static String run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var print = new PrintStream(out, true, StandardCharsets.UTF_8);
    var command =
        new ParseCommand(
            _ -> Optional.empty(),
            new ByteArrayInputStream(new byte[0]),
            print,
            print,
            () -> false);
    assertThat(new CommandLine(command).execute(arguments))
        .as(out.toString(StandardCharsets.UTF_8))
        .isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}
