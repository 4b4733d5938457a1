package org.slugline.desk;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a draft stands from now on: kept, waiting for its moment, or before the readers.
 *
 * @param due the later of {@code published} and {@code embargo}, while it waits
 * @param fault what forbids it: a released piece can be withdrawn, but not made unseen
 */
record Standing(
    State state,
    Optional<Instant> published,
    Optional<Instant> due,
    Optional<Instant> released,
    Optional<Fault> fault) {

  static Standing of(Draft draft, Optional<Article> before, Instant now) {
    var seen = before.filter(article -> article.released().isPresent());
    return seen.isPresent() ? again(draft, seen.get(), now) : first(draft, now);
  }

  private static Standing first(Draft draft, Instant now) {
    if (draft.draft()) {
      return new Standing(
          State.DRAFT, draft.published(), Optional.empty(), Optional.empty(), Optional.empty());
    }
    var due = draft.published().filter(now::isBefore);
    if (draft.embargo().filter(now::isBefore).isPresent()) {
      due =
          draft
              .embargo()
              .filter(embargo -> draft.published().filter(embargo::isBefore).isEmpty())
              .or(draft::published);
    }
    return due.isPresent()
        ? new Standing(State.SCHEDULED, draft.published(), due, Optional.empty(), Optional.empty())
        : new Standing(
            State.RELEASED,
            Optional.of(draft.published().orElse(now)),
            Optional.empty(),
            Optional.of(now),
            Optional.empty());
  }

  private static Standing again(Draft draft, Article seen, Instant now) {
    Optional<Fault> fault = Optional.empty();
    if (draft.draft()) {
      fault =
          Optional.of(
              new Fault("/draft", 0, "Readers have seen this article", "Withdraw it instead"));
    } else if (draft.embargo().filter(now::isBefore).isPresent()) {
      fault =
          Optional.of(
              new Fault("/embargo", 0, "Readers have seen this article", "Withdraw it instead"));
    }
    return new Standing(State.RELEASED, seen.published(), Optional.empty(), seen.released(), fault);
  }
}
