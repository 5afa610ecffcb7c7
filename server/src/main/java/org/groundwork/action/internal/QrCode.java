// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** Draws an address so that phones read it. */
final class QrCode {
  /** Light squares around it, as the standard asks. */
  private static final int MARGIN = 4;

  private QrCode() {}

  /** The picture of an address, as an SVG path of squares. */
  static DoorPage.Code of(String address) {
    try {
      var matrix = new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0,
          Map.of(EncodeHintType.MARGIN, MARGIN, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
      return new DoorPage.Code(address, matrix.getWidth(), squares(matrix));
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
