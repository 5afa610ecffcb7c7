// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.group;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What may be slipped in where an element of a group has to stand. */
public final class Strangers {
  /** Of order 8 on the curve of Ed25519: its y. */
  private static final BigInteger ORDER_8 = new BigInteger(
      "7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7", 16);

  private Strangers() {}

  /** The same group with the system's GMP. */
  public static Group withGmp(Group group) {
    return ((FiniteField) group).with(Kernels.GMP);
  }

  /** The same group with plain Java. */
  public static Group withPlainJava(Group group) {
    return ((FiniteField) group).with(Kernels.PLAIN);
  }

  /** Elements whose order divides the cofactor, without the neutral one; each with its order. */
  public static Map<Element, Integer> ofSmallOrder(Group group) {
    var found = new LinkedHashMap<Element, Integer>();
    if (group instanceof FiniteField field) {
      BigInteger last = field.p().subtract(BigInteger.ONE);
      for (int order : new int[]{2, 3, 6}) {
        if (last.divide(group.q()).mod(BigInteger.valueOf(order)).signum() == 0) {
          found.put(ofOrder(field, order), order);
        }
      }
      return found;
    }
    Element first = group.read(hex(ORDER_8));
    Element each = first;
    for (int k = 1; k < 8; k++) {
      found.put(each, 8 / Integer.lowestOneBit(k));
      each = group.times(each, first);
    }
    return found;
  }

  private static Element ofOrder(FiniteField field, int order) {
    BigInteger exponent = field.p().subtract(BigInteger.ONE).divide(BigInteger.valueOf(order));
    for (int seed = 2;; seed++) {
      BigInteger number = BigInteger.valueOf(seed).modPow(exponent, field.p());
      boolean smaller = false;
      for (int i = 1; i < order; i++) {
        smaller |= number.modPow(BigInteger.valueOf(i), field.p()).equals(BigInteger.ONE);
      }
      if (!smaller) {
        return field.read(number.toString());
      }
    }
  }

  /** Texts of elements outside of the group: of small order, and a good one times each of those. */
  public static Map<String, String> outside(Group group, String good) {
    var texts = new LinkedHashMap<String, String>();
    ofSmallOrder(group).forEach((each, order) -> {
      texts.put(texts.size() + ": of order " + order, group.write(each));
      texts.put(texts.size() + ": times one of order " + order, group.write(group.times(group.read(good), each)));
    });
    return texts;
  }

  /** Texts that are no way to write an element. */
  public static Map<String, String> miswritten(Group group, String good) {
    var texts = new LinkedHashMap<String, String>();
    texts.put("nothing", "");
    texts.put("a leading zero", "0" + good);
    texts.put("a sign", "-" + good);
    texts.put("a space", good + " ");
    if (group instanceof FiniteField field) {
      texts.put("zero", "0");
      texts.put("p", field.p().toString());
      texts.put("p + 1", field.p().add(BigInteger.ONE).toString());
      texts.put("the same and p", field.p().add(new BigInteger(good)).toString());
    } else {
      texts.put("upper case", good.toUpperCase(Locale.ROOT));
      texts.put("y = p", hex(Field.P));
      texts.put("y = p + 1", hex(Field.P.add(BigInteger.ONE)));
      texts.put("y = 2^255 - 1", hex(BigInteger.TWO.pow(255).subtract(BigInteger.ONE)));
      texts.put("x = 0 with a sign", hex(BigInteger.ONE.setBit(255)));
      texts.put("x = 0 with a sign, y = -1", hex(Field.P.subtract(BigInteger.ONE).setBit(255)));
      texts.put("no point", hex(BigInteger.TWO));
    }
    return texts;
  }

  /** The neutral element. */
  public static String neutral(Group group) { return group.write(group.one()); }

  /** Whether each of some numbers is a multiple of an order, so that powers with them do not see it. */
  public static boolean blind(int order, List<BigInteger> exponents) {
    return exponents.stream().allMatch(each -> each.mod(BigInteger.valueOf(order)).signum() == 0);
  }

  private static String hex(BigInteger number) { return String.format(Locale.ROOT, "%064x", number); }
}
