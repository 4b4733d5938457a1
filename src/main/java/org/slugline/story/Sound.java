package org.slugline.story;

import java.util.HashMap;
import java.util.Map;

/**
 * What is left of a name in any script: its consonants, roughly. Wallace and Воллес are {@code
 * vls}, Błaszczak and Блащак {@code blxk}. Only to find one name in two scripts.
 */
final class Sound {
  /** A name of fewer consonants sounds like too many others. */
  private static final int LEAST = 3;

  /** First letters beyond Latin: Greek, Cyrillic. */
  private static final int GREEK = 0x370;

  private static final int CYRILLIC_ENDS = 0x52f;

  private static final int LONGEST_GROUP = 3;

  /** Hissing sounds are {@code x}, other sibilants {@code s}; what is not here is not heard. */
  private static final Map<String, String> SOUNDS = sounds();

  private Sound() {}

  /** Whether a word is in a script whose names are compared by sound. */
  static boolean isBeyondLatin(String word) {
    var first = word.charAt(0);
    return first >= GREEK && first <= CYRILLIC_ENDS;
  }

  /**
   * @param name folded
   * @return {@code ""} where too little is heard
   */
  static String of(String name) {
    var heard = new StringBuilder(name.length());
    var at = 0;
    while (at < name.length()) {
      var read = 1;
      for (var length = Math.min(LONGEST_GROUP, name.length() - at); length > 0; length--) {
        var sound = SOUNDS.get(name.substring(at, at + length));
        if (sound != null) {
          add(heard, sound(name, at, sound));
          read = length;
          break;
        }
      }
      at += read;
    }
    return heard.length() < LEAST ? "" : heard.toString();
  }

  /**
   * Whether a stem in Latin letters sounds like that: an e that was cut off it made its c soft, as
   * in Wallace.
   */
  static boolean isOf(String stem, String sound) {
    return sound.equals(of(stem)) || (stem.endsWith("c") && sound.equals(of(stem + "e")));
  }

  /** C is soft before e, i and y; an у before a vowel is a v, as in Уоллес. */
  private static String sound(String name, int at, String sound) {
    var next = at + 1 < name.length() ? name.charAt(at + 1) : ' ';
    return switch (name.charAt(at)) {
      case 'c' -> sound.equals("k") && "eiy".indexOf(next) >= 0 ? "s" : sound;
      case 'у' -> at == 0 && "аеиоэі".indexOf(next) >= 0 ? "v" : "";
      default -> sound;
    };
  }

  private static void add(StringBuilder heard, String sound) {
    for (var i = 0; i < sound.length(); i++) {
      if (heard.isEmpty() || heard.charAt(heard.length() - 1) != sound.charAt(i)) {
        heard.append(sound.charAt(i));
      }
    }
  }

  private static Map<String, String> sounds() {
    var sounds = new HashMap<String, String>();
    for (var pair :
        ("b=b c=k d=d f=f g=g k=k l=l ł=l m=m n=n p=p q=k r=r s=s t=t v=v w=v x=ks z=s sch=x sh=x"
             + " sz=x cz=x ch=x kh=x zh=x ts=s tz=s th=t ph=f ck=k ß=s б=b в=v г=g ґ=g д=d ж=x з=s"
             + " к=k л=l м=m н=n п=p р=r с=s т=t ф=f х=x ц=s ч=x ш=x щ=x у=v дж= кс=ks β=v γ=g δ=d"
             + " ζ=s θ=t κ=k λ=l μ=m ν=n ξ=ks π=p ρ=r σ=s ς=s τ=t φ=f χ=x ψ=ps μπ=b ντ=d γκ=g τζ="
             + " τσ=s γου=v")
            .split(" ")) {
      var is = pair.indexOf('=');
      sounds.put(pair.substring(0, is), pair.substring(is + 1));
    }
    return Map.copyOf(sounds);
  }
}
