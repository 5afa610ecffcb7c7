// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Takes uploaded images and gives back safe ones. What a file is, its content decides; its name is not asked for. The
 * header's pixels are checked before anything is decoded; decoding happens in a separate Java process with little
 * memory, little time and no part of the server.
 *
 * <p>May be called from any thread. A call takes about a second for a photograph and holds no database connection.
 * Writes no part of an upload to a file.
 */
public final class ImageIntake implements AutoCloseable {

  private static final int SIZE_BYTES = 8;

  /** The Java process ends itself so when memory is short. */
  private static final int JAVA_OUT_OF_MEMORY = 3;
  private static final int ENDED_BY_SIGNAL = 128;

  private final ImageLimits limits;
  private final ChildProgram program;
  private final Path classes;
  private final ChildRun child;
  private final Semaphore places;

  /**
   * An intake with the Java that runs the server.
   *
   * @param limits what an image may cost
   * @param workDirectory a directory of this process alone; classes for the separate process are put in it
   * @throws UncheckedIOException if nothing can be written there
   */
  public ImageIntake(ImageLimits limits, Path workDirectory) { this(limits, workDirectory, ChildProgram.DECODER); }

  ImageIntake(ImageLimits limits, Path workDirectory, ChildProgram program) {
    this.limits = limits;
    this.program = program;
    this.classes = workDirectory.toAbsolutePath().resolve("image-process");
    this.child = new ChildRun(Path.of(System.getProperty("java.home"), "bin", "java"), classes, limits);
    this.places = new Semaphore(limits.atOnce(), true);
    try {
      program.copyTo(classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads an upload and makes a safe image of it.
   *
   * @param upload read to its end, or to one byte above the limit; not closed
   * @return the safe image, or why there is none
   * @throws IOException if the upload cannot be read or the separate process cannot be started
   */
  public Upload accept(InputStream upload) throws IOException {
    byte[] content = upload.readNBytes(Math.toIntExact(limits.mostBytes()) + 1);
    Optional<Upload.Reason> refusal = refusedUnread(content);
    return refusal.isPresent() ? new Upload.Refused(refusal.get()) : decode(content, ContentType.of(content));
  }

  /** Removes the classes of the separate process. */
  @Override
  public void close() {
    try {
      ChildProgram.delete(classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What can be told without decoding. */
  private Optional<Upload.Reason> refusedUnread(byte[] content) {
    if (content.length == 0)
      return Optional.of(new Upload.Empty());
    if (content.length > limits.mostBytes())
      return Optional.of(new Upload.TooLarge(limits.mostBytes()));
    ContentType type = ContentType.of(content);
    if (!type.isAllowed())
      return Optional.of(new Upload.TypeNotAllowed(type));
    Optional<ImageHeader> header = ImageHeader.of(content, type);
    if (header.isEmpty())
      return Optional.of(new Upload.NotDecodable());
    long pixels = header.get().pixels();
    return pixels > limits.mostPixels()
        ? Optional.of(new Upload.TooManyPixels(pixels, limits.mostPixels()))
        : Optional.empty();
  }

  private Upload decode(byte[] content, ContentType type) throws IOException {
    if (!takesPlace())
      return new Upload.Refused(new Upload.Busy());
    try {
      var arguments = List.of(type.name().toLowerCase(Locale.ROOT), Long.toString(limits.mostPixels()),
          Integer.toString(limits.longestSide()));
      return switch (child.run(program.main(), arguments, content)) {
        case ChildRun.Overtime _ -> new Upload.Refused(new Upload.TimedOut(limits.timeLimit()));
        case ChildRun.Exited exited when exited.code() == 0 -> accepted(exited.output(), type, content);
        case ChildRun.Exited exited -> new Upload.Refused(reason(exited.code(), content, type));
      };
    } finally {
      places.release();
    }
  }

  private boolean takesPlace() {
    try {
      return places.tryAcquire(limits.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Upload.Reason reason(int code, byte[] content, ContentType type) {
    if (code == ImageChild.NOT_DECODABLE)
      return new Upload.NotDecodable();
    if (code == ImageChild.TOO_MANY_PIXELS)
      return new Upload.TooManyPixels(ImageHeader.of(content, type).orElseThrow().pixels(), limits.mostPixels());
    if (code == ImageChild.OUT_OF_MEMORY || code == JAVA_OUT_OF_MEMORY || code > ENDED_BY_SIGNAL)
      return new Upload.TooDemanding();
    throw new IllegalStateException("the image process ended with code " + code + "; is its Java whole?");
  }

  /** Even the separate process is not believed: what it gives must begin like an image of the type and fit. */
  private Upload accepted(byte[] output, ContentType type, byte[] original) {
    byte[] image = Arrays.copyOfRange(output, Math.min(SIZE_BYTES, output.length), output.length);
    if (output.length <= SIZE_BYTES || ContentType.of(image) != type)
      return new Upload.Refused(new Upload.NotDecodable());
    int width = ByteBuffer.wrap(output).getInt(0);
    int height = ByteBuffer.wrap(output).getInt(4);
    if (width < 1 || height < 1 || Math.max(width, height) > limits.longestSide())
      return new Upload.Refused(new Upload.NotDecodable());
    String mediaType = "image/" + type.name().toLowerCase(Locale.ROOT);
    return new Upload.Accepted(new SafeImage(image, mediaType, width, height, sha256(original)));
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
