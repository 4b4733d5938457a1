package org.slugline.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slugline.feed.OutletList.Listed;

class OpmlTest {
  @Test
  void aListOfVersionOneIsRead() {
    var list =
        read(
            """
            <?xml version="1.0"?>
            <opml version="1.0"><head><title> Our  outlets </title>
            <dateCreated>Sat, 18 Jun 05 12:11:52 GMT</dateCreated>
            <dateModified>Tue, 02 Aug 2005 21:42:48 -0700</dateModified>
            <ownerName>Ann</ownerName><ownerEmail>ann@example.org</ownerEmail>
            <ownerId>http://example.org/ann</ownerId></head>
            <body><outline text="Harbour Post" title="ignored" type="rss"
              xmlUrl=" http://post.example/feed " htmlUrl="http://post.example/"/></body></opml>
            """);
    assertThat(list.title()).isEqualTo("Our outlets");
    assertThat(list.created()).contains(Instant.parse("2005-06-18T12:11:52Z"));
    assertThat(list.modified()).contains(Instant.parse("2005-08-03T04:42:48Z"));
    assertThat(list.owner())
        .isEqualTo(new Person("Ann", "ann@example.org", "http://example.org/ann"));
    assertThat(list.feeds())
        .containsExactly(
            new Listed(
                "http://post.example/feed",
                "Harbour Post",
                "http://post.example/",
                List.of(),
                List.of()));
  }

  @Test
  void foldersCategoriesAndLabelsAreKept() {
    var feed =
        only(
            """
            <outline text="Europe"><outline title="North">
              <outline text="P" xmlUrl="http://p.example/" category="/press/daily, paper ,,/,a//b"/>
            </outline></outline>
            """);
    assertThat(feed.folder()).containsExactly("Europe", "North");
    assertThat(feed.categories())
        .containsExactly(List.of("press", "daily"), List.of("paper"), List.of("a", "b"));
    assertThat(feed.labels()).containsExactly("paper");
    assertThat(feed.paths()).first().isEqualTo(List.of("Europe", "North"));
    assertThat(feed.paths()).hasSize(4);
  }

