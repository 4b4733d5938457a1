package org.slugline.search;

import java.util.ArrayList;
import java.util.List;

/** Finds in a text what was looked for, to show it. */
public final class Marks {
  private static final int EXCERPT = 200;

  private final List<Needle> needles;

  Marks(List<Needle> needles) {
    this.needles = List.copyOf(needles);
  }

  /** The whole text, in stretches that were looked for and such that were not. */
  public List<Stretch> of(String text) {
    var stretches = new ArrayList<Stretch>();
    var end = 0;
    for (var found = next(text, 0); found.from() >= 0; found = next(text, end)) {
      if (found.from() > end) {
        stretches.add(new Stretch(text.substring(end, found.from()), false));
      }
      stretches.add(new Stretch(text.substring(found.from(), found.to()), true));
      end = found.to();
    }
    if (end < text.length()) {
      stretches.add(new Stretch(text.substring(end), false));
    }
    return stretches;
  }

  /** Some 200 characters around the first hit: of the summary, else of the text. */
  String excerpt(String summary, String text) {
    var at = next(summary, 0).from();
    var source = summary.isEmpty() ? text : summary;
    if (at < 0 || summary.isEmpty()) {
      at = next(text, 0).from();
      source = at < 0 ? source : text;
    }
    return around(source, Math.max(0, at));
  }

  private static String around(String source, int at) {
    var from = Math.max(0, Math.min(at - EXCERPT / 3, source.length() - EXCERPT));
    if (from > 0) {
      var blank = source.indexOf(' ', from);
      from = blank < 0 || blank >= at ? whole(source, from) : blank + 1;
    }
    var to = Math.min(source.length(), from + EXCERPT);
    var blank = to == source.length() ? -1 : source.lastIndexOf(' ', to);
    to = blank > at ? blank : whole(source, to);
    return (from > 0 ? "… " : "") + source.substring(from, to) + (to < source.length() ? " …" : "");
  }

  /** Not between the two halves of a letter. */
  private static int whole(String source, int at) {
    return at > 0 && at < source.length() && Character.isLowSurrogate(source.charAt(at))
        ? at - 1
        : at;
  }

  private record Place(int from, int to) {}

  private Place next(String text, int from) {
    var before = from == 0 ? ' ' : text.codePointBefore(from);
    for (var at = from; at < text.length(); ) {
      var letter = text.codePointAt(at);
      if (Folding.isWord(letter)
          && (!Folding.isWord(before) || Folding.unspaced(letter) || Folding.unspaced(before))) {
        var longest = -1;
        for (var needle : needles) {
          longest = Math.max(longest, needle.endsAt(text, at));
        }
        if (longest > at) {
          return new Place(at, longest);
        }
      }
      before = letter;
      at += Character.charCount(letter);
    }
    return new Place(-1, -1);
  }
}
