package org.slugline.feed;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Labels of charsets as the web and its authors write them. */
final class Charsets {
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Labels that Java does not know, letters and digits only. */
  private static final Map<String, String> NICKNAMES =
      Map.ofEntries(
          Map.entry("unicode", "UTF-16"),
          Map.entry("utf", "UTF-8"),
          Map.entry("unicode11utf8", "UTF-8"),
          Map.entry("ansi", "windows-1252"),
          Map.entry("win1251", "windows-1251"),
          Map.entry("win1250", "windows-1250"),
          Map.entry("win1252", "windows-1252"),
          Map.entry("xsjis", "Shift_JIS"),
          Map.entry("xeuc", "EUC-JP"),
          Map.entry("xgbk", "GBK"),
          Map.entry("ksc56011987", "EUC-KR"),
          Map.entry("ksc56011989", "EUC-KR"),
          Map.entry("visual", "ISO-8859-8"),
          Map.entry("logical", "ISO-8859-8"),
          Map.entry("iso88598i", "ISO-8859-8"),
          Map.entry("iso88598e", "ISO-8859-8"),
          Map.entry("iso885911", "TIS-620"),
          Map.entry("macintosh", "x-MacRoman"),
          Map.entry("mac", "x-MacRoman"),
          Map.entry("xxbig5", "Big5"),
          Map.entry("cp949", "x-windows-949"),
          Map.entry("uhc", "x-windows-949"),
          Map.entry("koi8u", "KOI8-U"),
          Map.entry("koi", "KOI8-R"));

  /** What the web means when it says the first: the second knows all its letters and more. */
  private static final Map<String, String> WIDER =
      Map.of(
          "GB2312", "GB18030",
          "GBK", "GB18030",
          "Shift_JIS", "windows-31j",
          "EUC-KR", "x-windows-949",
          "Big5", "Big5-HKSCS",
          "TIS-620", "x-windows-874");

  private Charsets() {}

  /** The charset of a label: quotes, blanks, case, hyphens and underscores do not count. */
  static Optional<Charset> of(String label) {
    var plain = label.strip().toLowerCase(Locale.ROOT).replaceAll("^[\"']+|[\"';,]+$", "").strip();
    if (plain.isEmpty() || plain.length() > 40) {
      return Optional.empty();
    }
    if (plain.equals("utf-8")) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    return Optional.ofNullable(Known.BY_BARE_NAME.get(bare(plain)));
  }

  /** The charset to decode with. */
  static Charset wider(Charset charset) {
    var wider = WIDER.get(charset.name());
    return wider != null && Charset.isSupported(wider) ? Charset.forName(wider) : charset;
  }

  /**
   * @param label as given, for charsets that Java knows under a name of its own only
   */
  static String name(Charset charset, String label) {
    if (charset.name().equals("GB2312")) {
      return "gb18030";
    }
    var name = charset.name().toLowerCase(Locale.ROOT);
    return name.startsWith("x-") ? label.strip().toLowerCase(Locale.ROOT) : name;
  }

  private static String bare(String label) {
    var out = new StringBuilder(label.length());
    for (var i = 0; i < label.length(); i++) {
      if (Character.isLetterOrDigit(label.charAt(i))) {
        out.append(label.charAt(i));
      }
    }
    return out.toString();
  }

  /** Made when the first label comes that is not UTF-8. */
  private static final class Known {
    static final Map<String, Charset> BY_BARE_NAME = new HashMap<>();

    static {
      for (var charset : Charset.availableCharsets().values()) {
        if (charset.canEncode() || charset.newDecoder() != null) {
          add(charset.name(), charset);
          charset.aliases().forEach(alias -> add(alias, charset));
        }
      }
      NICKNAMES.forEach((nickname, name) -> {
        if (Charset.isSupported(name)) {
          BY_BARE_NAME.put(nickname, Charset.forName(name));
        }
      });
    }

    private Known() {}

    private static void add(String name, Charset charset) {
      var bare = bare(name.toLowerCase(Locale.ROOT));
      BY_BARE_NAME.putIfAbsent(bare, charset);
      if (bare.startsWith("x")) {
        BY_BARE_NAME.putIfAbsent(bare.substring(1), charset);
      }
      if (bare.startsWith("ibm")) {
        BY_BARE_NAME.putIfAbsent("cp" + bare.substring(3), charset);
        BY_BARE_NAME.putIfAbsent(bare.substring(3), charset);
      }
    }
  }
}
