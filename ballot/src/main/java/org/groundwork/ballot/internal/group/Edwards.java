// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.group;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The group <em>Ed25519</em>: the points of prime order of the curve of RFC 8032. Written as the number that a compressed
 * point is, in 64 hexadecimal digits: the bytes of RFC 8032 from the last to the first.
 */
final class Edwards implements Group {
  private static final BigInteger Q = BigInteger.TWO.pow(252)
      .add(new BigInteger("27742317777372353535851937790883648493"));
  private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final HexFormat HEX = HexFormat.of();
  /** Bits of a number held by an element, and bits left to find a point. */
  private static final int BITS_PER_INT = 8;
  private static final int PADDING = 14;
  private static final int TEXT = 64;

  private final Point one;
  private final Point g;

  Edwards() {
    var at = new long[PointArithmetic.SIZE];
    PointArithmetic.one(at, 0);
    one = new Point(at);
    g = (Point) read("66".repeat(31) + "58");
  }

  @Override
  public String name() { return "Ed25519"; }

  @Override
  public BigInteger q() { return Q; }

  @Override
  public Element g() { return g; }

  @Override
  public Element one() { return one; }

  @Override
  public Element times(Element left, Element right) {
    var arithmetic = new PointArithmetic();
    var r = new long[PointArithmetic.SIZE];
    var ready = new long[PointArithmetic.SIZE];
    arithmetic.ready(ready, 0, at(right), 0);
    arithmetic.add(r, 0, at(left), 0, ready, 0);
    return new Point(r);
  }

  @Override
  public Element inverse(Element element) {
    var r = new long[PointArithmetic.SIZE];
    PointArithmetic.negate(r, 0, at(element), 0);
    return new Point(r);
  }

  @Override
  public boolean same(Element left, Element right) {
    long[] a = at(left);
    long[] b = at(right);
    var t = new long[20];
    Field.multiply(t, 0, a, Point.X, b, Point.Z);
    Field.multiply(t, 5, b, Point.X, a, Point.Z);
    Field.multiply(t, 10, a, Point.Y, b, Point.Z);
    Field.multiply(t, 15, b, Point.Y, a, Point.Z);
    return Field.same(t, 0, t, 5) && Field.same(t, 10, t, 15);
  }

  @Override
  public Element power(Element base, BigInteger exponent) { return new Point(PointPowers.of(at(base), exponent)); }

  @Override
  public Element[] powers(Element base, BigInteger... exponents) {
    long[][] powers = PointPowers.ofMany(at(base), exponents);
    var elements = new Element[powers.length];
    for (int i = 0; i < powers.length; i++) {
      elements[i] = new Point(powers[i]);
    }
    return elements;
  }

  @Override
  public Element powerOfSecret(Element base, BigInteger exponent) {
    return new Point(PointPowers.ofSecret(at(base), exponent));
  }

  @Override
  public Powers prepared(Element base, long powers) { return new PreparedPoint(at(base)); }

