// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Numbers sites and values in their final order. */
final class CorpusBuilder {
  /** The values of one row, by the interners' numbers. */
  static final class Row {
    private final int[] owners;
    private final int[] roles;
    private final int[] agents;
    private final int[] companies;
    private final int[] places;

    Row(int[] owners, int[] roles, int[] agents, int[] companies, int[] places) {
      this.owners = owners;
      this.roles = roles;
      this.agents = agents;
      this.companies = companies;
      this.places = places;
    }

    /** The role in which the row names an owner; -1 if it does not. */
    int role(int owner) {
      for (int i = 0; i < owners.length; i++) {
        if (owners[i] == owner) {
          return roles[i];
        }
      }
      return -1;
    }
  }

  private final Numbering persons;
  private final Numbering companies;
  private final Numbering places;
  private final Numbering roles;
  private final List<String> ids = new ArrayList<>();
  private final Packed owners = new Packed();
  private final IntList ownerRoles = new IntList(1 << 10);
  private final Packed agents = new Packed();
  private final Packed companyOf = new Packed();
  private final Packed placeOf = new Packed();

  /** The interner's numbers, renumbered by first use. */
  private static final class Numbering {
    private final Interner interner;
    private final int[] to;
    private final IntList from = new IntList(1 << 10);

    Numbering(Interner interner) {
      this.interner = interner;
      to = new int[interner.size()];
      Arrays.fill(to, -1);
    }

    int of(int old) {
      if (to[old] < 0) {
        to[old] = from.size();
        from.add(old);
      }
      return to[old];
    }

    Texts texts() { return new Texts(interner, from.toArray()); }
  }

  private static final class Packed {
    private final IntList starts = new IntList(1 << 10);
    private final IntList values = new IntList(1 << 10);

    Lists lists() {
      starts.add(values.size());
      return new Lists(starts.toArray(), values.toArray());
    }
  }

  CorpusBuilder(Interner persons, Interner companies, Interner places, Interner roles) {
    this.persons = new Numbering(persons);
    this.companies = new Numbering(companies);
    this.places = new Numbering(places);
    this.roles = new Numbering(roles);
  }

  /** Adds the next site, in order, with the rows that count. */
  void site(String id, List<Row> rows) {
    ids.add(id);
    add(companyOf, companies, merged(rows, companies, r -> r.companies));
    add(placeOf, places, merged(rows, places, r -> r.places));
    owners.starts.add(owners.values.size());
    int[] all = merged(rows, persons, r -> r.owners);
    add(agents, persons, without(merged(rows, persons, r -> r.agents), all));
    for (int owner : all) {
      owners.values.add(persons.of(owner));
      ownerRoles.add(roles.of(role(rows, owner)));
    }
  }

  private static void add(Packed packed, Numbering numbering, int[] values) {
    packed.starts.add(packed.values.size());
    for (int value : values) {
      packed.values.add(numbering.of(value));
    }
  }

  /** An owner who is her own agent is no second sign. */
  private static int[] without(int[] agents, int[] owners) {
    int n = 0;
    int[] kept = new int[agents.length];
    for (int agent : agents) {
      boolean owns = false;
      for (int owner : owners) {
        owns |= owner == agent;
      }
      if (!owns) {
        kept[n++] = agent;
      }
    }
    return Arrays.copyOf(kept, n);
  }

  /** One row's values as they are; of several rows the different ones, in the order of their keys. */
  private static int[] merged(List<Row> rows, Numbering numbering, java.util.function.Function<Row, int[]> values) {
    if (rows.size() == 1) {
      return values.apply(rows.getFirst());
    }
    return rows.stream()
        .flatMapToInt(r -> Arrays.stream(values.apply(r)))
        .distinct()
        .boxed()
        .sorted(Comparator.comparing(numbering.interner::key))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The role by which an owner is named; the first in the alphabet if rows differ. */
  private int role(List<Row> rows, int owner) {
    if (rows.size() == 1) {
      return rows.getFirst().role(owner);
    }
    return rows.stream()
        .mapToInt(r -> r.role(owner))
        .filter(r -> r >= 0)
        .boxed()
        .min(Comparator.comparing(roles.interner::key))
        .orElseThrow();
  }

  Corpus build() {
    return new Corpus(List.copyOf(ids), owners.lists(), ownerRoles, agents.lists(),
        companyOf.lists(), placeOf.lists(), persons.texts(), companies.texts(), places.texts(), roles.texts());
  }
}
