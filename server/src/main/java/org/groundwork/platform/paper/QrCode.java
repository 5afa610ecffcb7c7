// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * An address as a picture that phones read.
 *
 * @param size the side of the picture in squares
 * @param squares the dark ones, as the path of an SVG
 */
public record QrCode(String address, int size, String squares) {
  /** Light squares around it, as the standard asks. */
  private static final int MARGIN = 4;
  /** Dots of a printed picture for each square, so that no printer smooths it. */
  private static final int DOTS = 6;

  /** The picture of an address. */
  public static QrCode of(String address) {
    var matrix = drawn(address);
    return new QrCode(address, matrix.getWidth(), squares(matrix));
  }

  /** The same picture for paper: black dots as an image that stands in the page itself. */
  public String image() {
    var matrix = drawn(address);
    var picture = new BufferedImage(size * DOTS, size * DOTS, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < size * DOTS; y++) {
      for (int x = 0; x < size * DOTS; x++) {
        picture.setRGB(x, y, matrix.get(x / DOTS, y / DOTS) ? 0 : 0xffffff);
      }
    }
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes every picture", e);
    }
    return Paper.IMAGE + Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static BitMatrix drawn(String address) {
    try {
      return new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0,
          Map.of(EncodeHintType.MARGIN, MARGIN, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
    } catch (WriterException e) {
      throw new IllegalStateException("an address of ours is short enough for a picture", e);
    }
  }

  private static String squares(BitMatrix matrix) {
    var path = new StringBuilder();
    for (int y = 0; y < matrix.getHeight(); y++) {
      for (int x = 0; x < matrix.getWidth(); x++) {
        if (matrix.get(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }
}
