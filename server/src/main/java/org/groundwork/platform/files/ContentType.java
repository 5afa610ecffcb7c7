// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Set;

/** What a file is by its first bytes, whatever its name and declared type say. */
public enum ContentType {
  /** A JPEG image; accepted. */
  JPEG,
  /** A PNG image; accepted. */
  PNG,
  /** A GIF image. */
  GIF,
  /** A WebP image. */
  WEBP,
  /** An HEIC or AVIF image, as some telephones store photographs. */
  HEIC,
  /** A PDF document. */
  PDF,
  /** SVG, HTML or another text with markup: it can hold script. */
  MARKUP,
  /** A ZIP archive, and so also an office document or an application package. */
  ARCHIVE,
  /** A program: ELF, PE, Mach-O, a Java class or a script with an interpreter line. */
  PROGRAM,
  /** Anything else. */
  UNKNOWN;

  private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "avif");
  private static final Set<String> MACH_O = Set.of("\u00CF\u00FA\u00ED\u00FE", "\u00CE\u00FA\u00ED\u00FE",
      "\u00FE\u00ED\u00FA\u00CF", "\u00FE\u00ED\u00FA\u00CE", "\u00CA\u00FE\u00BA\u00BE");
  private static final int LOOKED_AT = 512;

  /** Decides by the first 512 bytes. */
  public static ContentType of(byte[] content) {
    String start = new String(content, 0, Math.min(LOOKED_AT, content.length), ISO_8859_1);
    if (start.startsWith("\u00FF\u00D8\u00FF"))
      return JPEG;
    if (start.startsWith("\u0089PNG\r\n\u001A\n"))
      return PNG;
    if (start.startsWith("GIF87a") || start.startsWith("GIF89a"))
      return GIF;
    if (start.startsWith("RIFF") && start.startsWith("WEBP", 8))
      return WEBP;
    if (start.startsWith("ftyp", 4) && start.length() >= 12 && HEIC_BRANDS.contains(start.substring(8, 12)))
      return HEIC;
    return document(start);
  }

  /** True for the types that can be decoded and written anew. */
  public boolean isAllowed() {
    return this == JPEG || this == PNG;
  }

  private static ContentType document(String start) {
    if (start.contains("%PDF-"))
      return PDF;
    if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006"))
      return ARCHIVE;
    if (start.startsWith("\u007FELF") || start.startsWith("MZ") || start.startsWith("#!")
        || (start.length() >= 4 && MACH_O.contains(start.substring(0, 4))))
      return PROGRAM;
    String text = start.replace("\u00EF\u00BB\u00BF", "").strip().toLowerCase(Locale.ROOT);
    return text.startsWith("<") || text.contains("<svg") || text.contains("<html") ? MARKUP : UNKNOWN;
  }
}
