// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

/**
 * Evidence that stands on two legs: the same owner, or the same but for a slip of the pen, at the same building, company
 * or agent.
 */
final class StrongEvidence {
  /** Different names in one context that are still compared pairwise; above, only neighbours in the alphabet. */
  private static final int MOST_COMPARED = 1000;
  private static final int NEIGHBOURS = 8;

  private final Corpus corpus;
  private final Candidates candidates;
  private final SpellingMatcher matcher;
  private final LongList entries = new LongList();
  private final IntList firsts = new IntList(16);

  StrongEvidence(Corpus corpus, Candidates candidates) {
    this.corpus = corpus;
    this.candidates = candidates;
    this.matcher = new SpellingMatcher(corpus.personTexts());
  }

  /**
   * Links sites that share a context and an owner.
   *
   * @param contextOf contexts (buildings, companies, agents) of each site
   * @param same strength if the owner's name is the same
   * @param spelled strength if it differs by a slip; 0 to leave such out
   */
  void collect(Lists contextOf, int contexts, int same, int spelled) {
    Lists sites = contextOf.inverse(contexts);
    for (int context = 0; context < contexts; context++) {
      if (sites.size(context) > 1) {
        context(sites, context, same, spelled);
      }
    }
  }

  private void context(Lists sites, int context, int same, int spelled) {
    entries.clear();
    for (int i = sites.start(context); i < sites.end(context); i++) {
      int site = sites.values()[i];
      for (int j = corpus.owners().start(site); j < corpus.owners().end(site); j++) {
        entries.addPair(corpus.owners().values()[j], site);
      }
    }
    entries.sort();
    firsts.clear();
    for (int i = 0; i < entries.size(); i++) {
      if (i > 0 && entries.first(i) == entries.first(i - 1)) {
        candidates.add(entries.second(i - 1), entries.second(i), same);
      } else {
        firsts.add(i);
      }
    }
    if (spelled > 0 && firsts.size() > 1) {
      spellings(spelled);
    }
  }

  private void spellings(int strength) {
    int n = firsts.size();
    int reach = n <= MOST_COMPARED ? n : NEIGHBOURS;
    for (int i = 0; i < n; i++) {
      int a = firsts.get(i);
      for (int j = i + 1; j < Math.min(n, i + reach); j++) {
        int b = firsts.get(j);
        if (entries.second(a) != entries.second(b) && matcher.similar(entries.first(a), entries.first(b))) {
          candidates.add(entries.second(a), entries.second(b), strength);
        }
      }
    }
  }
}
