package org.slugline.media;

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
  private static final int MOST_PARTS = 200_000;
  private static final int DEEPEST = 8;

  /** Blocks of a FLAC. */
  private static final int STREAM = 0;

  private static final int SEEKING = 3;

  private final Reel reel;
  private final List<Cut> cuts = new ArrayList<>();
  private int parts;

  private SoundFile(Reel reel) {
    this.reel = reel;
  }

  /**
   * @return in order, none overlapping; empty where the file's own lengths lead out of it
   */
  static Optional<List<Cut>> cuts(Path path, Sort sort) throws IOException {
    try (var channel = FileChannel.open(path)) {
      var file = new SoundFile(new Reel(channel));
      switch (sort) {
        case MP3 -> file.cuts.addAll(Mp3File.cuts(file.reel));
        case M4A -> file.boxes(0, file.reel.size(), 0);
        case FLAC -> file.flac();
        case WAV -> file.wav();
        default -> file.ogg();
      }
      return Optional.of(file.cuts);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** ISO 14496-12: what describes becomes free space, so that every offset still holds. */
  private void boxes(long from, long to, int depth) throws IOException {
    for (var at = from; at + 8 <= to; ) {
      part();
      var head = reel.read(at, 8);
      var type = reel.text(at + 4, 4);
      var size = head.getInt(0) & 0xFFFFFFFFL;
      var headed = 8;
      if (size == 1) {
        size = reel.read(at + 8, 8).getLong(0);
        headed = 16;
      } else if (size == 0) {
        size = to - at;
      }
      if (size < headed || size > to - at) {
        throw new IllegalArgumentException("a box is longer than what it stands in");
      }
      switch (Boxes.of(type)) {
        case HOLDS -> {
          if (depth > DEEPEST) {
            throw new IllegalArgumentException("boxes in boxes without end");
          }
          boxes(at + headed, at + size, depth + 1);
        }
        case DATED -> times(at + headed, at + size);
        case NAMED -> handler(at + headed, at + size);
        case DESCRIBES -> {
          blank(at + 4, at + 8, "free");
          blank(at + headed, at + size, "");
        }
        case PLAYS -> {}
      }
      at += size;
    }
  }

  /** ISO/IEC 14496-12 §8.4.3: what a track is, and the name that a program gave it. */
  private void handler(long from, long to) throws IOException {
    if (reel.text(from + 8, 4).equals("meta")) {
      throw new Unservable("places or devices are woven into its sound; export it anew without");
    }
    blank(Math.min(to, from + 12), to, "");
  }

  /** ISO/IEC 14496-12 §8.2.2: when it was made and changed, in a version of its own widths. */
  private void times(long from, long to) throws IOException {
    if (to - from >= 20) {
      blank(from + 4, from + (reel.read(from, 1).get(0) == 1 ? 20 : 12), "");
    }
  }

  /** RFC 9639 §8: of the blocks before the frames those stay that say how to play them. */
  private void flac() throws IOException {
    var last = false;
    var start = 4L;
    for (var at = 4L; !last; ) {
      part();
      var head = reel.read(at, 4).getInt(0);
      last = head < 0;
      var type = head >>> 24 & 0x7F;
      var size = head & 0xFFFFFF;
      if (at + 4 + size > reel.size()) {
        throw new IllegalArgumentException("a block is longer than the file");
      }
      if (type != STREAM && type != SEEKING) {
        blank(at, at + 1, last ? "\u0081" : "\u0001"); // padding: zeros and nothing else
        blank(at + 4, at + 4 + size, "");
      }
      at += 4 + size;
      start = at;
    }
    var end = new SoundTags(reel).before(start, reel.size());
    if (end < reel.size()) {
      cuts.add(Cut.out(end, reel.size()));
    }
  }

  /**
   * RIFF: the chunks that sound stay; the others are blanked, and called junk as the form has it.
   */
  private void wav() throws IOException {
    for (var at = 12L; at + 8 <= reel.size(); ) {
      part();
      var type = reel.text(at, 4);
      var size = little(reel.read(at + 4, 4)).getInt(0) & 0xFFFFFFFFL;
      var end = Math.min(reel.size(), at + 8 + size);
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
    for (var at = 0L; at < reel.size(); ) {
      if (!reel.text(at, 4).equals("OggS")) {
        throw new IllegalArgumentException("no page where one should begin");
      }
      var laces = reel.read(at + 26, 1).get(0) & 0xFF;
      var table = reel.read(at + 27, laces);
      var size = 27 + laces;
      while (table.hasRemaining()) {
        size += table.get() & 0xFF;
      }
      pages.page(at, reel.read(at, size).array());
      at += size;
    }
    cuts.addAll(pages.cuts());
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

  private static ByteBuffer little(ByteBuffer buffer) {
    return buffer.order(ByteOrder.LITTLE_ENDIAN);
  }
}
