package org.slugline.desk;

import java.util.Optional;

/**
 * How files are to be published.
 *
 * @param rehearse say what would be done, and do nothing
 * @param prune withdraw the articles of files that are gone
 * @param edit what every change says of itself; empty: what each file says
 */
public record Publishing(boolean rehearse, boolean prune, Optional<Edit> edit) {
  /** As the files say, none withdrawn. */
  public static final Publishing PLAIN = new Publishing(false, false, Optional.empty());
}
