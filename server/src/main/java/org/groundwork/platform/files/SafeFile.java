// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

/** A file that may be kept: an image written anew, or a PDF as it came. */
public final class SafeFile {
  private final String name;
  private final String mediaType;
  private final byte[] content;
  private final byte[] originalSha256;

  SafeFile(String name, String mediaType, byte[] content, byte[] originalSha256) {
    this.name = name;
    this.mediaType = mediaType;
    this.content = content;
    this.originalSha256 = originalSha256;
  }

  /** As the sender's computer called it, without folders and shortened. */
  public String name() { return name; }

  /** {@code image/jpeg}, {@code image/png} or {@code application/pdf}. */
  public String mediaType() {
    return mediaType;
  }

  /** How many bytes it has. */
  public int bytes() { return content.length; }

  /** The SHA-256 of the file as uploaded, in hexadecimal, for the audit. */
  public String original() {
    return java.util.HexFormat.of().formatHex(originalSha256);
  }

  byte[] content() { return content; }

  @Override
  public String toString() { return mediaType + ", " + content.length + " bytes"; }
}
