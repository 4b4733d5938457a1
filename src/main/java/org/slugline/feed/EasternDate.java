package org.slugline.feed;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A date as China, Japan and Korea write it, in the signs of the West.
 *
 * @param text with hyphens and colons for year, month, day and time signs, and common digits
 * @param offset minutes east of Greenwich where no zone is given: each of the three has one zone,
 *     and who writes in its way means it; else 0
 */
record EasternDate(String text, int offset) {
  /** Years before the first of an era. */
  private static final Map<String, Integer> ERAS =
      Map.of("令和", 2018, "平成", 1988, "昭和", 1925, "民國", 1911, "民国", 1911);

  private static final Pattern ERA = Pattern.compile("(令和|平成|昭和|民國|民国)\\s*(元|\\d{1,3})\\s*-");

  static EasternDate of(String raw) {
    for (var i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) >= 0x1100) {
        return new EasternDate(withCommonYears(signs(raw)), home(raw));
      }
    }
    return new EasternDate(raw, 0);
  }

  private static int home(String raw) {
    var korean = raw.indexOf('년') >= 0 || raw.contains("오전") || raw.contains("오후");
    var japanese = raw.indexOf('曜') >= 0 || raw.contains("午前") || raw.contains("午後");
    var chinese = raw.contains("上午") || raw.contains("下午") || raw.contains("星期");
    return korean || japanese ? 9 * 60 : chinese ? 8 * 60 : 0;
  }

  private static String signs(String raw) {
    var out = new StringBuilder(raw.length());
    for (var i = 0; i < raw.length(); i++) {
      var c = raw.charAt(i);
      switch (c) {
        case '年', '년', '月', '월' -> out.append('-');
        case '日', '号', '號', '일' -> out.append(' ');
        case '時', '时', '点', '點', '시' -> out.append(':');
        case '分', '분' -> out.append(clockGoesOn(raw, i) ? ':' : ' ');
        case '秒', '초' -> out.append(' ');
        default -> out.append(c >= '０' && c <= '９' ? (char) (c - '０' + '0') : c);
      }
    }
    return out.toString();
  }

  private static boolean clockGoesOn(String raw, int at) {
    var next = raw.substring(at + 1).stripLeading();
    return !next.isEmpty() && Character.isDigit(next.charAt(0));
  }

  private static String withCommonYears(String text) {
    return ERA.matcher(text)
        .replaceAll(era -> {
          var year = era.group(2).equals("元") ? 1 : Integer.parseInt(era.group(2));
          return ERAS.getOrDefault(era.group(1), 0) + year + "-";
        });
  }
}
