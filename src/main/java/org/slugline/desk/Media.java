package org.slugline.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.slugline.media.Cleaning;
import org.slugline.media.Sort;
import org.slugline.media.Unservable;
import org.slugline.store.Database;
import org.slugline.store.StorageException;

/** Pictures and sounds beside the database, each under the digest of its bytes. Thread-safe. */
public final class Media {
  private static final long LARGEST_PICTURE = 64 << 20;
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}\\.[a-z0-9]{2,5}");
  private static final String WAITING = ".waiting-";

  private final Database database;

  Media(Database database) {
    this.database = database;
  }

  /** What looking at a file gave. */
  public sealed interface Look {}

  /**
   * One that can be kept.
   *
   * @param waiting a copy without what readers must not learn; it goes to its place or away
   */
  public record Fit(Asset asset, Path waiting) implements Look {}

  /**
   * @param what is wrong with it, as after a colon
   */
  public record Unfit(String what) implements Look {}

  /** It went on longer than was allowed. */
  public record TooLarge(long limit) implements Look {}

  /**
   * Takes an upload: type and size are read out of its bytes.
   *
   * @param limit in bytes
   * @return {@link Fit} when it is kept, also when we had it already
   */
  public Look take(InputStream upload, long limit, Instant now) {
    var incoming = waiting();
    try {
      try (var out = new ToDisk(incoming)) {
        var copied = 0L;
        var buffer = new byte[1 << 16];
        for (var read = upload.read(buffer); read >= 0; read = upload.read(buffer)) {
          copied += read;
          if (copied > limit) {
            return new TooLarge(limit);
          }
          out.write(buffer, 0, read);
        }
      }
      var look = look(incoming);
      if (look instanceof Fit fit) {
        keep(fit);
        database.change(handle -> handle.attach(MediaTable.class).add(fit.asset(), now));
      }
      return look;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } finally {
      delete(incoming);
    }
  }

  /** The file of a name that the desk gave; empty for any other name. */
  public Optional<Path> file(String name) {
    var file = database.media().resolve(NAME.matcher(name).matches() ? name : "-");
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }

  /** What is known of a file, by the name that the desk gave. */
  public Optional<Asset> find(String name) {
    return database.read(MediaTable.class, table -> table.find(name));
  }

  /** Whether an article that readers may see shows it. */
  public boolean isShown(String name) {
    return database.read(MediaTable.class, table -> table.shown(name)) > 0;
  }

  /** Looks at a file and lays a clean copy aside. */
  Look look(Path file) {
    try {
      var head = head(file);
      var sort = Sort.of(head);
      if (sort.isEmpty()) {
        return new Unfit(Sort.refusal(head));
      }
      return sort.get().isPicture() ? picture(file, sort.get()) : sound(file, sort.get());
    } catch (Unservable refused) {
      return new Unfit(String.valueOf(refused.getMessage()));
    } catch (IOException _) {
      return new Unfit("it cannot be read");
    }
  }

  private Look picture(Path file, Sort sort) throws IOException {
    if (Files.size(file) > LARGEST_PICTURE) {
      return new Unfit("a picture may have " + (LARGEST_PICTURE >> 20) + " MiB at most");
    }
    var clean = new ByteArrayOutputStream();
    var cleaned = Cleaning.picture(sort, Files.readAllBytes(file), clean);
    if (cleaned.isEmpty()) {
      return new Unfit(
          sort == Sort.AVIF
              ? "it is broken, or carries camera data that cannot be taken out"
              : "it is broken");
    }
    var width = cleaned.get().width();
    var height = cleaned.get().height();
    if (width <= 0 || height <= 0 || (long) width * height > Cleaning.MOST_PIXELS) {
      return new Unfit(
          "a picture may have " + Cleaning.MOST_PIXELS / 1_000_000 + " million pixels at most");
    }
    var bytes = clean.toByteArray();
    var copy = waiting();
    try (var out = new ToDisk(copy)) {
      out.write(bytes, 0, bytes.length);
    }
    return new Fit(
        new Asset(
            Digest.of(bytes) + "." + sort.suffix(),
            sort.type(),
            bytes.length,
            OptionalInt.of(width),
            OptionalInt.of(height),
            whole(cleaned.get().words().caption()),
            whole(cleaned.get().words().credit())),
        copy);
  }

  private static String whole(String said) {
    return Decoding.isWhole(said) ? said : "";
  }

  private Look sound(Path file, Sort sort) throws IOException {
    var copy = waiting();
    var digest = Digest.sha256();
    var bytes = OptionalLong.empty();
    try (var out = new DigestOutputStream(new ToDisk(copy), digest)) {
      bytes = Cleaning.sound(file, sort, out);
    } finally {
      if (bytes.orElse(0) == 0) {
        delete(copy);
      }
    }
    if (bytes.orElse(0) == 0) {
      return new Unfit(bytes.isEmpty() ? "it is broken" : "there is no sound in it");
    }
    var name = Digest.hex(digest.digest()) + "." + sort.suffix();
    return new Fit(
        new Asset(
            name, sort.type(), bytes.getAsLong(), OptionalInt.empty(), OptionalInt.empty(), "", ""),
        copy);
  }

  /** Lays it down under its name, durably; that the desk knows of it comes after. */
  void keep(Fit fit) {
    var place = database.media().resolve(fit.asset().name());
    try {
      if (Files.exists(place)) {
        delete(fit.waiting());
        return;
      }
      try (var channel = FileChannel.open(fit.waiting(), StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(fit.waiting(), place, StandardCopyOption.ATOMIC_MOVE);
      try (var folder = FileChannel.open(database.media(), StandardOpenOption.READ)) {
        folder.force(true);
      }
    } catch (IOException broken) {
      throw StorageException.of(broken, database.media());
    }
  }

  /** Lets go of a copy that is not wanted after all. */
  void drop(Fit fit) {
    delete(fit.waiting());
  }

  /**
   * Removes what nobody came back for: files that no article shows, a week after they came, and
   * what a process that died left half written, after a day.
   */
  void tidy(Instant now) {
    var unshown =
        database.read(MediaTable.class, table -> table.unshown(now.minus(Duration.ofDays(7))));
    if (!unshown.isEmpty()) {
      // asked again in the transaction: an article may have taken one up meanwhile
      remove(
          database.write(handle -> {
            var table = handle.attach(MediaTable.class);
            var still = table.unshown(now.minus(Duration.ofDays(7)));
            still.forEach(table::delete);
            return still;
          }));
    }
    var folder = database.media();
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.newDirectoryStream(folder, WAITING + "*")) {
      for (var file : files) {
        var age = Duration.between(Files.getLastModifiedTime(file).toInstant(), now);
        if (age.compareTo(Duration.ofDays(1)) > 0) {
          delete(file);
        }
      }
    } catch (IOException broken) {
      throw StorageException.of(broken, database.media());
    }
  }

  void remove(List<String> names) {
    names.forEach(name -> delete(database.media().resolve(name)));
  }

  private Path waiting() {
    database.stand(); // no directory of media is made where our own was taken away
    try {
      Files.createDirectories(database.media());
      return Files.createTempFile(database.media(), WAITING, "");
    } catch (IOException broken) {
      throw StorageException.of(broken, database.media());
    }
  }

  private static byte[] head(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(Sort.HEAD);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException broken) {
      throw StorageException.of(broken, file);
    }
  }
}
