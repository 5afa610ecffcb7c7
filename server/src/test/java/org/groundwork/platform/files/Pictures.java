// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures for tests, good and bad. */
public final class Pictures {

  private Pictures() {}

  /** Red above left, green above right, blue below left, white below right. */
  static BufferedImage corners(int width, int height, int type) {
    var picture = new BufferedImage(width, height, type);
    Graphics2D pen = picture.createGraphics();
    Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
    for (int i = 0; i < 4; i++) {
      pen.setColor(colours[i]);
      pen.fillRect(i % 2 * width / 2, i / 2 * height / 2, width - width / 2, height - height / 2);
    }
    pen.dispose();
    return picture;
  }

  static byte[] encoded(BufferedImage picture, String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(picture, format, bytes))
        throw new IllegalArgumentException("no writer for " + format);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] progressiveJpeg(int width, int height) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(corners(width, height, BufferedImage.TYPE_INT_RGB), null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static BufferedImage decoded(byte[] file) {
    try {
      return java.util.Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] jpeg(int width, int height) {
    return encoded(corners(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
  }

  public static byte[] png(int width, int height) {
    return encoded(corners(width, height, BufferedImage.TYPE_INT_ARGB), "png");
  }

  /** As a telephone makes it: grain, Exif with orientation, GPS place and camera, and a trailer after the end. */
  public static byte[] photograph(int width, int height, int orientation) {
    BufferedImage picture = corners(width, height, BufferedImage.TYPE_INT_RGB);
    var random = new Random(3);
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x += 3)
        picture.setRGB(x, y, picture.getRGB(x, y) ^ (random.nextInt(0x40) * 0x010101));
    byte[] marked = withSegment(encoded(picture, "jpeg"), 0xE1, exif(orientation, ByteOrder.BIG_ENDIAN));
    return joined(marked, "MotionPhoto_Data trailer".getBytes(US_ASCII));
  }

  /** Exif with orientation, maker and a GPS directory that says 52 degrees north. */
  static byte[] exif(int orientation, ByteOrder order) {
    ByteBuffer tiff = ByteBuffer.allocate(120).order(order);
    tiff.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(US_ASCII)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 3);
    entry(tiff, 0x010F, 2, 12, 50);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
    entry(tiff, 0x8825, 4, 1, 62);
    tiff.putInt(0);
    tiff.position(50).put("PlantedCam\0\0".getBytes(US_ASCII));
    tiff.putShort((short) 2);
    tiff.putShort((short) 1).putShort((short) 2).putInt(2).put("N\0\0\0".getBytes(US_ASCII));
    entry(tiff, 2, 5, 3, 92);
    tiff.putInt(0);
    tiff.position(92).putInt(52).putInt(1).putInt(31).putInt(1).putInt(12).putInt(1);
    return joined("Exif\0\0".getBytes(US_ASCII), tiff.array());
  }

  static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
    ByteBuffer out = ByteBuffer.allocate(jpeg.length + 4 + content.length);
    out.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) marker).putShort((short) (content.length + 2)).put(content);
    return out.put(jpeg, 2, jpeg.length - 2).array();
  }

  /** A PNG of one bit per pixel, all black, so small that it claims far more than it weighs. */
  public static byte[] pngOfBlack(int claimedWidth, int claimedHeight, long realBytes) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    byte[] header = ByteBuffer.allocate(13).putInt(claimedWidth).putInt(claimedHeight).put((byte) 1).array();
    out.writeBytes(chunk("IHDR", header));
    out.writeBytes(chunk("IDAT", zeros(realBytes)));
    out.writeBytes(chunk("IEND", new byte[0]));
    return out.toByteArray();
  }

  static byte[] chunk(String type, byte[] content) {
    var crc = new CRC32();
    crc.update(type.getBytes(US_ASCII));
    crc.update(content);
    return ByteBuffer.allocate(12 + content.length)
        .putInt(content.length)
        .put(type.getBytes(US_ASCII))
        .put(content)
        .putInt((int) crc.getValue())
        .array();
  }

  /** So many zero bytes, compressed. */
  static byte[] zeros(long count) {
    var deflater = new Deflater(9);
    var out = new ByteArrayOutputStream();
    byte[] block = new byte[1 << 20];
    byte[] packed = new byte[1 << 16];
    for (long left = count; left > 0; left -= block.length) {
      deflater.setInput(block, 0, (int) Math.min(left, block.length));
      while (!deflater.needsInput())
        out.write(packed, 0, deflater.deflate(packed));
    }
    deflater.finish();
    while (!deflater.finished())
      out.write(packed, 0, deflater.deflate(packed));
    deflater.end();
    return out.toByteArray();
  }

  public static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts)
      all.writeBytes(part);
    return all.toByteArray();
  }

  static byte[] javaClass() throws IOException {
    var out = new ByteArrayOutputStream();
    new DataOutputStream(out).writeInt(0xCAFEBABE);
    return joined(out.toByteArray(), new byte[100]);
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }
}
