// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.groundwork.linkage.SiteIds;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What organisers of the current local decided about links of a register. A verdict overrides all evidence, holds over
 * the register's next import, and changes the local's own view of the networks only. A link they confirmed is to be looked
 * at again once one of its places was sold or a kind of its evidence is gone; until then it leaves the house no more. Runs
 * inside the caller's transaction.
 */
public final class Verdicts {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Audit audit;
  private final LocalNetworks networks;
  private final NetworkMoves moves;

  Verdicts(JdbcClient jdbc, Clock clock, Audit audit, LocalNetworks networks, NetworkMoves moves) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
    this.networks = networks;
    this.moves = moves;
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
    networks.lock();
    String a = SiteIds.ORDER.compare(one, other) < 0 ? one : other;
    String b = a.equals(one) ? other : one;
    jdbc.sql(
        """
        insert into target.verdict (local_id, site_a, site_b, verdict, kinds, changed_by, changed_at, held_since)
        values (:local, :a, :b, :verdict, :kinds, :by, :now, :now)
        on conflict (local_id, site_a, site_b) do update set verdict = excluded.verdict, kinds = excluded.kinds,
          version = target.verdict.version + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at,
          held_since = case when target.verdict.verdict = excluded.verdict and not exists (select 1 from target.verdict_now n
              where n.local_id = :local and n.site_a = :a and n.site_b = :b and n.changed)
            then target.verdict.held_since else excluded.held_since end
        where target.verdict.local_id = excluded.local_id""")
        .param("local", local())
        .param("a", a)
        .param("b", b)
        .param("verdict", verdict.key())
        .param("kinds", evidence(a, b))
        .param("by", Callers.actor().person())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    audit.record("link-" + verdict.key(), new SubjectRef("local", local()), a + " " + b);
    redrawFor(a, b);
  }

  /** Takes a decision back, so that the register's evidence counts again; false if there is none about these two. */
  public boolean withdraw(String a, String b) {
    networks.lock();
    boolean gone = jdbc.sql("delete from target.verdict where local_id = ? and site_a = ? and site_b = ?")
        .params(local(), a, b)
        .update() == 1;
    if (gone) {
      audit.record("link-withdrawn", new SubjectRef("local", local()), a + " " + b);
      redrawFor(a, b);
    }
    return gone;
  }

  private String[] evidence(String a, String b) {
    return jdbc.sql("select kind from target.base_link where site_a = ? and site_b = ? order by kind")
        .params(a, b)
        .query(String.class)
        .list()
        .toArray(String[]::new);
  }

  private void redrawFor(String a, String b) {
    var before = moves.before();
    redraw();
    moves.keep(a, b, before);
  }

  /** Draws all of the local's networks that its verdicts and sales touch anew. */
  public void redraw() {
    networks.redraw();
  }

  private static UUID local() { return Tenancy.current().value(); }
}
