// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import java.time.Duration;

/**
 * What an image may cost.
 *
 * @param mostBytes the most bytes of an upload
 * @param mostPixels the most pixels, by the header, before anything is decoded
 * @param longestSide the longer side of the result, in pixels; larger images are made smaller
 * @param timeLimit the longest the separate process may run, its start included; also how long to wait for a place
 * @param heapMegabytes the heap of the separate process
 * @param atOnce how many such processes may run at once
 */
public record ImageLimits(long mostBytes, long mostPixels, int longestSide, Duration timeLimit, int heapMegabytes,
    int atOnce) {

  /** @throws IllegalArgumentException if a limit is not positive, or an upload would not fit in memory */
  public ImageLimits {
    if (mostBytes < 1 || mostBytes > 64 << 20 || mostPixels < 1 || longestSide < 16 || heapMegabytes < 32 || atOnce < 1
        || !timeLimit.isPositive())
      throw new IllegalArgumentException("limits of images are positive, uploads at most 64 MiB");
  }

  /** For photographs from telephones: 20 MiB, 50 million pixels, 2,560 pixels wide or high, 20 s, 320 MiB, one at once. */
  public static ImageLimits forPhotographs() {
    return new ImageLimits(20 << 20, 50_000_000, 2_560, Duration.ofSeconds(20), 320, 1);
  }
}
