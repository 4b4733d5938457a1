package org.slugline.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** MP3, ISO 11172-3 and 13818-3: frame upon frame; what is none is not served. */
final class Mp3File {
  private static final int MOST_GAPS = 10_000;
  private static final int FREE = -1;

  /** Thousands of bits a second, layer III: of MPEG 1, and of its lower sampling rates. */
  private static final int[] FULL = {
    0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
  };

  private static final int[] LOW = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
  private static final int[] RATES = {44_100, 48_000, 32_000};

  private final Reel reel;
  private final SoundTags tags;
  private final List<Cut> cuts = new ArrayList<>();

  private Mp3File(Reel reel) {
    this.reel = reel;
    tags = new SoundTags(reel);
  }

  static List<Cut> cuts(Reel reel) throws IOException {
    return new Mp3File(reel).cuts();
  }

  private List<Cut> cuts() throws IOException {
    var start = tags.behind(0);
    var end = tags.before(start, reel.size());
    leaveOut(0, start);
    for (var at = start; at < end; ) {
      var length = frame(at);
      if (length == FREE) {
        break; // frames of a length that nobody tells
      }
      if (length > 0 && (at > start || at + length >= end || frame(at + length) > 0)) {
        at += length;
        continue;
      }
      var next = next(at, end);
      leaveOut(at, next);
      at = next;
    }
    leaveOut(end, reel.size());
    return cuts;
  }

  /** Where frames go on, two at least: behind a tag, else wherever they are found. */
  private long next(long from, long end) throws IOException {
    var at = Math.max(from + 1, tags.behind(from));
    while (at < end) {
      var length = reel.at(at) == 0xFF ? frame(at) : 0;
      if (length > 0 && (at + length == end || frame(at + length) > 0)) {
        return at;
      }
      at++;
    }
    return end;
  }

  /**
   * @return its length in bytes; 0: no frame begins here
   */
  private int frame(long at) throws IOException {
    var kind = reel.at(at + 1);
    var rates = reel.at(at + 2);
    if (reel.at(at) != 0xFF || rates < 0 || (kind & 0xE6) != 0xE2) {
      return 0;
    }
    var version = kind >> 3 & 3; // 3: MPEG 1, 2: MPEG 2, 0: still lower
    var rate = rates >> 2 & 3;
    var speed = rates >> 4;
    if (version == 1 || rate == 3 || speed == 15) {
      return 0;
    }
    if (speed == 0) {
      return FREE;
    }
    var full = version == 3;
    var bits = 1_000 * (full ? FULL : LOW)[speed];
    var samples = RATES[rate] >> (full ? 0 : version == 2 ? 1 : 2);
    return (full ? 144 : 72) * bits / samples + (rates >> 1 & 1);
  }

  private void leaveOut(long from, long to) {
    if (to > from) {
      cuts.add(Cut.out(from, to));
    }
    if (cuts.size() > MOST_GAPS) {
      throw new IllegalArgumentException("more gaps than sound");
    }
  }
}
