package org.slugline.desk;

import java.util.Map;
import java.util.TreeMap;

/** What of an archive is not taken along, counted: nobody shall believe that all came. */
final class LeftBehind {
  private static final String COMMENT = "<wp:comment>";

  private final Map<String, Integer> counts = new TreeMap<>();

  void post(WordPress.Post post) {
    var posts = post.status().equals("trash") ? "posts in the trash" : post.status() + " posts";
    count(post.type().equals("post") ? posts : post.type() + "s");
  }

  void comments(String item) {
    for (var at = item.indexOf(COMMENT); at >= 0; at = item.indexOf(COMMENT, at + 1)) {
      count("comments");
    }
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  Map<String, Integer> counts() {
    return counts;
  }
}
