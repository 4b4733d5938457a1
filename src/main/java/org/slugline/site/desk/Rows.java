package org.slugline.site.desk;

import java.util.Optional;
import java.util.regex.Pattern;

/** One row more, one less, or two in each other's place: for browsers without JavaScript too. */
final class Rows {
  private static final int MOST = 500;
  private static final Pattern ROW = Pattern.compile("([a-z]+)(?:\\.(\\d{1,3}))?");

  private Rows() {}

  /**
   * A form after such a button.
   *
   * @param focus the field to go on at
   */
  record Turn(Typed typed, String focus) {}

  /**
   * @param act {@code add}, {@code cut} or {@code up}
   * @param what a group, or a row of one: {@code images.2}
   */
  static Optional<Turn> changed(Typed typed, String act, String what) {
    var match = ROW.matcher(what);
    if (!match.matches() || Group.of(match.group(1)).isEmpty()) {
      return Optional.empty();
    }
    var group = Group.of(match.group(1)).get();
    var row = match.group(2) == null ? -1 : Integer.parseInt(match.group(2));
    var rows = typed.rows(group.word());
    return switch (act) {
      case "add" -> {
        var last = Math.min(Math.max(rows, 1), MOST);
        var first = name(group, last);
        yield Optional.of(new Turn(typed.with(first, typed.get(first)), first));
      }
      case "cut" ->
          row >= 0 && row < rows
              ? Optional.of(
                  new Turn(typed.cut(group.word(), row), name(group, Math.max(0, row - 1))))
              : Optional.empty();
      case "up" ->
          row > 0 && row < rows
              ? Optional.of(
                  new Turn(typed.swapped(group.word(), row, row - 1), name(group, row - 1)))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static String name(Group group, int row) {
    return group.word() + "." + row + "." + group.columns().getFirst().name();
  }
}
