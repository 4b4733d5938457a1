package org.slugline.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Drafts into what the other rooms see: fallbacks between places, dates read, markup sanitised. */
final class Completion {
  private final Passage.Cleaning cleaning;

  Completion(Passage.Cleaning cleaning) {
    this.cleaning = cleaning;
  }

  Feed feed(Assembly assembly, String encoding) {
    var feed =
        feed(
            assembly.feed(),
            assembly.entries(),
            assembly.format(),
            encoding,
            assembly.contentLanguage());
    return feed.toBuilder()
        .skipHours(hours(assembly.intake().skipHours))
        .skipDays(days(assembly.intake().skipDays))
        .tombstones(assembly.intake().tombstones)
        .build();
  }

  Feed feed(
      Draft draft, List<Draft> entries, String format, String encoding, String outerLanguage) {
    var language = language(draft, outerLanguage);
    return Feed.builder()
        .format(format)
        .encoding(encoding)
        .id(draft.line(Slot.ID))
        .title(draft.passage(Slot.TITLE).text(cleaning))
        .link(draft.line(Slot.LINK))
        .description(draft.passage(Slot.SUMMARY).text(cleaning))
        .language(language)
        .updated(stamp(draft, Slot.UPDATED))
        .published(stamp(draft, Slot.PUBLISHED))
        .created(stamp(draft, Slot.CREATED))
        .authors(draft.authors)
        .contributors(draft.contributors)
        .categories(draft.categories)
        .image(image(draft))
        .icon(draft.line(Slot.ICON))
        .logo(draft.line(Slot.LOGO))
        .rights(draft.passage(Slot.RIGHTS).text(cleaning))
        .license(draft.line(Slot.LICENSE))
        .generator(draft.line(Slot.GENERATOR))
        .publisher(draft.line(Slot.PUBLISHER))
        .ttl(ttl(draft))
        .updatePeriod(period(draft))
        .links(draft.links)
        .entries(entries.stream().map(entry -> entry(entry, language)).toList())
        .build();
  }

  private Entry entry(Draft draft, String feedLanguage) {
    var summary = draft.passage(Slot.SUMMARY);
    var content = draft.passage(Slot.CONTENT);
    var media =
        draft.files.stream()
            .map(file -> file.own().within(file.group(), draft.mediaForAll))
            .toList();
    var updated = stamp(draft, Slot.UPDATED);
    var published = stamp(draft, Slot.PUBLISHED);
    return Entry.builder()
        .id(draft.line(Slot.ID))
        .guidIsLink(draft.guidIsLink)
        .link(draft.line(Slot.LINK))
        .title(draft.passage(Slot.TITLE).text(cleaning))
        .summary(summary.html(cleaning))
        .summaryType(summary.mime())
        .content(content.html(cleaning))
        .contentType(content.isEmpty() ? draft.contentMime : content.mime())
        .contentSrc(draft.contentSrc)
        .published(published.raw().isEmpty() && draft.dublinDate() ? updated : published)
        .updated(updated)
        .created(stamp(draft, Slot.CREATED))
        .authors(draft.authors)
        .contributors(draft.contributors)
        .categories(draft.categories)
        .language(language(draft, feedLanguage))
        .links(draft.links)
        .enclosures(draft.enclosures)
        .media(media)
        .image(picture(draft, media))
        .comments(draft.line(Slot.COMMENTS))
        .source(draft.source.map(this::source))
        .rights(draft.passage(Slot.RIGHTS).text(cleaning))
        .license(draft.line(Slot.LICENSE))
        .publisher(draft.line(Slot.PUBLISHER))
        .build();
  }

  private Source source(Draft draft) {
    return new Source(
        draft.passage(Slot.TITLE).text(cleaning).plain(),
        draft.line(Slot.LINK),
        draft.line(Slot.ID),
        stamp(draft, Slot.UPDATED).at());
  }

  private static String language(Draft draft, String outer) {
    var said = draft.line(Slot.LANGUAGE);
    return !said.isEmpty() ? said : draft.spokenLanguage.isEmpty() ? outer : draft.spokenLanguage;
  }

  private static Stamp stamp(Draft draft, Slot slot) {
    var raw = draft.line(slot);
    return raw.isEmpty() ? Stamp.NONE : new Stamp(FeedDate.read(raw), raw);
  }

  private static Optional<Image> image(Draft draft) {
    if (draft.image.isPresent() && !draft.image.orElseThrow().url().isEmpty()) {
      return draft.image;
    }
    var url = draft.line(Slot.IMAGE).isEmpty() ? draft.line(Slot.LOGO) : draft.line(Slot.IMAGE);
    return url.isEmpty() ? draft.image : Optional.of(new Image(url, "", ""));
  }

  private static String picture(Draft draft, List<Media> media) {
    var said = draft.line(Slot.IMAGE);
    if (!said.isEmpty()) {
      return said;
    }
    if (!draft.mediaForAll.thumbnail.isEmpty()) {
      return draft.mediaForAll.thumbnail;
    }
    for (var one : media) {
      if (one.medium().equals("image") && !one.url().isEmpty()) {
        return one.url();
      }
    }
    for (var one : media) {
      if (!one.thumbnail().isEmpty()) {
        return one.thumbnail();
      }
    }
    for (var enclosure : draft.enclosures) {
      if (enclosure.type().startsWith("image/")) {
        return enclosure.url();
      }
    }
    return "";
  }

  private static OptionalInt ttl(Draft draft) {
    return Numbers.whole(draft.line(Slot.TTL)).map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  private static Optional<Duration> period(Draft draft) {
    var unit =
        switch (draft.line(Slot.UPDATE_PERIOD).toLowerCase(Locale.ROOT)) {
          case "hourly" -> 1L;
          case "daily" -> 24L;
          case "weekly" -> 24L * 7;
          case "monthly" -> 24L * 30;
          case "yearly" -> 24L * 365;
          default -> 0L;
        };
    var times = Numbers.whole(draft.line(Slot.UPDATE_FREQUENCY)).orElse(1);
    return unit == 0 || times == 0
        ? Optional.empty()
        : Optional.of(Duration.ofHours(unit).dividedBy(times));
  }

  private static Set<Integer> hours(List<Integer> said) {
    var hours = new HashSet<Integer>();
    for (var hour : said) {
      if (hour <= 24) {
        hours.add(hour % 24);
      }
    }
    return hours;
  }

  private static Set<DayOfWeek> days(List<String> said) {
    var days = new HashSet<DayOfWeek>();
    for (var day : DayOfWeek.values()) {
      if (said.stream().anyMatch(day.name()::equalsIgnoreCase)) {
        days.add(day);
      }
    }
    return days;
  }
}
