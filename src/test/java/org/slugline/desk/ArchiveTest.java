package org.slugline.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.slugline.desk.DeskRoom.NOON;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8" ?>
      <!-- an export; <item> in here is none -->
      <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
        xmlns:content="http://purl.org/rss/1.0/modules/content/"
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
      <channel><title>The Old Paper</title><link>https://old.example</link><language>en-GB</language>
      <wp:author><wp:author_login><![CDATA[ida]]></wp:author_login><wp:author_display_name><![CDATA[Ida Hølm]]></wp:author_display_name></wp:author>
      <wp:category><wp:cat_name><![CDATA[City]]></wp:cat_name></wp:category>
      """;
  private static final String TAIL = "</channel></rss>";

  @TempDir Path dir;
  private DeskRoom room;

  @BeforeEach
  void open() {
    room = new DeskRoom(dir);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private static String item(int number, String status, String type, String content) {
    return """
    <item><title>Bridge %1$d opens</title><link>https://old.example/2011/05/bridge-%1$d/</link>
    <pubDate>Fri, 06 May 2011 07:08:09 +0000</pubDate><dc:creator><![CDATA[ida]]></dc:creator>
    <guid isPermaLink="false">https://old.example/?p=%1$d</guid><description></description>
    <content:encoded><![CDATA[%4$s]]></content:encoded>
    <excerpt:encoded><![CDATA[In short & sweet %1$d]]></excerpt:encoded>
    <wp:post_name><![CDATA[bridge-%1$d]]></wp:post_name><wp:status><![CDATA[%2$s]]></wp:status>
    <wp:post_type><![CDATA[%3$s]]></wp:post_type>
    <category domain="category" nicename="city"><![CDATA[City]]></category>
    <category domain="post_tag" nicename="rivers"><![CDATA[Rivers & Lakes]]></category></item>
    """
        .formatted(number, status, type, content);
  }

  @Test
  void whatAPasswordGuardedStaysADraft() throws Exception {
    var locked = "<wp:post_password><![CDATA[sesame]]></wp:post_password></item>";
    var open = "<wp:post_password><![CDATA[]]></wp:post_password></item>";
    read(
        HEAD
            + item(1, "publish", "post", "Secret.").replace("</item>", locked)
            + item(2, "publish", "post", "Open.").replace("</item>", open)
            + TAIL);
    assertThat(room.article("bridge-1").state()).isEqualTo(State.DRAFT);
    assertThat(room.article("bridge-2").state()).isEqualTo(State.RELEASED);
  }

  @Test
  void anArchiveThatBreaksOffSaysSoAndGivesWhatIsWhole() throws Exception {
    var one = item(1, "publish", "post", "One.");
    for (var cut : List.of("<item><title>Half a", "<item><content:encoded><![CDATA[", "")) {
      var outcomes = read(HEAD + one + cut);
      assertThat(outcomes).as(cut).hasSize(2);
      assertThat(outcomes.getFirst().slug()).isEqualTo("bridge-1");
      assertThat(outcomes.getLast().result()).isEqualTo(FileOutcome.Result.REFUSED);
      assertThat(outcomes.getLast().faults().getFirst().what()).contains("breaks off");
    }
    assertThat(read(HEAD + one + TAIL)).hasSize(1);
  }

  @Test
  void anExportOfWordPressKeepsIdsDatesAddressesAndNames() throws Exception {
    var outcomes =
        read(
            HEAD
                + item(
                    12,
                    "publish",
                    "post",
                    "First line.\n"
                        + "Second </item> line.\n\n"
                        + "Another.\n\n"
                        + "[caption id=\"x\" width=\"3\"]<img src=\"https://old.example/b.jpg\""
                        + " alt=\"B\" /> The bridge[/caption]")
                + item(13, "draft", "post", "Not yet.")
                + item(14, "inherit", "attachment", "x")
                + item(15, "private", "post", "Secret.")
                + item(16, "publish", "page", "About.")
                + TAIL);
    assertThat(outcomes)
        .extracting(FileOutcome::result)
        .containsExactly(FileOutcome.Result.CREATED, FileOutcome.Result.CREATED);
    var article = room.newest().getFirst();
    assertThat(room.newest()).hasSize(1);
    assertThat(article.uri()).isEqualTo("https://old.example/?p=12");
    assertThat(article.slug()).isEqualTo("bridge-12");
    assertThat(article.published()).contains(Instant.parse("2011-05-06T07:08:09Z"));
    assertThat(article.updated()).isEqualTo(Instant.parse("2011-05-06T07:08:09Z"));
    assertThat(article.standfirst()).isEqualTo("In short & sweet 12");
    assertThat(article.section()).isEqualTo("City");
    assertThat(article.tags()).containsExactly("Rivers & Lakes");
    assertThat(article.authors()).extracting(Author::name).containsExactly("Ida Hølm");
    assertThat(article.html().markup())
        .contains(
            "<p>First line.<br>",
            "<p>Another.</p>",
            "<figure",
            "https://old.example/b.jpg",
            "<figcaption>The bridge</figcaption>");
    assertThat(room.article("bridge-13").state()).isEqualTo(State.DRAFT);
  }

  @Test
  void picturesOfAnImportedTextBecomeItsImagesInTheirPlaces() throws Exception {
    var outcomes =
        read(
            HEAD
                + item(
                    7,
                    "publish",
                    "post",
                    """
                    <p>Before.</p>
                    <figure class="wp-block-image"><img src="https://old.example/a.jpg" alt="A gate"/>\
                    <figcaption>The gate. Photo: Ida Hølm</figcaption></figure>
                    <h1>Between</h1>
                    <p><a href="https://old.example/b-large.jpg"><img src="https://old.example/b(1).jpg" alt=""></a></p>
                    <p><a href="https://old.example/shop"><img src="https://old.example/ad.jpg" alt="Shop"></a></p>
                    [gallery ids="3,4"]
                    [embed]https://videos.example/9[/embed]
                    <p>After.</p>
                    """)
                + item(
                    8,
                    "publish",
                    "post",
                    "Old.\n\n"
                        + "[caption id=\"attachment_9\" align=\"left\"]<a"
                        + " href=\"https://old.example/?attachment_id=9\"><img"
                        + " src=\"https://old.example/c.jpg\" alt=\"C\" /></a> The"
                        + " ford[/caption]\n\n"
                        + "[audio mp3=\"https://old.example/d.mp3\"][/audio]\n\n"
                        + "End.")
                + TAIL);
    var article = room.article("bridge-7");
    assertThat(article.images())
        .extracting(Picture::url, Picture::caption, Picture::credit)
        .containsExactly(
            tuple("https://old.example/a.jpg", "The gate.", "Ida Hølm"),
            tuple("https://old.example/b(1).jpg", "", ""));
    assertThat(article.images().getFirst().alt()).contains("A gate");
    assertThat(article.html().markup())
        .containsSubsequence(
            "Before.",
            "a.jpg",
            "The gate. <small>Credit: Ida Hølm</small></figcaption>",
            "Between",
            "b(1).jpg",
            "https://old.example/shop",
            "ad.jpg",
            "href=\"https://videos.example/9\"",
            "After.")
        .doesNotContain("gallery", "![", "[embed");
    assertThat(outcomes.getFirst().faults().getFirst().what()).contains("gallery");
    var old = room.article("bridge-8");
    assertThat(old.images()).extracting(Picture::caption).containsExactly("The ford");
    assertThat(old.audio()).extracting(Clip::url).containsExactly("https://old.example/d.mp3");
    assertThat(old.html().markup())
        .containsSubsequence("Old.", "c.jpg", "The ford", "d.mp3", "End.")
        .doesNotContain("[audio", "![");
  }

  @Test
  void whatIsRelativeInAnImportedTextStandsWhereItsPageStood() throws Exception {
    read(
        HEAD
            + item(
                3,
                "publish",
                "post",
                """
                <figure><figure><img src="/a.jpg" alt="A"><figcaption>First</figcaption></figure>\
                <figcaption>All of them</figcaption></figure>
                <p><img src="//cdn.example/b.jpg" alt=""></p><p><img src="c.jpg" alt=""></p>
                <figure><div>https://videos.example/1</div><figcaption>Moving</figcaption></figure>
                <p>https://videos.example/2</p>[youtube https://videos.example/3]
                """)
            + TAIL);
    var article = room.article("bridge-3");
    assertThat(article.images())
        .extracting(Picture::url, Picture::caption)
        .containsExactly(
            tuple("https://old.example/a.jpg", "First"),
            tuple("https://cdn.example/b.jpg", ""),
            tuple("https://old.example/2011/05/bridge-3/c.jpg", ""));
    assertThat(article.html().markup())
        .containsSubsequence(
            "First",
            "All of them",
            "b.jpg",
            "c.jpg",
            "<a href=\"https://videos.example/1\"",
            "Moving",
            "<a href=\"https://videos.example/2\"",
            "<a href=\"https://videos.example/3\"");
    read(
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>urn:t</id><updated>2020-01-01T00:00:00Z</updated>
        <link href="https://old.example/"/><entry><id>tag:old.example,2020:9</id><title>Nine</title><updated>2020-01-02T03:04:05Z</updated>
        <link href="/nine"/><content type="html">&lt;p&gt;&lt;img src="/d.jpg" alt=""&gt;&lt;/p&gt;</content></entry></feed>
        """);
    assertThat(room.article("nine").images())
        .extracting(Picture::url)
        .containsExactly("https://old.example/d.jpg");
  }

  @Test
  void aHeadlineOfAnArchiveIsNeverCutWithinALetter() throws Exception {
    read(HEAD + item(1, "publish", "post", "x").replace("Bridge 1 opens", "😀".repeat(600)) + TAIL);
    assertThat(room.article("bridge-1").headline()).isEqualTo("😀".repeat(499) + "…");
  }

  @Test
  void anArchiveMayBeReadAgainAndLeavesWhatWasEditedSince() throws Exception {
    var export =
        HEAD + item(1, "publish", "post", "One.") + item(2, "publish", "post", "Two.") + TAIL;
    read(export);
    room.replace("bridge-1", "{\"headline\": \"Bridge one\", \"body\": \"Mended.\"}", NOON);
    assertThat(read(export))
        .extracting(FileOutcome::result)
        .containsOnly(FileOutcome.Result.UNCHANGED)
        .hasSize(2);
    assertThat(room.article("bridge-1").body()).isEqualTo("Mended.");
  }

  @Test
  void anAddressThatIsTakenGetsANumber() throws Exception {
    room.file("{\"headline\": \"Ours\", \"slug\": \"bridge-1\", \"body\": \"x\"}", NOON);
    assertThat(read(HEAD + item(1, "publish", "post", "One.") + TAIL))
        .extracting(FileOutcome::slug)
        .containsExactly("bridge-1-2");
  }

  @Test
  void anyFeedIsAnArchive() throws Exception {
    read(
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>urn:t</id><updated>2020-01-01T00:00:00Z</updated>
        <entry><id>tag:old.example,2020:1</id><title>One</title><published>2020-01-02T03:04:05Z</published><updated>2020-01-02T03:04:05Z</updated>
        <link href="https://old.example/one"/><content type="html">&lt;p&gt;Text.&lt;/p&gt;</content></entry></feed>
        """);
    assertThat(room.article("one").uri()).isEqualTo("tag:old.example,2020:1");
    read(
        """
        {"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [
          {"id": "https://old.example/two", "url": "https://old.example/two", "title": "Two",
           "content_html": "<p>Text.</p>", "date_published": "2020-01-03T00:00:00Z"}]}
        """);
    assertThat(room.article("two").published()).contains(Instant.parse("2020-01-03T00:00:00Z"));
    assertThat(read("no feed at all"))
        .extracting(FileOutcome::result)
        .containsExactly(FileOutcome.Result.REFUSED);
    assertThat(read("<rss><channel></channel></rss>"))
        .extracting(FileOutcome::result)
        .containsExactly(FileOutcome.Result.REFUSED);
  }

  @Test
  void aLongArchiveIsToldOfAsItGoes() throws Exception {
    List<String> parts = new ArrayList<>();
    parts.add(HEAD);
    IntStream.range(0, 500).forEach(i -> parts.add(item(i, "publish", "post", "Text " + i)));
    parts.add(TAIL);
    var seen = new ArrayList<Integer>();
    ArchiveFiling.file(
        room.desk,
        () -> sequence(parts),
        Path.of("a.xml"),
        "command",
        NOON,
        _ -> seen.add(room.count("article")));
    assertThat(seen).hasSize(500);
    assertThat(seen.getFirst()).isLessThan(100);
    assertThat(seen.getLast()).isEqualTo(500);
  }

  @Test
  void picturesThatAnArticleCallsByNumberComeAlongAndWhatStaysIsCounted() throws Exception {
    var lead =
        "<wp:postmeta><wp:meta_key><![CDATA[_thumbnail_id]]></wp:meta_key>"
            + "<wp:meta_value><![CDATA[3]]></wp:meta_value></wp:postmeta>"
            + "<wp:comment><wp:comment_content>Nice</wp:comment_content></wp:comment>"
            + "<wp:comment><wp:comment_content>Bad</wp:comment_content></wp:comment></item>";
    var archive =
        HEAD
            + item(1, "publish", "post", "One.\n\n[gallery columns=\"2\" ids=\"4,5\"]\n\nTwo.")
                .replace("</item>", lead)
            + item(2, "publish", "post", "<img src=\"https://old.example/3-300x200.jpg\">")
                .replace("</item>", lead)
            + item(6, "publish", "post", "[gallery ids=\"4,99\"] A.")
            + IntStream.of(3, 4, 5).mapToObj(ArchiveTest::attachment).collect(joining())
            + item(7, "private", "post", "x")
            + item(8, "trash", "post", "x")
            + item(9, "publish", "page", "x")
            + TAIL;
    var outcomes = new ArrayList<FileOutcome>();
    var imported =
        ArchiveFiling.file(
            room.desk, () -> stream(archive), Path.of("a.xml"), "c", NOON, outcomes::add);
    var one = room.article("bridge-1");
    assertThat(one.images())
        .extracting(Picture::url)
        .containsExactly(
            "https://old.example/3.jpg", "https://old.example/4.jpg", "https://old.example/5.jpg");
    assertThat(one.images().getFirst())
        .isEqualTo(
            new Picture(
                "https://old.example/3.jpg",
                "https://old.example/3.jpg",
                Optional.of("Alt 3"),
                "In short & sweet 3.",
                "PA",
                ""));
    assertThat(one.html().markup()).containsSubsequence("3.jpg", "One.", "4.jpg", "5.jpg", "Two.");
    assertThat(room.article("bridge-2").images()).as("its text shows it").hasSize(1);
    assertThat(outcomes.getLast().faults().getFirst().what()).contains("gallery");
    assertThat(room.article("bridge-6").html().markup()).doesNotContain("gallery", "4.jpg");
    assertThat(imported.hosts()).containsExactly("old.example");
    assertThat(imported.left())
        .isEqualTo(
            Map.of(
                "attachments",
                3,
                "private posts",
                1,
                "posts in the trash",
                1,
                "pages",
                1,
                "comments",
                4));
  }

  @Test
  void aGalleryWithoutNumbersShowsWhatWasUploadedWithItsPost() throws Exception {
    var outcomes =
        read(
            HEAD
                + hung(4, 1, 2)
                + item(1, "publish", "post", "One.\n\n[gallery columns=\"2\"]\n\nTwo.")
                    .replace("</item>", "<wp:post_id>1</wp:post_id></item>")
                + item(2, "publish", "post", "[gallery id=\"1\" exclude=\"4\"]")
                    .replace("</item>", "<wp:post_id>2</wp:post_id></item>")
                + item(3, "publish", "post", "None. [gallery]")
                    .replace("</item>", "<wp:post_id>3</wp:post_id></item>")
                + hung(10, 1, 0)
                + hung(5, 1, 1)
                + hung(9, 1, 0)
                + hung(7, 2, 0)
                + TAIL);
    assertThat(room.article("bridge-1").html().markup())
        .containsSubsequence("One.", "/9.jpg", "/10.jpg", "/5.jpg", "/4.jpg", "Two.")
        .doesNotContain("/7.jpg", "gallery");
    assertThat(room.article("bridge-2").images())
        .extracting(Picture::url)
        .containsExactly(
            "https://old.example/9.jpg", "https://old.example/10.jpg", "https://old.example/5.jpg");
    assertThat(outcomes).extracting(outcome -> outcome.faults().size()).containsExactly(0, 0, 1);
  }

  private static String hung(int number, int post, int place) {
    return attachment(number)
        .replace(
            "</item>",
            "<wp:post_parent>%d</wp:post_parent><wp:menu_order>%d</wp:menu_order></item>"
                .formatted(post, place));
  }

  private static String attachment(int number) {
    return item(number, "inherit", "attachment", "x")
        .replace("sweet " + number, "sweet " + number + ". Credit: PA")
        .replace(
            "</item>",
            "<wp:post_id>%1$d</wp:post_id><wp:attachment_url>https://old.example/%1$d.jpg</wp:attachment_url>"
                    .formatted(number)
                + "<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key>"
                + "<wp:meta_value><![CDATA[Alt "
                + number
                + "]]></wp:meta_value></wp:postmeta></item>");
  }

  private List<FileOutcome> read(String archive) throws IOException {
    var outcomes = new ArrayList<FileOutcome>();
    ArchiveFiling.file(
        room.desk, () -> stream(archive), Path.of("a.xml"), "command", NOON, outcomes::add);
    return outcomes;
  }

  private static InputStream sequence(List<String> parts) {
    return new SequenceInputStream(
        Collections.enumeration(parts.stream().map(ArchiveTest::stream).toList()));
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }
}
