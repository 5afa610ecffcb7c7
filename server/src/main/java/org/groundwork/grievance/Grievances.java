// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.ids.Tokens;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.target.Networks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The current local's grievances and the papers that hang on them. Runs inside the caller's transaction. */
public final class Grievances {
  static final String AT_SITE = """
       where g.local_id = :local and g.closed_as is null
        and g.site_id = any(array(select n.id from roll.api_site_now n where n.local_id = :local and n.site_id = :site))
      order by g.reported_on, g.id limit 2000""";
  static final String OF_PERSON = """
       where g.local_id = :local and g.closed_as is null and g.kind = :kind
        and g.site_id = any(array(select n.id from roll.api_site_now n where n.local_id = :local and n.site_id = :site))
        and g.person_id = any(array(select n.id from roll.api_person_now n
          where n.local_id = :local and n.person_id = :person))
      order by g.reported_on, g.id limit 1""";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final GrievanceRows rows;
  private final Networks networks;
  private final Audit audit;
  private final CauseCounts counts;

  Grievances(JdbcClient jdbc, Ids ids, Clock clock, GrievanceRows rows, Networks networks, Audit audit,
      CauseCounts counts) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.rows = rows;
    this.networks = networks;
    this.audit = audit;
    this.counts = counts;
  }

  /**
   * A grievance as organisers see it.
   *
   * @param confirmed whether an organiser has spoken with the person
   * @param language in which they wrote
   * @param version raised by every change
   * @param closedAs how it ended, if it has
   * @param next whom it waits for
   */
  public record Grievance(UUID id, GrievanceKind kind, Optional<UUID> person, Optional<UUID> site,
      Optional<String> registerSite,
      Optional<String> network, String place, Optional<LocalDate> since, Optional<Money> amount, String told,
      String contact,
      boolean confirmed, LocalDate reportedOn, Locale language, long version, Optional<ClosedAs> closedAs,
      Optional<NextTalk> next) {}

  /**
   * The next conversation about a grievance.
   *
   * @param ask what is asked of the person
   * @param owner who talks with them
   * @param on by when
   */
  public record NextTalk(String ask, UUID owner, Optional<LocalDate> on) {}

  /**
   * Takes a grievance in.
   *
   * @param followUp the token of the private link, of which only the hash is kept
   */
  public UUID report(NewGrievance reported, Optional<String> followUp) {
    counts.enter();
    UUID id = ids.random(); // version 7 would tell when somebody reported
    LocalDate day = reported.since().orElse(LocalDate.now(clock));
    Optional<String> network = reported.registerSite().flatMap(place -> networks.of(place, day));
    boolean confirmed = reported.cameBy().spokenWith();
    jdbc.sql(
        """
        insert into grievance.grievance (local_id, id, person_id, site_id, register_site, network_id, place, kind, since,
          amount_minor, currency, told, contact, language, came_by, confirmed_at, follow_up, reported_on, changed_by, changed_at)
        values (:local, :id, :person::uuid, :site::uuid, :register, :network, :place::bytea, :kind, :since::date, :amount::bigint,
          :currency, :told::bytea, :contact::bytea, :language, :cameBy, :confirmed::timestamptz, :followUp::bytea, :on, :by::uuid, :now)""")
        .param("local", local())
        .param("id", id)
        .param("person", reported.person().orElse(null))
        .param("site", reported.site().orElse(null))
        .param("register", reported.registerSite().orElse(null))
        .param("network", network.orElse(null))
        .param("place", rows.seal(id, "place", reported.place()))
        .param("kind", reported.kind().key())
        .param("since", reported.since().map(Date::valueOf).orElse(null))
        .param("amount", reported.amount().map(Money::minor).orElse(null))
        .param("currency", reported.amount().map(money -> money.currency().getCurrencyCode()).orElse(null))
        .param("told", rows.seal(id, "told", reported.told()))
        .param("contact", rows.seal(id, "contact", reported.contact()))
        .param("language", reported.language().toLanguageTag())
        .param("cameBy", reported.cameBy().key())
        .param("confirmed", confirmed ? now() : null)
        .param("followUp", followUp.map(Tokens::hash).orElse(null))
        .param("on", Date.valueOf(LocalDate.now(clock)))
        .param("by", caller())
        .param("now", now())
        .update();
    network.ifPresent(name -> counts.count(name, reported.kind().key()));
    audit.record("grievance-reported", new SubjectRef("grievance", id), reported.kind().key());
    return id;
  }

  /** The earliest date on an open paper. */
  public Optional<LocalDate> nextDate() {
    return jdbc.sql("select min(due_on) from grievance.paper where local_id = ? and done_at is null")
        .param(local())
        .query((rs, i) -> Optional.ofNullable(rs.getDate(1)).map(Date::toLocalDate))
        .single();
  }

  /** The grievances of a site that are open, oldest first. */
  public List<Grievance> atSite(UUID site) {
    return jdbc
        .sql(GrievanceRows.SELECT
            + AT_SITE)
        .param("local", local())
        .param("site", site)
        .query(rows::read)
        .list();
  }

  /** An open grievance of one kind that somebody has at a site, the oldest if there are several. */
  Optional<Grievance> openOf(UUID person, GrievanceKind kind, UUID site) {
    return jdbc
        .sql(GrievanceRows.SELECT + OF_PERSON)
        .param("local", local())
        .param("person", person)
        .param("kind", kind.key())
        .param("site", site)
        .query(rows::read)
        .optional();
  }

  /** The grievances of one cause: one kind against one network, newest first, at most {@code most}. */
  public List<Grievance> ofCause(GrievanceKind kind, String network, int most) {
    return jdbc.sql(GrievanceRows.SELECT
        + " where local_id = ? and network_id = ? and kind = ? and " + GrievanceRows.COUNTED
        + " order by reported_on desc, id limit ?")
        .params(local(), network, kind.key(), most)
        .query(rows::read)
        .list();
  }

  /** The newest open grievances, at most {@code most}. */
  public List<Grievance> newest(int most) {
    return jdbc
        .sql(GrievanceRows.SELECT
            + " where local_id = ? and closed_as is null order by reported_on desc, id desc limit ?")
        .params(local(), most)
        .query(rows::read)
        .list();
  }

  /** The grievance with this identity in the current local. */
  public Optional<Grievance> byId(UUID id) {
    return jdbc.sql(GrievanceRows.SELECT + " where local_id = ? and id = ?")
        .params(local(), id)
        .query(rows::read)
        .optional();
  }

  /** Counts every common cause of the local anew, as after a restore. */
  public void countCausesAnew() {
    counts.countAll();
  }

  /** Points every grievance at the network of whoever owned its place on its day: the day it began, else was reported. */
  void followNetworks() {
    counts.enterAlone();
    jdbc.sql("""
        update grievance.grievance g set network_id = then_in.network, changed_at = :now, version = g.version + 1
        from (select r.id, coalesce(own.network_id, past.network_id, l.network_id, s.base_network_id) as network
          from grievance.grievance r
          join target.api_site s on s.id = r.register_site
          left join target.api_local_network l on l.local_id = :local and l.site_id = s.id
          left join target.api_local_past own on own.local_id = :local and own.site_id = s.id
            and coalesce(r.since, r.reported_on) between own.since and own.until
          left join target.api_past past on past.site_id = s.id
            and coalesce(r.since, r.reported_on) between past.since and past.until
            and not exists (select 1 from target.api_local_past any_own
              where any_own.local_id = :local and any_own.site_id = s.id)
          where r.local_id = :local) then_in
        where g.local_id = :local and g.id = then_in.id and g.network_id is distinct from then_in.network""")
        .param("local", local())
        .param("now", now())
        .update();
    counts.countAll();
  }

  private static UUID local() { return Tenancy.current().value(); }

  private static @Nullable UUID caller() {
    return Callers.current() instanceof Caller.Actor actor ? actor.person() : null;
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
