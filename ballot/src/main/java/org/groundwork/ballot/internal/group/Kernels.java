// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.group;

/** Which arithmetic multiplies residues. Both give the same numbers. */
enum Kernels {
  /** Plain Java. */
  PLAIN {
    @Override
    Kernel of(long[] modulus) { return new PlainKernel(modulus); }
  },
  /** The system's GMP. */
  GMP {
    @Override
    Kernel of(long[] modulus) { return new GmpKernel(modulus); }
  };

  /** The property, and the environment's variable, that chooses: "plain" (what is taken without it) or "gmp". */
  static final String PROPERTY = "groundwork.ballot.kernel";

  abstract Kernel of(long[] modulus);

  static Kernels chosen() {
    String wanted = System.getProperty(PROPERTY, "plain");
    return switch (wanted) {
      case "plain" -> PLAIN;
      case "gmp" -> GMP;
      default -> throw new IllegalArgumentException(PROPERTY + " is \"plain\" or \"gmp\", not \"" + wanted + "\"");
    };
  }
}