  @Test
  void aFeedThatStandsInTwoFoldersIsOneFeedInBoth() {
    var feed =
        only(
            """
            <outline text="A"><outline xmlUrl="http://p.example/"/></outline>
            <outline text="B"><outline text="Later title" xmlUrl="http://p.example/"/></outline>
            """);
    assertThat(feed.title()).isEqualTo("Later title");
    assertThat(feed.paths()).containsExactly(List.of("A"), List.of("B"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xmlurl", "XMLURL", "xmlUrl", "XmlUrl"})
  void theCaseOfNamesIsNotMinded(String name) {
    assertThat(only("<OUTLINE TEXT='P' " + name + "='http://p.example/'/>").url())
        .isEqualTo("http://p.example/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<outline text='x' xmlUrl=''/>",
        "<outline text='x' xmlUrl='javascript:alert(1)'/>",
        "<outline text='x' xmlUrl='file:///etc/passwd'/>",
        "<outline text='x' xmlUrl=':'/>",
        "<outline text='lists' type='source' xmlUrl='http://p.example/list.opml'/>",
        "<outline text='more' type='link' url='http://p.example/more.opml'/>",
        "<outline text='site' htmlUrl='http://p.example/'/>",
        "<outline/>",
        ""
      })
  void whatIsNoFeedIsLeftOut(String body) {
    assertThat(read(opml(body)).feeds()).isEmpty();
  }

  @Test
  void aFeedSchemeIsUndone() {
    assertThat(only("<outline xmlUrl='feed://p.example/rss'/>").url())
        .isEqualTo("http://p.example/rss");
    assertThat(only("<outline xmlUrl='feed:https://p.example/rss'/>").url())
        .isEqualTo("https://p.example/rss");
  }

  @Test
  void aFeedWithinAFeedHasTheFoldersOfBoth() {
    var list =
        read(
            opml(
                "<outline text='F'><outline text='a' xmlUrl='http://a.example/'>"
                    + "<outline text='b' xmlUrl='http://b.example/'/></outline></outline>"));
    assertThat(list.feeds()).extracting(Listed::folder).containsOnly(List.of("F"));
    assertThat(list.feeds()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Q&A | Q&A",
        "Q&amp;A | Q&A",
        "caf&eacute; | café",
        "arch&nosuchthing;ology | arch&nosuchthing;ology",
        "a < b | a < b",
        "tick\u0001tock | ticktock",
        "&#0;nil | nil",
        "&lt;script&gt; | <script>"
      })
  void aBrokenTitleIsReadAsFarAsItGoes(String written, String read) {
    var feed = only("<outline text=\"" + written + "\" xmlUrl=\"http://p.example/?a=1&b=2\"/>");
    assertThat(feed.title().replace("\ufffd", "")).isEqualTo(read);
    assertThat(feed.url()).isEqualTo("http://p.example/?a=1&b=2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<opml><body><outline text='a' xmlUrl='http://p.example/'/><outline text='cut",
        "<opml><body><outline text='a' xmlUrl='http://p.example/'/></body>",
        "<opml><outline text='a' xmlUrl='http://p.example/'></opml>",
        "  \n<?xml version='1.0'?><opml><outline text='a' xmlUrl='http://p.example/'/></opml>",
        "<opml><outline text='a' xmlUrl='http://p.example/'/></opml> trailing <junk>",
        "<!DOCTYPE opml SYSTEM 'http://evil.example/x.dtd' [<!ENTITY a 'b'>]>"
            + "<opml><outline text='a' xmlUrl='http://p.example/'/></opml>",
        "<opml x:version='1'><x:y/><outline text=a xmlUrl=http://p.example/ /></opml>",
        "<opml></body></b><outline text='a' text='b' xmlUrl='http://p.example/'/></opml>",
        "<opml xmlns='http://opml.org/spec2'><body><outline"
            + " xmlUrl='http://p.example/'/></body></opml>"
      })
  void aBrokenListStillNamesItsFeeds(String document) {
    assertThat(read(document).feeds()).extracting(Listed::url).containsExactly("http://p.example/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "<rss/>", "<html><body>404</body></html>", "{\"version\":1}", "\0\0\0\0"})
  void whatIsNoListIsSaidToBeNone(String document) {
    assertThat(Opml.read(document.getBytes(UTF_8))).isInstanceOf(OutletReading.Illegible.class);
  }

  @Test
  void anEntityNeverReachesOutOrSwells() {
    var bomb =
        "<!DOCTYPE opml [<!ENTITY a '0123456789'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
            + "<!ENTITY c SYSTEM 'file:///etc/passwd'>]>"
            + opml("<outline text='&b;&c;' xmlUrl='http://p.example/'/>");
    assertThat(read(bomb).feeds().getFirst().title()).isEqualTo("&b;&c;");
  }

  @Test
  void theCharsetIsTheOneThatFits() {
    var body = "<outline text='Süd' xmlUrl='http://p.example/'/>";
    assertThat(readTitle(opml(body).getBytes(UTF_8))).isEqualTo("Süd");
    assertThat(readTitle(opml(body).getBytes(ISO_8859_1))).isEqualTo("Süd");
    assertThat(readTitle(opml(body).getBytes(UTF_16))).isEqualTo("Süd");
    var declared = "<?xml version='1.0' encoding='%s'?>" + opml(body);
    assertThat(readTitle(declared.formatted("iso-8859-1").getBytes(ISO_8859_1))).isEqualTo("Süd");
    assertThat(readTitle(declared.formatted("utf-16").getBytes(UTF_8))).isEqualTo("Süd");
    assertThat(readTitle(declared.formatted("no-such").getBytes(UTF_8))).isEqualTo("Süd");
    assertThat(readTitle(("\ufeff" + declared.formatted("ascii")).getBytes(UTF_8)))
        .isEqualTo("Süd");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sat, 18 Jun 2005 12:11:52 EST | 2005-06-18T17:11:52Z",
        "18 Jun 2005 12:11 +0200 | 2005-06-18T10:11:00Z",
        "Sat, 18 June 99 12:11:52 Z | 1999-06-18T12:11:52Z",
        "2005-06-18T12:11:52.5+00:00 | 2005-06-18T12:11:52Z",
        "18 Jun 2005 | 2005-06-18T00:00:00Z"
      })
  void datesAreReadInTheirForms(String written, Instant read) {
    var document = "<opml><head><dateCreated>" + written + "</dateCreated></head></opml>";
    assertThat(read(document).created()).contains(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "31 Feb 2005 00:00 GMT", "18 Jun 2005 25:00:00 GMT", ""})
  void anImpossibleDateIsNone(String written) {
    var document = "<opml><head><dateCreated>" + written + "</dateCreated></head></opml>";
    assertThat(read(document).created()).isEqualTo(Optional.empty());
  }

  @Test
  void hugeAndDeepListsStayWithinBounds() {
    var deep = "<outline text='d'>".repeat(200_000) + "<outline xmlUrl='http://p.example/'/>";
    var wide = "<outline " + " a%d='1'".repeat(40_000) + " xmlUrl='http://p.example/'/>";
    var numbered = new StringBuilder("<outline xmlUrl='http://p.example/'");
    for (var i = 0; i < 40_000; i++) {
      numbered.append(" a").append(i).append("='1'");
    }
    var many = new StringBuilder();
    for (var i = 0; i < 30_000; i++) {
      many.append("<outline text='t' xmlUrl='http://p.example/").append(i).append("'/>");
    }
    // of our own work alone: beside other tests a second may take ten
    var work = ManagementFactory.getThreadMXBean();
    var begun = work.getCurrentThreadCpuTime();
    assertThat(read(opml(deep + "</outline>".repeat(200_000))).feeds())
        .extracting(feed -> feed.folder().size())
        .containsExactly(OutletList.DEEPEST);
    assertThat(read(opml(deep)).feeds()).hasSizeLessThan(2);
    assertThat(read(opml(wide)).feeds()).hasSizeLessThan(2);
    assertThat(read(opml(numbered + "/>")).feeds()).hasSize(1);
    assertThat(read(opml(many.toString())).feeds()).hasSize(30_000);
    assertThat(Duration.ofNanos(work.getCurrentThreadCpuTime() - begun))
        .isLessThan(Duration.ofSeconds(8));
  }

  private static Listed only(String body) {
    var feeds = read(opml(body)).feeds();
    assertThat(feeds).hasSize(1);
    return feeds.getFirst();
  }

  private static String readTitle(byte[] document) {
    return read(document).feeds().getFirst().title();
  }

  private static OutletList read(String document) {
    return read(document.getBytes(UTF_8));
  }

  private static OutletList read(byte[] document) {
    var reading = Opml.read(document);
    assertThat(reading).isInstanceOf(OutletReading.Legible.class);
    return ((OutletReading.Legible) reading).list();
  }

  private static String opml(String body) {
    return "<opml version=\"2.0\"><head></head><body>" + body + "</body></opml>";
  }

  @Test
  void feedsThatAreNeitherHttpNorHttpsAreRefusedByName() {
    var document =
        "<opml><body><outline text='Old' xmlUrl='ftp://old.example/feed.xml'/>"
            + "<outline text='New' xmlUrl='https://new.example/feed'/></body></opml>";
    var reading = (OutletReading.Legible) Opml.read(document.getBytes(StandardCharsets.UTF_8));
    assertThat(reading.refused()).containsExactly("ftp://old.example/feed.xml");
    assertThat(reading.list().feeds()).extracting(Listed::title).containsExactly("New");
  }

  @Test
  void aFeedWithoutATitleGoesOutUnderItsAddressAndComesBackWithoutOne() {
    var bare = new Listed("https://new.example/feed", "", "", List.of(), List.of());
    var list =
        new OutletList(
            "", Optional.empty(), Optional.empty(), new Person("", "", ""), List.of(bare));
    var bytes = Opml.write(list);
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .contains("text=\"https://new.example/feed\"");
    assertThat(Opml.read(bytes)).isEqualTo(new OutletReading.Legible(list));
  }
}
