// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import java.util.Optional;

/**
 * Width and height as a file's header states them, read without decoding. What the header claims is all that a decoder
 * would set memory aside for.
 */
record ImageHeader(long width, long height) {

  private static final int PNG_HEADER_END = 24;
  private static final String IHDR = "IHDR";

  long pixels() { return width * height; }

  /** The size, or empty if the header is damaged or states none. */
  static Optional<ImageHeader> of(byte[] content, ContentType type) {
    return switch (type) {
      case JPEG -> jpeg(content);
      case PNG -> png(content);
      case GIF, WEBP, HEIC, PDF, MARKUP, ARCHIVE, PROGRAM, UNKNOWN -> Optional.empty();
    };
  }

  /** PNG 3rd edition, 11.2.1: IHDR is the first chunk. */
  private static Optional<ImageHeader> png(byte[] content) {
    if (content.length < PNG_HEADER_END)
      return Optional.empty();
    for (int i = 0; i < IHDR.length(); i++)
      if (content[12 + i] != IHDR.charAt(i))
        return Optional.empty();
    return sized(unsigned(content, 16, 4), unsigned(content, 20, 4));
  }

  /** ITU-T T.81, B.2.2: the first start-of-frame segment. */
  private static Optional<ImageHeader> jpeg(byte[] content) {
    for (var at = JpegSegment.first(content); at.isPresent(); at = at.get().next())
      if (at.get().isStartOfFrame() && at.get().length() >= 7)
        return sized(unsigned(content, at.get().start() + 3, 2), unsigned(content, at.get().start() + 1, 2));
    return Optional.empty();
  }

  private static Optional<ImageHeader> sized(long width, long height) {
    return width > 0 && height > 0 && width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE
        ? Optional.of(new ImageHeader(width, height))
        : Optional.empty();
  }

  private static long unsigned(byte[] content, int at, int bytes) {
    long value = 0;
    for (int i = 0; i < bytes; i++)
      value = (value << 8) | (content[at + i] & 0xFF);
    return value;
  }
}
