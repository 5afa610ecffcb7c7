// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the numbers of each common cause. A cause is counted anew from its own rows whenever one of them changes. The
 * cause's row is locked first and counted by a later statement, which sees what the transaction that held the lock
 * before has committed; so two reports at once are both counted.
 *
 * <p>
 * Whoever changes grievances locks in one order, or two of them would wait for one another: the gate, the grievances, the
 * person they are about, the causes, and of several causes the first by network and kind.
 */
final class CauseCounts {
  private final JdbcClient jdbc;
  private final Clock clock;

  CauseCounts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** One common cause. */
  record Key(String network, String kind) {}

  /**
   * To be called before a grievance is changed, until the transaction ends: those who change single grievances go side by
   * side, and whoever changes all of a local waits for them and keeps them waiting.
   */
  void enter() { gate("select pg_advisory_xact_lock_shared(hashtextextended(?, 0))"); }

  /** The same for whoever changes all grievances of the local. */
  void enterAlone() {
    gate("select pg_advisory_xact_lock(hashtextextended(?, 0))");
  }

  private void gate(String lock) { jdbc.sql(lock).param("grievance.cause " + local()).query(rs -> {}); }

  /** Counts causes anew when the transaction commits, after all else in it, each once and in one order. */
  void countAtCommit(Collection<Key> causes) {
    var waiting = TransactionSynchronizationManager.getSynchronizations()
        .stream()
        .filter(AtCommit.class::isInstance)
        .map(AtCommit.class::cast)
        .findFirst();
    var all = waiting.orElseGet(AtCommit::new);
    all.causes.addAll(causes);
    if (waiting.isEmpty()) {
      TransactionSynchronizationManager.registerSynchronization(all);
    }
  }

  /** What is counted when the transaction of this thread commits. */
  private final class AtCommit implements TransactionSynchronization {
    private final TreeSet<Key> causes = new TreeSet<>(Comparator.comparing(Key::network).thenComparing(Key::kind));

    @Override
    public void beforeCommit(boolean readOnly) { causes.forEach(cause -> count(cause.network(), cause.kind())); }
  }

  /** Counts one cause anew, in the transaction that entered and changed one of its grievances. */
  void count(String network, String kind) {
    lock(network, kind);
    jdbc.sql("""
        update grievance.cause c set confirmed = n.confirmed, unconfirmed = n.unconfirmed, sites = n.sites, persons = n.persons,
          members = n.members, version = c.version + 1, changed_at = :now
        from (select count(distinct coalesce(p.person_id, g.id)) filter (where g.confirmed_at is not null) confirmed,
            count(distinct coalesce(p.person_id, g.id)) filter (where g.confirmed_at is null) unconfirmed,
            count(distinct coalesce(g.register_site, g.site_id::text)) sites,
            count(distinct p.person_id) filter (where g.confirmed_at is not null) persons, count(distinct m.person_id) members
          from grievance.grievance g
          left join roll.api_person_now p on p.local_id = :local and p.id = g.person_id
          left join roll.api_membership m on m.local_id = :local and m.person_id = p.person_id and m.kind = 'member'
            and m.state = 'active'
          where g.local_id = :local and g.network_id = :network and g.kind = :kind
            and (g.closed_as is null or g.closed_as = 'in-a-fight')) n
        where c.local_id = :local and c.network_id = :network and c.kind = :kind""")
        .param("local", local())
        .param("network", network)
        .param("kind", kind)
        .param("now", now())
        .update();
    jdbc.sql("delete from grievance.cause_money where local_id = ? and network_id = ? and kind = ?")
        .params(local(), network, kind)
        .update();
    jdbc.sql("""
        insert into grievance.cause_money (local_id, network_id, kind, currency, minor)
        select g.local_id, g.network_id, g.kind, g.currency, sum(g.amount_minor) from grievance.grievance g
        where g.local_id = ? and g.network_id = ? and g.kind = ? and g.currency is not null
          and (g.closed_as is null or g.closed_as = 'in-a-fight')
        group by g.local_id, g.network_id, g.kind, g.currency""").params(local(), network, kind).update();
  }

  private void lock(String network, String kind) { jdbc.sql("""
        insert into grievance.cause (local_id, network_id, kind, confirmed, unconfirmed, sites, members, changed_at)
        values (?, ?, ?, 0, 0, 0, 0, ?) on conflict (local_id, network_id, kind) do update set changed_at = excluded.changed_at
        where grievance.cause.local_id = excluded.local_id""").params(local(), network, kind, now()).update(); }

  /** Counts every cause of the local anew, after networks changed under them. */
  void countAll() {
    enterAlone();
    jdbc.sql("delete from grievance.cause where local_id = ?").param(local()).update();
    jdbc.sql(
        """
        insert into grievance.cause (local_id, network_id, kind, confirmed, unconfirmed, sites, persons, members, changed_at)
        select g.local_id, g.network_id, g.kind, count(distinct coalesce(p.person_id, g.id)) filter (where g.confirmed_at is not null),
          count(distinct coalesce(p.person_id, g.id)) filter (where g.confirmed_at is null), count(distinct coalesce(g.register_site, g.site_id::text)),
          count(distinct p.person_id) filter (where g.confirmed_at is not null), count(distinct m.person_id), :now
        from grievance.grievance g
        left join roll.api_person_now p on p.local_id = :local and p.id = g.person_id
        left join roll.api_membership m on m.local_id = :local and m.person_id = p.person_id and m.kind = 'member'
          and m.state = 'active'
        where g.local_id = :local and g.network_id is not null and (g.closed_as is null or g.closed_as = 'in-a-fight')
        group by g.local_id, g.network_id, g.kind""").param("now", now()).param("local", local()).update();
    jdbc.sql("""
        insert into grievance.cause_money (local_id, network_id, kind, currency, minor)
        select g.local_id, g.network_id, g.kind, g.currency, sum(g.amount_minor) from grievance.grievance g
        where g.local_id = ? and g.network_id is not null and (g.closed_as is null or g.closed_as = 'in-a-fight')
          and g.currency is not null
        group by g.local_id, g.network_id, g.kind, g.currency""").param(local()).update();
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
