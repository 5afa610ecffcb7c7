// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Powers with sparse digits, one or many with one chain, are those with digits of four bits that secrets go through. */
class PointPowersTest {
  private static final Group GROUP = Groups.ED25519;
  private static final int BITS = 253;

  /** Where digits carry, and where they carry to the end. */
  private static List<BigInteger> exponents() {
    var exponents = new ArrayList<BigInteger>();
    for (int i = 0; i < 70; i++) {
      exponents.add(BigInteger.valueOf(i));
    }
    for (int bits = 7; bits <= BITS; bits++) {
      BigInteger power = BigInteger.TWO.pow(bits);
      exponents.add(power.subtract(BigInteger.ONE));
      if (bits < BITS) {
        exponents.add(power);
        exponents.add(power.add(BigInteger.ONE));
      }
    }
    var random = new Random(9);
    for (int i = 0; i < 50; i++) {
      exponents.add(new BigInteger(BITS, random));
    }
    exponents.add(GROUP.q());
    exponents.add(GROUP.q().subtract(BigInteger.ONE));
    return exponents;
  }

  private static void same(long[] left, long[] right, BigInteger exponent) {
    assertThat(GROUP.same(new Point(left), new Point(right))).as("%s", exponent).isTrue();
    // T, which the next sum needs, is that of X, Y and Z
    var t = new long[10];
    Field.multiply(t, 0, left, Point.X, left, Point.Y);
    Field.multiply(t, 5, left, Point.T, left, Point.Z);
    assertThat(Field.same(t, 0, t, 5)).as("T of %s", exponent).isTrue();
  }

  @Test
  void areTheSameWhicheverWay() {
    long[] base = ((Point) GROUP.generator(3)).at;
    BigInteger before = BigInteger.TEN;
    for (BigInteger each : exponents()) {
      long[] expected = PointPowers.ofSecret(base, each);
      same(PointPowers.of(base, each), expected, each);
      long[][] many = PointPowers.ofMany(base, new BigInteger[]{each, before, each});
      same(many[0], expected, each);
      same(many[1], PointPowers.ofSecret(base, before), before);
      same(many[2], expected, each);
      before = each;
    }
  }

  @Test
  void areRefusedWithExponentsThatAreNone() {
    long[] base = ((Point) GROUP.g()).at;
    for (BigInteger each : List.of(BigInteger.TWO.pow(BITS), BigInteger.TWO.pow(300), BigInteger.ONE.negate())) {
      assertThatIllegalArgumentException().isThrownBy(() -> PointPowers.of(base, each));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PointPowers.ofMany(base, new BigInteger[]{BigInteger.ONE, each}));
    }
  }

  /** The largest limbs that may be multiplied, of which the sums of products are longest. */
  @Test
  void areMadeOfProductsThatDoNotOverflow() {
    var random = new Random(10);
    for (int i = 0; i < 2_000; i++) {
      var a = new long[5];
      var b = new long[5];
      for (int k = 0; k < 5; k++) {
        long most = 13L << 50; // below 2^53.7
        a[k] = i == 0 ? most - 1 : random.nextLong(most);
        b[k] = i == 0 ? most - 1 : random.nextLong(most);
      }
      var r = new long[10];
      Field.multiply(r, 0, a, 0, b, 0);
      Field.square(r, 5, a, 0);
      assertThat(number(r, 0)).isEqualTo(number(a, 0).multiply(number(b, 0)).mod(Field.P));
      assertThat(number(r, 5)).isEqualTo(number(a, 0).pow(2).mod(Field.P));
    }
  }

  private static BigInteger number(long[] limbs, int at) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 4; i >= 0; i--) {
      sum = sum.shiftLeft(51).add(BigInteger.valueOf(limbs[at + i]));
    }
    return sum.mod(Field.P);
  }
}
