package org.slugline.command;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.slugline.wire.Finder;
import org.slugline.wire.Finding;
import org.slugline.wire.Outlet;

/** What is said of outlets, in words or as JSON. */
final class OutletTelling {
  /** Nobody asks them again of his own accord. */
  private static final Set<String> RESTING = Set.of(Outlet.PAUSED, Outlet.GONE);

  private final Root root;

  OutletTelling(Root root) {
    this.root = root;
  }

  /** What was not taken, and why; a program reads it where it reads the rest. */
  void refused(String typed, String why) {
    root.terminal().fault(shown(typed) + " was refused: " + sentence(why));
    if (root.json()) {
      var object = new LinkedHashMap<String, Object>();
      object.put("result", "refused");
      object.put("url", typed);
      object.put("error", why);
      root.terminal().json(object);
    }
  }

  private static String shown(String typed) {
    var part = typed.length() > 200 ? typed.substring(0, 200) + "…" : typed;
    return part.isBlank() ? "an empty address" : part;
  }

  /** Where it does not say itself what to do. */
  private static String sentence(String why) {
    return why.endsWith(".") ? why : why + (why.contains(";") ? "." : ". Check how it is written.");
  }

  /** What was found where a page was named. */
  void found(String what, long id, Finder.Found.Feed feed) {
    if (root.json()) {
      var object = new LinkedHashMap<String, Object>();
      object.put("result", what);
      object.put("id", id);
      object.put("url", feed.url());
      object.put("title", feed.title());
      object.put(
          "others",
          feed.others().stream()
              .map(other -> Map.of("url", other.url(), "title", other.title()))
              .toList());
      root.terminal().json(object);
      return;
    }
    root.terminal().line(what + " " + id + " " + feed.url());
  }

  /**
   * @param what became of it: added, known, paused …
   */
  void act(String what, long id, String url) {
    if (root.json()) {
      var object = new LinkedHashMap<String, Object>();
      object.put("result", what);
      object.put("id", id);
      object.put("url", url);
      root.terminal().json(object);
    } else {
      root.terminal().line(what + " " + id + " " + url);
    }
  }

  /**
   * @param items how many it has; counted only where that is printed
   */
  void outlet(Outlet outlet, IntSupplier items) {
    if (root.json()) {
      root.terminal().json(json(outlet, items.getAsInt()));
    } else {
      root.terminal().line(line(outlet));
    }
  }

  private static String line(Outlet outlet) {
    var health = outlet.health();
    var trouble = health.error().isEmpty() ? "" : "  " + health.error();
    return "%d  %s  %s  %s  %s%s"
        .formatted(
            outlet.id(),
            health.status(),
            outlet.name(),
            outlet.url(),
            next(outlet)
                .map(at -> "next %s (%s)".formatted(at, health.nextWhy()))
                .orElse("next never"),
            trouble);
  }

  private static Optional<Instant> next(Outlet outlet) {
    return RESTING.contains(outlet.health().status())
        ? Optional.empty()
        : Optional.of(outlet.health().nextPoll());
  }

  private static Map<String, Object> json(Outlet outlet, int items) {
    var health = outlet.health();
    var object = new LinkedHashMap<String, Object>();
    object.put("id", outlet.id());
    object.put("url", outlet.url());
    if (!outlet.title().isEmpty()) {
      object.put("title", outlet.title());
    }
    object.put("status", health.status());
    object.put("failures", health.failures());
    if (!health.error().isEmpty()) {
      object.put("error", health.error());
    }
    health.lastPoll().ifPresent(at -> object.put("last_poll", at.toString()));
    health.lastNew().ifPresent(at -> object.put("last_new", at.toString()));
    next(outlet)
        .ifPresent(at -> {
          object.put("next_poll", at.toString());
          object.put("next_why", health.nextWhy());
        });
    object.put("items", items);
    if (!outlet.labelList().isEmpty()) {
      object.put("labels", outlet.labelList());
    }
    return object;
  }

  /** What the doctor found. */
  void finding(Finding finding) {
    if (root.json()) {
      root.terminal().json(json(finding));
      return;
    }
    var outlet = finding.outlet();
    var state = finding.ill() ? finding.what() : "is well";
    root.terminal().line("%d  %s  %s".formatted(outlet.id(), outlet.name(), state));
    finding.since().ifPresent(since -> root.terminal().line("    since " + since));
    say("server said: ", finding.said());
    say("next step: ", finding.advice());
    finding.notes().forEach(note -> say("", note));
    if (finding.polls() > 0) {
      say(
          "",
          "%d %s in 30 days, %d answered 304, %d brought nothing new; %d bytes, %d of them for nothing"
              .formatted(
                  finding.polls(),
                  finding.polls() == 1 ? "poll" : "polls",
                  finding.spared(),
                  finding.idle(),
                  finding.bytes(),
                  finding.wasted()));
    }
    say("pace: ", finding.pace());
  }

  private static Map<String, Object> json(Finding finding) {
    var object = new LinkedHashMap<String, Object>();
    object.put("id", finding.outlet().id());
    object.put("url", finding.outlet().url());
    object.put("ill", finding.ill());
    object.put("what", finding.what());
    finding.since().ifPresent(since -> object.put("since", since.toString()));
    object.put("said", finding.said());
    object.put("advice", finding.advice());
    object.put("notes", finding.notes());
    object.put("pace", finding.pace());
    object.put("polls", finding.polls());
    object.put("not_modified", finding.spared());
    object.put("idle", finding.idle());
    object.put("wasted", finding.wasted());
    object.put("bytes", finding.bytes());
    return object;
  }

  private void say(String what, String words) {
    if (!words.isEmpty()) {
      root.terminal().line("    " + what + words);
    }
  }
}
