package org.slugline.feed;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * Words in dates: months and days of the week in the larger languages, zones, halves of the day.
 * Looked up without accents and in lower case, so that the table need not list the misspelt.
 */
final class DateWords {
  /**
   * January to December: en de fr es it pt nl sv no fi pl cs sk hu ro hr sl lt tr id ca el ru uk
   * bg.
   */
  private static final List<String> MONTHS =
      List.of(
          "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari tammikuu"
              + " tammikuuta tammi styczeń stycznia sty leden ledna led január ianuarie ian"
              + " siječanj siječnja sij sausio ocak oca gener ιανουάριος ιανουαρίου ιαν янв январь"
              + " января січень січня січ януари яну",
          "february feb februar februarie febbraio febrero février févr fév fevereiro fev februari"
              + " helmikuu helmikuuta helmi luty lutego lut únor února úno február veljača veljače"
              + " velj vasario şubat şub febrer φεβρουάριος φεβρουαρίου φεβ фев февраль февраля"
              + " лютий лютого лют февруари febr feber",
          "march mar märz mrz mär mars marzo março maart mrt maaliskuu maaliskuuta maalis marzec"
              + " marca březen března bře marec március márc martie ožujak ožujka ožu kovo mart"
              + " maret març μάρτιος μαρτίου μαρ μάρ мар март марта березень березня бер",
          "april apr avril avr abril abr aprile apríl április ápr aprilie kwiecień kwietnia kwi"
              + " duben dubna dub travanj travnja tra balandžio nisan nis huhtikuu huhtikuuta huhti"
              + " απρίλιος απριλίου απρ апр апрель апреля квітень квітня кві април",
          "may mai mayo maggio mag maio mei maj maja toukokuu toukokuuta touko květen května kvě"
              + " máj május máj svibanj svibnja svi gegužės mayıs maig μάιος μαΐου μαϊ μάι май мая"
              + " травень травня тра mía",
          "june jun juni juin junio giugno giu junho kesäkuu kesäkuuta kesä czerwiec czerwca cze"
              + " červen června čvn jún június iunie iun lipanj lipnja lip birželio haziran haz"
              + " juny ιούνιος ιουνίου ιουν ιούν июн июнь июня червень червня чер юни",
          "july jul juli juillet juil julio luglio lug julho heinäkuu heinäkuuta heinä lipiec lipca"
              + " červenec července čvc júl július iulie iul srpanj srpnja srp liepos temmuz tem"
              + " juliol ιούλιος ιουλίου ιουλ ιούλ июл июль июля липень липня лип юли",
          "august aug août aoû agosto ago agustus augustus augusti elokuu elokuuta elo sierpień"
              + " sierpnia sie srpen augusztus kolovoz kolovoza kol rugpjūčio ağustos ağu agost"
              + " αύγουστος αυγούστου αυγ αύγ авг август августа серпень серпня сер avgust",
          "september sep sept septembre septiembre settembre set setembro syyskuu syyskuuta syys"
              + " wrzesień września wrz září zář szeptember szept septembrie rujan rujna ruj"
              + " rugsėjo eylül eyl setembre σεπτέμβριος σεπτεμβρίου σεπ σεπτ сен сент сентябрь"
              + " сентября вересень вересня вер септември сеп",
          "october oct oktober okt octobre octubre ottobre ott outubro out lokakuu lokakuuta loka"
              + " październik października paź říjen října říj október octombrie ekim eki octubre"
              + " οκτώβριος οκτωβρίου οκτ окт октябрь октября жовтень жовтня жов октомври spalio",
          "november nov novembre noviembre novembro marraskuu marraskuuta marras listopad listopadu"
              + " listopada lis noiembrie noi studeni studenoga stu lapkričio kasım kas νοέμβριος"
              + " νοεμβρίου νοε νοέ ноя нояб ноябрь ноября листопад листопада лис ноември ное",
          "december dec dezember dez décembre déc diciembre dic dicembre dezembro joulukuu"
              + " joulukuuta joulu grudzień grudnia gru prosinec prosince pro decembrie prosinac"
              + " prosinca gruodžio aralık ara desember des δεκέμβριος δεκεμβρίου δεκ дек декабрь"
              + " декабря грудень грудня гру декември desembre");

