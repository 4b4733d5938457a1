package org.slugline.site;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.io.EOFException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slugline.store.StorageException;

/** The newsroom over HTTP. Thread-safe; started once, closed once. */
public final class Site implements AutoCloseable {
  private static final int LONGEST_HEAD = 32 << 10;

  /** A browser opens six, a proxy keeps some in store. */
  private static final int LINES_A_REQUEST = 3;

  private static final Logger LOG = LoggerFactory.getLogger(Site.class);

  private final SiteSettings settings;
  private final Paper paper;
  private final Newsroom newsroom;
  private final Wing wing;
  private final FormerAddresses former;
  private final Javalin javalin;

  /** One without the editor's desk. */
  public Site(SiteSettings settings, Newsroom newsroom) {
    this(settings, newsroom, Wing.NONE);
  }

  public Site(SiteSettings settings, Newsroom newsroom, Wing wing) {
    this.settings = settings;
    this.newsroom = newsroom;
    this.wing = wing;
    paper =
        new Paper(newsroom.masthead(), new Answers(newsroom.settings().maxAge()), settings.theme());
    former = new FormerAddresses(paper, newsroom.database());
    javalin = Javalin.create(this::configure);
  }

  /** How a start ended. */
  public sealed interface Start {
    /** Requests are taken on this port. */
    record Listening(int port) implements Start {}

    /** Nothing was started. */
    record Refused(String what, String next) implements Start {}
  }

  /** Begins to listen; a taken port is a value, not an exception. */
  public Start start() {
    try {
      javalin.start();
      return new Start.Listening(javalin.port());
    } catch (JavalinBindException _) {
      return new Start.Refused(
          "port " + settings.port() + " on " + settings.listen() + " is taken or not ours to use",
          "Stop what listens there, or choose another with --port (0 takes a free one)");
    }
  }

  /** What is really listened on, once started. */
  public int port() {
    return javalin.port();
  }

  /** Stops taking requests and lets those within finish. */
  @Override
  public void close() {
    javalin.stop();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.appData(Paper.KEY, paper);
    config.http.prefer405over404 = true;
    config.http.generateEtags = false;
    config.http.compressionStrategy = io.javalin.compression.CompressionStrategy.NONE;
    config.http.maxRequestSize = settings.maxBody();
    config.http.defaultContentType = "text/html; charset=utf-8";
    config.router.ignoreTrailingSlashes = false;
    config.jetty.host = settings.listen();
    config.jetty.port = settings.port();
    config.jetty.threadPool = threads();
    config.jetty.modifyHttpConfiguration(Site::quiet);
    config.jetty.modifyServer(this::guard);
    config.routes.exception(HttpResponseException.class, this::refused);
    config.routes.exception(StorageException.class, Site::stuck);
    config.routes.exception(Exception.class, Site::broken);
    var stock = new Stock(newsroom.database()::dataVersion);
    var paths = new Paths(config.routes, page -> stock.keeping(page, paper.answers()));
    new StatusRoutes(paper, this::hindrance).addTo(paths);
    new FeedPageRoutes(paper, newsroom.database(), newsroom.editions())
        .addTo(paths); // before /stories/{id}
    new FrontRoutes(paper, newsroom.database()).addTo(paths);
    new ShelfRoutes(paper, newsroom.database()).addTo(paths);
    new ArticlePageRoutes(paper, newsroom.database(), newsroom.settings()).addTo(paths);
    new StoryRoutes(paper, newsroom.database()).addTo(paths);
    new WireRoutes(paper, newsroom.database()).addTo(paths);
    new OutletRoutes(paper, newsroom.database()).addTo(paths);
    new CrawlerRoutes(paper, newsroom.manners(), newsroom.agent()).addTo(paths);
    new SearchRoutes(paper, newsroom.database(), newsroom.search()).addTo(paths);
    addApi(paths);
    wing.addTo(paths, paper);
    former.addTo(paths);
    NotBuiltRoutes.addTo(paths);
  }

