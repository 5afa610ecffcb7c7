// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import java.util.Map;
import java.util.Set;
import org.groundwork.architecture.Verdict.Collector;

/** Rules on foreign keys: downward in the house, within one local, and of a kind that a spread database can keep. */
final class KeyRules {
  /** Which zones a table of a zone may point at. */
  private static final Map<String, Set<String>> MAY_POINT_AT = Map.of(
      "tenant", Set.of("tenant", "shared"),
      "shared", Set.of("shared"),
      "coordinator", Set.of("coordinator", "shared"),
      "disclosure", Set.of("disclosure", "shared"));
  private static final String KEYS = """
      select k.conname, f.name, f.schema, f.zone, t.name, t.schema, t.zone,
        (select a.attname from pg_attribute a where a.attrelid = k.conrelid and a.attnum = k.conkey[1]),
        (select a.attname from pg_attribute a where a.attrelid = k.confrelid and a.attnum = k.confkey[1]),
        k.confdeltype, k.confupdtype
      from pg_constraint k join :tables f on f.oid = k.conrelid left join :tables t on t.oid = k.confrelid
      where k.contype = 'f' and k.conparentid = 0""";

  private KeyRules() {}

  /** A foreign key stays in its module or points at one below. */
  static Verdict pointDownward(Catalog catalog) {
    var found = new Collector();
    catalog.ask(KEYS).forEach(key -> {
      found.look();
      String from = House.ownerOf(key.get(2)).orElse("nobody");
      String to = House.ownerOf(key.get(5)).orElse("nobody");
      found.complainIf(!House.standsOn(from, to),
          "the foreign key " + key.get(0) + " of " + key.get(1) + " points upward at " + key.get(4));
      found.complainIf(key.get(2).equals("auth") != key.get(5).equals("auth"),
          "the foreign key " + key.get(0) + " of " + key.get(1) + " crosses the wall around auth");
    });
    return found.verdict();
  }

  /** A key between tables of one local each carries the local first on both sides. */
  static Verdict stayWithinTheLocal(Catalog catalog) {
    var found = new Collector();
    catalog.ask(KEYS).forEach(key -> {
      found.look();
      String name = "the foreign key " + key.get(0) + " of " + key.get(1);
      boolean betweenTenants = key.get(3).equals("tenant") && key.get(6).equals("tenant");
      found.complainIf(betweenTenants && !(key.get(7).equals("local_id") && key.get(8).equals("local_id")),
          name + " does not begin with local_id on both sides");
      found.complainIf(!MAY_POINT_AT.getOrDefault(key.get(3), Set.of()).contains(key.get(6)),
          name + " points from zone " + key.get(3) + " to zone " + key.get(6));
    });
    return found.verdict();
  }

  /** No key sets a column that holds the local, and none follows a changed key. */
  static Verdict neverRewriteAKey(Catalog catalog) {
    var found = new Collector();
    catalog.ask(KEYS).forEach(key -> {
      found.look();
      found.complainIf(Set.of("n", "d").contains(key.get(9)),
          "the foreign key " + key.get(0) + " of " + key.get(1) + " sets null or a default on delete");
      found.complainIf(!Set.of("a", "r").contains(key.get(10)),
          "the foreign key " + key.get(0) + " of " + key.get(1) + " follows an update; keys never change");
    });
    return found.verdict();
  }
}
