// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.group;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * A cyclic group of prime order q with a generator g, written multiplicatively as the specification does (section
 * <em>Groups</em>). Exponents of {@link #power}, {@link #powers} and {@link Powers#of} are public values and take a time
 * that depends on them; secret ones go through {@link #powerOfSecret} and {@link Powers#ofSecret}.
 */
public interface Group {
  /** The group of this name, as an election names it; empty if it is not known here. */
  static Optional<Group> named(String name) {
    return Groups.ALL.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** The name by which an election calls it. */
  String name();

  /** The prime order of the group. */
  BigInteger q();

  /** The generator. */
  Element g();

  /** The neutral element. */
  Element one();

  /** The product. */
  Element times(Element left, Element right);

  /** What gives {@link #one} when multiplied with this. */
  Element inverse(Element element);

  /** Whether two are the same element. */
  boolean same(Element left, Element right);

  /** Whether this is {@link #one}. */
  default boolean isOne(Element element) { return same(element, one()); }

  /** The power with a public exponent from 0 to q-1. */
  Element power(Element base, BigInteger exponent);

  /** The powers of one base with several public exponents from 0 to q-1; cheaper than one after the other. */
  Element[] powers(Element base, BigInteger... exponents);

  /** The power with a secret exponent from 0 to q-1: the same steps whatever it is. */
  Element powerOfSecret(Element base, BigInteger exponent);

  /**
   * A base prepared for many powers.
   *
   * @param powers about how many powers follow: for more of them more is prepared
   */
  Powers prepared(Element base, long powers);

  /** Powers of one base. */
  interface Powers {
    /** The power with a public exponent from 0 to q-1. */
    Element of(BigInteger exponent);

    /** The power with a secret exponent from 0 to q-1. */
    Element ofSecret(BigInteger exponent);
  }

  /**
   * The element written so, of the set around the group: {@link #contains} says whether it belongs to the group.
   *
   * @throws NotAnElement if the text is none, or not the one way to write it
   */
  Element read(String text);

  /** Whether an element of the set around the group is one of the group. Exact. */
  boolean contains(Element element);

  /** How elements are written: the one text for each. Cheaper for many at once. */
  List<String> write(List<Element> elements);

  /** How one element is written. */
  default String write(Element element) { return write(List.of(element)).getFirst(); }

  /** The order of elements, by how they are written, in which Belenios lists the ciphertexts that are shuffled. */
  int compareTexts(String left, String right);

  /** Whether vectors of small numbers and independent generators exist, which rankings need. */
  boolean hasEmbedding();

  /** How many numbers an element holds at most; 0 without an embedding. */
  int mostInts();

  /**
   * The element that holds these numbers of 0 to 255 (<em>of_ints</em>).
   *
   * @throws IllegalArgumentException if they are too many or too large, or the group has no embedding
   */
  Element ofInts(int[] values);

  /** The numbers that an element holds (<em>to_ints</em>); higher bits than {@code count} numbers need are dropped. */
  int[] toInts(Element element, int count);

  /** The generator of this number, of which nobody knows the logarithm (<em>GetGenerator</em>); -1 or more. */
  Element generator(int number);

  /** A text that is no element. */
  final class NotAnElement extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Meant meant;

    NotAnElement(String message) { this(Meant.NOTHING, message); }

    NotAnElement(Meant meant, String message) {
      super(message);
      this.meant = meant;
    }

    /** What it would be, were it written as elements are. */
    public Meant meant() { return meant; }
  }

  /** What a text that is no element would be in another order of its bytes. */
  enum Meant {
    /** Nothing known. */
    NOTHING,
    /** The neutral element. */
    ONE,
    /** A point of small order. */
    SMALL_ORDER
  }
}
