// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.group;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether all of many elements belong to a group, by products of random subsets of them.
 *
 * <p>
 * Outside the group an element has a part of an order that divides the cofactor, which may be 2: a random half of the
 * elements then has a product inside with a chance of one half, whatever the elements are, and no exponents make that
 * better. So 72 halves are drawn independently: elements of which one does not belong pass with a chance of
 * at most 2^-72. The halves of eight subsets at a time come from 256 buckets, so that each element costs nine products
 * (as in the method of the four Russians) instead of a power. Which subsets is drawn after the elements are known, from
 * the operating system's randomness.
 */
public final class Membership {
  private static final int BYTES = 9;
  private static final int BUCKETS = 256;
  /** Fewer are cheaper one by one. */
  private static final int FEW = 160;

  private final Group group;
  private final SecureRandom random = new SecureRandom();
  private final List<Element> elements = new ArrayList<>();

  /** For the elements of a group. */
  public Membership(Group group) { this.group = group; }

  /** Adds an element. */
  public void add(Element element) { elements.add(element); }

  /** How many were added. */
  public int count() { return elements.size(); }

  /** Forgets all that were added. */
  public void clear() { elements.clear(); }

  /** The number, from 0 as they were added, of the first that does not belong; -1 if all do. */
  public int firstStranger() {
    if (elements.size() >= FEW && subsetsBelong()) {
      return -1;
    }
    for (int i = 0; i < elements.size(); i++) {
      if (!group.contains(elements.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private boolean subsetsBelong() {
    var buckets = new Element[BYTES][BUCKETS];
    var drawn = new byte[BYTES * elements.size()];
    random.nextBytes(drawn);
    for (int i = 0; i < elements.size(); i++) {
      for (int k = 0; k < BYTES; k++) {
        int bucket = drawn[BYTES * i + k] & 0xff;
        Element before = buckets[k][bucket];
        buckets[k][bucket] = before == null ? elements.get(i) : group.times(before, elements.get(i));
      }
    }
    for (Element[] each : buckets) {
      for (int bit = 1; bit < BUCKETS; bit <<= 1) {
        if (!group.contains(half(each, bit))) {
          return false;
        }
      }
    }
    return true;
  }

  /** The product of the buckets whose number has this bit. */
  private Element half(Element[] buckets, int bit) {
    Element product = group.one();
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      if ((bucket & bit) != 0 && buckets[bucket] != null) {
        product = group.times(product, buckets[bucket]);
      }
    }
    return product;
  }
}
