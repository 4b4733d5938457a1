package org.slugline.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** Words of a language, the first the commonest, and headlines made of them after Zipf. */
final class Phrases {
  private static final int WORDS = 20_000;

  private final String language;
  private final String[] words;
  private final String between;

  private Phrases(String language, String[] words, String between) {
    this.language = language;
    this.words = words;
    this.between = between;
  }

  String language() {
    return language;
  }

  /** Ten languages, as often as they stand in the list. */
  static List<Phrases> all() throws IOException {
    var english = new Phrases("en", english(), " ");
    return List.of(
        english,
        made("de", "ver ge schen ung stadt kräf über lich tag mei ner wahl ße land rung bau"),
        english,
        made("fr", "é la tion pré mi ère gou ver ne ment par ti ç ais vil le sé nat jour"),
        english,
        made("es", "go bier no ciu dad ción el pre si den te año mun do rá ña des po la"),
        english,
        made("it", "go ver no cit tà zio ne pre sta to gior na le per ché mi ni stro a"),
        english,
        made("pt", "go ver no ção ci da de pre si den te mun di al ã o jo gos le i"),
        english,
        made("pl", "rzą d mia sto pre zy dent wy bor y świat dzie ń kra j ą no ść pol"),
        english,
        made("sv", "re ger ing stad sta ts mi nis ter val da gen å ret vä rld ö ster"),
        english,
        made("ru", "пра ви тель ство го род пре зи дент ми р вы бо ры день но вос ти"),
        english,
        new Phrases(
            "ja", made(new Random(9), "東 京 都 市 大 臣 政 府 選 挙 新 聞 日 本 国 会".split(" "), 1), ""));
  }

  private static Phrases made(String language, String syllables) {
    var random = new Random(language.hashCode());
    return new Phrases(language, made(random, syllables.split(" "), 2), " ");
  }

  private static String[] made(Random random, String[] syllables, int least) {
    return IntStream.range(0, WORDS)
        .mapToObj(_ ->
            IntStream.range(0, least + random.nextInt(3))
                .mapToObj(_ -> syllables[random.nextInt(syllables.length)])
                .reduce("", String::concat))
        .toArray(String[]::new);
  }

  /** Of the counts that we ship, the commonest that are words. */
  private static String[] english() throws IOException {
    record Counted(String word, int count) {}
    var all = new ArrayList<Counted>();
    var in = Phrases.class.getResourceAsStream("counts.tsv.gz");
    if (in == null) {
      throw new IllegalStateException("counts.tsv.gz is missing");
    }
    try (var lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
      lines
          .lines()
          .map(line -> line.split("\t"))
          .filter(parts -> parts.length == 2 && parts[0].matches("[a-z]{3,}"))
          .forEach(parts -> all.add(new Counted(parts[0], Integer.parseInt(parts[1]))));
    }
    all.sort(Comparator.comparingInt(Counted::count).reversed().thenComparing(Counted::word));
    return all.stream().limit(WORDS).map(Counted::word).toArray(String[]::new);
  }

  private String word(Random random) {
    return words[(int) (words.length * Math.pow(random.nextDouble(), 2.5))];
  }

  String text(Random random, int count) {
    var out = new StringBuilder(count * 8);
    for (var i = 0; i < count; i++) {
      out.append(i == 0 ? "" : between).append(word(random));
    }
    return out.toString();
  }

  /**
   * A headline about a story: most of its words, in their order, and one or two of the outlet's
   * own.
   */
  String headline(int story, Random own) {
    var of = new Random(story * 7919L);
    var out = new StringBuilder();
    for (var i = 0; i < 8; i++) {
      var shared = word(of);
      var said = own.nextInt(4) == 0 ? word(own) : shared;
      out.append(out.isEmpty() ? "" : between).append(said);
    }
    return Character.toUpperCase(out.charAt(0)) + out.substring(1);
  }
}
