// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What organisers of the current local decided about links of a register. A verdict overrides all evidence, holds over
 * the register's next import, and changes the local's own view of the networks only. Runs inside the caller's transaction.
 */
public final class Verdicts {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Audit audit;
  private final ObjectProvider<NetworkListener> listeners;

  Verdicts(JdbcClient jdbc, Clock clock, Audit audit, ObjectProvider<NetworkListener> listeners) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
    this.listeners = listeners;
  }

  /** What somebody decided about two sites. */
  public enum Verdict {
    /** They belong together. */
    CONFIRMED,
    /** They do not, whatever the register suggests. */
    SPLIT;

    public String key() { return name().toLowerCase(Locale.ROOT); }
  }

  /** Decides about two sites of a register and draws the local's networks around them anew. */
  public void decide(String one, String other, Verdict verdict) {
    String a = one.compareTo(other) < 0 ? one : other;
    String b = a.equals(one) ? other : one;
    jdbc.sql(
        """
        insert into target.verdict (local_id, site_a, site_b, verdict, changed_by, changed_at) values (?, ?, ?, ?, ?, ?)
        on conflict (local_id, site_a, site_b) do update set verdict = excluded.verdict, version = target.verdict.version + 1,
          changed_by = excluded.changed_by, changed_at = excluded.changed_at where target.verdict.local_id = excluded.local_id""")
        .params(local(), a, b, verdict.key(), Callers.actor().person(), Timestamp.from(clock.instant()))
        .update();
    audit.record("link-" + verdict.key(), new SubjectRef("local", local()), a + " " + b);
    redraw();
  }

  /** Draws all of the local's networks that its verdicts touch anew, after a verdict or a register's new import. */
  public void redraw() {
    var verdicts = jdbc
        .sql("select site_a, site_b, verdict from target.verdict where local_id = ? order by site_a, site_b")
        .param(local())
        .query((rs, i) -> new Decided(rs.getString(1), rs.getString(2), rs.getString(3)))
        .list();
    var touched = touchedNetworks(verdicts);
    jdbc.sql("delete from target.local_network where local_id = ?").param(local()).update();
    if (!touched.isEmpty()) {
      var drawing = new NetworkParts();
      var base = sitesOf(touched);
      base.keySet().forEach(drawing::site);
      verdicts.stream().filter(v -> v.verdict().equals("split")).forEach(v -> drawing.keepApart(v.a(), v.b()));
      verdicts.stream().filter(v -> v.verdict().equals("confirmed")).forEach(v -> drawing.join(v.a(), v.b()));
      linksOf(touched).forEach(link -> drawing.join(link.a(), link.b()));
      save(drawing.networks(), base);
    }
    listeners.forEach(NetworkListener::networksChanged);
  }

  private record Decided(String a, String b, String verdict) {}

  private Set<String> touchedNetworks(List<Decided> verdicts) {
    var sites = new HashSet<String>();
    verdicts.forEach(v -> sites.addAll(List.of(v.a(), v.b())));
    return sites.isEmpty()
        ? Set.of()
        : new HashSet<>(jdbc.sql("select network_id from target.register_site where id = any(?)")
            .param(sites.toArray(String[]::new))
            .query((rs, i) -> rs.getString(1))
            .list());
  }

  /** The sites of these networks of the register, each with its network there. */
  private Map<String, String> sitesOf(Set<String> networks) {
    var sites = new TreeMap<String, String>();
    jdbc.sql("select id, network_id from target.register_site where network_id = any(?)")
        .param(networks.toArray(String[]::new))
        .query(rs -> {
          sites.put(rs.getString(1), rs.getString(2));
        });
    return sites;
  }

  private List<Decided> linksOf(Set<String> networks) {
    return jdbc.sql("""
        select b.site_a, b.site_b from target.base_link b join target.register_site s on s.id = b.site_a
        where s.network_id = any(?) order by b.confidence desc, b.site_a, b.site_b, b.kind""")
        .param(networks.toArray(String[]::new))
        .query((rs, i) -> new Decided(rs.getString(1), rs.getString(2), ""))
        .list();
  }

  /** Keeps what differs from the register. */
  private void save(Map<String, String> networks, Map<String, String> base) {
    var moved = networks.keySet()
        .stream()
        .filter(site -> !Objects.equals(networks.get(site), base.get(site)))
        .sorted()
        .toList();
    jdbc.sql("""
        insert into target.local_network (local_id, site_id, network_id)
        select :local::uuid, v.site, v.network from unnest(:sites::text[], :networks::text[]) as v (site, network)""")
        .param("local", local())
        .param("sites", moved.toArray(String[]::new))
        .param("networks", moved.stream().map(networks::get).toArray(String[]::new))
        .update();
  }

  private static UUID local() { return Tenancy.current().value(); }
}
