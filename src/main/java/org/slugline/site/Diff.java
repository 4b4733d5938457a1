package org.slugline.site;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slugline.desk.Version;
import org.slugline.site.Pages.Span;
import org.slugline.text.Sanitizer;

/** What changed between two wordings, word by word; only paragraphs that changed are shown. */
final class Diff {
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?i)</(?:p|li|h[1-6]|figcaption|blockquote|pre|tr|td|dt|dd)>|<(?:p|li|h[1-6]|figcaption|blockquote|pre|tr)\\b[^>]*>");
  private static final Pattern WORD = Pattern.compile("\\s*\\S+");

  /** Of one side of a table: above, a paragraph is struck as a whole. */
  private static final int MOST = 600;

  private Diff() {}

  /**
   * @param newest first
   */
  static List<Pages.Version> versions(List<Version> newest) {
    var shown = new ArrayList<Pages.Version>();
    for (var i = 0; i < newest.size(); i++) {
      var version = newest.get(i);
      var first = i + 1 == newest.size();
      var before = first ? version : newest.get(i + 1);
      shown.add(
          new Pages.Version(
              version.number(),
              version.at(),
              first ? "released" : version.kind().word(),
              first ? "" : version.note(),
              words(before.headline(), version.headline()),
              before.standfirst().equals(version.standfirst())
                  ? List.of()
                  : words(before.standfirst(), version.standfirst()),
              first ? List.of() : paragraphs(before.html().markup(), version.html().markup())));
    }
    return shown;
  }

  /** One text against the other, in spans {@code same}, {@code removed} and {@code added}. */
  static List<Span> words(String before, String after) {
    var old = tokens(before);
    var now = tokens(after);
    if (old.size() > MOST || now.size() > MOST) {
      return before.equals(after)
          ? List.of(new Span("same", after))
          : List.of(new Span("removed", before), new Span("added", after));
    }
    var spans = new ArrayList<Span>();
    var lengths = lengths(old, now);
    var i = 0;
    var j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).strip().equals(now.get(j).strip())) {
        add(spans, "same", now.get(j));
        i++;
        j++;
      } else if (j == now.size() || (i < old.size() && lengths[i + 1][j] >= lengths[i][j + 1])) {
        add(spans, "removed", old.get(i++));
      } else {
        add(spans, "added", now.get(j++));
      }
    }
    return spans;
  }

  private static List<List<Span>> paragraphs(String before, String after) {
    var old = blocks(before);
    var now = blocks(after);
    if (old.size() > MOST || now.size() > MOST) {
      return List.of();
    }
    var changed = new ArrayList<List<Span>>();
    var lengths = lengths(old, now);
    var removed = new ArrayList<String>();
    var added = new ArrayList<String>();
    var i = 0;
    var j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        settle(changed, removed, added);
        i++;
        j++;
      } else if (j == now.size() || (i < old.size() && lengths[i + 1][j] >= lengths[i][j + 1])) {
        removed.add(old.get(i++));
      } else {
        added.add(now.get(j++));
      }
    }
    settle(changed, removed, added);
    return changed;
  }

  private static void settle(List<List<Span>> changed, List<String> removed, List<String> added) {
    for (var k = 0; k < Math.max(removed.size(), added.size()); k++) {
      changed.add(
          words(k < removed.size() ? removed.get(k) : "", k < added.size() ? added.get(k) : ""));
    }
    removed.clear();
    added.clear();
  }

  /** Lengths of the longest common tails. */
  private static int[][] lengths(List<String> old, List<String> now) {
    var lengths = new int[old.size() + 1][now.size() + 1];
    for (var i = old.size() - 1; i >= 0; i--) {
      for (var j = now.size() - 1; j >= 0; j--) {
        lengths[i][j] =
            old.get(i).strip().equals(now.get(j).strip())
                ? lengths[i + 1][j + 1] + 1
                : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
      }
    }
    return lengths;
  }

  private static void add(List<Span> spans, String kind, String text) {
    if (!spans.isEmpty() && spans.getLast().kind().equals(kind)) {
      spans.set(spans.size() - 1, new Span(kind, spans.getLast().text() + text));
    } else {
      spans.add(new Span(kind, text));
    }
  }

  private static List<String> tokens(String text) {
    return WORD.matcher(text).results().map(word -> word.group()).toList();
  }

  private static List<String> blocks(String markup) {
    return Stream.of(BLOCK.split(markup))
        .map(Sanitizer::plain)
        .filter(text -> !text.isBlank())
        .toList();
  }
}
