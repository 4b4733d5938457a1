package org.slugline.site;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slugline.access.Scope;
import org.slugline.store.Database;
import org.slugline.wire.Doctor;
import org.slugline.wire.Finder;
import org.slugline.wire.Finding;
import org.slugline.wire.Outlet;
import org.slugline.wire.Outlets;
import org.slugline.wire.Subscribed;
import org.slugline.wire.Subscription;
import org.slugline.wire.Subscriptions;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whom we read, as JSON; with the scope outlets, to be changed too. */
final class ApiOutlets {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Paper paper;
  private final ApiAnswers answers;
  private final Database database;
  private final Subscriptions subscriptions;
  private final Finder finder;
  private final Doctor doctor;
  private final Doorkeeper door;

  /** Sites that are asked at once: strangers' slowness must not hold all threads. */
  private final Semaphore asking = new Semaphore(4);

  ApiOutlets(Paper paper, Newsroom newsroom, Doorkeeper door) {
    this.paper = paper;
    database = newsroom.database();
    subscriptions = newsroom.subscriptions();
    finder = newsroom.finder();
    doctor = new Doctor(database, newsroom.clock());
    this.door = door;
    answers = new ApiAnswers(paper);
  }

  void addTo(Paths paths) {
    paths.get("/api/outlets", this::list);
    paths.post("/api/outlets", this::add);
    paths.patch("/api/outlets/{id}", this::change);
    paths.delete("/api/outlets/{id}", this::remove);
    paths.get("/api/outlets/{id}/health", this::health);
  }

  private void list(Context ctx) {
    var start = answers.before(ctx, 0, ApiOutlets::place);
    if (start.isEmpty()) {
      return;
    }
    int from = start.get();
    answers
        .limit(ctx)
        .ifPresent(limit -> {
          var all = database.read(Outlets.class, Outlets::all);
          var page = all.stream().skip(from).limit(limit).map(this::outlet).toList();
          var more = from + page.size() < all.size();
          answers.list(
              ctx,
              page,
              more ? Optional.of(Integer.toString(from + page.size())) : Optional.empty());
        });
  }

