package org.slugline.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One format for all: {@code ./mvnw test -Dtest=FormatTest -Dformat=write} mends the files. */
class FormatTest {
  @Test
  @Timeout(300) // all the sources, beside all the other tests
  void everyFileIsFormattedAsGoogleJavaFormatWould() throws IOException, FormatterException {
    var write = "write".equals(System.getProperty("format"));
    var crooked = new ArrayList<Path>();
    for (var file : sources()) {
      var is = Files.readString(file);
      var shouldBe = new Formatter().formatSourceAndFixImports(is);
      if (!is.equals(shouldBe)) {
        if (write) {
          Files.writeString(file, shouldBe);
        } else {
          crooked.add(file);
        }
      }
    }
    assertThat(crooked).as("mend with ./mvnw test -Dtest=FormatTest -Dformat=write").isEmpty();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> walk = Files.walk(Path.of("src"))) {
      return walk.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
  }
}
