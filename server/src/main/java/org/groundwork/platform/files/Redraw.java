// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/**
 * Draws a picture anew: smaller if it is larger than wanted, and upright.
 *
 * <p>Part of the separate process.
 */
final class Redraw {

  private Redraw() {}

  /** A new picture in sRGB whose longer side is at most as stated, with transparency if the given one has it. */
  static BufferedImage upright(BufferedImage given, int orientation, int longestSide) {
    BufferedImage source = halvedTowards(given, longestSide);
    int longer = Math.max(source.getWidth(), source.getHeight());
    int width = scaled(source.getWidth(), longer, longestSide);
    int height = scaled(source.getHeight(), longer, longestSide);
    AffineTransform move = Orientation.upright(orientation, width, height);
    move.scale((double) width / source.getWidth(), (double) height / source.getHeight());
    boolean sideways = Orientation.isSideways(orientation);
    return drawn(source, move, sideways ? height : width, sideways ? width : height);
  }

  /** Halves while the result is still at least as large as wanted: each pixel then averages four. */
  private static BufferedImage halvedTowards(BufferedImage given, int longestSide) {
    BufferedImage picture = given;
    while (Math.max(picture.getWidth(), picture.getHeight()) / 2 >= longestSide) {
      int width = Math.max(1, picture.getWidth() / 2);
      int height = Math.max(1, picture.getHeight() / 2);
      var half = AffineTransform.getScaleInstance((double) width / picture.getWidth(),
          (double) height / picture.getHeight());
      picture = drawn(picture, half, width, height);
    }
    return picture;
  }

  private static int scaled(int side, int longer, int longestSide) {
    return longer <= longestSide ? side : Math.max(1, Math.toIntExact((long) side * longestSide / longer));
  }

  private static BufferedImage drawn(BufferedImage source, AffineTransform move, int width, int height) {
    int type = source.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    var target = new BufferedImage(width, height, type);
    Graphics2D pen = target.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(source, move, null);
    pen.dispose();
    return target;
  }
}
