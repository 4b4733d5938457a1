package org.slugline.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One sample item, as its outlet wrote it.
 *
 * @param story the label: which story it belongs to, empty for none; never served
 * @param outlet the outlet's key
 * @param id last part of its address; unique within its outlet
 * @param updated when its words last changed; the moment of publication at first
 * @param summary plain text
 * @param content HTML; empty where the outlet gives only a summary
 * @param edit what becomes of it later
 */
record DemoItem(
    String story,
    String outlet,
    String id,
    Instant published,
    Instant updated,
    String title,
    String summary,
    String content,
    List<String> authors,
    List<String> categories,
    Optional<Edit> edit) {

  record Edit(Instant at, String title, String summary) {}

  DemoItem {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
  }

  /** The item as it reads at that moment: with its edit, once the edit's time has come. */
  DemoItem asOf(Instant now) {
    return edit.filter(e -> !e.at().isAfter(now))
        .map(e ->
            new DemoItem(
                story,
                outlet,
                id,
                published,
                e.at(),
                e.title(),
                e.summary(),
                content,
                authors,
                categories,
                edit))
        .orElse(this);
  }

  boolean edited() {
    return updated.isAfter(published);
  }
}
