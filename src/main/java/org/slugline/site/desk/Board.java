package org.slugline.site.desk;

import java.util.ArrayList;
import java.util.List;
import org.slugline.access.Scope;
import org.slugline.site.Frame;

/**
 * What stands around a page of the desk, for those who are signed in.
 *
 * @param here path of the entry of the navigation that it belongs to; {@code ""} none
 * @param done what was just done, in words; {@code ""} nothing
 */
record Board(Frame frame, Visit visit, String here, String done) {
  /** An entry of the navigation. */
  record Entry(String path, String key) {}

  /** Only what the editor's token may do. */
  List<Entry> entries() {
    var entries = new ArrayList<Entry>();
    entries.add(new Entry("/desk", "desk.nav.home"));
    if (visit.may(Scope.PUBLISH)) {
      entries.add(new Entry("/desk/articles/new", "desk.nav.new"));
      entries.add(new Entry("/desk/articles", "desk.nav.articles"));
      entries.add(new Entry("/desk/media", "desk.nav.media"));
    }
    if (visit.may(Scope.CURATE)) {
      entries.add(new Entry("/desk/stories", "desk.nav.stories"));
    }
    if (visit.may(Scope.OUTLETS)) {
      entries.add(new Entry("/desk/outlets", "desk.nav.outlets"));
    }
    if (visit.may(Scope.ALL)) {
      entries.add(new Entry("/desk/tokens", "desk.nav.tokens"));
      entries.add(new Entry("/desk/audit", "desk.nav.audit"));
    }
    return entries;
  }

  /** What a field is called, also one of a row: {@code images.0.caption}. */
  String label(String field) {
    var parts = field.split("\\.", -1);
    return parts.length < 3
        ? say("desk.field." + field)
        : say("desk.row." + parts[0], Integer.parseInt(parts[1]) + 1)
            + ": "
            + say("desk.field." + parts[2]);
  }

  boolean may(Scope scope) {
    return visit.may(scope);
  }

  String say(String key, Object... arguments) {
    return frame.say(key, arguments);
  }

  /** What another room says in English, in our language. */
  String said(String english) {
    return frame.said(english);
  }

  String url(String path) {
    return frame.url(path);
  }

  String guard() {
    return visit.guard();
  }
}
