package org.slugline.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Optional;

/** What a file is by its first bytes; its name proves nothing. */
public enum Sort {
  JPEG("image/jpeg", "jpg"),
  PNG("image/png", "png"),
  WEBP("image/webp", "webp"),
  GIF("image/gif", "gif"),
  AVIF("image/avif", "avif"),
  MP3("audio/mpeg", "mp3"),
  OGG("audio/ogg", "ogg"),
  FLAC("audio/flac", "flac"),
  WAV("audio/wav", "wav"),
  M4A("audio/mp4", "m4a");

  /** How many bytes tell. */
  public static final int HEAD = 512;

  private final String type;
  private final String suffix;

  Sort(String type, String suffix) {
    this.type = type;
    this.suffix = suffix;
  }

  public String type() {
    return type;
  }

  public String suffix() {
    return suffix;
  }

  public boolean isPicture() {
    return type.startsWith("image/");
  }

  /** Empty for what we do not serve. */
  public static Optional<Sort> of(byte[] head) {
    var text = new String(head, 0, Math.min(head.length, HEAD), ISO_8859_1);
    if (text.startsWith("\u00FF\u00D8\u00FF")) {
      return Optional.of(JPEG);
    }
    if (text.startsWith("\u0089PNG\r\n\u001A\n")) {
      return Optional.of(PNG);
    }
    if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
      return Optional.of(GIF);
    }
    if (text.startsWith("RIFF") && text.length() > 12) {
      var form = text.substring(8, 12);
      return form.equals("WEBP")
          ? Optional.of(WEBP)
          : form.equals("WAVE") ? Optional.of(WAV) : Optional.empty();
    }
    if (text.startsWith("ftyp", 4)) {
      return boxed(text);
    }
    if (text.startsWith("OggS")) {
      return Optional.of(OGG);
    }
    if (text.startsWith("fLaC")) {
      return Optional.of(FLAC);
    }
    var frame = text.length() > 1 && text.charAt(0) == 0xFF && (text.charAt(1) & 0xE6) == 0xE2;
    var tagged = text.startsWith("ID3") || text.startsWith("APETAGEX");
    return tagged || frame ? Optional.of(MP3) : Optional.empty();
  }

  /** ISO 14496-12: the brands of the first box. */
  private static Optional<Sort> boxed(String text) {
    var brands = text.substring(8, Math.min(text.length(), Math.max(8, text.charAt(3))));
    if (brands.contains("avif") || brands.contains("avis")) {
      return Optional.of(AVIF);
    }
    return brands.startsWith("M4A ") || brands.startsWith("M4B ")
        ? Optional.of(M4A)
        : Optional.empty();
  }

  /** Why a file that is none of these cannot be taken. */
  public static String refusal(byte[] head) {
    var text = new String(head, 0, Math.min(head.length, HEAD), ISO_8859_1);
    var small = text.toLowerCase(Locale.ROOT);
    if (small.contains("<svg") || (small.startsWith("<?xml") && !small.contains("<html"))) {
      return "SVG can carry scripts";
    }
    if (text.startsWith("ftyp", 4)
        && text.length() > 12
        && text.substring(8, 12).matches("hei[cxms]|he[iv]c|mif1|msf1")) {
      return "few browsers show HEIC; save it as JPEG, PNG or WebP";
    }
    return text.startsWith("ftyp", 4)
        ? "films are not kept here; give the film's address as `url`"
        : "it is neither a JPEG, PNG, WebP, GIF or AVIF picture nor a sound";
  }
}
