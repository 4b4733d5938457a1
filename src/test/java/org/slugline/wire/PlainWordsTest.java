package org.slugline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slugline.text.Sanitizer;

class PlainWordsTest {
  private static final Pattern TAG = Pattern.compile("</?(\\w*)(?:[^\">]|\"[^\"]*\")*>");
  private static final Pattern UNFIT = Pattern.compile("[\\p{Cs}\\ufffe\\uffff]");
  private static final Pattern BLANKS =
      Pattern.compile("[\\u0000-\\u0020\\u007f-\\u00a0\\u2028\\u2029]+");
  private static final List<String> SCRAPS =
      List.of(
          "Harbour",
          "bridge",
          " ",
          "  ",
          "\n\t",
          "\u00a0",
          "\u2028",
          "\u0085",
          "ö",
          "橋が開く",
          "🌉",
          "\ud83c",
          "\udf09",
          "\ufffe",
          "\u0001",
          "&amp;",
          "&lt;",
          "&quot;",
          "&nbsp;",
          "&shy;",
          "&",
          ";",
          "\"",
          "'",
          "<p>",
          "</p>",
          "<b>",
          "</b>",
          "<br>",
          "<i>",
          "</i>",
          "<li>",
          "<td>",
          "<a href=\"https://x.example/?a=1&amp;b=%3E\" title=\"a > b\">",
          "</a>",
          "<img src=\"https://x.example/1.png\" alt=\"1 > 0\">",
          "<h1>",
          "</h1>",
          "<em",
          ">");

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  private static String soup(Random random) {
    return IntStream.range(0, random.nextInt(30))
        .mapToObj(_ -> SCRAPS.get(random.nextInt(SCRAPS.size())))
        .collect(Collectors.joining());
  }

  private static String folded(String text) {
    return BLANKS.matcher(UNFIT.matcher(text).replaceAll("")).replaceAll(" ").strip();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void blanksAreFoldedAndWhatARowCannotCarryGoes(long seed) {
    var random = new Random(seed);
    for (var i = 0; i < 200; i++) {
      var text = soup(random);
      assertThat(PlainWords.folded(text)).as(text).isEqualTo(folded(text));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theWordsOfMarkupStandApartWhereItsBlocksDo(long seed) {
    var random = new Random(seed);
    for (var i = 0; i < 200; i++) {
      var html = Sanitizer.sanitize(soup(random), "https://base.example/");
      var apart =
          TAG.matcher(html.markup())
              .replaceAll(tag -> List.of("a", "b", "i", "em").contains(tag.group(1)) ? "" : " ");
      var plain =
          apart
              .replace("&lt;", "<")
              .replace("&gt;", ">")
              .replace("&quot;", "\"")
              .replace("&nbsp;", " ")
              .replace("&amp;", "&");
      assertThat(PlainWords.of(html)).as(html.markup()).isEqualTo(folded(plain));
    }
  }
}
