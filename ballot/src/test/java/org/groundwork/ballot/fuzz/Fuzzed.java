// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.fuzz;

import java.io.IOException;

/** What Jazzer calls, in a program of its own: the property {@code fuzz.target} names the reader. */
public final class Fuzzed {
  private static final Target TARGET = Target.valueOf(System.getProperty("fuzz.target"));

  private Fuzzed() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException { TARGET.take(input); }
}
