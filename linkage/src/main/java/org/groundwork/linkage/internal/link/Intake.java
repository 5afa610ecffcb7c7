// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes the facts of sites in any order, keeping numbers instead of texts. */
public final class Intake {
  private final Interner persons = new Interner();
  private final Interner companies = new Interner();
  private final Interner places = new Interner();
  private final Interner roles = new Interner();
  private final List<String> ids = new ArrayList<>();
  private final LongList asOf = new LongList();
  private final Column owners = new Column();
  private final Column ownerRoles = new Column();
  private final Column agents = new Column();
  private final Column companyOf = new Column();
  private final Column placeOf = new Column();

  /** The lists of all sites for one kind of value, in the order of intake. */
  private static final class Column {
    private final IntList starts = new IntList(1 << 10);
    private final IntList values = new IntList(1 << 10);

    Column() { starts.add(0); }

    void endSite() { starts.add(values.size()); }

    int[] of(int site) { return values.range(starts.get(site), starts.get(site + 1)); }
  }

  /** Adds a site, or another row of one. */
  public void add(Facts facts) {
    ids.add(facts.id());
    asOf.add(facts.asOf());
    for (Facts.Value owner : facts.owners()) {
      owners.values.add(persons.number(owner.key(), owner.written()));
      ownerRoles.values.add(roles.number(owner.role(), owner.role()));
    }
    addAll(facts.agents(), persons, agents);
    addAll(facts.companies(), companies, companyOf);
    addAll(facts.places(), places, placeOf);
    for (Column column : List.of(owners, ownerRoles, agents, companyOf, placeOf)) {
      column.endSite();
    }
  }

  private static void addAll(List<Facts.Value> values, Interner interner, Column column) {
    for (Facts.Value value : values) {
      column.values.add(interner.number(value.key(), value.written()));
    }
  }

  /** Everything taken in, in the one order that does not depend on the order of intake. */
  public Corpus corpus() {
    int[] order = IdOrder.of(ids);
    var builder = new CorpusBuilder(persons, companies, places, roles);
    for (int i = 0; i < order.length;) {
      int end = i + 1;
      while (end < order.length && ids.get(order[end]).equals(ids.get(order[i]))) {
        end++;
      }
      builder.site(ids.get(order[i]), newest(Arrays.copyOfRange(order, i, end)));
      i = end;
    }
    return builder.build();
  }

  /** The values of the newest of a site's rows; of several equally new ones, of all. */
  private List<CorpusBuilder.Row> newest(int[] rows) {
    long newest = Long.MIN_VALUE;
    for (int row : rows) {
      newest = Math.max(newest, asOf.get(row));
    }
    var chosen = new ArrayList<CorpusBuilder.Row>(rows.length);
    for (int row : rows) {
      if (asOf.get(row) == newest) {
        chosen.add(new CorpusBuilder.Row(owners.of(row), ownerRoles.of(row), agents.of(row), companyOf.of(row),
            placeOf.of(row)));
      }
    }
    return chosen;
  }
}