  @Override
  public Element read(String text) {
    if (text.length() != TEXT) {
      throw new NotAnElement("not 64 hexadecimal digits");
    }
    for (int i = 0; i < TEXT; i++) {
      char digit = text.charAt(i);
      if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
        throw new NotAnElement("not 64 hexadecimal digits in lower case");
      }
    }
    var at = new long[PointArithmetic.SIZE];
    switch (uncompress(at, reversed(HEX.parseHex(text)))) {
      case POINT -> {
      }
      case NOT_CANONICAL -> throw notAnElement(text, "not the one way to write a point");
      case NO_POINT -> throw notAnElement(text, "no point of the curve");
    }
    return new Point(at);
  }

  /** Whoever slips in a point of small order may write it as RFC 8032 does, which is nothing here; then it is named. */
  private NotAnElement notAnElement(String text, String why) {
    var at = new long[PointArithmetic.SIZE];
    if (uncompress(at, HEX.parseHex(text)) != Uncompressed.POINT
        || !isOne(new Point(PointPowers.of(at, BigInteger.valueOf(8))))) {
      return new NotAnElement(why);
    }
    return isOne(new Point(at))
        ? new NotAnElement(Meant.ONE, why + ", and with its bytes in the other order the neutral element")
        : new NotAnElement(Meant.SMALL_ORDER, why + ", and with its bytes in the other order a point of small order");
  }

  private enum Uncompressed {
    POINT, NOT_CANONICAL, NO_POINT
  }

  /** RFC 8032, section 5.1.3: the point of a y and the lowest bit of its x. */
  private static Uncompressed uncompress(long[] at, byte[] bytes) {
    long w0 = (long) WORD.get(bytes, 0);
    long w1 = (long) WORD.get(bytes, 8);
    long w2 = (long) WORD.get(bytes, 16);
    long w3 = (long) WORD.get(bytes, 24);
    int sign = (int) (w3 >>> 63);
    Field.ofWords(at, Point.Y, w0, w1, w2, w3);
    long[] words = Field.reduced(at, Point.Y);
    if (words[0] != w0 || words[1] != w1 || words[2] != w2 || words[3] != (w3 & Long.MAX_VALUE)) {
      return Uncompressed.NOT_CANONICAL;
    }
    var u = new long[5];
    var v = new long[5];
    Field.square(u, 0, at, Point.Y);
    Field.multiply(v, 0, u, 0, PointArithmetic.D_LIMBS, 0);
    at[Point.Z] = 1;
    Field.subtract(u, 0, u, 0, at, Point.Z);
    Field.add(v, 0, v, 0, at, Point.Z);
    Field.carry(u, 0);
    Field.carry(v, 0);
    if (!Field.rootOfQuotient(at, u, v)) {
      return Uncompressed.NO_POINT;
    }
    long[] x = Field.reduced(at, Point.X);
    if ((x[0] | x[1] | x[2] | x[3]) == 0 && sign == 1) {
      return Uncompressed.NOT_CANONICAL;
    }
    if ((x[0] & 1) != sign) {
      Field.negate(at, Point.X, at, Point.X);
    }
    Field.multiply(at, Point.T, at, Point.X, at, Point.Y);
    return Uncompressed.POINT;
  }

  @Override
  public boolean contains(Element element) { return isOne(new Point(PointPowers.of(at(element), Q))); }

  @Override
  public List<String> write(List<Element> elements) {
    var points = new long[PointArithmetic.SIZE * elements.size()];
    for (int i = 0; i < elements.size(); i++) {
      System.arraycopy(at(elements.get(i)), 0, points, PointArithmetic.SIZE * i, PointArithmetic.SIZE);
    }
    long[] inverses = PointArithmetic.inversesOfZ(points, elements.size());
    var texts = new ArrayList<String>(elements.size());
    var bytes = new byte[32];
    for (int i = 0; i < elements.size(); i++) {
      compress(bytes, points, PointArithmetic.SIZE * i, inverses, 5 * i);
      texts.add(HEX.formatHex(reversed(bytes)));
    }
    return texts;
  }

  private static void compress(byte[] bytes, long[] point, int from, long[] inverse, int inverseFrom) {
    var t = new long[10];
    Field.multiply(t, 0, point, from + Point.X, inverse, inverseFrom);
    Field.multiply(t, 5, point, from + Point.Y, inverse, inverseFrom);
    long[] x = Field.reduced(t, 0);
    long[] y = Field.reduced(t, 5);
    for (int i = 0; i < 4; i++) {
      WORD.set(bytes, 8 * i, i == 3 ? y[3] | x[0] << 63 : y[i]);
    }
  }

  /** By the bytes of RFC 8032. */
  @Override
  public int compareTexts(String left, String right) {
    for (int i = TEXT - 2; i >= 0; i -= 2) {
      int order = left.substring(i, i + 2).compareTo(right.substring(i, i + 2));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @Override
  public boolean hasEmbedding() { return true; }

  @Override
  public int mostInts() { return (255 - PADDING) / BITS_PER_INT; }

  @Override
  public Element ofInts(int[] values) {
    BigInteger packed = Packing.pack(values, BITS_PER_INT, mostInts()).shiftLeft(PADDING);
    for (int i = 0; i < 1 << PADDING; i++) {
      var at = new long[PointArithmetic.SIZE];
      if (uncompress(at, littleEndian(packed.add(BigInteger.valueOf(i)))) == Uncompressed.POINT) {
        var point = new Point(at);
        if (contains(point)) {
          return point;
        }
      }
    }
    throw new IllegalStateException("no point for these numbers");
  }

  @Override
  public int[] toInts(Element element, int count) {
    var bytes = new byte[32];
    compress(bytes, at(element), 0, PointArithmetic.inversesOfZ(at(element), 1), 0);
    var packed = new BigInteger(1, reversed(bytes));
    return Packing.unpack(packed.shiftRight(PADDING), BITS_PER_INT, count);
  }

  @Override
  public Element generator(int number) {
    var x = new BigInteger(1, Sha256.of(("ggen|" + number).getBytes(StandardCharsets.US_ASCII))).shiftRight(2);
    var at = new long[PointArithmetic.SIZE];
    while (uncompress(at, littleEndian(x)) != Uncompressed.POINT) {
      at = new long[PointArithmetic.SIZE];
      x = x.add(BigInteger.ONE);
    }
    Element generator = power(new Point(at), BigInteger.valueOf(8));
    if (isOne(generator) || same(generator, g)) {
      throw new IllegalStateException("generator " + number + " cannot be used");
    }
    return generator;
  }

  private static byte[] littleEndian(BigInteger number) {
    byte[] big = number.toByteArray();
    var bytes = new byte[32];
    for (int i = 0; i < Math.min(32, big.length); i++) {
      bytes[i] = big[big.length - 1 - i];
    }
    return bytes;
  }

  private static byte[] reversed(byte[] bytes) {
    var reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  private static long[] at(Element element) { return ((Point) element).at; }
}
