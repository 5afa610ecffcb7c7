// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;

/** Text that is written in the one way to write what was read of it, so that it says nothing else. */
public final class Canonical {
  private Canonical() {}

  /**
   * The value that was read.
   *
   * @param written how it is written
   * @throws Refused if the bytes are others
   */
  public static <T> T checked(T value, String written, byte[] bytes) {
    if (!Arrays.equals(bytes, written.getBytes(StandardCharsets.UTF_8))) {
      throw new Refused(Reason.NOT_CANONICAL, "", "it is not written in the one way to write it");
    }
    return value;
  }
}
