package org.slugline.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.regex.Pattern;
import org.slugline.text.Sanitizer;

/**
 * What a picture says of itself.
 *
 * @param caption IPTC 2:120 or XMP dc:description
 * @param credit IPTC 2:110 or XMP photoshop:Credit, else the byline
 */
public record PictureWords(String caption, String credit) {
  static final PictureWords NONE = new PictureWords("", "");

  private static final Pattern DESCRIPTION =
      Pattern.compile("(?s)<dc:description>.*?<rdf:li[^>]*>(.*?)</rdf:li>");
  private static final Pattern CREDIT =
      Pattern.compile("(?s)photoshop:Credit(?:=\"([^\"]*)\"|>([^<]*)<)");
  private static final Pattern CREATOR =
      Pattern.compile("(?s)<dc:creator>.*?<rdf:li[^>]*>(.*?)</rdf:li>");
  private static final int LONGEST = 5_000;

  /** These, and the others where these are silent. */
  PictureWords or(PictureWords other) {
    return new PictureWords(
        caption.isEmpty() ? other.caption : caption, credit.isEmpty() ? other.credit : credit);
  }

  /** From an XMP packet. */
  static PictureWords ofXmp(String xmp) {
    var credit = first(CREDIT, xmp);
    return new PictureWords(
        first(DESCRIPTION, xmp), credit.isEmpty() ? first(CREATOR, xmp) : credit);
  }

  private static String first(Pattern pattern, String xmp) {
    var found = pattern.matcher(xmp);
    if (!found.find()) {
      return "";
    }
    var text = found.group(1) == null ? found.group(2) : found.group(1);
    return clipped(Sanitizer.plain(text));
  }

  /** From Photoshop's image resources, where resource 0x0404 is IPTC-IIM. */
  static PictureWords ofResources(ByteBuffer resources) {
    var words = NONE;
    while (resources.remaining() >= 12 && resources.getInt() == 0x3842494D) {
      var id = resources.getShort();
      var name = resources.get() & 0xFF;
      resources.position(resources.position() + name + 1 - name % 2);
      var size = resources.getInt();
      var data = resources.slice(resources.position(), size);
      if (id == 0x0404) {
        words = words.or(ofIptc(data));
      }
      resources.position(Math.min(resources.limit(), resources.position() + size + size % 2));
    }
    return words;
  }

  private static PictureWords ofIptc(ByteBuffer iptc) {
    var caption = "";
    var credit = "";
    var byline = "";
    while (iptc.remaining() >= 5 && iptc.get() == 0x1C) {
      var dataset = (iptc.get() & 0xFF) * 256 + (iptc.get() & 0xFF);
      var size = iptc.getShort() & 0xFFFF;
      if (size > 0x7FFF) {
        break; // extended lengths: no text is that long
      }
      var data = new byte[size];
      iptc.get(data);
      switch (dataset) {
        case 2 * 256 + 120 -> caption = text(data);
        case 2 * 256 + 110 -> credit = text(data);
        case 2 * 256 + 80 -> byline = byline.isEmpty() ? text(data) : byline;
        default -> {}
      }
    }
    return new PictureWords(caption, credit.isEmpty() ? byline : credit);
  }

  private static String text(byte[] data) {
    try {
      return clipped(UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString());
    } catch (CharacterCodingException _) {
      return clipped(new String(data, ISO_8859_1));
    }
  }

  private static String clipped(String text) {
    var line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= LONGEST ? line : "";
  }
}
