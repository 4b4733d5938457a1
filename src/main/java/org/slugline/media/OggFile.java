package org.slugline.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Ogg, RFC 3533, as its pages pass: the comments of Vorbis, Opus, Speex and FLAC become as many
 * bytes that say nothing, and their pages get new checksums; every other page stays as it is.
 */
final class OggFile {
  private static final int LARGEST_COMMENT = 32 << 20;
  private static final int CONTINUED = 1;
  private static final int BEGINS = 2;
  private static final int CHECKSUM = 22;
  private static final int[] CRC = table();

  private final Map<Integer, Stream> streams = new HashMap<>();

  /** Pages that hold a part of a comment, by where they begin. */
  private final TreeMap<Long, byte[]> changed = new TreeMap<>();

  /** What is known of one of the streams that are woven together. */
  private static final class Stream {
    private final String first;
    private final List<ByteBuffer> comment = new ArrayList<>();
    private int packet;
    private int size;
    private boolean over;

    Stream(String first) {
      this.first = first;
    }
  }

  /**
   * @param at where in the file it begins
   * @param page the whole of it
   */
  void page(long at, byte[] page) {
    var head = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
    var serial = head.getInt(14);
    var data = 27 + (page[26] & 0xFF);
    if ((page[5] & BEGINS) != 0) {
      streams.put(serial, new Stream(known(text(page, data, Math.min(page.length, data + 64)))));
    }
    var stream = streams.get(serial);
    if (stream == null || stream.over) {
      return;
    }
    if ((page[5] & CONTINUED) == 0 && !stream.comment.isEmpty()) {
      throw new IllegalArgumentException("a comment without its end");
    }
    var from = data;
    for (var i = 27; i < data && !stream.over; ) {
      var length = 0;
      var lace = 255;
      while (i < data && lace == 255) {
        lace = page[i++] & 0xFF;
        length += lace;
      }
      if (stream.packet > 0) {
        changed.put(at, page);
      }
      part(stream, head.slice(from, length), lace < 255);
      from += length;
    }
  }

  /** What begins so is a sound whose comments we can find. */
  private static String known(String first) {
    if (!first.matches("(?s)(?:\u0001vorbis|OpusHead|Speex   |\u007FFLAC|fishead).*")) {
      throw new Unservable("there is more in it than Vorbis, Opus, Speex or FLAC; export it anew");
    }
    return first;
  }

  /**
   * @param part of a packet, in its page
   */
  private static void part(Stream stream, ByteBuffer part, boolean ends) {
    if (stream.packet > 0) {
      stream.comment.add(part);
      stream.size += part.limit();
      if (stream.size > LARGEST_COMMENT) {
        throw new IllegalArgumentException("more comments than sound");
      }
    }
    if (ends) {
      if (stream.packet > 0) {
        stream.over = blanked(stream);
        stream.comment.clear();
        stream.size = 0;
      }
      stream.packet++;
    }
  }

  /**
   * @return whether it was the last packet that could say anything
   */
  private static boolean blanked(Stream stream) {
    var packet = ByteBuffer.allocate(stream.size).order(ByteOrder.LITTLE_ENDIAN);
    stream.comment.forEach(part -> packet.put(part.duplicate()));
    var over = true;
    if (stream.first.startsWith("\u0001vorbis")) {
      nameless(packet.array(), 7, 1);
      packet.put(stream.size - 1, (byte) 1); // its framing bit
    } else if (stream.first.startsWith("OpusHead")) {
      Arrays.fill(packet.array(), 8, stream.size, (byte) 0); // no vendor, no comment, padding
    } else if (stream.first.startsWith("Speex   ")) {
      nameless(packet.array(), 0, 0);
    } else if (stream.first.startsWith("\u007FFLAC")) {
      over = (packet.get(0) & 0x80) != 0;
      block(packet.array());
    }
    packet.flip();
    stream.comment.forEach(part -> {
      while (part.hasRemaining()) {
        part.put(packet.get());
      }
    });
    return over;
  }

  /** A vendor of blanks that takes all the room, and no comment behind it. */
  private static void nameless(byte[] packet, int from, int tail) {
    var vendor = packet.length - from - 8 - tail;
    if (vendor < 0) {
      throw new IllegalArgumentException("no comment");
    }
    Arrays.fill(packet, from, packet.length, (byte) ' ');
    ByteBuffer.wrap(packet)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(from, vendor)
        .putInt(packet.length - 4 - tail, 0);
  }

  /** RFC 9639 §8.1: comments, pictures and what applications keep become padding. */
  private static void block(byte[] packet) {
    var type = packet[0] & 0x7F;
    if (type == 4) {
      nameless(packet, 4, 0);
    } else if (type == 2 || type == 6) {
      packet[0] = (byte) ((packet[0] & 0x80) | 1);
      Arrays.fill(packet, 4, packet.length, (byte) 0);
    }
  }

  /** The pages as they are to be served, in order. */
  List<Cut> cuts() {
    List<Cut> cuts = new ArrayList<>();
    changed.forEach((at, page) -> {
      var head = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
      head.putInt(CHECKSUM, 0);
      head.putInt(CHECKSUM, checksum(page));
      cuts.add(new Cut(at, at + page.length, Optional.of(text(page, 0, page.length))));
    });
    return cuts;
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, ISO_8859_1);
  }

  /** RFC 3533 §6: the polynomial 0x04c11db7, begun with nought, nothing reflected. */
  static int checksum(byte[] page) {
    var crc = 0;
    for (var one : page) {
      crc = (crc << 8) ^ CRC[(crc >>> 24) ^ (one & 0xFF)];
    }
    return crc;
  }

  private static int[] table() {
    var table = new int[256];
    for (var i = 0; i < 256; i++) {
      var crc = i << 24;
      for (var bit = 0; bit < 8; bit++) {
        crc = (crc << 1) ^ (crc < 0 ? 0x04c11db7 : 0);
      }
      table[i] = crc;
    }
    return table;
  }
}
