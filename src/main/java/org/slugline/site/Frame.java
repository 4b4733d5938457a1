package org.slugline.site;

import java.util.List;

/**
 * What stands around one page.
 *
 * @param title of the document, without the newsroom's name
 * @param path its own address, without the base
 * @param place which entry of the navigation it belongs to; "" none
 * @param feed path of its feeds without suffix, such as {@code /stories/k7f/feed}, with the query
 *     of a search behind it; "" none
 * @param feedTitle what its feed is called; "" none
 * @param previous path of the newer page of a list; "" none
 * @param next path of the older one; "" none
 * @param indexed whether search engines may keep it
 */
public record Frame(
    Paper paper,
    String title,
    String path,
    String place,
    String description,
    String feed,
    String feedTitle,
    String previous,
    String next,
    boolean indexed,
    String data,
    List<Meta> metas) {
  /** One OpenGraph or similar property. */
  public record Meta(String property, String content) {}

  public static Frame of(Paper paper, String title, String path) {
    return new Frame(paper, title, path, "", "", "", "", "", "", true, "", List.of());
  }

  public Frame at(String where) {
    return new Frame(
        paper,
        title,
        path,
        where,
        description,
        feed,
        feedTitle,
        previous,
        next,
        indexed,
        data,
        metas);
  }

  public Frame described(String words) {
    return new Frame(
        paper, title, path, place, words, feed, feedTitle, previous, next, indexed, data, metas);
  }

  Frame followed(String feedPath, String called) {
    return new Frame(
        paper,
        title,
        path,
        place,
        description,
        feedPath,
        called,
        previous,
        next,
        indexed,
        data,
        metas);
  }

  Frame paged(String newer, String older) {
    return new Frame(
        paper,
        title,
        path,
        place,
        description,
        feed,
        feedTitle,
        newer,
        older,
        indexed,
        data,
        metas);
  }

  public Frame hidden() {
    return new Frame(
        paper,
        title,
        path,
        place,
        description,
        feed,
        feedTitle,
        previous,
        next,
        false,
        data,
        metas);
  }

  /**
   * @param json a JSON-LD document; made safe to stand in a page here
   */
  Frame told(String json, List<Meta> properties) {
    return new Frame(
        paper,
        title,
        path,
        place,
        description,
        feed,
        feedTitle,
        previous,
        next,
        indexed,
        json.replace("<", "\\u003c").replace("\u2028", "\\u2028"),
        properties);
  }

  /**
   * The whole address of its feed.
   *
   * @param form {@code rss}, {@code atom} or {@code json}
   */
  public String followAs(String form) {
    var query = feed.indexOf('?');
    return url(
        query < 0
            ? feed + "." + form
            : feed.substring(0, query) + "." + form + feed.substring(query));
  }

  /** The document's title: the page's own, then ours. */
  public String fullTitle() {
    var ours = paper.masthead().title();
    return title.isEmpty() ? ours : title + " · " + ours;
  }

  public String say(String key, Object... arguments) {
    return paper.say(key, arguments);
  }

  /** See {@link Paper#said}. */
  public String said(String english) {
    return paper.said(english);
  }

  public String url(String to) {
    return paper.url(to);
  }
}
