package org.slugline.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slugline.edition.Masthead;
import org.slugline.feed.OutletList;
import org.slugline.feed.Person;
import org.slugline.wire.Outlet;

/** Outlets as a list that goes out. */
final class OutletLists {
  private OutletLists() {}

  static OutletList of(Masthead masthead, List<Outlet> outlets) {
    return new OutletList(
        masthead.title() + ": outlets",
        Optional.empty(),
        Optional.empty(),
        new Person(masthead.editor(), masthead.mail(), masthead.url("/")),
        outlets.stream().map(OutletLists::listed).toList());
  }

  /** The first label with folders is where it stands; the others are categories. */
  private static OutletList.Listed listed(Outlet outlet) {
    var paths = outlet.labelList().stream().map(OutletLists::path).toList();
    return new OutletList.Listed(
        outlet.url(),
        outlet.title(),
        outlet.site(),
        paths.isEmpty() ? List.of() : paths.getFirst(),
        paths.isEmpty() ? List.of() : paths.subList(1, paths.size()));
  }

  private static List<String> path(String label) {
    return Arrays.stream(label.split("/", -1)).filter(part -> !part.isEmpty()).toList();
  }
}
