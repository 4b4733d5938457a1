package org.slugline.site;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slugline.edition.Masthead;
import org.slugline.site.Pages.Appearance;
import org.slugline.site.Pages.Card;
import org.slugline.site.Pages.Change;
import org.slugline.site.Pages.Compared;
import org.slugline.site.Pages.Copies;
import org.slugline.site.Pages.Corrected;
import org.slugline.site.Pages.Day;
import org.slugline.site.Pages.Fact;
import org.slugline.site.Pages.Found;
import org.slugline.site.Pages.Group;
import org.slugline.site.Pages.Link;
import org.slugline.site.Pages.Moving;
import org.slugline.site.Pages.Offer;
import org.slugline.site.Pages.Others;
import org.slugline.site.Pages.OutletRow;
import org.slugline.site.Pages.Picture;
import org.slugline.site.Pages.Report;
import org.slugline.site.Pages.Span;
import org.slugline.site.Pages.Step;
import org.slugline.site.Pages.Version;
import org.slugline.site.Pages.Words;
import org.slugline.site.Pages.Writer;
import org.slugline.text.Sanitizer;

/** A newsroom's week in invented words, as full as a page may be. */
final class Samples {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final Paper paper;

  Samples(String base, String language) {
    paper = new Paper(masthead(base, language), new Answers(Duration.ofMinutes(5)));
  }

  static Masthead masthead(String base, String language) {
    return new Masthead(
        "The Harbour Gazette",
        "News from both sides of the estuary",
        URI.create(base),
        language,
        ZoneId.of("Europe/London"),
        "",
        "desk@gazette.example",
        "© The Harbour Gazette",
        false);
  }

  Map<String, String> pages() {
    var pages = new LinkedHashMap<String, String>();
    pages.put("front", Print.page(front()));
    pages.put("welcome", Print.page(welcome()));
    pages.put("archive", Print.page(archive()));
    pages.put("article", Print.page(article()));
    pages.put("history", Print.page(history()));
    pages.put(
        "stories",
        Print.page(
            new Pages.Stories(
                frame("Stories", "/stories").at("stories").followed("/stories/feed", "Stories"),
                stories(24))));
    pages.put("story", Print.page(story()));
    pages.put(
        "wire",
        Print.page(
            new Pages.Wire(
                frame("Wire", "/wire")
                    .at("wire")
                    .followed("/wire/feed", "Wire")
                    .paged("", "/wire?before=x"),
                days(50))));
    pages.put(
        "outlets",
        Print.page(new Pages.Outlets(frame("Outlets", "/outlets").at("outlets"), outlets())));
    pages.put("outlet", Print.page(outlet()));
    pages.put("feeds", Print.page(new Pages.Feeds(frame("Feeds", "/feeds"), offers())));
    pages.put(
        "twin",
        Print.page(
            new Pages.Twin(
                frame("Follow: Our articles", "/feed").followed("/feed", "Our articles"),
                offers().getFirst())));
    pages.put("corrections", Print.page(corrections()));
    pages.put("search", Print.page(search()));
    pages.put("crawler", Print.page(crawler()));
    pages.put("not-found", Print.problem(paper, Problem.notFound("")));
    pages.put("problem", Print.explained(paper, Trouble.INVALID));
    return pages;
  }

  private Frame frame(String title, String path) {
    return Frame.of(paper, title, path).described("What stands on this page");
  }

