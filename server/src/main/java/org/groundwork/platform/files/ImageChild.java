// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The separate process that decodes an image and writes it anew. Image on standard input; width, height (four bytes
 * each, most significant first) and the new image on standard output; how it ended as exit code. Arguments: format
 * ({@code jpeg} or {@code png}), the most pixels, the longest side. Touches no file.
 */
final class ImageChild {

  /** Exit codes; 0 is success. */
  static final int NOT_DECODABLE = 10;
  static final int TOO_MANY_PIXELS = 11;
  static final int OUT_OF_MEMORY = 12;

  private static final float JPEG_QUALITY = 0.85f;

  private ImageChild() {}

  public static void main(String[] args) {
    int end;
    try {
      end = run(args[0], Long.parseLong(args[1]), Integer.parseInt(args[2]));
    } catch (OutOfMemoryError e) {
      end = OUT_OF_MEMORY;
    } catch (IOException | RuntimeException e) {
      end = isForMemory(e) ? OUT_OF_MEMORY : NOT_DECODABLE;
    }
    Runtime.getRuntime().halt(end);
  }

  private static int run(String format, long mostPixels, int longestSide) throws IOException {
    ImageIO.setUseCache(false);
    byte[] given = System.in.readAllBytes();
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(given)), true, true);
    if ((long) reader.getWidth(0) * reader.getHeight(0) > mostPixels)
      return TOO_MANY_PIXELS;
    var cutShort = new AtomicBoolean();
    reader.addIIOReadWarningListener((_, warning) -> {
      if (warning.contains("Truncated") || warning.contains("premature end"))
        cutShort.set(true);
    });
    BufferedImage decoded = reader.read(0);
    if (cutShort.get())
      return NOT_DECODABLE;
    int orientation = format.equals("jpeg") ? Orientation.of(given) : 1;
    BufferedImage upright = Redraw.upright(decoded, orientation, longestSide);
    byte[] written = encoded(upright, format);
    var out = new DataOutputStream(System.out);
    out.writeInt(upright.getWidth());
    out.writeInt(upright.getHeight());
    out.write(written);
    out.flush();
    return System.out.checkError() ? NOT_DECODABLE : 0;
  }

  /** Java's PNG reader wraps the error; the native JPEG reader says it in words. */
  private static boolean isForMemory(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause())
      if (cause instanceof OutOfMemoryError || String.valueOf(cause.getMessage()).contains("Insufficient memory"))
        return true;
    return false;
  }

  private static byte[] encoded(BufferedImage picture, String format) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    if (format.equals("jpeg")) {
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(JPEG_QUALITY);
    }
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), how);
    }
    writer.dispose();
    return bytes.toByteArray();
  }
}
