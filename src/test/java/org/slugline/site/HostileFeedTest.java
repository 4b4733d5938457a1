package org.slugline.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.feed.Feed;
import org.slugline.feed.FeedReader;
import org.slugline.feed.Format;
import org.slugline.feed.Reading;
import org.slugline.text.Attacks;
import tools.jackson.databind.json.JsonMapper;

/**
 * What we make of every attack, parsed again by Chromium, holds nothing that runs: {@code mvn
 * -Pbrowser test -Dtest=HostileFeedTest}.
 */
class HostileFeedTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Sets each text as HTML of a page that obeys everything, pokes at what it finds and says what
   * acts.
   */
  private static final String SCRIPT =
      """
      let alerts = 0;
      window.alert = () => { alerts++; };
      const found = [];
      const bad = 'script,style,iframe,frame,object,embed,applet,svg,math,form,input,button,select,'
          + 'textarea,base,meta,link,template,video,audio,dialog,portal';
      function look(text, where) {
        const box = document.createElement('div');
        document.body.append(box);
        box.innerHTML = text;
        for (const e of box.querySelectorAll('*')) {
          if (e.matches(bad)) found.push(where + ' element ' + e.outerHTML.slice(0, 120));
          for (const a of e.attributes) {
            if (/^on|^style$|^srcdoc$|^formaction$/i.test(a.name)
                || (/^(href|src|cite|xlink:href)$/i.test(a.name)
                    && !/^(https?:|mailto:)/i.test(a.value))) {
              found.push(where + ' attribute ' + e.outerHTML.slice(0, 120));
            }
          }
          for (const name of ['focus', 'mouseover', 'error', 'load', 'toggle', 'animationstart'])
            e.dispatchEvent(new Event(name));
        }
        box.remove();
      }
      function xml(text, where, all) {
        const tree = new DOMParser().parseFromString(text, 'text/xml');
        if (tree.querySelector('parsererror')) found.push(where + ' is not well-formed');
        for (const e of tree.querySelectorAll('*')) {
          if (all || e.getAttribute('type') === 'html')
            look([...e.childNodes].filter(n => n.nodeType !== 1).map(n => n.data).join(''), where);
        }
      }
      async function run() {
        texts.forEach(text => look(text, 'page'));
        xml(rss, 'rss', true);
        xml(atom, 'atom', false);
        JSON.parse(json).items.forEach(item => look(item.content_html || '', 'json'));
        await new Promise(done => setTimeout(done, 500));
        return texts.length + ' looked at, ' + alerts + ' alerts; ' + found.slice(0, 5).join(' | ');
      }
      """;

  @TempDir Path dir;

  @BeforeEach
  void onlyWhenAskedFor() {
    assumeTrue(Boolean.getBoolean("slugline.browser") && Browser.isHere());
  }

  @Test
  void chromiumFindsNothingThatRuns() throws Exception {
    var feed = read();
    var texts = new ArrayList<String>();
    for (var entry : feed.entries()) {
      texts.addAll(
          List.of(
              entry.content().markup(), entry.summary().markup(), entry.title().html().markup()));
    }
    try (var browser = new Browser(dir.resolve("profile"))) {
      browser.open(page(feed, texts).toUri().toString());
      assertThat(browser.ask("run()")).isEqualTo(texts.size() + " looked at, 0 alerts; ");
    }
  }

  @Test
  void theLookItselfSeesWhatRuns() throws Exception {
    try (var browser = new Browser(dir.resolve("profile"))) {
      browser.open(page(read(), Attacks.all().subList(0, 20)).toUri().toString());
      assertThat(browser.ask("run()"))
          .contains("page attribute", "onerror")
          .doesNotContain(" 0 al");
    }
  }

  private static Feed read() {
    var items = new StringBuilder();
    for (var attack : Attacks.all()) {
      var text =
          attack
              .replace("&", "&amp;")
              .replace("<", "&lt;")
              .replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "");
      items.append("<item>");
      for (var name :
          List.of("title", "description", "content:encoded", "author", "category", "link")) {
        items.append('<').append(name).append('>').append(text);
        items.append("</").append(name).append('>');
      }
      items.append("</item>");
    }
    var document = "<rss version='2.0'><channel><title>T</title>" + items + "</channel></rss>";
    return switch (FeedReader.read(
        document.getBytes(StandardCharsets.UTF_8), Optional.empty(), "https://p.example/", 9_999)) {
      case Reading.Readable(var feed) -> feed;
      case Reading.Unreadable(var reason) -> throw new AssertionError(reason);
    };
  }

  private Path page(Feed feed, List<String> texts) throws Exception {
    var page = new StringBuilder("<!doctype html><meta charset=utf-8><body><script>");
    page.append("const texts = ").append(literal(texts)).append(';');
    for (var format : Format.values()) {
      var printed = new String(format.write(feed), StandardCharsets.UTF_8);
      page.append("const ").append(format.suffix()).append(" = ").append(literal(printed));
      page.append(';');
    }
    page.append(SCRIPT).append("</script>");
    return Files.writeString(dir.resolve("page.html"), page);
  }

  private static String literal(Object value) {
    return JSON.writeValueAsString(value).replace("<", "\\u003c");
  }
}
