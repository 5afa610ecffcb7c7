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
  private final Candidates candidates = new Candidates();

  /** An engine for this corpus. */
  public Engine(Corpus corpus) {
    this.corpus = corpus;
    this.places = new Places(corpus.placeTexts());
  }

  /** Links everything, minding what people decided. */
  public Found run(Verdicts verdicts) {
    strong();
    var weak = new WeakEvidence(corpus, places, cores());
    weak.collect(candidates);
    var forest = new Forest(corpus.size(), separations(verdicts.split()));
    LongList confirmed = pairs(verdicts.confirmed());
    for (int i = 0; i < confirmed.size(); i++) {
      forest.join(confirmed.first(i), confirmed.second(i));
    }
    forest.grow(candidates);
    return new Found(forest.networks(), links(forest, weak, confirmed));
  }

  private void strong() {
    var strong = new StrongEvidence(corpus, candidates);
    int nPlaces = corpus.placeTexts().size();
    strong.collect(corpus.places().mapped(places.buildings()), nPlaces, Strength.OFFICER_AT_PLACE,
        Strength.SPELLING_AT_PLACE);
    strong.collect(corpus.companies(), corpus.companyTexts().size(), Strength.OFFICER_AND_COMPANY,
        Strength.SPELLING_AND_COMPANY);
    strong.collect(corpus.agents(), corpus.personTexts().size(), Strength.OFFICER_AND_AGENT, 0);
  }

  private int[] cores() {
    var sets = new UnionFind(corpus.size());
    for (int i = 0; i < candidates.size(); i++) {
      sets.union(candidates.first(i), candidates.second(i));
    }
    return sets.roots();
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

  private List<Link> links(Forest forest, WeakEvidence weak, LongList confirmed) {
    var evidence = new PairEvidence(corpus, places, weak);
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
