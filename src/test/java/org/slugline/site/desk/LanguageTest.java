package org.slugline.site.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.kit.LoopbackOutlet;
import org.slugline.kit.Running;

/** What other rooms find is said in the language of the newsroom. */
class LanguageTest {
  @TempDir Path dir;

  @Test
  void theDoctorTheAuditAndWhatIsWrongSpeakTheNewsroomsLanguage() throws Exception {
    try (var outlet = new LoopbackOutlet().then(200, Map.of("Content-Type", "text/html"), "<p>x");
        var running = german(outlet).reads(outlet);
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      running.round();
      assertThat(editor.open("/desk").text(".attention"))
          .contains("was er schickt, ist kein Feed (einmal)");
      assertThat(editor.open("/desk/outlets").text("tbody")).contains("ist kein Feed (einmal)");
      assertThat(editor.open("/desk/outlets/1").text("main"))
          .contains("Den Feed neu suchen: slugline outlets add --discover", "kein Feed")
          .doesNotContain("not a feed", "Open the address");
      assertThat(editor.open("/outlets/1").text("main"))
          .contains("kein Feed")
          .doesNotContain("not a feed");
      var refused =
          editor.send(
              editor
                  .open("/desk/articles/new")
                  .form("release")
                  .with("headline", "Die Brücke öffnet")
                  .with("body", "Heute.")
                  .with("slug", "Nicht So"));
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.text("#f-slug-flaw"))
          .isEqualTo(
              "`Nicht So` taugt nicht als Adresse. Kleinbuchstaben, Ziffern und Bindestriche"
                  + " nehmen, etwa nicht-so.");
      editor.send(refused.form("release").with("slug", "bruecke"));
      assertThat(editor.open("/desk/audit").text("tbody"))
          .contains("veröffentlichte: Artikel 1", "meldete sich an: Redaktion");
    }
  }

  private Running german(LoopbackOutlet outlet) {
    return new Running(
        dir,
        Running.MORNING,
        Map.of(
            "masthead.language",
            "de",
            "wire.allow-internal",
            List.of("127.0.0.1:" + URI.create(outlet.url("/")).getPort())));
  }
}
