// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.multipart.MultipartFile;

/**
 * Takes files that people send. Photographs are written anew by {@link ImageIntake}; a PDF is kept as it is, and only ever
 * handed out as an attachment; everything else is refused by its content. Called outside a transaction: decoding takes
 * a second, and a connection is not held for it.
 */
public final class FileIntake {
  /** The most bytes of one file. */
  public static final int MOST_BYTES = 12 << 20;
  private static final int LONGEST_NAME = 80;
  private static final int END_OF_PDF = 4096;
  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private final ImageIntake images;

  FileIntake(ImageIntake images) { this.images = images; }

  /** What became of a file. */
  public sealed interface Taken {
    /** It may be kept. */
    record Safe(SafeFile file) implements Taken {}

    /** It was refused, and nothing of it is kept. */
    record Refused(String name, Upload.Reason reason) implements Taken {}
  }

  /** The files that somebody chose; a browser sends an empty one where nobody chose any. */
  public static List<MultipartFile> chosen(MultipartFile @org.jspecify.annotations.Nullable [] sent) {
    return sent == null
        ? List.of()
        : List.of(sent).stream().filter(file -> !file.isEmpty() || !nameOf(file).isEmpty()).toList();
  }

  /** Looks at a file and makes it safe, or says why not. */
  public Taken take(MultipartFile sent) throws IOException {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("files are looked at outside a transaction, which would rest meanwhile");
    }
    String name = shortened(nameOf(sent));
    byte[] content;
    try (InputStream in = sent.getInputStream()) {
      content = in.readNBytes(MOST_BYTES + 1);
    }
    if (content.length > MOST_BYTES) {
      return new Taken.Refused(name, new Upload.TooLarge(MOST_BYTES));
    }
    return ContentType.of(content) == ContentType.PDF ? pdf(name, content) : image(name, content);
  }

  /** Refuses a file unread because too many others are being looked at. */
  public Taken busy(MultipartFile sent) {
    return new Taken.Refused(shortened(nameOf(sent)), new Upload.Busy());
  }

  private static Taken pdf(String name, byte[] content) {
    return pdfProblem(content).<Taken>map(reason -> new Taken.Refused(name, reason))
        .orElseGet(() -> new Taken.Safe(new SafeFile(name, "application/pdf", content, sha256(content))));
  }

  private Taken image(String name, byte[] content) throws IOException {
    return switch (images.accept(new ByteArrayInputStream(content))) {
      case Upload.Accepted(SafeImage image) ->
        new Taken.Safe(new SafeFile(name, image.mediaType(), image.bytes(), image.originalSha256()));
      case Upload.Refused(Upload.Reason reason) -> new Taken.Refused(name, reason);
    };
  }

  /** Readers find a PDF anywhere in the first kilobyte; ours begins with it, so that it is nothing else beside. */
  private static Optional<Upload.Reason> pdfProblem(byte[] content) {
    if (!startsWith(content, PDF)) {
      return Optional.of(new Upload.TypeNotAllowed(ContentType.UNKNOWN));
    }
    int from = Math.max(0, content.length - END_OF_PDF);
    String end = new String(content, from, content.length - from, StandardCharsets.ISO_8859_1);
    return end.contains("%%EOF") ? Optional.empty() : Optional.of(new Upload.NotDecodable());
  }

  private static boolean startsWith(byte[] content, byte[] start) {
    return content.length >= start.length
        && java.util.Arrays.equals(content, 0, start.length, start, 0, start.length);
  }

  private static String nameOf(MultipartFile file) {
    return Objects.requireNonNullElse(file.getOriginalFilename(), "").strip();
  }

  /** The last part of a path, printable, at most {@value #LONGEST_NAME} characters. */
  public static String shortened(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String printable = last.codePoints()
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
        .limit(LONGEST_NAME)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
    return printable.isEmpty() ? "–" : printable;
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