  private Pages.Front front() {
    return new Pages.Front(
        frame("", "/").at("front").followed("/feed", "The Harbour Gazette"),
        Optional.of(card(0)),
        IntStream.range(1, 5).mapToObj(this::card).toList(),
        IntStream.range(5, 13).mapToObj(this::card).toList(),
        stories(6),
        Stream.of("Harbour", "City hall", "Business", "Culture", "Sport")
            .map(name ->
                new Link(
                    "/sections/" + name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'), name))
            .toList());
  }

  private static final List<String> HEADLINES =
      List.of(
          "Tidal barrier closes early as surge outruns the forecast",
          "Council delays vote on night ferry after unions walk out",
          "Three yards bid for the last wooden trawler contract",
          "School roofs fail inspection in two of nine districts",
          "A lighthouse keeper’s archive comes home after sixty years",
          "Fish market to move indoors by spring",
          "Toll on the old bridge suspended for a week",
          "Orchestra names first conductor from the estuary",
          "Storm warning lowered to amber",
          "University finds lead in older water mains",
          "Ferry company posts first profit since the fire",
          "Library hours extended until exams end",
          "Rowers take silver in national final");

  private Card card(int index) {
    return new Card(
        "/articles/piece-" + index,
        List.of("Harbour", "City hall", "Business", "Education", "Culture").get(index % 5),
        index == 3
            ? new Words("السد يغلق أبوابه", "ar")
            : words(HEADLINES.get(index % HEADLINES.size())),
        index > 4
            ? ""
            : "Engineers shut the gates ninety minutes ahead of plan; the harbour master says the"
                + " models missed how quickly the wind would turn.",
        NOON.minus(Duration.ofMinutes(47L * index)),
        index == 0 || index == 2 || index == 4
            ? Optional.of(
                new Picture(
                    paper.url("/media/sample-" + index + ".png"),
                    "",
                    1200,
                    675,
                    "Gates",
                    "R. Anders"))
            : Optional.empty(),
        index == 1 ? "mark.correction" : "",
        index % 3 == 0 ? 6 + index : 0,
        "/stories/k7f" + index);
  }

  private static Words words(String text) {
    return new Words(text, "en");
  }

  private Moving moving(int index) {
    return new Moving(
        "/stories/k7f" + index,
        index == 3
            ? new Words("السد يغلق أبوابه قبل الموعد مع اقتراب العاصفة", "ar")
            : words(HEADLINES.get(index % HEADLINES.size())),
        List.of("Estuary Post", "North Quay Radio", "Le Courrier du Delta", "صحيفة المرفأ")
            .get(index % 4),
        14 - index % 10,
        4 + index % 3,
        21 - index % 10,
        NOON.minus(Duration.ofHours(30)),
        NOON.minus(Duration.ofMinutes(20L * index)),
        index % 2 == 0
            ? Optional.of(
                new Link("/articles/piece-" + index, HEADLINES.get(index % HEADLINES.size())))
            : Optional.empty(),
        List.of(1, 0, 2, 3, 7, 4, 2, 1, 0, 1, index % 5, 2));
  }

  private List<Moving> stories(int count) {
    return IntStream.range(0, count).mapToObj(this::moving).toList();
  }

  private Report report(int index) {
    var arabic = index % 9 == 4;
    return new Report(
        arabic
            ? "صحيفة المرفأ"
            : List.of("Estuary Post", "North Quay Radio", "Delta Wire").get(index % 3),
        "/outlets/" + (index % 12 + 1),
        arabic
            ? new Words("السد يغلق أبوابه قبل الموعد", "ar")
            : words(HEADLINES.get((index * 5) % HEADLINES.size())),
        "https://outlet.example/news/" + index,
        NOON.minus(Duration.ofMinutes(31L * index)),
        index % 11 == 3,
        index % 2 == 0
            ? "The gates went down before dawn, and for the first time both lifting spans were"
                + " locked. Ferries stay in port until the afternoon tide."
            : "",
        index % 13 == 5 ? "Barrier to close tonight" : "",
        "shared: barrier, surge, gates; 38 minutes apart; score 0.71",
        index % 4 == 0 ? "/stories/k7f" + index : "",
        index % 4 == 0 ? 6 : 0,
        index % 10 == 2
            ? new Copies(2, List.of(copy(index + 50), copy(index + 51)), 3)
            : Copies.NONE);
  }

  private Report copy(int index) {
    return new Report(
        "Inland Courier",
        "",
        words("Tidal barrier closes early"),
        "https://courier.example/" + index,
        NOON,
        false,
        "",
        "",
        "",
        "",
        0,
        Copies.NONE);
  }

  private List<Day> days(int count) {
    var reports = IntStream.range(0, count).mapToObj(this::report).toList();
    return List.of(
        new Day("Friday, 20 November 2026", reports.subList(0, count / 2)),
        new Day("Thursday, 19 November 2026", reports.subList(count / 2, count)));
  }

  private Pages.Welcome welcome() {
    return new Pages.Welcome(
        frame("", "/").at("front"),
        List.of(
            new Step(
                "Publish an article",
                "Write it in Markdown, HTML or plain text.",
                "slugline publish article.md",
                false),
            new Step(
                "Read other outlets",
                "Give the address of a feed, or of a page that has one.",
                "slugline outlets add https://outlet.example/",
                true),
            new Step(
                "Say who you are",
                "Title, language, zone and address stand in slugline.toml.",
                "",
                false)));
  }

  private Pages.Listing archive() {
    return new Pages.Listing(
        frame("Archive", "/articles")
            .followed("/feed", "Our articles")
            .paged("", "/articles?before=2026-09"),
        "",
        "Archive",
        List.of(
            new Group(
                "November 2026", "m2026-11", IntStream.range(0, 30).mapToObj(this::card).toList()),
            new Group(
                "October 2026", "m2026-10", IntStream.range(30, 50).mapToObj(this::card).toList())),
        List.of(new Link("#m2026-11", "November 2026"), new Link("#m2026-10", "October 2026")));
  }

  private Pages.Article article() {
    var body =
        """
        <figure><figcaption>Rachel Marsh reports from the barrier on the first closure of the season</figcaption></figure>
        <p>The estuary barrier was shut ninety minutes ahead of plan on Friday morning, after a surge
        that the national forecast had placed in the afternoon arrived with the turn of the tide.</p>
        <p>Harbour master Ines Calder said that <a href="https://outlet.example/tide">readings at the outer buoy</a> had left
        no choice. No boat was inside the gates when they went down.</p>
        <blockquote><p>We had twenty minutes between the number and the decision. That is not a comfortable margin.</p><footer>— Ines Calder, harbour master</footer></blockquote>
        <p>The council had approved new sensors in spring, but only two of seven have been installed.</p>
        <figure><img src="sample-0.png" alt="Gates of a barrier in rough water" width="1200" height="675"><figcaption>The gates at first light on Friday. <span class="credit">Credit: R. Anders</span></figcaption></figure>
        <h2>What comes next</h2>
        <p>Ferries stay in port until the afternoon tide. Schools on the north bank open as usual.</p>
        <ul><li>Night ferry: cancelled</li><li>Bridge: open to cars</li></ul>
        <p>An inquiry into the forecast will report in January, the ministry said.</p>
        """
            .repeat(2);
    return new Pages.Article(
        frame(HEADLINES.getFirst(), "/articles/piece-0")
            .followed("/feed", "The Harbour Gazette")
            .told(
                "{\"@context\":\"https://schema.org\",\"headline\":\"</script>\"}",
                List.of(new Frame.Meta("og:type", "article"))),
        "Storm",
        Optional.of(new Link("/sections/harbour", "Harbour")),
        words(HEADLINES.getFirst()),
        "Engineers shut the gates ninety minutes ahead of plan; models missed how quickly the wind"
            + " would turn.",
        List.of(
            new Writer("Rachel Marsh", "/authors/rachel-marsh", "Harbour correspondent", ""),
            new Writer("Tom Ode", "", "", "")),
        "North Quay",
        NOON.minusSeconds(7200),
        Optional.of(NOON),
        List.of(
            new Change(
                "correction",
                "An earlier version said that five sensors had been installed. It is two.",
                NOON)),
        Sanitizer.sanitize(body, "https://gazette.example/"),
        List.of(new Link("https://outlet.example/tide", "Outer buoy readings")),
        List.of(new Link("/tags/storm", "Storm"), new Link("/tags/barrier", "Barrier")),
        "© The Harbour Gazette",
        3,
        "/articles/piece-0/history",
        Optional.of(
            new Others(
                "/stories/k7f0",
                IntStream.range(0, 5).mapToObj(this::report).toList(),
                IntStream.range(5, 7).mapToObj(this::report).toList(),
                14,
                4,
                21)));
  }

  private Pages.History history() {
    return new Pages.History(
        frame("Versions", "/articles/piece-0/history"),
        words(HEADLINES.getFirst()),
        "/articles/piece-0",
        List.of(
            new Version(
                3,
                NOON,
                "correction",
                "An earlier version said that five sensors had been installed. It is two.",
                List.of(new Span("same", HEADLINES.getFirst())),
                List.of(),
                List.of(
                    List.of(
                        new Span(
                            "same", "The council had approved new sensors in spring, but only "),
                        new Span("removed", "five"),
                        new Span("added", "two"),
                        new Span("same", " of seven have been installed."))))));
  }

  private Pages.Story story() {
    var compared = new ArrayList<Compared>();
    for (var i = 0; i < 12; i++) {
      compared.add(
          new Compared(
              report(i).outlet(),
              report(i).outletPath(),
              report(i).href(),
              report(i).headline().lang(),
              report(i).at(),
              List.of(
                  new Span("shared", "Tidal barrier"),
                  new Span("same", " closes "),
                  new Span("own", "early"))));
    }
    return new Pages.Story(
        frame(HEADLINES.getFirst(), "/stories/k7f0")
            .at("stories")
            .followed("/stories/k7f0/feed", HEADLINES.getFirst()),
        moving(0),
        3,
        days(21),
        compared,
        IntStream.range(0, 12)
            .mapToObj(i ->
                new Appearance(
                    i + 1,
                    report(i).outlet(),
                    "/outlets/" + i,
                    report(i).at(),
                    report(i).at().minusSeconds(300),
                    2,
                    i == 1 ? "within our 15-minute sight" : "",
                    i == 4))
            .toList(),
        21,
        IntStream.range(0, 12).mapToObj(this::report).toList(),
        "");
  }

  private List<OutletRow> outlets() {
    return IntStream.range(0, 12)
        .mapToObj(i ->
            new OutletRow(
                report(i).outlet() + " " + i,
                "/outlets/" + i,
                "https://outlet.example/",
                List.of("ok", "ok", "failing", "moved", "paused", "gone").get(i % 6),
                i % 6 == 2 ? "The server did not answer in time, since Tuesday" : "",
                Optional.of(NOON.minusSeconds(i * 900L)),
                i % 4 == 0 ? List.of("regional") : List.of()))
        .toList();
  }

  private Pages.Outlet outlet() {
    return new Pages.Outlet(
        frame("Estuary Post", "/outlets/1")
            .at("outlets")
            .followed("/outlets/1/feed", "Estuary Post"),
        outlets().getFirst(),
        "Daily news from the north bank",
        "https://outlet.example/feed.xml",
        Optional.of(
            new Pages.Pace(
                IntStream.range(0, 24).boxed().toList(), "By the hour", "200 pieces in 4 days")),
        List.of(
            new Fact("Pieces kept", "412"),
            new Fact("Last polled", "20 November 2026, 11:45"),
            new Fact("Next poll", "20 November 2026, 12:00"),
            new Fact("Language", "English")),
        days(20));
  }

  private List<Offer> offers() {
    return List.of(
        new Offer("Our articles", "Everything that we publish", "/", "/feed"),
        new Offer("Stories", "An entry for each story", "/stories", "/stories/feed"),
        new Offer("Wire", "Everything, ours and theirs", "/wire", "/wire/feed"));
  }

  private Pages.Corrections corrections() {
    return new Pages.Corrections(
        frame("Corrections", "/corrections").followed("/corrections/feed", "Corrections"),
        IntStream.range(0, 6)
            .mapToObj(i ->
                new Corrected(
                    words(HEADLINES.get(i)),
                    "/articles/piece-" + i,
                    new Change(
                        i % 2 == 0 ? "correction" : "clarification",
                        "An earlier version gave a wrong number. It is two.",
                        NOON.minusSeconds(i * 80_000L))))
            .toList());
  }

  private Pages.Search search() {
    return new Pages.Search(
        frame("Search: barrier", "/search?q=barrier")
            .hidden()
            .followed("/search/feed", "Search: barrier"),
        "barrier \"north bank",
        false,
        List.of("The quotation mark was never closed; what follows it was searched as words."),
        IntStream.range(0, 20)
            .mapToObj(i ->
                new Found(
                    report(i),
                    List.of(
                        new Span("same", "Tidal "),
                        new Span("hit", "barrier"),
                        new Span("same", " closes early")),
                    List.of(
                        new Span("same", "… before dawn the "),
                        new Span("hit", "barrier"),
                        new Span("same", " went down on the north bank …"))))
            .toList());
  }

  private Pages.Crawler crawler() {
    return new Pages.Crawler(
        frame("About our crawler", "/about-our-crawler"),
        "Slugline/0.1.0 (+https://gazette.example/about-our-crawler; desk@gazette.example)",
        List.of(
            new Fact("Least time between two polls of a feed", "15 minutes"),
            new Fact("Retry-After", "Kept to")),
        "desk@gazette.example");
  }
}
