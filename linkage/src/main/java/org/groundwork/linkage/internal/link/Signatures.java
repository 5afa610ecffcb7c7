// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.Arrays;

/** Every owner at every site: a signature is a place in the packed lists of owners. */
final class Signatures {
  private final Lists owners;
  private final int[] siteOf;
  private final Lists words;
  private final SpellingMatcher matcher;

  Signatures(Corpus corpus) {
    owners = corpus.owners();
    siteOf = new int[owners.values().length];
    for (int site = 0; site < owners.owners(); site++) {
      Arrays.fill(siteOf, owners.start(site), owners.end(site), site);
    }
    words = new PersonWords(corpus.personTexts()).lists();
    matcher = new SpellingMatcher(corpus.personTexts());
  }

  Lists owners() { return owners; }

  int size() { return siteOf.length; }

  int site(int signature) { return siteOf[signature]; }

  /** The words of each person's name. */
  Lists words() { return words; }

  /** Whether two persons' names differ by a slip of the pen. */
  boolean similar(int person, int other) {
    return matcher.similar(person, other);
  }
}
