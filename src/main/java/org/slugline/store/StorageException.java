package org.slugline.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Objects;

/** The disk or the file, not our code, stands in the way: exit status 74, HTTP 503. */
public final class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, and what to do about it. */
  public enum Kind {
    FULL("the disk is full", "Free some space and try again"),
    READ_ONLY(
        "the data cannot be written",
        "Check owner and rights of the directory and of all that lies in it"),
    LOCKED("another program holds the database", "Try again when it has finished"),
    DAMAGED("the database is damaged", "Put a backup in its place, as the README says"),
    GONE(
        "the database was taken away or replaced while it was open",
        "Put it back; or stop this Slugline, and start it with what lies there now"),
    FAILING("the disk fails", "See the system's log; save the data to another disk");

    private final String what;
    private final String next;

    Kind(String what, String next) {
      this.what = what;
      this.next = next;
    }
  }

  private final Kind kind;
  private final String where;

  StorageException(Kind kind, Path where, Throwable cause) {
    super(kind.what + ", " + where + ". " + kind.next, cause);
    this.kind = kind;
    this.where = where.toString();
  }

  StorageException(Kind kind, Path where) {
    super(kind.what + ", " + where + ". " + kind.next);
    this.kind = kind;
    this.where = where.toString();
  }

  /** Of a file that is ours to write, and could not be. */
  public static StorageException of(IOException broken, Path where) {
    var said = Objects.requireNonNullElse(broken.getMessage(), "");
    if (said.contains("No space left") || said.contains("quota")) {
      return new StorageException(Kind.FULL, where, broken);
    }
    var refused = broken instanceof AccessDeniedException || said.contains("Read-only");
    return new StorageException(refused ? Kind.READ_ONLY : Kind.FAILING, where, broken);
  }

  public Kind kind() {
    return kind;
  }

  /** Without where: for those who need not know how our disks are laid out. */
  public String what() {
    return kind.what;
  }

  Opening.Refused refusal() {
    return new Opening.Refused(kind.what + ", " + where, kind.next);
  }
}
