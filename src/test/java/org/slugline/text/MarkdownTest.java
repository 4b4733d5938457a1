package org.slugline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  @Test
  void markdownBecomesMarkup() {
    assertThat(
            html(
                "# Head\n\n"
                    + "A *b* **c** `d<e` [f](/g \"t\")\n\n"
                    + "1. x\n"
                    + "2. y\n\n"
                    + "> q\n\n"
                    + "```java\n"
                    + "x < y\n"
                    + "```"))
        .isEqualTo(
            "<h1>Head</h1>\n<p>A <em>b</em> <strong>c</strong> <code>d&lt;e</code>"
                + " <a href=\"https://post.example/g\" title=\"t\">f</a></p>\n"
                + "<ol>\n<li>x</li>\n<li>y</li>\n</ol>\n<blockquote>\n<p>q</p>\n</blockquote>\n"
                + "<pre><code>x &lt; y\n</code></pre>");
  }

  @Test
  void tablesAreDrawnWithPipes() {
    assertThat(html("Before\n\n| A | B |\n|:--|--:|\n| *1* | a \\| b |\n| 2 |\n\nAfter"))
        .isEqualTo(
            "<p>Before</p>\n"
                + "<table><thead><tr><th align=\"left\">A</th><th"
                + " align=\"right\">B</th></tr></thead><tbody><tr><td"
                + " align=\"left\"><em>1</em></td><td align=\"right\">a | b</td></tr><tr><td"
                + " align=\"left\">2</td><td align=\"right\"></td></tr></tbody></table>\n"
                + "<p>After</p>");
    assertThat(html("text\nA|B\n-|-\n1|2"))
        .startsWith("<p>text</p>\n<table>")
        .contains("<td>2</td>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A | B", "A\n---", "A | B\n---", "A\n:-- | x", "| A |\n\n|---|"})
  void whatIsNoTableIsNone(String markdown) {
    assertThat(html(markdown)).doesNotContain("<table>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x](javascript:alert(1))", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
        "[x](<java script:alert(1)>)", "![x](data:text/html,x)", "<a href='javascript:x'>y</a>",
        "|<script>|b|\n|-|-|\n|<svg onload=x>|c|", "[a]: javascript:x\n\n[a]"
      })
  void rawMarkupPassesTheSanitiser(String markdown) {
    Reread.isHarmless(html(markdown));
    assertThat(html(markdown))
        .doesNotContain("javascript:")
        .doesNotContain("<s")
        .doesNotContain("onerror");
  }

  @ParameterizedTest
  @ValueSource(strings = {"> ", "- ", "*a ", "[", "![a](", "`", "|a", "<b>", "a|b\n-|-\n", "**a_"})
  void aFloodStaysWithinBounds(String piece) {
    var flood = piece.repeat(200_000 / piece.length());
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> assertThat(html(flood)).isNotNull());
  }

  private static String html(String markdown) {
    return Markdown.toHtml(markdown, "https://post.example/").markup();
  }
}
