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
      named(
          "UTF-8: utf unicode11utf8 xunicode20utf8 u8",
          "UTF-16: unicode ucs2 iso10646ucs2 u16 csunicode",
          "UTF-32: ucs4 iso10646ucs4 u32 csucs4",
          "US-ASCII: us ascii8",
          "windows-1252: ansi win1252 1252 xansi",
          "windows-1250: win1250 1250",
          "windows-1251: win1251 1251 kz1048 rk1048 strk10482002 ptcp154 csptcp154 pt154 cp154"
              + " cyrillicasian",
          "windows-1253: win1253 1253",
          "windows-1254: win1254 1254",
          "windows-1255: win1255 1255",
          "windows-1256: win1256 1256",
          "windows-1257: win1257 1257",
          "windows-1258: win1258 1258",
          "ISO-8859-8: visual logical iso88598i iso88598e csiso88598i csiso88598e",
          "ISO-8859-6: iso88596i iso88596e csiso88596i csiso88596e",
          "IBM866: cp866u cp1125 ibm1125 1125 ruscii",
          "IBM855: csibm855",
          "IBM00858: csibm858",
          "IBM775: cspc775baltic",
          "KOI8-U: koi8u koi8ru",
          "KOI8-R: koi koi8 koi8t",
          "Shift_JIS: xsjis xmacjapanese",
          "x-SJIS_0213: sjisx0213 shiftjisx0213 sjis2004 shiftjis2004",
          "EUC-JP: xeuc ujis eucjisx0213 jisx0213 eucjis2004 cseucpkdfmtjapanese",
          "ISO-2022-JP-2: iso2022jp1 iso2022jp3 iso2022jp2004 iso2022jpext",
          "GB2312: chinese csgb2312 csiso58gb231280 isoir58 gb231280 eucgb2312cn euccn"
              + " xmacsimpchinese",
          "GBK: xgbk 936 cp936",
          "GB18030: gb180302000",
          "Big5: xxbig5 cnbig5 big5tw xmactradchinese",
          "Big5-HKSCS: hkscs",
          "EUC-KR: ksc56011987 ksc56011989 ksc5601 isoir149 korean ksx1001 xmackorean",
          "x-windows-949: cp949 uhc windows949",
          "x-Johab: johab cp1361 1361",
          "TIS-620: iso885911 iso8859112001 thai isoir166 tis6200 tis62025290 tis62025291",
          "x-windows-874: cp874 dos874 windows874",
          "x-MacRoman: macintosh mac csmacintosh macroman",
          "x-MacCyrillic: macukrainian xmacukrainian",
          "x-MacCentralEurope: maccenteuro maclatin2 maccentraleurope",
          "IBM273: csibm273",
          "IBM1026: csibm1026",
          "IBM424: csibm424 ebcdiccphe");

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
    var bare = bare(plain);
    return Optional.ofNullable(Known.BY_BARE_NAME.get(bare))
        .or(() -> Optional.ofNullable(Known.BY_BARE_NAME.get(bare.replaceFirst("^x", ""))));
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

  /**
   * @param lines a charset that Java knows, then labels of it in letters and digits only
   */
  private static Map<String, String> named(String... lines) {
    var labels = new HashMap<String, String>();
    for (var line : lines) {
      var colon = line.indexOf(':');
      for (var label : line.substring(colon + 1).strip().split(" ")) {
        labels.put(label, line.substring(0, colon));
      }
    }
    return Map.copyOf(labels);
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
