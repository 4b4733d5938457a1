package org.slugline.site;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What all JSON answers share: lists with their next page, limits, and access from any origin. */
final class ApiAnswers {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  private final Paper paper;

  ApiAnswers(Paper paper) {
    this.paper = paper;
  }

  /** A public answer. */
  void open(Context ctx, Object value) {
    ctx.header("Access-Control-Allow-Origin", "*");
    paper.answers().text(ctx, "application/json", paper.json(value));
  }

  /** An editor's answer, which nobody keeps. */
  void closed(Context ctx, int status, Object value) {
    paper.answers().unkept(ctx, status, "application/json", paper.json(value));
  }

  /**
   * @param next what {@code before} is to be on the next page
   */
  void list(Context ctx, List<?> items, Optional<String> next) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("items", items);
    answer.put("next", next.map(cursor -> page(ctx, cursor)).orElse(null));
    open(ctx, answer);
  }

  /** Rows that stand before a place, newest first, so many at most. */
  interface Rows<T> {
    List<T> before(Moment place, int limit);
  }

  /**
   * A list in order of time, newest first, with the address of what follows.
   *
   * @param rows asked for one more than is printed, to see whether anything follows
   * @param place where a row stands; empty ends the list
   */
  <T> void dated(
      Context ctx, Rows<T> rows, Function<T, Optional<Moment>> place, Function<T, ?> print) {
    var start = before(ctx, Moment.START, Moment::of);
    var limit = start.isEmpty() ? Optional.<Integer>empty() : limit(ctx);
    if (limit.isEmpty()) {
      return;
    }
    var most = limit.get();
    var list = rows.before(start.get(), most + 1);
    var page = list.size() > most ? list.subList(0, most) : list;
    var next =
        list.size() > most
            ? place.apply(page.getLast()).map(Moment::text)
            : Optional.<String>empty();
    list(ctx, page.stream().map(print).toList(), next);
  }

  private String page(Context ctx, String cursor) {
    var query = new LinkedHashMap<String, String>();
    ctx.queryParamMap().forEach((name, values) -> query.put(name, values.getFirst()));
    query.put("before", cursor);
    var pairs =
        query.entrySet().stream()
            .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()));
    return paper.url(ctx.path() + "?" + String.join("&", pairs.toList()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** {@code ?limit=}, 1 to 200; empty when it is none, and then the answer is given. */
  Optional<Integer> limit(Context ctx) {
    var said = ctx.queryParam("limit");
    if (said == null) {
      return Optional.of(USUAL);
    }
    if (said.matches("\\d{1,3}") && Integer.parseInt(said) >= 1 && Integer.parseInt(said) <= MOST) {
      return Optional.of(Integer.valueOf(said));
    }
    Problem.of(Trouble.BAD_REQUEST, "limit must be a number from 1 to 200.").answer(ctx);
    return Optional.empty();
  }

  /**
   * {@code ?before=}; empty when no list of ours said it, and then the answer is given.
   *
   * @param start where a list begins
   */
  <T> Optional<T> before(Context ctx, T start, Function<String, Optional<T>> reader) {
    var said = query(ctx, "before");
    var place = said.isEmpty() ? Optional.of(start) : reader.apply(said);
    if (place.isEmpty()) {
      Problem.of(
              Trouble.BAD_REQUEST,
              "before must be what `next` of the page before it said; leave it out to begin.")
          .answer(ctx);
    }
    return place;
  }

  static String query(Context ctx, String name) {
    var value = ctx.queryParam(name);
    return value == null ? "" : value.strip();
  }

  /** Puts what is known and leaves out what is not. */
  static void put(Map<String, Object> object, String name, Object value) {
    switch (value) {
      case Optional<?> maybe -> maybe.ifPresent(known -> put(object, name, known));
      case String text when text.isEmpty() -> {}
      case java.time.Instant at -> object.put(name, at.toString());
      default -> object.put(name, value);
    }
  }
}