  private static Optional<Integer> place(String text) {
    return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  /** What everybody may see of it: nothing of our dealings with it. */
  private Map<String, Object> outlet(Outlet outlet) {
    var object = new LinkedHashMap<String, Object>();
    object.put("id", outlet.id());
    object.put("url", outlet.url());
    ApiAnswers.put(object, "title", outlet.title());
    ApiAnswers.put(object, "site", outlet.site());
    ApiAnswers.put(object, "language", outlet.language());
    object.put("labels", outlet.labelList());
    object.put("status", outlet.health().status());
    object.put("page", paper.url("/outlets/" + outlet.id()));
    return object;
  }

  private void health(Context ctx) {
    door.admit(ctx, Scope.OUTLETS)
        .flatMap(_ -> named(ctx))
        .ifPresent(outlet -> {
          var health = outlet.health();
          var object = outlet(outlet);
          object.put("failures", health.failures());
          ApiAnswers.put(object, "reason", health.reason());
          ApiAnswers.put(object, "error", health.error());
          ApiAnswers.put(object, "failing_since", health.failingSince());
          ApiAnswers.put(object, "last_poll", health.lastPoll());
          ApiAnswers.put(object, "last_new", health.lastNew());
          ApiAnswers.put(object, "next_poll", health.nextPoll());
          ApiAnswers.put(object, "next_why", health.nextWhy());
          ApiAnswers.put(object, "moved_to", outlet.memory().movedTo());
          doctor.examine(outlet.id()).ifPresent(finding -> told(object, finding));
          answers.closed(ctx, 200, object);
        });
  }

  private static void told(Map<String, Object> object, Finding finding) {
    object.put("ill", finding.ill());
    ApiAnswers.put(object, "what", finding.what());
    ApiAnswers.put(object, "since", finding.since());
    ApiAnswers.put(object, "advice", finding.advice());
    object.put("notes", finding.notes());
    ApiAnswers.put(object, "pace", finding.pace());
    object.put("polls", finding.polls());
    object.put("not_modified", finding.spared());
    object.put("idle", finding.idle());
    object.put("wasted", finding.wasted());
    object.put("bytes", finding.bytes());
  }

  private Optional<Outlet> named(Context ctx) {
    var id = ctx.pathParam("id");
    var found =
        id.matches("\\d{1,18}")
            ? database.read(Outlets.class, outlets -> outlets.byId(Long.parseLong(id)))
            : Optional.<Outlet>empty();
    if (found.isEmpty()) {
      Problem.notFound("No outlet has the number " + id + ".").answer(ctx);
    }
    return found;
  }

  /** What a holder of the scope may do; answers itself where it finds none. */
  private Optional<Subscriptions> admitted(Context ctx) {
    return door.admit(ctx, Scope.OUTLETS).map(holder -> subscriptions.by(holder.name()));
  }

  private void add(Context ctx) {
    admitted(ctx).ifPresent(desk -> add(ctx, desk));
  }

  private void add(Context ctx, Subscriptions desk) {
    var faults = new ArrayList<Problem.Fault>();
    var body = object(ctx, List.of("url", "title", "labels", "discover"), faults);
    var url = body.map(node -> text(node, "url", faults)).orElse("");
    if (url.isEmpty() && faults.stream().noneMatch(ApiOutlets::isOfAddress)) {
      faults.add(new Problem.Fault("/url", "The address of the feed is missing."));
    }
    var title = body.map(node -> text(node, "title", faults)).orElse("");
    var labels = body.map(node -> labels(node, faults)).orElse(List.of());
    var discover = body.map(node -> node.get("discover")).filter(node -> !node.isNull());
    if (discover.isPresent() && !discover.get().isBoolean()) {
      faults.add(new Problem.Fault("/discover", "Must be true or false."));
    }
    if (!faults.isEmpty()) {
      Problem.invalid(faults).answer(ctx);
      return;
    }
    var wanted = new Subscription(url, title, labels);
    if (discover.map(JsonNode::asBoolean).orElse(true) && desk.known(url).isEmpty()) {
      discovered(ctx, desk, wanted);
    } else {
      store(ctx, desk, wanted, Map.of());
    }
  }

  private void discovered(Context ctx, Subscriptions desk, Subscription wanted) {
    if (!asking.tryAcquire()) {
      Problem.of(
              Trouble.UNAVAILABLE,
              "Several sites are being asked for their feeds. Try again in a few seconds, or send"
                  + " \"discover\": false.")
          .with("Retry-After", "5")
          .answer(ctx);
      return;
    }
    Finder.Found found;
    try {
      found = finder.find(wanted.url());
    } finally {
      asking.release();
    }
    switch (found) {
      case Finder.Found.Feed feed when feed.sure() -> {
        var more = new LinkedHashMap<String, Object>();
        if (!feed.others().isEmpty()) {
          more.put("others", feed.others().stream().map(ApiOutlets::candidate).toList());
        }
        store(ctx, desk, new Subscription(feed.url(), wanted.title(), wanted.labels()), more);
      }
      case Finder.Found.Feed feed -> {
        var candidates = new ArrayList<Map<String, String>>();
        candidates.add(candidate(new Finder.Other(feed.url(), feed.title())));
        feed.others().forEach(other -> candidates.add(candidate(other)));
        Problem.severalFeeds(candidates).answer(ctx);
      }
      case Finder.Found.Nothing(var why, _, var answered) -> {
        if (answered) {
          Problem.invalid(List.of(new Problem.Fault("/url", why))).answer(ctx);
        } else { // it may be there tomorrow: the poll will tell
          store(ctx, desk, wanted, Map.of("unchecked", why));
        }
      }
    }
  }

  private static Map<String, String> candidate(Finder.Other feed) {
    return Map.of("url", feed.url(), "title", feed.title());
  }

  private void store(
      Context ctx, Subscriptions desk, Subscription wanted, Map<String, Object> more) {
    switch (desk.add(List.of(wanted)).getFirst()) {
      case Subscribed.Added(_, var id, _) -> told(ctx, 201, id, more);
      case Subscribed.Known(_, var id, _) -> told(ctx, 200, id, more);
      case Subscribed.Refused(_, var why) ->
          Problem.invalid(List.of(new Problem.Fault("/url", why))).answer(ctx);
    }
  }

  /** Of the address itself, or of a body that has none. */
  private static boolean isOfAddress(Problem.Fault fault) {
    return fault.pointer().isEmpty() || fault.pointer().equals("/url");
  }

  private void told(Context ctx, int status, long id, Map<String, Object> more) {
    ctx.header("Location", paper.url("/outlets/" + id));
    var object = outlet(database.read(Outlets.class, outlets -> outlets.byId(id)).orElseThrow());
    object.putAll(more);
    answers.closed(ctx, status, object);
  }

  private void change(Context ctx) {
    admitted(ctx).ifPresent(desk -> named(ctx).ifPresent(outlet -> change(ctx, desk, outlet.id())));
  }

  private void change(Context ctx, Subscriptions desk, long id) {
    var faults = new ArrayList<Problem.Fault>();
    var body = object(ctx, List.of("title", "labels", "paused"), faults);
    if (body.isPresent()) {
      var node = body.get();
      var title = text(node, "title", faults);
      var labels = labels(node, faults);
      if (node.has("paused") && !node.get("paused").isBoolean()) {
        faults.add(new Problem.Fault("/paused", "Must be true or false."));
      }
      if (faults.isEmpty()) {
        if (node.has("title")) {
          desk.rename(id, title);
        }
        if (node.has("labels")) {
          desk.label(id, labels);
        }
        if (node.has("paused")) {
          var _ = node.get("paused").asBoolean() ? desk.pause(id) : desk.resume(id);
        }
        told(ctx, 200, id, Map.of());
        return;
      }
    }
    Problem.invalid(faults).answer(ctx);
  }

  private void remove(Context ctx) {
    admitted(ctx)
        .ifPresent(desk ->
            named(ctx)
                .ifPresent(outlet -> {
                  desk.remove(outlet.id(), ApiAnswers.query(ctx, "items").equals("true"));
                  ctx.status(204);
                }));
  }

  private static Optional<JsonNode> object(
      Context ctx, List<String> known, List<Problem.Fault> faults) {
    JsonNode node;
    try {
      node = JSON.readTree(ctx.bodyAsBytes());
    } catch (JacksonException _) {
      faults.add(new Problem.Fault("", "The body is not JSON."));
      return Optional.empty();
    }
    if (!node.isObject()) {
      faults.add(new Problem.Fault("", "The body must be an object."));
      return Optional.empty();
    }
    for (var name : node.propertyNames()) {
      if (!known.contains(name)) {
        faults.add(
            new Problem.Fault(
                "/" + name.replace("~", "~0").replace("/", "~1"),
                "Not a field; " + String.join(", ", known) + " are."));
      }
    }
    return Optional.of(node);
  }

  private static String text(JsonNode node, String name, List<Problem.Fault> faults) {
    var value = node.get(name);
    if (value == null || value.isNull()) {
      return "";
    }
    if (!value.isString()) {
      faults.add(new Problem.Fault("/" + name, "Must be a string."));
      return "";
    }
    return value.stringValue();
  }

  private static List<String> labels(JsonNode node, List<Problem.Fault> faults) {
    var value = node.get("labels");
    if (value == null || value.isNull()) {
      return List.of();
    }
    var labels = new ArrayList<String>();
    for (var i = 0; value.isArray() && i < value.size(); i++) {
      if (value.get(i).isString()) {
        labels.add(value.get(i).stringValue());
      } else {
        faults.add(new Problem.Fault("/labels/" + i, "Must be a string."));
      }
    }
    if (!value.isArray()) {
      faults.add(new Problem.Fault("/labels", "Must be a list of strings."));
    }
    return labels;
  }
}