  /** Days that a month's abbreviation could be taken for; a second month in the text tells. */
  private static final Set<String> DAYS_LIKE_MONTHS =
      Set.of("mar", "mart", "sep", "set", "pro", "ara");

  /** RFC 822 §5.1 and what is met besides; in minutes east of Greenwich. */
  private static final String ZONES =
      "ut 0 utc 0 gmt 0 z 0 wet 0 west 60 bst 60 ist 330 cet 60 cest 120 met 60 mest 120 mez 60"
          + " mesz 120 eet 120 eest 180 msk 180 msd 240 sast 120 cat 120 eat 180 wat 60 trt 180 pkt"
          + " 300 gst 240 ict 420 wib 420 sgt 480 hkt 480 myt 480 awst 480 pht 480 jst 540 kst 540"
          + " acst 570 acdt 630 aest 600 aedt 660 nzst 720 nzdt 780 nst -210 ndt -150 at -240 ast"
          + " -240 adt -180 et -300 est -300 edt -240 ct -360 cst -360 cdt -300 mt -420 mst -420"
          + " mdt -360 pt -480 pst -480 pdt -420 akst -540 akdt -480 hst -600 brt -180 brst -120"
          + " art -180 clt -240 cot -300";

  private static final TreeMap<String, Integer> MONTH = new TreeMap<>();
  private static final Map<String, Integer> ZONE = new HashMap<>();

  static {
    for (var i = 0; i < 12; i++) {
      for (var name : MONTHS.get(i).split(" ")) {
        MONTH.putIfAbsent(bare(name), i + 1);
      }
    }
    var zones = ZONES.split(" ");
    for (var i = 0; i < zones.length; i += 2) {
      ZONE.put(zones[i], Integer.parseInt(zones[i + 1]));
    }
  }

  private DateWords() {}

  /** Without accents, in lower case. */
  static String bare(String word) {
    var low = word.toLowerCase(Locale.ROOT);
    for (var i = 0; i < low.length(); i++) {
      if (low.charAt(i) >= 0x80) {
        return Normalizer.normalize(low, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
      }
    }
    return low;
  }

  /**
   * @param word bare, also the beginning of a name, from four letters on
   * @return 1 to 12
   */
  static OptionalInt month(String word) {
    var exact = MONTH.get(word);
    if (exact != null) {
      return OptionalInt.of(exact);
    }
    if (word.length() >= 4) {
      var next = MONTH.ceilingEntry(word);
      if (next != null && next.getKey().startsWith(word)) {
        return OptionalInt.of(next.getValue());
      }
    }
    return OptionalInt.empty();
  }

  static boolean mayBeDay(String word) {
    return DAYS_LIKE_MONTHS.contains(word);
  }

  /**
   * @param word bare; a single letter is a military zone with the signs that RFC 822 gave them
   * @return minutes east of Greenwich
   */
  static OptionalInt zone(String word) {
    var known = ZONE.get(word);
    if (known != null) {
      return OptionalInt.of(known);
    }
    if (word.length() == 1) {
      var letter = word.charAt(0);
      if (letter >= 'a' && letter <= 'm' && letter != 'j') {
        return OptionalInt.of(-60 * (letter - 'a' + (letter < 'j' ? 1 : 0)));
      }
      if (letter >= 'n' && letter <= 'y') {
        return OptionalInt.of(60 * (letter - 'm'));
      }
    }
    return OptionalInt.empty();
  }

  /**
   * @return 0 before noon, 12 after it
   */
  static OptionalInt halfOfDay(String word) {
    return switch (word) {
      case "am", "上午", "午前", "πμ" -> OptionalInt.of(0);
      case "pm", "下午", "午後", "μμ" -> OptionalInt.of(12);
      default ->
          // Hangul comes apart when accents are taken off
          word.equals(bare("오전"))
              ? OptionalInt.of(0)
              : word.equals(bare("오후")) ? OptionalInt.of(12) : OptionalInt.empty();
    };
  }
}
