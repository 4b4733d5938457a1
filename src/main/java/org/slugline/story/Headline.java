package org.slugline.story;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a headline tells, without what its site hangs on it: "BREAKING:" before, " | The Bugle"
 * behind. Of an outlet with few pieces {@link Habits} cannot know these.
 */
final class Headline {
  private static final Pattern LABEL =
      Pattern.compile(
          "^\\W*(?:breaking(?: news)?|just in|developing|update[ds]?|live(?: updates?)?|watch(?:"
              + " live)?|listen|video|photos?"
              + "|pictures|exclusive|alert|urgent|flash|correct(?:ed|ion)|refile|wrapup|rpt|factbox|timeline"
              + "|opinion|analysis|editorial|column|commentary|explainer|report|eilmeldung|liveticker|kommentar|exklusiv|direct|vidéo|alerte|última"
              + " hora|vídeo|diretta|pilne|wideo|терміново|відео|срочно|молния|видео)(?:"
              + " ?\\d{1,2})?\\s*(?:[:|\\])–—]|-(?=\\S*\\p{Lu})| - )\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern LISTEN =
      Pattern.compile("\\s+listen\\s*[·•]\\s*\\d+:\\d+\\s*$", Pattern.CASE_INSENSITIVE);

  /** Behind these stands a site or a section, whatever it is called. */
  private static final List<String> BARS = List.of(" | ", " :: ", " » ", " « ", " • ", " ‹ ");

  /** Behind these a thought may go on: only what is named like a paper is cut. */
  private static final List<String> DASHES = List.of(" - ", " – ", " — ", " · ");

  private static final int LONGEST = 5;
  private static final int LEAST = 3;

  /** A headline in a script without blanks is one word: so many characters tell something. */
  private static final int LEAST_CHARACTERS = 8;

  /** Words that papers, agencies and stations are called by. */
  private static final Set<String> PAPERS =
      Arrays.stream(
              """
              news times post herald star journal tribune gazette chronicle telegraph guardian observer courier mail express mirror sun independent examiner inquirer enquirer bulletin dispatch sentinel register ledger globe magazine radio tv television daily weekly today online media insider review record standard argus advertiser echo bugle digest network
              reuters ap afp upi bbc cnn nbc abc cbs npr pbs cnbc msnbc itv sky bloomberg forbes fortune axios vox slate salon wired politico variety techcrunch mashable gizmodo engadget verge euronews jazeera yahoo msn buzzfeed huffpost newsweek economist itar-tass tass xinhua kyodo pti
              dw spiegel zeit welt faz bild focus stern tagesschau zdf ard orf srf nzz presse kurier zeitung nachrichten sz taz blick tagesspiegel
              monde figaro libération parisien échos franceinfo rfi bfmtv ouest-france mediapart
              país mundo vanguardia abc.es rtve infobae clarín nación efe
              repubblica corriere stampa ansa messaggero rai adnkronos ilpost
              gazeta wyborcza onet interia rzeczpospolita polsat tvn tvn24 pap wprost
              правда новини новости унiан уніан тсн укрінформ суспільне рбк риа тасс известия коммерсант медуза лента
              nos nu telegraaf volkskrant nrc svt aftonbladet expressen dagens nyheter nrk vg politiken folha globo público expresso
              """
                  .strip()
                  .split("\\s+"))
          .collect(toUnmodifiableSet());

  private Headline() {}

  /** The title without labels before it and names of sites behind it. */
  static String of(String title) {
    var told = withoutLabel(title.strip());
    var last = LISTEN.matcher(told);
    if (last.find()) {
      told = told.substring(0, last.start());
    }
    return withoutSite(withoutSite(told));
  }

  private static String withoutLabel(String title) {
    var label = LABEL.matcher(title);
    return label.lookingAt() && isEnough(title.substring(label.end()))
        ? title.substring(label.end())
        : title;
  }

  private static String withoutSite(String title) {
    var bar = last(title, BARS);
    if (bar > 0
        && words(title.substring(bar + 3)) <= LONGEST
        && isEnough(title.substring(0, bar))) {
      return title.substring(0, bar);
    }
    var dash = last(title, DASHES);
    return dash > 0 && isPaper(title.substring(dash + 3)) && isEnough(title.substring(0, dash))
        ? title.substring(0, dash)
        : title;
  }

  private static int last(String title, List<String> separators) {
    var last = -1;
    for (var separator : separators) {
      last = Math.max(last, title.lastIndexOf(separator));
    }
    return last;
  }

  private static boolean isEnough(String head) {
    return words(head) >= LEAST
        || (head.length() >= LEAST_CHARACTERS && head.chars().anyMatch(c -> c > 0xe00));
  }

  /** An address, or a name of few words that a paper is called by. */
  private static boolean isPaper(String tail) {
    var words = tail.strip().split("\\s+");
    if (words.length > LONGEST) {
      return false;
    }
    var isPaper = false;
    for (var word : words) {
      var first = word.codePointAt(0);
      if (Character.isLowerCase(first) && word.length() > LEAST && !word.contains(".")) {
        return false;
      }
      isPaper |= PAPERS.contains(word.toLowerCase(Locale.ROOT)) || isAddress(word);
    }
    return isPaper;
  }

  private static boolean isAddress(String word) {
    var dot = word.lastIndexOf('.');
    return dot > 1
        && word.length() - dot > 2
        && word.substring(dot + 1).chars().allMatch(Character::isLetter);
  }

  private static int words(String text) {
    var words = 0;
    var within = false;
    for (var i = 0; i < text.length(); i++) {
      var isWord = Character.isLetterOrDigit(text.charAt(i));
      words += isWord && !within ? 1 : 0;
      within = isWord;
    }
    return words;
  }
}
