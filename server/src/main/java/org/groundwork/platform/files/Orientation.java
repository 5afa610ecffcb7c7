// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held: the eight values of Exif 2.32, 4.6.5.1.6 (tag 0x0112). 1 is upright, 6 the usual portrait.
 *
 * <p>Part of the separate process.
 */
final class Orientation {

  private static final int APP1 = 0xE1;
  private static final int TAG = 0x0112;
  private static final int SHORT = 3;
  private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

  private Orientation() {}

  /** 1 to 8; 1 if the file states none or states it wrongly. */
  static int of(byte[] jpeg) {
    for (var at = JpegSegment.first(jpeg); at.isPresent(); at = at.get().next()) {
      JpegSegment segment = at.get();
      if (segment.marker() == APP1 && isExif(segment))
        return inTiff(ByteBuffer.wrap(jpeg, segment.start() + EXIF.length, segment.length() - EXIF.length).slice());
    }
    return 1;
  }

  /** True if width and height change places. */
  static boolean isSideways(int orientation) { return orientation >= 5; }

  /** Turns a picture of the width and height upright. */
  static AffineTransform upright(int orientation, int w, int h) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
      default -> new AffineTransform();
    };
  }

  private static boolean isExif(JpegSegment segment) {
    if (segment.length() < EXIF.length)
      return false;
    for (int i = 0; i < EXIF.length; i++)
      if (segment.at(i) != EXIF[i])
        return false;
    return true;
  }

  private static int inTiff(ByteBuffer tiff) {
    if (tiff.limit() < 8)
      return 1;
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    long directory = Integer.toUnsignedLong(tiff.getInt(4));
    if (directory + 2 > tiff.limit())
      return 1;
    int entries = Short.toUnsignedInt(tiff.getShort((int) directory));
    for (long at = directory + 2; entries > 0 && at + 12 <= tiff.limit(); at += 12, entries--)
      if (Short.toUnsignedInt(tiff.getShort((int) at)) == TAG && tiff.getShort((int) at + 2) == SHORT)
        return known(Short.toUnsignedInt(tiff.getShort((int) at + 8)));
    return 1;
  }

  private static int known(int value) { return value >= 1 && value <= 8 ? value : 1; }
}
