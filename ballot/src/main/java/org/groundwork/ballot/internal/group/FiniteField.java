// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.group;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A subgroup of prime order q of the numbers modulo a prime p (section <em>Finite fields</em>). Written as a number in
 * base 10.
 */
final class FiniteField implements Group {
  private static final int BITS_PER_INT = 8;
  private static final int PADDING = 8;

  private final String name;
  private final BigInteger p;
  private final BigInteger q;
  private final BigInteger cofactor;
  private final boolean embedding;
  private final int textLength;
  private final Kernel kernel;
  private final long[] toForm;
  private final long[] oneWord;
  private final Residue one;
  private final Residue g;
  private final int words;

  FiniteField(String name, BigInteger p, BigInteger g, BigInteger q, boolean embedding) {
    this(name, p, g, q, embedding, Kernels.chosen());
  }

  FiniteField(String name, BigInteger p, BigInteger g, BigInteger q, boolean embedding, Kernels kernels) {
    this.name = name;
    this.p = p;
    this.q = q;
    this.cofactor = p.subtract(BigInteger.ONE).divide(q);
    this.embedding = embedding;
    this.words = p.bitLength() / Long.SIZE;
    this.textLength = p.toString().length();
    this.kernel = kernels.of(Words.of(p, words));
    this.toForm = Words.of(BigInteger.ONE.shiftLeft(2 * p.bitLength()).mod(p), words);
    this.oneWord = Words.of(BigInteger.ONE, words);
    this.one = of(BigInteger.ONE);
    this.g = of(g);
  }

  /** The same group with this arithmetic. */
  FiniteField with(Kernels kernels) {
    return new FiniteField(name, p, number(g), q, embedding, kernels);
  }

  /** The modulus. */
  BigInteger p() { return p; }

  private Residue of(BigInteger number) {
    var r = new long[words];
    kernel.multiply(r, Words.of(number, words), toForm);
    return new Residue(r);
  }

  private BigInteger number(Element element) {
    var r = new long[words];
    kernel.multiply(r, at(element), oneWord);
    return Words.number(r);
  }

  private static long[] at(Element element) { return ((Residue) element).words; }

  @Override
  public String name() { return name; }

  @Override
  public BigInteger q() { return q; }

  @Override
  public Element g() { return g; }

  @Override
  public Element one() { return one; }

  @Override
  public Element times(Element left, Element right) {
    var r = new long[words];
    kernel.multiply(r, at(left), at(right));
    return new Residue(r);
  }

  @Override
  public Element inverse(Element element) { return of(number(element).modInverse(p)); }

  @Override
  public boolean same(Element left, Element right) { return java.util.Arrays.equals(at(left), at(right)); }

  @Override
  public Element power(Element base, BigInteger exponent) {
    return kernel.slowerThanModPow()
        ? of(number(base).modPow(exponent, p))
        : new Residue(ResiduePowers.of(kernel, one.words, at(base), exponent));
  }

  @Override
  public Element[] powers(Element base, BigInteger... exponents) {
    var powers = new Element[exponents.length];
    if (kernel.slowerThanModPow()) {
      BigInteger number = number(base);
      for (int i = 0; i < powers.length; i++) {
        powers[i] = of(number.modPow(exponents[i], p));
      }
      return powers;
    }
    long[][] all = ResiduePowers.ofMany(kernel, one.words, at(base), exponents);
    for (int i = 0; i < powers.length; i++) {
      powers[i] = new Residue(all[i]);
    }
    return powers;
  }

  @Override
  public Element powerOfSecret(Element base, BigInteger exponent) {
    return new Residue(ResiduePowers.ofSecret(kernel, one.words, at(base), exponent, q.bitLength()));
  }

  @Override
  public Powers prepared(Element base, long powers) {
    return new PreparedResidue(kernel, one.words, at(base), q.bitLength(), powers);
  }

  @Override
  public Element read(String text) {
    if (text.isEmpty() || text.length() > textLength) {
      throw new NotAnElement("not a number below p");
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        throw new NotAnElement("not a number in base 10");
      }
    }
    if (text.charAt(0) == '0') {
      throw new NotAnElement(text.length() == 1 ? "zero is no element" : "a number with leading zeros");
    }
    var number = new BigInteger(text);
    if (number.compareTo(p) >= 0) {
      throw new NotAnElement("not a number below p");
    }
    return of(number);
  }

  @Override
  public boolean contains(Element element) { return isOne(power(element, q)); }

  @Override
  public List<String> write(List<Element> elements) {
    var texts = new ArrayList<String>(elements.size());
    elements.forEach(each -> texts.add(number(each).toString()));
    return texts;
  }

  /** By the numbers. */
  @Override
  public int compareTexts(String left, String right) {
    return left.length() == right.length() ? left.compareTo(right) : Integer.compare(left.length(), right.length());
  }

  @Override
  public boolean hasEmbedding() { return embedding; }

  @Override
  public int mostInts() { return embedding ? (p.bitLength() - 1 - PADDING) / BITS_PER_INT : 0; }

  @Override
  public Element ofInts(int[] values) {
    if (!embedding) {
      throw new IllegalArgumentException(name + " holds no numbers");
    }
    BigInteger packed = Packing.pack(values, BITS_PER_INT, mostInts()).shiftLeft(PADDING);
    for (int i = 0; i < 1 << PADDING; i++) {
      BigInteger candidate = packed.add(BigInteger.valueOf(i));
      if (candidate.signum() > 0) {
        Residue element = of(candidate);
        if (contains(element)) {
          return element;
        }
      }
    }
    throw new IllegalStateException("no element for these numbers");
  }

  @Override
  public int[] toInts(Element element, int count) {
    return Packing.unpack(number(element).shiftRight(PADDING), BITS_PER_INT, count);
  }

  @Override
  public Element generator(int number) {
    var x = new BigInteger(1, Sha256.of(("ggen|" + number).getBytes(StandardCharsets.US_ASCII)));
    Residue generator = of(x.modPow(cofactor, p));
    if (same(generator, one) || same(generator, g)) {
      throw new IllegalStateException("generator " + number + " cannot be used");
    }
    return generator;
  }
}
