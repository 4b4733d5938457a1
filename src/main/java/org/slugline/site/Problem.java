package org.slugline.site;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An error answer: RFC 9457 under {@code /api} or where JSON is preferred, else a page.
 *
 * @param detail for the reader: what to do about it; never the text of an exception
 * @param errors one for each fault of what was sent, pointer by RFC 6901
 * @param more members of the JSON document that this kind of error has, after all others
 * @param headers that this answer needs, such as {@code Location} or {@code Allow}
 */
public record Problem(
    Trouble trouble,
    String detail,
    List<Fault> errors,
    Map<String, String> headers,
    Map<String, Object> more) {
  /** One fault of a document. */
  public record Fault(String pointer, String detail) {}

  public Problem {
    errors = List.copyOf(errors);
    headers = Map.copyOf(headers);
    more = Map.copyOf(more);
  }

  public static Problem of(Trouble trouble, String detail) {
    return new Problem(trouble, detail, List.of(), Map.of(), Map.of());
  }

  public static Problem notFound(String detail) {
    return of(Trouble.NOT_FOUND, detail);
  }

  static Problem notBuilt() {
    return of(Trouble.NOT_BUILT, "");
  }

  /**
   * @param candidates each an address and the title that the page gives it
   */
  static Problem severalFeeds(List<Map<String, String>> candidates) {
    return new Problem(
        Trouble.SEVERAL_FEEDS,
        "The page names several feeds. Send the address of the one that is meant.",
        List.of(),
        Map.of(),
        Map.of("candidates", candidates));
  }

  static Problem invalid(List<Fault> errors) {
    return new Problem(Trouble.INVALID, "", errors, Map.of(), Map.of());
  }

  public Problem with(String header, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new Problem(trouble, detail, errors, all, more);
  }

  public void answer(Context ctx) {
    Paper.of(ctx).answer(ctx, this);
  }

  /** The members of the JSON document, in order. */
  Map<String, Object> members(String base, String title) {
    var members = new LinkedHashMap<String, Object>();
    members.put("type", base + "/problems/" + trouble.slug());
    members.put("title", title);
    members.put("status", trouble.status());
    if (!detail.isEmpty()) {
      members.put("detail", detail);
    }
    if (!errors.isEmpty()) {
      var list = new ArrayList<Map<String, String>>();
      errors.forEach(
          fault -> list.add(Map.of("pointer", fault.pointer(), "detail", fault.detail())));
      members.put("errors", list);
    }
    members.putAll(more);
    return members;
  }
}
