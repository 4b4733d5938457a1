package org.slugline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThemeTest {
  @TempDir Path dir;

  @Test
  void aFolderDressesThePagesAndItsMarkupIsMadeSafe() throws Exception {
    Files.writeString(dir.resolve("theme.css"), ":root { --red: #060; }");
    Files.writeString(
        dir.resolve("logo.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>");
    Files.writeString(
        dir.resolve("header.html"), "<p>A note <script>alert(1)</script><b>to readers</b></p>");
    Files.writeString(dir.resolve("footer.html"), "<p onclick=\"x()\">Printed by us</p>");
    var page = printed(Optional.of(dir));
    assertThat(page)
        .containsPattern("<link rel=\"stylesheet\" href=\"/assets/theme\\.")
        .containsPattern("<img class=\"logo\" src=\"/assets/logo\\.")
        .contains("<b>to readers</b>", "Printed by us")
        .doesNotContain("alert(1)", "onclick");
  }

  @Test
  void withoutOneTheHouseWearsItsOwn() {
    assertThat(printed(Optional.empty()))
        .doesNotContain("theme.", "class=\"logo\"", "class=\"theme\"");
  }

  private static String printed(Optional<Path> theme) {
    var masthead = Samples.masthead("https://gazette.example", "en");
    var paper = new Paper(masthead, new Answers(Duration.ZERO), theme);
    return Print.page(new Pages.Feeds(Frame.of(paper, "Feeds", "/feeds"), List.of()));
  }
}
