package org.slugline.site;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import org.slugline.site.Pages.Fact;
import org.slugline.wire.Manners;

/** For those whose feeds we read: who we are, how we behave, how to stop us. */
final class CrawlerRoutes {
  private final Paper paper;
  private final Manners manners;
  private final String agent;

  CrawlerRoutes(Paper paper, Manners manners, String agent) {
    this.paper = paper;
    this.manners = manners;
    this.agent = agent;
  }

  void addTo(Paths paths) {
    paths.page("/about-our-crawler", this::about);
  }

  private void about(Context ctx) {
    var frame =
        Frame.of(paper, paper.say("crawler.heading"), "/about-our-crawler")
            .described(paper.say("crawler.text", paper.masthead().title()));
    var facts =
        List.of(
            fact("pause", said(manners.pause())),
            fact("spacing", said(manners.hostSpacing())),
            fact("connections", paper.messages().number(manners.hostConnections())),
            fact("patience", said(manners.patience())),
            fact("conditional", paper.say("crawler.conditional.value")),
            fact("retry", paper.say("crawler.retry.value")));
    paper
        .answers()
        .page(ctx, Print.page(new Pages.Crawler(frame, agent, facts, paper.masthead().contact())));
  }

  private Fact fact(String key, String value) {
    return new Fact(paper.say("crawler." + key), value);
  }

  private String said(Duration length) {
    var seconds = length.toSeconds();
    return seconds >= 60 && seconds % 60 == 0
        ? paper.say("crawler.minutes", seconds / 60)
        : paper.say("crawler.seconds", seconds);
  }
}
