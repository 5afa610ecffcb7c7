// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

/**
 * Evidence that stands on two legs: the same owner, or the same but for a slip of the pen, in the same context, which is
 * a building, a company or an agent. What it joins are signatures: an owner at a site.
 */
final class StrongEvidence {
  /** Different names in one context that are still compared each with each. */
  private static final int MOST_COMPARED = 100;

  private final Signatures signatures;
  private final Lists sites;
  private final int same;
  private final int spelled;
  private final LongList entries = new LongList();
  private final LongList run = new LongList();
  private final LongList byWord = new LongList();
  private final IntList firsts = new IntList(16);

  /** What was found. */
  static final class Joined {
    /** Pairs of signatures, by their places in the list of owners. */
    private final LongList pairs = new LongList();
    /** Pairs of sites whose owners' names differ by a slip. */
    private final Candidates spelled = new Candidates();

    LongList pairs() { return pairs; }

    Candidates spelled() { return spelled; }
  }

  /**
   * Evidence of one kind.
   *
   * @param sites the sites of each context
   * @param same strength if the owner's name is the same
   * @param spelled strength if it differs by a slip; 0 to leave such out
   */
  StrongEvidence(Signatures signatures, Lists sites, int same, int spelled) {
    this.signatures = signatures;
    this.sites = sites;
    this.same = same;
    this.spelled = spelled;
  }

  /** Finds the signatures of one person in one context. */
  Joined collect() {
    var joined = new Joined();
    for (int context = 0; context < sites.owners(); context++) {
      if (sites.size(context) > 1) {
        enter(context);
        for (int i = 1; i < entries.size(); i++) {
          if (entries.first(i) == entries.first(i - 1)) {
            joined.pairs.addPair(entries.second(i - 1), entries.second(i));
          }
        }
        if (spelled > 0) {
          spellings(joined);
        }
      }
    }
    return joined;
  }

  /** Links sites of one cluster that one owner signs for, whoever signs for sites between them. */
  Candidates link(int[] clusterOf) {
    var candidates = new Candidates();
    for (int context = 0; context < sites.owners(); context++) {
      if (sites.size(context) > 1) {
        enter(context);
        link(clusterOf, candidates);
      }
    }
    return candidates;
  }

  private void link(int[] clusterOf, Candidates candidates) {
    for (int i = 0; i < entries.size();) {
      int end = i;
      run.clear();
      while (end < entries.size() && entries.first(end) == entries.first(i)) {
        int site = signatures.site(entries.second(end));
        run.addPair(clusterOf[site], site);
        end++;
      }
      run.sort();
      for (int j = 1; j < run.size(); j++) {
        if (run.first(j) == run.first(j - 1)) {
          candidates.add(run.second(j - 1), run.second(j), same);
        }
      }
      i = end;
    }
  }

  /** Sorts the signatures of a context by their owner. */
  private void enter(int context) {
    Lists owners = signatures.owners();
    entries.clear();
    for (int i = sites.start(context); i < sites.end(context); i++) {
      int site = sites.values()[i];
      for (int j = owners.start(site); j < owners.end(site); j++) {
        entries.addPair(owners.values()[j], j);
      }
    }
    entries.sort();
  }

  private void spellings(Joined joined) {
    firsts.clear();
    for (int i = 0; i < entries.size(); i++) {
      if (i == 0 || entries.first(i) != entries.first(i - 1)) {
        firsts.add(i);
      }
    }
    if (firsts.size() > MOST_COMPARED) {
      spellingsByWord(joined);
      return;
    }
    for (int i = 0; i < firsts.size(); i++) {
      for (int j = i + 1; j < firsts.size(); j++) {
        compare(firsts.get(i), firsts.get(j), joined);
      }
    }
  }

  /** Of many names only those are compared that have a word in common: a slip spoils one word and leaves the other. */
  private void spellingsByWord(Joined joined) {
    Lists words = signatures.words();
    byWord.clear();
    for (int i = 0; i < firsts.size(); i++) {
      int person = entries.first(firsts.get(i));
      for (int j = words.start(person); j < words.end(person); j++) {
        byWord.addPair(words.values()[j], firsts.get(i));
      }
    }
    byWord.sort();
    for (int i = 0; i < byWord.size(); i++) {
      int end = Math.min(byWord.size(), i + MOST_COMPARED);
      for (int j = i + 1; j < end && byWord.first(j) == byWord.first(i); j++) {
        compare(byWord.second(i), byWord.second(j), joined);
      }
    }
  }

  private void compare(int a, int b, Joined joined) {
    int one = signatures.site(entries.second(a));
    int other = signatures.site(entries.second(b));
    if (one != other && signatures.similar(entries.first(a), entries.first(b))) {
      joined.pairs.addPair(entries.second(a), entries.second(b));
      joined.spelled.add(one, other, spelled);
    }
  }
}
