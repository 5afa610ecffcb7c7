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
  private final Signatures signatures;

  private Engine(Corpus corpus, Places places, Signatures signatures) {
    this.corpus = corpus;
    this.places = places;
    this.signatures = signatures;
  }

  /** An engine for this corpus. */
  public static Engine of(Corpus corpus) {
    return Both.of(() -> new Places(corpus.placeTexts()), () -> new Signatures(corpus),
        (places, signatures) -> new Engine(corpus, places, signatures));
  }

  /** Links everything, minding what people decided. */
  public Found run(Verdicts verdicts) {
    var atPlace = new StrongEvidence(signatures,
        corpus.places().mapped(places.buildings()).inverse(corpus.placeTexts().size()), Strength.OFFICER_AT_PLACE,
        Strength.SPELLING_AT_PLACE);
    var inCompany = new StrongEvidence(signatures, corpus.companies().inverse(corpus.companyTexts().size()),
        Strength.OFFICER_AND_COMPANY, Strength.SPELLING_AND_COMPANY);
    var withAgent = new StrongEvidence(signatures, corpus.agents().inverse(corpus.personTexts().size()),
        Strength.OFFICER_AND_AGENT, 0);
    List<StrongEvidence.Joined> joined = Both.of(atPlace::collect,
        () -> List.of(inCompany.collect(), withAgent.collect()), Engine::listed);
    var weights = new Weights(corpus, places, signatures.words(), cores(joined));
    var weak = new WeakEvidence(weights.blocks(), weights.cores());
    int[] clusters = weak.clusters();
    var candidates = new Candidates();
    for (StrongEvidence.Joined part : joined) {
      candidates.addAll(part.spelled().within(clusters));
    }
    Both.of(() -> atPlace.link(clusters), () -> List.of(inCompany.link(clusters), withAgent.link(clusters)),
        Engine::listed).forEach(candidates::addAll);
    weak.collect(candidates);
    return decide(candidates, weights, verdicts);
  }

  private static <T> List<T> listed(T first, List<T> others) {
    var all = new ArrayList<T>();
    all.add(first);
    all.addAll(others);
    return all;
  }

  private int[] cores(List<StrongEvidence.Joined> joined) {
    var groups = new UnionFind(signatures.size());
    for (StrongEvidence.Joined part : joined) {
      for (int i = 0; i < part.pairs().size(); i++) {
        groups.union(part.pairs().first(i), part.pairs().second(i));
      }
    }
    return new Cores(corpus.owners(), groups).ofSites();
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
    var evidence = new PairEvidence(corpus, places, signatures, weights);
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
    int middle = pairs.size() / 2;
    List<List<Link>> halves = Both.of(() -> evidence.links(pairs, 0, middle),
        () -> List.of(evidence.links(pairs, middle, pairs.size())), Engine::listed);
    halves.forEach(links::addAll);
    if (confirmed.size() > 0) {
      links.sort(Comparator.comparing(Link::siteA, SiteIds.ORDER)
          .thenComparing(Link::siteB, SiteIds.ORDER)
          .thenComparing(Link::kind));
    }
    return links;
  }
}
