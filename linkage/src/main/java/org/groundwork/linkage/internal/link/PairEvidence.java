// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.groundwork.linkage.Link;
import org.groundwork.linkage.LinkKind;
import org.groundwork.linkage.Message;

/** Puts into words what joins two sites: at most one link of each kind, its strongest. */
final class PairEvidence {
  private final Corpus corpus;
  private final Places places;
  private final Verdict verdict;
  private final Signatures signatures;

  /** Which single values still count as evidence, and how much; 0 for those that do not. */
  interface Verdict {
    int office(int office);

    int building(int building);

    int person(int person);

    int company(int company);
  }

  private record Shared(int a, int b) {}

  PairEvidence(Corpus corpus, Places places, Signatures signatures, Verdict verdict) {
    this.corpus = corpus;
    this.places = places;
    this.verdict = verdict;
    this.signatures = signatures;
  }

  /** The links of these pairs. */
  List<Link> links(LongList pairs, int from, int to) {
    var links = new ArrayList<Link>(to - from);
    for (int i = from; i < to; i++) {
      links.addAll(links(pairs.first(i), pairs.second(i)));
    }
    return links;
  }

  private List<Link> links(int a, int b) {
    Optional<Shared> place = place(a, b);
    Optional<Shared> company = same(corpus.companies(), a, b, verdict::company);
    Optional<Shared> agent = same(corpus.agents(), a, b, v -> 0);
    var links = new ArrayList<Link>(2);
    place.flatMap(p -> address(a, b, p)).ifPresent(links::add);
    officer(a, b, place, company, agent).ifPresent(links::add);
    company.flatMap(c -> place.flatMap(p -> name(a, b, c, p))).ifPresent(links::add);
    spelling(a, b, place, company).ifPresent(links::add);
    return links;
  }

  private Link link(int a, int b, LinkKind kind, int perMille, Message message) {
    return new Link(corpus.ids().get(a), corpus.ids().get(b), kind, perMille, message);
  }

  private Optional<Link> address(int a, int b, Shared p) {
    boolean sameOffice = places.offices()[p.a] == places.offices()[p.b];
    int strength = Math.max(sameOffice ? verdict.office(places.offices()[p.a]) : 0,
        verdict.building(places.buildings()[p.a]));
    if (strength == 0) {
      return Optional.empty();
    }
    String one = corpus.placeTexts().written(p.a);
    String other = corpus.placeTexts().written(p.b);
    Message message = one.equals(other)
        ? Message.of("link.address", one)
        : Message.of(sameOffice ? "link.address.written" : "link.address.building", one, other);
    return Optional.of(link(a, b, LinkKind.ADDRESS, strength, message));
  }

  private Optional<Link> officer(int a, int b, Optional<Shared> place, Optional<Shared> company,
      Optional<Shared> agent) {
    Optional<Shared> owner = same(corpus.owners(), a, b, verdict::person);
    if (owner.isEmpty()) {
      return Optional.empty();
    }
    int person = corpus.owners().values()[owner.get().a];
    String name = corpus.personTexts().written(person);
    String roles = roles(owner.get());
    if (place.isPresent()) {
      String where = corpus.placeTexts().written(place.get().a);
      return Optional.of(link(a, b, LinkKind.OFFICER, Strength.OFFICER_AT_PLACE,
          Message.of("link.officer.address", name, roles, where)));
    }
    if (company.isPresent()) {
      return Optional.of(link(a, b, LinkKind.OFFICER, Strength.OFFICER_AND_COMPANY,
          Message.of("link.officer.company", name, roles, companyName(company.get()))));
    }
    if (agent.isPresent()) {
      String by = corpus.personTexts().written(corpus.agents().values()[agent.get().a]);
      return Optional.of(link(a, b, LinkKind.OFFICER, Strength.OFFICER_AND_AGENT,
          Message.of("link.officer.agent", name, roles, by)));
    }
    int strength = verdict.person(person);
    return strength == 0
        ? Optional.empty()
        : Optional.of(link(a, b, LinkKind.OFFICER, strength, Message.of("link.officer", name, roles)));
  }

  private String roles(Shared owner) {
    String one = corpus.roleTexts().key(corpus.ownerRoles().get(owner.a));
    String other = corpus.roleTexts().key(corpus.ownerRoles().get(owner.b));
    if (one.equals(other) || other.isEmpty()) {
      return one.isEmpty() ? "owner" : one;
    }
    return one.isEmpty() ? other : one + "/" + other;
  }

  private String companyName(Shared company) {
    return corpus.companyTexts().written(corpus.companies().values()[company.a]);
  }

  private Optional<Link> name(int a, int b, Shared company, Shared place) {
    int strength = verdict.company(corpus.companies().values()[company.a]);
    if (strength == 0) {
      return Optional.empty();
    }
    return Optional.of(link(a, b, LinkKind.NAME, strength,
        Message.of("link.name.address", companyName(company), corpus.placeTexts().written(place.a))));
  }

  private Optional<Link> spelling(int a, int b, Optional<Shared> place, Optional<Shared> company) {
    if (place.isEmpty() && company.isEmpty()) {
      return Optional.empty();
    }
    Lists owners = corpus.owners();
    for (int i = owners.start(a); i < owners.end(a); i++) {
      for (int j = owners.start(b); j < owners.end(b); j++) {
        if (signatures.similar(owners.values()[i], owners.values()[j])) {
          String one = corpus.personTexts().written(owners.values()[i]);
          String other = corpus.personTexts().written(owners.values()[j]);
          return Optional.of(place.isPresent()
              ? link(a, b, LinkKind.SPELLING, Strength.SPELLING_AT_PLACE,
                  Message.of("link.spelling.address", one, other, corpus.placeTexts().written(place.get().a)))
              : link(a, b, LinkKind.SPELLING, Strength.SPELLING_AND_COMPANY,
                  Message.of("link.spelling.company", one, other, companyName(company.orElseThrow()))));
        }
      }
    }
    return Optional.empty();
  }

  /** The best of the places that both name: the same office rather than the same building. */
  private Optional<Shared> place(int a, int b) {
    Lists of = corpus.places();
    Optional<Shared> best = Optional.empty();
    int strongest = -1;
    for (int i = of.start(a); i < of.end(a); i++) {
      for (int j = of.start(b); j < of.end(b); j++) {
        int x = of.values()[i];
        int y = of.values()[j];
        if (places.buildings()[x] == places.buildings()[y]) {
          int strength = verdict.building(places.buildings()[x])
              + (places.offices()[x] == places.offices()[y] ? 1 + verdict.office(places.offices()[x]) : 0);
          if (strength > strongest) {
            strongest = strength;
            best = Optional.of(new Shared(x, y));
          }
        }
      }
    }
    return best;
  }

  /** The value worth most that both lists hold, by its places in them; of equals the first. */
  private static Optional<Shared> same(Lists of, int a, int b, IntUnaryOperator worth) {
    Optional<Shared> best = Optional.empty();
    int most = -1;
    for (int i = of.start(a); i < of.end(a); i++) {
      for (int j = of.start(b); j < of.end(b); j++) {
        if (of.values()[i] == of.values()[j] && worth.applyAsInt(of.values()[i]) > most) {
          most = worth.applyAsInt(of.values()[i]);
          best = Optional.of(new Shared(i, j));
        }
      }
    }
    return best;
  }
}
