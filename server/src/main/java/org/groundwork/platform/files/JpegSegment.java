// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import java.util.Optional;

/**
 * A segment of a JPEG before its picture data (ITU-T T.81, B.1.1.4), wholly inside the file.
 *
 * <p>Part of the separate process too.
 */
final class JpegSegment {

  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;

  private final byte[] file;
  private final int marker;
  private final int start;
  private final int length;

  private JpegSegment(byte[] file, int at, int length) {
    this.file = file;
    this.marker = file[at + 1] & 0xFF;
    this.start = at + 4;
    this.length = length;
  }

  /** The segment after the start of the image, or empty if there is none. */
  static Optional<JpegSegment> first(byte[] jpeg) {
    return read(jpeg, 2);
  }

  /** The segment after this one, or empty where picture data begins or the file is damaged. */
  Optional<JpegSegment> next() {
    return read(file, start + length);
  }

  /** The second byte of the marker. */
  int marker() { return marker; }

  /** Where the content begins, after its length. */
  int start() { return start; }

  /** How many bytes of content. */
  int length() { return length; }

  /** A byte of the content. */
  int at(int index) { return file[start + index] & 0xFF; }

  /** True for a frame header of any coding: SOF0 to SOF15 without DHT, JPG and DAC. */
  boolean isStartOfFrame() {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static Optional<JpegSegment> read(byte[] file, int position) {
    int at = position;
    while (at + 1 < file.length && (file[at] & 0xFF) == 0xFF && (file[at + 1] & 0xFF) == 0xFF)
      at++;
    if (at + 4 > file.length || (file[at] & 0xFF) != 0xFF)
      return Optional.empty();
    int marker = file[at + 1] & 0xFF;
    int length = ((file[at + 2] & 0xFF) << 8) | (file[at + 3] & 0xFF);
    if (marker == START_OF_SCAN || marker == END_OF_IMAGE || length < 2 || at + 2 + length > file.length)
      return Optional.empty();
    return Optional.of(new JpegSegment(file, at, length - 2));
  }
}
