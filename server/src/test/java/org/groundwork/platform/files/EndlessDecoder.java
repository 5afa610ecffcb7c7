// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import java.io.IOException;

/** A decoder that reads its picture and never ends. */
final class EndlessDecoder {

  private EndlessDecoder() {}

  public static void main(String[] args) throws IOException {
    int read = System.in.readAllBytes().length;
    while (read >= 0)
      Thread.onSpinWait();
  }
}
