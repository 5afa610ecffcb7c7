// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.groundwork.linkage.Link;
import org.groundwork.linkage.LinkKind;
import org.groundwork.linkage.Message;
import org.groundwork.linkage.SiteIds;
import org.groundwork.linkage.SitePair;
import org.groundwork.linkage.Verdicts;

/** Grows networks from a corpus and says why. */
public final class Engine {
  private final Corpus corpus;
  private final Places places;

  /** An engine for this corpus. */
  public Engine(Corpus corpus) {
    this.corpus = corpus;
    this.places = new Places(corpus.placeTexts());
  }

  /** Links everything, minding what people decided. */
  public Found run(Verdicts verdicts) {
    int[] siteOf = Cores.sitesOf(corpus.owners());
    var strong = new StrongEvidence(corpus, corpus.places().mapped(places.buildings()), siteOf);
    var signatures = new UnionFind(siteOf.length);
    var spelled = new Candidates();
    strong.collect(new StrongEvidence.Finder() {
      @Override
      public void same(int one, int other) { signatures.union(one, other); }

      @Override
      public void spelled(int one, int other, int perMille) {
        signatures.union(one, other);
        spelled.add(siteOf[one], siteOf[other], perMille);
      }
    });
    var weights = new Weights(corpus, places, new Cores(corpus.owners(), signatures).ofSites());
    var weak = new WeakEvidence(weights.blocks(), weights.cores());
    int[] clusters = weak.clusters();
    Candidates candidates = spelled.within(clusters);
    strong.link(clusters, candidates);
    weak.collect(candidates);
    return decide(candidates, weights, verdicts);
  }

  private Found decide(Candidates candidates, Weights weights, Verdicts verdicts) {
    var forest = new Forest(corpus.size(), separations(verdicts.split()));
    LongList confirmed = pairs(verdicts.confirmed());
    for (int i = 0; i < confirmed.size(); i++) {
      forest.join(confirmed.first(i), confirmed.second(i));
    }
    forest.grow(candidates);
    return new Found(forest.networks(), links(forest, candidates, weights, confirmed));
  }

  private Separations separations(Set<SitePair> split) {
    var separations = new Separations();
    LongList pairs = pairs(split);
    for (int i = 0; i < pairs.size(); i++) {
      separations.split(pairs.first(i), pairs.second(i));
    }
    return separations;
  }

  /** The pairs of which both sites are there, by numbers, sorted. */
  private LongList pairs(Set<SitePair> pairs) {
    var found = new LongList();
    for (SitePair pair : pairs) {
      int a = Collections.binarySearch(corpus.ids(), pair.siteA(), SiteIds.ORDER);
      int b = Collections.binarySearch(corpus.ids(), pair.siteB(), SiteIds.ORDER);
      if (a >= 0 && b >= 0) {
        found.addPair(a, b);
      }
    }
    found.sort();
    return found;
  }

  private List<Link> links(Forest forest, Candidates candidates, Weights weights, LongList confirmed) {
    var evidence = new PairEvidence(corpus, places, weights);
    LongList pairs = new LinkChoice(candidates, forest).pairs();
    var links = new ArrayList<Link>(pairs.size());
    for (int i = 0; i < confirmed.size(); i++) {
      int a = confirmed.first(i);
      int b = confirmed.second(i);
      if (forest.join(a, b)) {
        links.add(new Link(corpus.ids().get(a), corpus.ids().get(b), LinkKind.CONFIRMED, Strength.CONFIRMED,
            Message.of("link.confirmed")));
      }
    }
    for (int i = 0; i < pairs.size(); i++) {
      links.addAll(evidence.links(pairs.first(i), pairs.second(i)));
    }
    if (confirmed.size() > 0) {
      links.sort(Comparator.comparing(Link::siteA, SiteIds.ORDER)
          .thenComparing(Link::siteB, SiteIds.ORDER)
          .thenComparing(Link::kind));
    }
    return links;
  }
}
