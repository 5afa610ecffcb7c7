// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

/** Sites that name one company and are run from one building: a name alone is no evidence, for names repeat. */
final class CompanyPlaces {
  private final IntList starts = new IntList(1 << 10);
  private final IntList sites = new IntList(1 << 10);
  private final IntList weights = new IntList(1 << 10);

  /**
   * Finds them.
   *
   * @param named the sites that name each company
   * @param buildings the buildings of each site
   * @param worth of each company; those worth nothing are left out
   */
  CompanyPlaces(Lists named, Lists buildings, int[] worth) {
    var entries = new LongList();
    for (int company = 0; company < worth.length; company++) {
      if (worth[company] > 0) {
        entries.clear();
        for (int i = named.start(company); i < named.end(company); i++) {
          int site = named.values()[i];
          for (int j = buildings.start(site); j < buildings.end(site); j++) {
            entries.addPair(buildings.values()[j], site);
          }
        }
        entries.sort();
        take(entries, worth[company]);
      }
    }
    starts.add(sites.size());
  }

  private void take(LongList entries, int worth) {
    for (int i = 0; i < entries.size();) {
      int end = i + 1;
      while (end < entries.size() && entries.first(end) == entries.first(i)) {
        end++;
      }
      if (end - i > 1) {
        starts.add(sites.size());
        weights.add(worth);
        for (int j = i; j < end; j++) {
          sites.add(entries.second(j));
        }
      }
      i = end;
    }
  }

  Lists sites() { return new Lists(starts.toArray(), sites.toArray()); }

  int[] weights() { return weights.toArray(); }
}
