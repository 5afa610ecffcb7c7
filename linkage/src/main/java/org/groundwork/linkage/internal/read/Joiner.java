// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groundwork.linkage.BusinessAddress;
import org.groundwork.linkage.Message;
import org.groundwork.linkage.Party;
import org.groundwork.linkage.RefusedRow;
import org.groundwork.linkage.Site;

/** Keeps the rows of joined tables until all files are read. */
final class Joiner {
  private record Keyed(String file, Item.Parties<?> row) {}

  private record Pending(String key, Site site) {}

  private final List<Pending> sites = new ArrayList<>();
  private final Map<String, List<Keyed>> parties = new LinkedHashMap<>();

  void site(Item.Half<?> row) { sites.add(new Pending(row.key(), row.site())); }

  void parties(String file, Item.Parties<?> row) {
    parties.computeIfAbsent(row.key(), k -> new ArrayList<>(4)).add(new Keyed(file, row));
  }

  /** Hands over every site with its parties, and every party without a site as refused. */
  <T> void finish(Reading<T> reading) {
    var used = new HashMap<String, Boolean>();
    for (Pending pending : sites) {
      List<Keyed> rows = parties.getOrDefault(pending.key(), List.of());
      used.put(pending.key(), true);
      reading.whole(join(pending.site(), rows));
    }
    parties.forEach((key, rows) -> {
      if (!used.containsKey(key)) {
        for (Keyed keyed : rows) {
          reading.refused(new RefusedRow(keyed.file(), keyed.row().line(), 1, Message.of("row.orphan", key)));
        }
      }
    });
  }

  private static Site join(Site site, List<Keyed> rows) {
    if (rows.isEmpty()) {
      return site;
    }
    var all = new ArrayList<Party>(site.parties());
    var offices = new ArrayList<BusinessAddress>(site.businessAddresses());
    for (Keyed keyed : rows) {
      all.addAll(keyed.row().parties());
      offices.addAll(keyed.row().offices());
    }
    return new Site(site.id(), site.address(), site.units(), all, offices, site.since(), site.until());
  }
}
