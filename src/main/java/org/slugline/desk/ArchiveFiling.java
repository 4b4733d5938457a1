package org.slugline.desk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slugline.feed.FeedReader;
import org.slugline.feed.Reading;

/**
 * An archive of our own articles, out of WordPress's export or any feed, entry by entry: what is
 * here already stays as it is, so that it may be done again.
 */
public final class ArchiveFiling {
  private static final int BATCH = 50;
  private static final int LARGEST_WHOLE = 64 << 20;
  private static final int MOST_HOSTS = 20;
  private static final int LOOK_AHEAD = 1 << 16;
  private static final String WORDPRESS = "http://wordpress.org/export/";

  private final Desk desk;
  private final Path name;
  private final String who;
  private final Instant now;
  private final Consumer<FileOutcome> told;
  private final List<Old> batch = new ArrayList<>();
  private final Set<String> hosts = new TreeSet<>();
  private final LeftBehind left = new LeftBehind();

  /** An archive that can be read more than once. */
  public interface Archive {
    InputStream open() throws IOException;
  }

  /**
   * What is to be known of an import beside its articles.
   *
   * @param hosts that what was created shows pictures and sounds of; twenty at most
   * @param left what stayed behind, and how much of it: {@code pages}, {@code comments}
   */
  public record Imported(Set<String> hosts, Map<String, Integer> left) {}

  /** What an entry came to, and where it stood. */
  private record Old(Draft draft, List<String> paths, List<Fault> warnings) {}

  private ArchiveFiling(Desk desk, Path name, String who, Instant now, Consumer<FileOutcome> told) {
    this.desk = desk;
    this.name = name;
    this.who = who;
    this.now = now;
    this.told = told;
  }

  /**
   * @param archive read to its end, in memory that does not grow with it (JSON Feed excepted);
   *     twice, where WordPress lists its pictures by number
   * @param name of the archive, for what is told
   * @param told of every article as soon as its fate is on disk
   */
  public static Imported file(
      Desk desk, Archive archive, Path name, String who, Instant now, Consumer<FileOutcome> told)
      throws IOException {
    var filing = new ArchiveFiling(desk, name, who, now, told);
    filing.read(archive);
    return new Imported(Set.copyOf(filing.hosts), Map.copyOf(filing.left.counts()));
  }

  private void read(Archive archive) throws IOException {
    try (var in = new BufferedInputStream(archive.open(), 1 << 16)) {
      in.mark(LOOK_AHEAD);
      var start = new String(in.readNBytes(LOOK_AHEAD / 2), ISO_8859_1);
      in.reset();
      var attachments = new Attachments();
      if (start.contains(WORDPRESS)) {
        try (var again = new BufferedInputStream(archive.open(), 1 << 16)) {
          attachments = Attachments.of(new ArchiveParts(again, "item"));
        }
      }
      file(in, start, attachments);
    }
  }

  private void file(BufferedInputStream in, String start, Attachments attachments)
      throws IOException {
    if (start.indexOf('\0') >= 0
        || (!start.stripLeading().startsWith("<") && !start.startsWith("\u00EF\u00BB\u00BF<"))) {
      whole(in);
    } else {
      parts(
          new ArchiveParts(
              in, start.contains("<feed") && !start.contains("<rss") ? "entry" : "item"),
          attachments);
    }
    flush();
  }

  /** Documents that cannot be cut: JSON, and charsets of two bytes. */
  private void whole(InputStream in) throws IOException {
    var bytes = in.readNBytes(LARGEST_WHOLE + 1);
    if (bytes.length > LARGEST_WHOLE) {
      refuse("The archive is larger than 64 MiB", "Export it in parts, or as RSS");
      return;
    }
    read(bytes, "", "", new WordPress("", new Attachments()));
  }

