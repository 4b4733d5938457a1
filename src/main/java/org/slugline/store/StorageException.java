package org.slugline.store;

/** The disk or the file, not our code, stands in the way: exit status 74, HTTP 503. */
public final class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, so that the message can say what to do. */
  public enum Kind {
    FULL,
    READ_ONLY,
    LOCKED,
    DAMAGED
  }

  private final Kind kind;

  StorageException(Kind kind, Throwable cause) {
    super(
        switch (kind) {
          case FULL -> "the disk is full. Free some space and try again";
          case READ_ONLY -> "the data directory cannot be written. Check its owner and rights";
          case LOCKED -> "another program holds the database. Try again when it has finished";
          case DAMAGED -> "the database is damaged. Restore a backup: slugline restore FILE.tar";
        },
        cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
