package org.slugline.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slugline.site.Pages.Span;
import org.slugline.story.Terms;

/** Headlines laid side by side: what most say, and what only one says. */
final class Comparison {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}]+)?");
  private static final int LONG_ENOUGH = 3;

  private final Map<String, Integer> uses = new HashMap<>();
  private final int headlines;

  /**
   * @param headlines one from each outlet
   */
  Comparison(List<String> headlines) {
    this.headlines = headlines.size();
    for (var headline : headlines) {
      var seen = new HashSet<String>();
      WORD.matcher(headline).results().forEach(word -> seen.add(Terms.of(word.group())));
      seen.forEach(word -> uses.merge(word, 1, Integer::sum));
    }
  }

  /**
   * The headline in spans: {@code shared}, {@code own} and {@code same}. Words of one kind that
   * follow each other are one span, with what stands between them.
   */
  List<Span> of(String headline) {
    var spans = new ArrayList<Span>();
    var words = WORD.matcher(headline);
    var end = 0;
    while (words.find()) {
      var between = headline.substring(end, words.start());
      var kind = kind(Terms.of(words.group()));
      var goesOn = !spans.isEmpty() && spans.getLast().kind().equals(kind);
      add(spans, goesOn ? kind : "same", between);
      add(spans, kind, words.group());
      end = words.end();
    }
    add(spans, "same", headline.substring(end));
    return spans;
  }

  private String kind(String word) {
    var count = uses.getOrDefault(word, 0);
    if (headlines < 3) {
      return "same";
    }
    if (count * 2 >= headlines && count > 1) {
      return "shared";
    }
    var telling = word.length() > LONG_ENOUGH || Character.isDigit(word.charAt(0));
    return count == 1 && telling ? "own" : "same";
  }

  private static void add(List<Span> spans, String kind, String text) {
    if (text.isEmpty()) {
      return;
    }
    var goesOn = !spans.isEmpty() && spans.getLast().kind().equals(kind);
    spans.add(new Span(kind, goesOn ? spans.removeLast().text() + text : text));
  }
}
