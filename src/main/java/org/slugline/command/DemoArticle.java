package org.slugline.command;

import java.time.Instant;
import java.util.Optional;

/**
 * One article of the sample newsroom's own, as a file in the form of contract/article.md.
 *
 * @param file name of the file, {@code *.md}
 * @param story the label: which story it belongs to
 * @param revised the file that replaces it later
 */
record DemoArticle(String file, String text, String story, Optional<Revised> revised) {
  record Revised(Instant at, String text) {}
}
