package org.slugline.desk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of a sound is served: all that sounds, and nothing of where, when and with what it was
 * recorded. Only lengths are read, so that a file may be as large as it likes.
 */
final class SoundFile {
  private static final int MOST_PARTS = 10_000;

  private final FileChannel file;
  private final List<Cut> cuts = new ArrayList<>();
  private int parts;

  /**
   * A stretch of the file that is not served as it is.
   *
   * @param blank what takes its place, zeros behind it, because others count on what follows to
   *     stay where it is; empty: it is left out
   */
  record Cut(long from, long to, Optional<String> blank) {}

  private SoundFile(FileChannel file) {
    this.file = file;
  }

  /**
   * @return in order, none overlapping; empty where the file's own lengths lead out of it
   */
  static Optional<List<Cut>> cuts(Path path, Sort sort) throws IOException {
    try (var channel = FileChannel.open(path)) {
      var file = new SoundFile(channel);
      switch (sort) {
        case MP3 -> file.mp3();
        case M4A -> file.boxes(0, channel.size(), 0);
        case FLAC -> file.flac();
        case WAV -> file.wav();
        default -> file.ogg();
      }
      return Optional.of(file.cuts);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** ID3v2 before the first frame, ID3v1 and APEv2 behind the last. */
  private void mp3() throws IOException {
    var start = 0L;
    while (text(start, 3).equals("ID3")) {
      var head = read(start, 10);
      var size = 0;
      for (var i = 6; i < 10; i++) {
        size = size << 7 | (head.get(i) & 0x7F);
      }
      start += 10 + size + ((head.get(5) & 0x10) == 0 ? 0 : 10);
      part();
    }
    if (start > file.size()) {
      throw new IllegalArgumentException("the tag is longer than the file");
    }
    var end = file.size();
    if (text(end - 128, 3).equals("TAG")) {
      end -= 128;
    }
    if (text(end - 32, 8).equals("APETAGEX")) {
      var tag = little(read(end - 32, 32));
      var size = tag.getInt(12) + (tag.getInt(20) < 0 ? 32L : 0L);
      if (size < 32 || size > end - start) {
        throw new IllegalArgumentException("the tag is longer than the file");
      }
      end -= size;
    }
    leaveOut(0, start);
    leaveOut(Math.max(start, end), file.size());
  }

  /** ISO 14496-12: what describes becomes free space, so that every offset still holds. */
  private void boxes(long from, long to, int depth) throws IOException {
    for (var at = from; at + 8 <= to; ) {
      part();
      var head = read(at, 8);
      var type = text(at + 4, 4);
      var size = head.getInt(0) & 0xFFFFFFFFL;
      var headed = 8;
      if (size == 1) {
        size = read(at + 8, 8).getLong(0);
        headed = 16;
      } else if (size == 0) {
        size = to - at;
      }
      if (size < headed || size > to - at) {
        throw new IllegalArgumentException("a box is longer than what it stands in");
      }
      switch (type) {
        case "udta", "meta", "uuid", "free", "skip", "XMP_", "ID32" -> {
          blank(at + 4, at + 8, "free");
          blank(at + headed, at + size, "");
        }
        case "mvhd", "tkhd", "mdhd" -> times(at + headed, at + size);
        case "moov", "trak", "mdia", "minf", "moof", "traf" -> {
          if (depth < 8) {
            boxes(at + headed, at + size, depth + 1);
          }
        }
        default -> {}
      }
      at += size;
    }
  }

  /** ISO/IEC 14496-12 §8.2.2: when it was made and changed, in a version of its own widths. */
  private void times(long from, long to) throws IOException {
    if (to - from >= 20) {
      blank(from + 4, from + (read(from, 1).get(0) == 1 ? 20 : 12), "");
    }
  }

  /** RFC 9639 §8: of the blocks before the frames all stay but comments, pictures and others'. */
  private void flac() throws IOException {
    var last = false;
    for (var at = 4L; !last; ) {
      part();
      var head = read(at, 4).getInt(0);
      last = head < 0;
      var type = head >>> 24 & 0x7F;
      var size = head & 0xFFFFFF;
      if (at + 4 + size > file.size()) {
        throw new IllegalArgumentException("a block is longer than the file");
      }
      if (type == 2 || type == 4 || type == 5 || type == 6) {
        blank(at, at + 1, last ? "\u0081" : "\u0001"); // padding: zeros and nothing else
        blank(at + 4, at + 4 + size, "");
      }
      at += 4 + size;
    }
  }

  /**
   * RIFF: the chunks that sound stay; the others are blanked, and called junk as the form has it.
   */
  private void wav() throws IOException {
    for (var at = 12L; at + 8 <= file.size(); ) {
      part();
      var type = text(at, 4);
      var size = little(read(at + 4, 4)).getInt(0) & 0xFFFFFFFFL;
      var end = Math.min(file.size(), at + 8 + size);
      if (!type.matches("fmt |data|fact|cue |smpl|inst|PEAK")) {
        blank(at, at + 4, "JUNK");
        blank(at + 8, end, "");
      }
      at = end + size % 2;
    }
  }

  /** Page by page, to the end: a stream may follow upon a stream, with comments of its own. */
  private void ogg() throws IOException {
    var pages = new OggFile();
    for (var at = 0L; at < file.size(); ) {
      if (!text(at, 4).equals("OggS")) {
        throw new IllegalArgumentException("no page where one should begin");
      }
      var laces = read(at + 26, 1).get(0) & 0xFF;
      var table = read(at + 27, laces);
      var size = 27 + laces;
      while (table.hasRemaining()) {
        size += table.get() & 0xFF;
      }
      pages.page(at, read(at, size).array());
      at += size;
    }
    cuts.addAll(pages.cuts());
  }

  private void leaveOut(long from, long to) {
    if (to > from) {
      cuts.add(new Cut(from, to, Optional.empty()));
    }
  }

  private void blank(long from, long to, String instead) {
    if (to > from) {
      cuts.add(new Cut(from, to, Optional.of(instead)));
    }
  }

  private void part() {
    parts++;
    if (parts > MOST_PARTS) {
      throw new IllegalArgumentException("more parts than a sound has");
    }
  }

  private ByteBuffer read(long at, int bytes) throws IOException {
    var buffer = ByteBuffer.allocate(bytes);
    if (at < 0 || at + bytes > file.size()) {
      throw new IllegalArgumentException("its own lengths lead out of it");
    }
    while (buffer.hasRemaining() && file.read(buffer, at + buffer.position()) >= 0) {
      // until it is full
    }
    return buffer.flip();
  }

  /** Empty where the file is not so long. */
  private String text(long at, int bytes) throws IOException {
    return at < 0 || at + bytes > file.size() ? "" : ISO_8859_1.decode(read(at, bytes)).toString();
  }

  private static ByteBuffer little(ByteBuffer buffer) {
    return buffer.order(ByteOrder.LITTLE_ENDIAN);
  }
}
