package org.slugline.edition;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.slugline.feed.Category;
import org.slugline.feed.Enclosure;
import org.slugline.feed.Entry;
import org.slugline.feed.Feed;
import org.slugline.feed.Link;
import org.slugline.feed.Media;
import org.slugline.feed.Person;
import org.slugline.feed.Source;
import org.slugline.feed.Stamp;
import org.slugline.feed.Text;
import org.slugline.feed.Tombstone;
import org.slugline.text.Sanitizer;

/** Articles whose every text is out to break something; the same for the same seed. */
final class Hostile {
  private static final String[] SHARDS = {
    "plain words",
    "]]>",
    "<![CDATA[",
    "</item><item>",
    "<script>alert(1)</script>",
    "&amp;amp;",
    "&",
    "<",
    "\"'>",
    "\u0000",
    "\u0007\u001b[31m",
    "\u0085",
    "\u2028",
    "\ud83d",
    "\udc4d",
    "👍🏽",
    "👩‍👩‍👧",
    "שלום עולם",
    "\u202e desrever",
    "مرحبا",
    "\ufffe",
    "\uffff",
    "\ufeff",
    "\r\n",
    "\t",
    "\u00a0",
    "Zalgo h̷̡e̴",
    "&#0;",
    "&#xD800;",
    "%00",
    "<!--",
    "--!>",
    "?>",
    "<?xml",
    "{{7*7}}",
    "\\u0000",
    "𝕏𝕐",
    "e\u0301",
    "ﬁ",
    "\u200b",
    "javascript:alert(1)",
    "<a href=\"javascript:x\">y</a>",
    ""
  };

  private static final String[] LANGUAGES = {
    "en", "he", "", "en-GB", "xx", "zh-Hant-TW", "not a tag"
  };

  private static final String[] ADDRESSES = {
    "https://o.example/1",
    "https://o.example/ü?a=b|c d",
    "https://bücher.example/[x]{y}^`\"<>\\",
    "https://o.example/%zz%20%",
    "https://o.example/\u202e\ud83d👍"
  };

  private final Random random;

  Hostile(long seed) {
    random = new Random(seed);
  }

  Feed feed(int entries) {
    var list = new ArrayList<Entry>();
    for (var number = 0; number < entries; number++) {
      list.add(entry(number));
    }
    var page = "https://news.example/";
    return Feed.builder()
        .id(page)
        .title(new Text.Plain(text(4)))
        .description(new Text.Plain(text(6)))
        .link(page)
        .language("en")
        .updated(Stamp.of(time()))
        .authors(List.of(new Person("The desk", "desk@news.example", "")))
        .rights(new Text.Plain(text(3)))
        .links(List.of(new Link(page + "feed.x", "self", "text/x", "", "", OptionalLong.empty())))
        .tombstones(List.of(new Tombstone("tag:news.example,2026:gone", time(), text(3))))
        .entries(list)
        .build();
  }

  private Entry entry(int number) {
    var entry =
        Entry.builder()
            .id("tag:news.example,2026-03-02:" + number)
            .link("https://news.example/articles/" + number)
            .title(new Text.Plain(random.nextInt(200) == 0 ? text(20_000) : text(5)))
            .summary(Sanitizer.escape(text(8)))
            .content(Sanitizer.sanitize("<p>" + text(30) + "</p>", "https://news.example/"))
            .published(random.nextInt(20) == 0 ? Stamp.NONE : Stamp.of(time()))
            .updated(random.nextInt(20) == 0 ? Stamp.NONE : Stamp.of(time()))
            .authors(
                random.nextBoolean()
                    ? List.of()
                    : List.of(new Person(text(2) + " <x@news.example>", "", "")))
            .categories(List.of(new Category(text(2), "", text(2)), new Category("", "", "")))
            .language(LANGUAGES[random.nextInt(LANGUAGES.length)])
            .rights(new Text.Plain(text(2)));
    if (random.nextBoolean()) {
      entry.media(List.of(media(address(), "image"), media("", "video")));
    }
    if (random.nextInt(4) == 0) {
      var file = new Enclosure(address(), "audio/mpeg", OptionalLong.of(12_345));
      entry.enclosures(List.of(file, file));
    }
    if (random.nextInt(4) == 0) {
      entry.source(Optional.of(new Source(text(2), address(), address(), Optional.of(time()))));
    }
    if (random.nextInt(4) == 0) {
      entry.links(
          List.of(new Link(address(), "related", "text/html", text(4), "", OptionalLong.empty())));
    }
    return entry.build();
  }

  private Media media(String url, String medium) {
    return new Media(
        url,
        medium,
        url.isEmpty() ? "" : "image/jpeg",
        OptionalLong.of(random.nextInt(3)),
        Optional.of(Duration.ofSeconds(random.nextInt(500))),
        OptionalInt.of(random.nextInt(3)),
        OptionalInt.empty(),
        text(2),
        text(6),
        text(2),
        text(2),
        text(2),
        "");
  }

  private String address() {
    return ADDRESSES[random.nextInt(ADDRESSES.length)];
  }

  private Instant time() {
    return Instant.ofEpochSecond(
        random.nextInt(50) == 0 ? random.nextLong(1L << 40) - (1L << 39) : random.nextInt());
  }

  String text(int shards) {
    var text = new StringBuilder();
    for (var count = random.nextInt(shards + 1); count >= 0; count--) {
      text.append(SHARDS[random.nextInt(SHARDS.length)]).append(random.nextBoolean() ? " " : "");
    }
    return text.toString();
  }
}
