// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

/**
 * Evidence that stands on two legs: the same owner, or the same but for a slip of the pen, at the same building, company
 * or agent. What it joins are signatures: an owner at a site.
 */
final class StrongEvidence {
  /** Different names in one context that are still compared pairwise; above, only neighbours in the alphabet. */
  private static final int MOST_COMPARED = 1000;
  private static final int NEIGHBOURS = 8;

  /** Takes what is found: two signatures, by their places in the list of owners, at two different sites. */
  interface Finder {
    /** One name. */
    void same(int one, int other);

    /** Two names but for a slip of the pen. */
    void spelled(int one, int other, int perMille);
  }

  private final Corpus corpus;
  private final Lists inBuilding;
  private final Lists named;
  private final Lists actedFor;
  private final SpellingMatcher matcher;
  private final int[] siteOf;
  private final LongList entries = new LongList();
  private final LongList run = new LongList();
  private final IntList firsts = new IntList(16);

  StrongEvidence(Corpus corpus, Lists buildings, int[] siteOf) {
    this.corpus = corpus;
    inBuilding = buildings.inverse(corpus.placeTexts().size());
    named = corpus.companies().inverse(corpus.companyTexts().size());
    actedFor = corpus.agents().inverse(corpus.personTexts().size());
    this.siteOf = siteOf;
    this.matcher = new SpellingMatcher(corpus.personTexts());
  }

  /** Finds everything, by building, by company, by agent. */
  void collect(Finder finder) {
    contexts(scale -> {
      for (int i = 1; i < entries.size(); i++) {
        if (entries.first(i) == entries.first(i - 1)) {
          finder.same(entries.second(i - 1), entries.second(i));
        }
      }
      if (scale.spelled() > 0) {
        spellings(scale.spelled(), finder);
      }
    });
  }

  /** Links sites of one cluster that one owner signs for, whoever signs for sites between them. */
  void link(int[] clusterOf, Candidates candidates) {
    contexts(scale -> {
      for (int i = 0; i < entries.size();) {
        int end = i;
        run.clear();
        while (end < entries.size() && entries.first(end) == entries.first(i)) {
          int site = siteOf[entries.second(end)];
          run.addPair(clusterOf[site], site);
          end++;
        }
        run.sort();
        for (int j = 1; j < run.size(); j++) {
          if (run.first(j) == run.first(j - 1)) {
            candidates.add(run.second(j - 1), run.second(j), scale.same());
          }
        }
        i = end;
      }
    });
  }

  /** Strength if the owner's name is the same and if it differs by a slip; 0 to leave such out. */
  private record Scale(int same, int spelled) {}

  /** Looks at the entries of one context. */
  private interface Look {
    void at(Scale scale);
  }

  private void contexts(Look look) {
    contexts(inBuilding, new Scale(Strength.OFFICER_AT_PLACE, Strength.SPELLING_AT_PLACE), look);
    contexts(named, new Scale(Strength.OFFICER_AND_COMPANY, Strength.SPELLING_AND_COMPANY), look);
    contexts(actedFor, new Scale(Strength.OFFICER_AND_AGENT, 0), look);
  }

  private void contexts(Lists sites, Scale scale, Look look) {
    for (int context = 0; context < sites.owners(); context++) {
      if (sites.size(context) > 1) {
        enter(sites, context);
        look.at(scale);
      }
    }
  }

  /** Sorts the signatures of a context by their owner. */
  private void enter(Lists sites, int context) {
    entries.clear();
    for (int i = sites.start(context); i < sites.end(context); i++) {
      int site = sites.values()[i];
      for (int j = corpus.owners().start(site); j < corpus.owners().end(site); j++) {
        entries.addPair(corpus.owners().values()[j], j);
      }
    }
    entries.sort();
  }

  private void spellings(int strength, Finder finder) {
    firsts.clear();
    for (int i = 0; i < entries.size(); i++) {
      if (i == 0 || entries.first(i) != entries.first(i - 1)) {
        firsts.add(i);
      }
    }
    int n = firsts.size();
    int reach = n <= MOST_COMPARED ? n : NEIGHBOURS;
    for (int i = 0; i < n; i++) {
      int a = firsts.get(i);
      for (int j = i + 1; j < Math.min(n, i + reach); j++) {
        int b = firsts.get(j);
        if (matcher.similar(entries.first(a), entries.first(b))
            && siteOf[entries.second(a)] != siteOf[entries.second(b)]) {
          finder.spelled(entries.second(a), entries.second(b), strength);
        }
      }
    }
  }
}
