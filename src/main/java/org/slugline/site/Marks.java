package org.slugline.site;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.slugline.site.Pages.Span;

/** Marks in a text the words that were searched for. */
final class Marks {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private Marks() {}

  /**
   * @param words folded; a text's word that begins with one is marked
   */
  static List<Span> of(String text, List<String> words) {
    var spans = new ArrayList<Span>();
    var found = WORD.matcher(text);
    var end = 0;
    while (found.find()) {
      var folded = Comparison.folded(found.group());
      if (words.stream().map(Comparison::folded).anyMatch(folded::startsWith)) {
        if (found.start() > end) {
          spans.add(new Span("same", text.substring(end, found.start())));
        }
        spans.add(new Span("hit", found.group()));
        end = found.end();
      }
    }
    if (end < text.length()) {
      spans.add(new Span("same", text.substring(end)));
    }
    return spans;
  }
}