  private void addApi(Paths paths) {
    var door = new Doorkeeper(newsroom.tokens());
    var clock = newsroom.clock();
    var desk = newsroom.desk();
    var missing =
        new Missing(newsroom.database(), newsroom.grouping(), clock, settings.publicMissing());
    new AskedFeeds(
            paper,
            newsroom.editions(),
            newsroom.search(),
            missing,
            door,
            newsroom.settings().entries())
        .addTo(paths);
    new ArticleRoutes(paper, desk, door, clock).addTo(paths);
    new MediaRoutes(paper, desk, door, clock, settings.maxMedia()).addTo(paths);
    new ApiArticles(paper, newsroom.database()).addTo(paths);
    new ApiPieces(paper, newsroom.database(), newsroom.search()).addTo(paths);
    new ApiStories(paper, newsroom.database(), missing, door).addTo(paths);
    new ApiOutlets(paper, newsroom, door).addTo(paths);
    new ApiRelated(paper, newsroom.neighbours(), newsroom.editions()).addTo(paths);
  }

  /**
   * More threads than requests let in, so that one too many is told so rather than left waiting.
   */
  private QueuedThreadPool threads() {
    var pool = new QueuedThreadPool(settings.maxRequests() + 16, 8, 60_000);
    pool.setName("slugline-http");
    return pool;
  }

  private static void quiet(HttpConfiguration http) {
    // a query that is far too long is explained beside what was found for its beginning
    http.setRequestHeaderSize(LONGEST_HEAD);
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    // slashes that stand twice never come further than the gate
    http.setUriCompliance(
        UriCompliance.DEFAULT.with("gate", UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT));
  }

  private void guard(Server server) {
    var headers = new Headers(settings.mediaHosts());
    server.setErrorHandler(new Unhandled(paper, headers));
    server.addEventListener(new OpenLines(settings.maxRequests() * LINES_A_REQUEST));
    server.insertHandler(
        new EditionHandler(
            newsroom.editions(),
            paper.url(""),
            newsroom.settings().maxAge(),
            new Pace(settings.readerPace(), newsroom.clock()),
            new Clients(settings.trustedProxies())));
    server.insertHandler(new Scales(paper, settings.maxBody(), settings.maxMedia()));
    server.insertHandler(
        new SlowSenders(new Clients(settings.trustedProxies()), settings.maxRequests() / 2));
    server.insertHandler(new Gate(headers, paper.url(""), settings.maxRequests()));
  }

  private Optional<String> hindrance() {
    try {
      newsroom.database().stand();
      newsroom.database().dataVersion();
      return Optional.empty();
    } catch (StorageException broken) {
      return Optional.of("the database: " + broken.what());
    }
  }

  private void refused(HttpResponseException refusal, Context ctx) {
    if (refusal.getStatus() == 404 && former.redirects(ctx)) {
      return;
    }
    var problem = Problem.of(Trouble.of(refusal.getStatus()), "");
    if (refusal.getStatus() == 405) {
      var allowed = new TreeSet<>(List.of(said(refusal).split(", ?")));
      problem = problem.with("Allow", String.join(", ", allowed));
    }
    problem.answer(ctx);
  }

  private static String said(HttpResponseException refusal) {
    var methods = refusal.getDetails().get("availableMethods");
    return methods == null ? "GET, HEAD" : methods;
  }

  private static void stuck(StorageException broken, Context ctx) {
    LOG.warn("{} {}: {}", ctx.method(), ctx.path(), broken.getMessage());
    var trouble =
        switch (broken.kind()) {
          case FULL -> Trouble.DISK_FULL;
          case LOCKED, READ_ONLY, GONE, FAILING -> Trouble.UNAVAILABLE;
          case DAMAGED -> Trouble.INTERNAL;
        };
    Problem.of(trouble, "").with("Retry-After", "10").answer(ctx);
  }

  private static void broken(Exception broken, Context ctx) {
    if (cutOff(broken)) {
      LOG.debug("{} {}: its body is cut off", ctx.method(), ctx.path(), broken);
      Problem.of(Trouble.BAD_REQUEST, "The body of the request is cut off or ill-formed.")
          .answer(ctx);
      return;
    }
    LOG.error("{} {} broke", ctx.method(), ctx.path(), broken);
    Problem.of(Trouble.INTERNAL, "").answer(ctx);
  }

  /** Whether the client went away, was broken off, or sent what is not HTTP; or we are stopping. */
  private static boolean cutOff(Throwable broken) {
    for (var cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpException
          || cause instanceof EOFException
          || cause instanceof ClosedChannelException
          || cause instanceof InterruptedException) {
        return true;
      }
    }
    return false;
  }
}
