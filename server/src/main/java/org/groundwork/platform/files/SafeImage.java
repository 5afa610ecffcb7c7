// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import java.util.HexFormat;

/**
 * An image that was decoded and written anew: it holds pixels, and nothing else that was uploaded. Neither place, time
 * and device of a photograph nor anything hidden in the file remains.
 */
public final class SafeImage {

  private final byte[] bytes;
  private final String mediaType;
  private final int width;
  private final int height;
  private final byte[] originalSha256;

  /**
   * A safe image.
   *
   * @param bytes the file
   * @param mediaType {@code image/jpeg} or {@code image/png}
   * @param width in pixels, upright
   * @param height in pixels, upright
   * @param originalSha256 the SHA-256 of the file as uploaded, for the audit
   */
  public SafeImage(byte[] bytes, String mediaType, int width, int height, byte[] originalSha256) {
    if (width < 1 || height < 1 || originalSha256.length != 32)
      throw new IllegalArgumentException("an image has a width, a height and the hash of its original");
    this.bytes = bytes.clone();
    this.mediaType = mediaType;
    this.width = width;
    this.height = height;
    this.originalSha256 = originalSha256.clone();
  }

  /** A copy of the file. */
  public byte[] bytes() { return bytes.clone(); }

  /** {@code image/jpeg} or {@code image/png}. */
  public String mediaType() { return mediaType; }

  /** In pixels. */
  public int width() { return width; }

  /** In pixels. */
  public int height() { return height; }

  /** The SHA-256 of the file as uploaded, 32 bytes. */
  public byte[] originalSha256() { return originalSha256.clone(); }

  @Override
  public String toString() {
    return mediaType + " " + width + "x" + height + ", " + bytes.length + " bytes, original "
        + HexFormat.of().formatHex(originalSha256);
  }
}