  private void parts(ArchiveParts parts, Attachments attachments) throws IOException {
    var part = parts.next();
    var press = new WordPress(parts.head(), attachments);
    if (part.isEmpty() && !parts.isCut()) {
      refuse("No entry was found in it", "Give a feed or an export of WordPress");
    }
    for (; part.isPresent(); part = parts.next()) {
      var post = WordPress.post(part.get());
      if (post.isArticle()) {
        var base = WordPress.base(parts.head(), part.get());
        read(parts.document(part.get()), base, part.get(), press);
        left.comments(part.get());
      } else {
        left.post(post);
      }
    }
    if (parts.isCut()) {
      flush();
      refuse(
          "The archive breaks off before its end; the entries before that were taken",
          "Export or fetch it again, and import it once more: what is here stays as it is");
    }
  }

  private void read(byte[] document, String base, String text, WordPress press) {
    switch (FeedReader.read(document, Optional.empty(), base, Integer.MAX_VALUE)) {
      case Reading.Unreadable(var reason) -> refuse("An entry cannot be read: " + reason, "");
      case Reading.Readable(var feed) -> {
        for (var entry : feed.entries()) {
          var post = WordPress.post(text);
          var draft = ArchiveEntry.draft(entry, post, press);
          take(draft, ArchiveEntry.paths(entry), ArchiveEntry.warnings(entry, post, press));
        }
      }
    }
  }

  private void take(Draft draft, List<String> paths, List<Fault> warnings) {
    if (draft.headline().isEmpty()) {
      refuse("An entry has neither a title nor a text", "");
    } else if (draft.body().length() > DraftReader.LONGEST_BODY) {
      refuse("The text of `" + draft.headline() + "` is too long", "");
    } else {
      batch.add(new Old(draft, paths, warnings));
      if (batch.size() >= BATCH) {
        flush();
      }
    }
  }

  private void flush() {
    if (!batch.isEmpty()) {
      var outcomes =
          desk.sitting(who, now, sitting -> batch.stream().map(old -> file(sitting, old)).toList());
      batch.clear();
      outcomes.forEach(told);
    }
  }

  private FileOutcome file(Sitting sitting, Old old) {
    var draft = old.draft();
    var known =
        draft.id().isEmpty()
            ? sitting.articles().bySlug(draft.slug())
            : sitting.articles().byUri(draft.id());
    if (known.isPresent()) {
      return done(FileOutcome.Result.UNCHANGED, known.get(), List.of());
    }
    var slug = free(sitting, draft.slug().isEmpty() ? Copy.slugOf(draft.headline()) : draft.slug());
    return switch (sitting.adopt(draft, slug)) {
      case Filing.Created(var article) -> {
        old.paths().stream()
            .filter(path -> !path.equals(article.path()))
            .forEach(path -> sitting.articles().leavePath(path, article.id()));
        shown(article);
        yield done(FileOutcome.Result.CREATED, article, old.warnings());
      }
      case Filing.Refused(var faults) ->
          new FileOutcome(
              name,
              FileOutcome.Result.REFUSED,
              "",
              faults.stream()
                  .map(fault ->
                      new Fault(
                          fault.pointer(),
                          0,
                          "`" + draft.headline() + "`: " + fault.what(),
                          fault.mend()))
                  .toList());
      default -> throw new IllegalStateException("what is new is created or refused");
    };
  }

  private void shown(Article article) {
    Stream.concat(
            article.images().stream().map(Picture::url), article.audio().stream().map(Clip::url))
        .filter(FieldReader::isAddress)
        .map(address -> URI.create(address).getHost().toLowerCase(Locale.ROOT))
        .filter(_ -> hosts.size() < MOST_HOSTS)
        .forEach(hosts::add);
  }

  private static String free(Sitting sitting, String slug) {
    var free = slug;
    for (var n = 2; isTaken(sitting, free); n++) {
      free = slug.substring(0, Math.min(slug.length(), 74)) + "-" + n;
    }
    return free;
  }

  private static boolean isTaken(Sitting sitting, String slug) {
    return sitting.articles().bySlug(slug).or(() -> sitting.articles().movedFrom(slug)).isPresent();
  }

  private FileOutcome done(FileOutcome.Result result, Article article, List<Fault> warnings) {
    return new FileOutcome(name, result, article.slug(), warnings);
  }

  private void refuse(String what, String mend) {
    told.accept(FileOutcome.refused(name, new Fault("", 0, what, mend)));
  }
}
