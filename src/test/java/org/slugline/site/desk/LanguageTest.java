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
        var running = in("de", outlet).reads(outlet);
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

  @Test
  void aDeskWithoutTheNewsroomsLanguageIsMarkedAsEnglish() throws Exception {
    try (var outlet = new LoopbackOutlet();
        var running = in("ar", outlet);
        var editor = new Editor(running)) {
      assertThat(desk(editor.open("/desk/sign-in"))).isEqualTo("ar rtl en ltr");
      editor.signIn(Running.EDITOR);
      var form = editor.open("/desk/articles/new").form("preview");
      var preview = editor.send(form.with("headline", "الجسر يفتح").with("body", "اليوم."));
      assertThat(desk(preview)).isEqualTo("ar rtl en ltr");
      assertThat(preview.html().select(".proof[lang=ar][dir=rtl] h1").text())
          .isEqualTo("الجسر يفتح");
      var saved = editor.send(preview.form("save"));
      assertThat(saved.html().select("h1[lang=ar]").text()).isEqualTo("الجسر يفتح");
    }
  }

  @Test
  void aDeskThatHasTheNewsroomsLanguageIsNot() throws Exception {
    try (var outlet = new LoopbackOutlet();
        var running = in("de-AT", outlet);
        var editor = new Editor(running)) {
      assertThat(desk(editor.open("/desk/sign-in"))).isEqualTo("de-AT ltr");
    }
  }

  /** Language and direction of the page and of the desk on it. */
  private static String desk(Editor.Page page) {
    var html = page.html().expectFirst("html");
    var desk = page.html().expectFirst(".desk");
    return (html.attr("lang")
            + " "
            + html.attr("dir")
            + " "
            + desk.attr("lang")
            + " "
            + desk.attr("dir"))
        .strip();
  }

  private Running in(String language, LoopbackOutlet outlet) {
    return new Running(
        dir,
        Running.MORNING,
        Map.of(
            "masthead.language",
            language,
            "wire.allow-internal",
            List.of("127.0.0.1:" + URI.create(outlet.url("/")).getPort())));
  }
}
