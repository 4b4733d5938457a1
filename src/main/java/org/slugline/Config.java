package org.slugline;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slugline.desk.DeskSettings;
import org.slugline.edition.EditionSettings;
import org.slugline.edition.Masthead;
import org.slugline.push.PushSettings;
import org.slugline.site.SiteSettings;
import org.slugline.store.Database;
import org.slugline.store.StoreSettings;
import org.slugline.story.Grouping;
import org.slugline.wire.Keep;
import org.slugline.wire.Manners;

/**
 * One record made of the rooms' own settings.
 *
 * @param watch folder that serve publishes
 */
public record Config(
    Masthead masthead,
    StoreSettings store,
    SiteSettings site,
    EditionSettings edition,
    DeskSettings desk,
    Optional<Path> watch,
    Manners wire,
    Grouping story,
    PushSettings push,
    Keep keep,
    String metricsListen,
    Log log) {

  private static final String USUAL_BASE = "http://localhost:7070";

  /** The same newsroom with its data elsewhere. */
  public Config at(Path data) {
    return new Config(
        masthead,
        new StoreSettings(data, store.busy()),
        site,
        edition,
        desk,
        watch,
        wire,
        story,
        push,
        keep,
        metricsListen,
        log);
  }

  /** What is wrong with the world around it: directory and addresses; changes nothing. */
  public List<ConfigFault> faults() {
    var faults = new ArrayList<ConfigFault>();
    var data = store.data();
    var parent = data.getParent();
    if (!Files.exists(data) && (parent == null || !Files.isWritable(parent))) {
      faults.add(
          new ConfigFault(
              data.toString(),
              "the data directory cannot be made. Make its parent first, or name another with"
                  + " --data"));
    }
    Database.examine(store)
        .ifPresent(refused ->
            faults.add(new ConfigFault(data.toString(), refused.what() + ". " + refused.next())));
    watch
        .filter(folder -> !Files.isDirectory(folder))
        .ifPresent(folder ->
            faults.add(
                new ConfigFault(
                    folder.toString(), "desk.watch is not a folder. Make it, or name another")));
    return faults;
  }

  /** How it is logged. */
  public record Log(boolean json, String level, boolean access) {}

  /**
   * @param named by {@code --config}
   * @param data by {@code --data}
   * @param flags values by key that win over file and environment
   */
  public static Configured read(
      Surroundings surroundings,
      Optional<Path> named,
      Optional<Path> data,
      Map<String, Object> flags) {
    var file = surroundings.configFile(named);
    var read = ConfigFile.read(file, surroundings.environment());
    var faults = new ArrayList<>(read.faults());
    var merged = new HashMap<>(read.values());
    merged.putAll(flags);
    if (Long.valueOf(0).equals(merged.get("site.port"))) {
      merged.put("site.port", (long) Surroundings.freePort());
    }
    // the shipped file says the default: on another port that would name a stranger
    if (USUAL_BASE.equals(merged.get("masthead.base"))
        && merged.get("site.port") instanceof Long port) {
      merged.put("masthead.base", "http://localhost:" + port);
    }
    if (!faults.isEmpty()) {
      return new Configured.Faulty(faults);
    }
    var values = new ConfigFile.Values(merged, read.said(), List.of());
    var beside = file.map(path -> parent(path)).orElse(surroundings.home());
    var where = file.map(Path::toString).orElse("command line or defaults");
    try {
      var config = compose(values, beside, dataDirectory(surroundings, data, values, beside));
      return config
          .site()
          .faultBeside(config.masthead().base())
          .<Configured>map(what -> new Configured.Faulty(List.of(new ConfigFault(where, what))))
          .orElse(new Configured.Good(config));
    } catch (IllegalArgumentException wrong) {
      return new Configured.Faulty(
          List.of(new ConfigFault(where, String.valueOf(wrong.getMessage()))));
    }
  }

  private static Path parent(Path file) {
    var parent = file.toAbsolutePath().getParent();
    return parent == null ? file : parent;
  }

  private static Path dataDirectory(
      Surroundings surroundings, Optional<Path> flag, ConfigFile.Values values, Path beside) {
    var variable = surroundings.variable("SLUGLINE_DATA").map(Path::of);
    var key = Optional.of(values.text("store.data")).filter(text -> !text.isEmpty());
    return flag.or(() -> variable)
        .map(Path::toAbsolutePath)
        .or(() -> key.map(beside::resolve))
        .orElse(surroundings.home().resolve("data"))
        .normalize();
  }

  private static Config compose(ConfigFile.Values values, Path beside, Path data) {
    var base = URI.create(values.text("masthead.base"));
    var zone = ZoneId.of(values.text("masthead.zone"));
    var language = values.text("masthead.language");
    var title = values.text("masthead.title");
    var author = values.text("masthead.author");
    var masthead =
        new Masthead(
            title,
            values.text("masthead.tagline"),
            base,
            language,
            zone,
            author,
            values.text("masthead.contact"),
            values.text("masthead.rights"),
            values.flag("masthead.author-emails"));
    return new Config(
        masthead,
        new StoreSettings(data, values.duration("store.busy")),
        site(values, beside),
        new EditionSettings(
            values.whole("edition.entries"),
            values.whole("edition.related"),
            values.duration("edition.max-age")),
        new DeskSettings(base, zone, language, author.isEmpty() ? title : author),
        path(values.text("desk.watch"), beside),
        manners(values),
        new Grouping(
            values.fraction("story.granularity"),
            values.duration("story.window"),
            values.whole("story.missing")),
        new PushSettings(
            values.flag("push.hub"), values.list("push.also"), values.flag("push.subscribe")),
        new Keep(
            kept(values, "items"),
            kept(values, "bodies"),
            kept(values, "versions"),
            kept(values, "polls")),
        values.text("metrics.listen"),
        new Log(
            values.text("log.format").equals("json"),
            values.text("log.level"),
            values.flag("log.access")));
  }

  private static SiteSettings site(ConfigFile.Values values, Path beside) {
    return new SiteSettings(
        values.text("site.listen"),
        values.whole("site.port"),
        values.list("site.trusted-proxies"),
        values.flag("site.public-missing"),
        values.list("site.media-hosts"),
        path(values.text("site.theme"), beside),
        Math.toIntExact(values.size("site.max-body")),
        values.size("site.max-media"),
        values.whole("site.max-requests"),
        values.duration("site.reader-pace"));
  }

  private static Manners manners(ConfigFile.Values values) {
    return new Manners(
        values.flag("wire.enabled"),
        values.duration("wire.pause"),
        values.duration("wire.longest-pause"),
        values.duration("wire.patience"),
        Math.toIntExact(values.size("wire.max-bytes")),
        values.whole("wire.max-entries"),
        values.whole("wire.redirects"),
        values.whole("wire.workers"),
        values.whole("wire.host-connections"),
        values.duration("wire.host-spacing"),
        values.text("wire.user-agent"),
        values.list("wire.allow-internal"),
        values.text("wire.proxy"));
  }

  /** For ever reads as zero. */
  private static Optional<Duration> kept(ConfigFile.Values values, String name) {
    return Optional.of(values.duration("keep." + name)).filter(span -> !span.isZero());
  }

  private static Optional<Path> path(String text, Path beside) {
    return text.isEmpty() ? Optional.empty() : Optional.of(beside.resolve(text).normalize());
  }
}
