// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.group;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The low-level functions of the GNU Multiple Precision Arithmetic Library, where the system has it (GMP manual, chapter
 * <em>Low-level Functions</em>; its reduction after Montgomery is exported and not documented, so a kernel compares some
 * hundred products with {@link PlainKernel} before it is used).
 */
final class GmpKernel implements Kernel {
  private static final String LIBRARY = "libgmp.so.10";
  private static final int TRIALS = 128;
  private static final int PRODUCT = 0;
  private static final int RESULT = 1;

  /** The functions; a holder, so that a system without GMP fails only where it is asked for. */
  private static final class Gmp {
    static final MethodHandle MULTIPLY = function("__gmpn_mul_n",
        FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG));
    static final MethodHandle SQUARE = function("__gmpn_sqr", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_LONG));
    static final MethodHandle REDUCE = function("__gmpn_redc_1",
        FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG));

    @SuppressWarnings("restricted") // calling C is what this class is for; --enable-native-access allows it
    private static MethodHandle function(String name, FunctionDescriptor what) {
      try {
        SymbolLookup lookup = SymbolLookup.libraryLookup(LIBRARY, Arena.global());
        return Linker.nativeLinker().downcallHandle(lookup.findOrThrow(name), what, Linker.Option.critical(true));
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException("the system has no GMP library (" + LIBRARY + ")", e);
      }
    }
  }

  private final long[] modulus;
  private final MemorySegment modulusSegment;
  private final long minusInverse;
  private final ThreadLocal<long[][]> scratch;

  GmpKernel(long[] modulus) {
    this.modulus = modulus.clone();
    this.modulusSegment = MemorySegment.ofArray(this.modulus);
    this.minusInverse = PlainKernel.minusInverse(modulus[0]);
    int n = modulus.length;
    this.scratch = ThreadLocal.withInitial(() -> new long[][]{new long[2 * n], new long[n]});
    compareWithPlain();
  }

  private void compareWithPlain() {
    var plain = new PlainKernel(modulus);
    int n = modulus.length;
    var a = new long[n];
    var b = modulus.clone();
    b[0]--;
    a[n - 1] = modulus[n - 1] >>> 1;
    a[0] = 3;
    var mine = new long[n];
    var theirs = new long[n];
    for (int i = 0; i < TRIALS; i++) {
      plain.multiply(mine, a, b);
      multiply(theirs, a, b);
      if (!java.util.Arrays.equals(mine, theirs)) {
        throw new IllegalStateException("the system's GMP library multiplies otherwise than expected");
      }
      square(theirs, b);
      plain.square(a, b);
      if (!java.util.Arrays.equals(a, theirs)) {
        throw new IllegalStateException("the system's GMP library squares otherwise than expected");
      }
      System.arraycopy(mine, 0, b, 0, n);
    }
  }

  @Override
  public void multiply(long[] r, long[] a, long[] b) {
    long[][] t = scratch.get();
    MemorySegment product = MemorySegment.ofArray(t[PRODUCT]);
    try {
      Gmp.MULTIPLY.invokeExact(product, MemorySegment.ofArray(a), MemorySegment.ofArray(b), (long) modulus.length);
    } catch (Throwable e) {
      throw failed(e);
    }
    reduce(r, t, product);
  }

  @Override
  public void square(long[] r, long[] a) {
    long[][] t = scratch.get();
    MemorySegment product = MemorySegment.ofArray(t[PRODUCT]);
    try {
      Gmp.SQUARE.invokeExact(product, MemorySegment.ofArray(a), (long) modulus.length);
    } catch (Throwable e) {
      throw failed(e);
    }
    reduce(r, t, product);
  }

  private void reduce(long[] r, long[][] t, MemorySegment product) {
    long over;
    try {
      over = (long) Gmp.REDUCE.invokeExact(MemorySegment.ofArray(t[RESULT]), product, modulusSegment,
          (long) modulus.length, minusInverse);
    } catch (Throwable e) {
      throw failed(e);
    }
    PlainKernel.take(r, t[RESULT], over, modulus);
  }

  private static IllegalStateException failed(Throwable e) {
    return new IllegalStateException("the system's GMP library failed", e);
  }

  @Override
  public boolean slowerThanModPow() { return false; }
}
