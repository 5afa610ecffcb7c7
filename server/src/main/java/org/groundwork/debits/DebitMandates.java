// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Mandates. Nobody has two in force: whoever gives another, as for a new account, ends the one before. Runs inside the caller's
 * transaction.
 */
public final class DebitMandates {
  private static final String SELECT = """
      select m.id, coalesce(n.person_id, m.person_id) as person_id, m.reference, m.state, m.signed_on, m.signed_at, m.holder, m.iban, m.bic, m.address,
        m.shown, m.reason, m.last_due_on, m.ended_on
      from debits.mandate m left join roll.api_person_now n on n.local_id = m.local_id and n.id = m.person_id
      where m.local_id = ?""";
  /** Written without letters and digits that are mistaken for one another. */
  private static final String LETTERS = "ACDEFGHJKLMNPQRTUVWXY34679";
  private static final int RANDOM = 10;
  private final JdbcClient jdbc;
  private final DebitSeals seals;
  private final Locals locals;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  DebitMandates(JdbcClient jdbc, DebitSeals seals, Locals locals, Audit audit, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.locals = locals;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Keeps a mandate that somebody gave; the one before, if it was in force, is replaced. Answers its identity.
   *
   * @throws NotAllowed as changed meanwhile, if it was given to another identifier than that of whoever collects now
   */
  public UUID give(UUID person, NewMandate given, Creditor creditor) {
    sameCreditor(creditor);
    hold(person);
    of(person, 10).stream()
        .filter(DebitMandate::inForce)
        .forEach(
            before -> end(before, DebitMandate.State.REPLACED, Optional.empty()));
    UUID id = ids.next();
    int kept = 0;
    while (kept == 0) { // where another mandate has these letters, others are drawn
      kept = insert(id, person, given, creditor);
    }
    audit.record(given.signedAt().isPresent() ? "debit-mandate-signed" : "debit-mandate-entered",
        new SubjectRef("person", person), "");
    return id;
  }

  /** Nobody changes the identifier to which mandates are signed before this one is there to be counted. */
  private void sameCreditor(Creditor creditor) {
    Optional<String> now = jdbc.sql("select identifier from debits.creditor where local_id = ? for share")
        .param(Scope.local())
        .query(String.class)
        .optional();
    if (now.filter(each -> !each.equals(creditor.identifier())).isPresent()) {
      throw new NotAllowed(NotAllowed.Reason.CHANGED_MEANWHILE);
    }
  }

  /** Of one person's mandates one is given after the other. */
  private void hold(UUID person) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("debits.mandate " + person)
        .query(rs -> {});
  }

  private int insert(UUID id, UUID person, NewMandate given, Creditor creditor) {
    return jdbc
        .sql(
            """
        insert into debits.mandate (local_id, id, person_id, reference, state, how, signed_on, signed_at, holder, iban,
          bic, address, identifier, shown, changed_by, changed_at)
        values (:local, :id, :person, :reference, 'waiting', :how, :on, :at::timestamptz, :holder, :iban,
          :bic::bytea, :address::bytea, :identifier, :shown::bytea, :by::uuid, :now) on conflict (local_id, reference) do nothing""")
        .param("local", Scope.local())
        .param("id", id)
        .param("person", person)
        .param("reference", reference(creditor.prefix()))
        .param("how", given.signedAt().isPresent() ? "online" : "paper")
        .param("on", Date.valueOf(given.signedOn()))
        .param("at", given.signedAt().map(Timestamp::from).orElse(null))
        .param("holder", seals.seal("mandate", "holder", id, given.holder()))
        .param("iban", seals.seal("mandate", "iban", id, given.iban()))
        .param("bic", seals.sealIfAny("mandate", "bic", id, given.bic().orElse("")))
        .param("identifier", creditor.identifier())
        .param("address", seals.sealIfAny("mandate", "address", id,
            given.address().map(DebitAddress::sealed).orElse("")))
        .param("shown", seals.sealIfAny("mandate", "shown", id, String.join("\n", given.shown())))
        .param("by", Scope.author())
        .param("now", now())
        .update();
  }

  private String reference(String prefix) {
    long random = ids.random().getLeastSignificantBits() & Long.MAX_VALUE;
    var reference = new StringBuilder(prefix.isEmpty() ? "" : prefix + "-");
    for (int place = 0; place < RANDOM; place++) {
      reference.append(LETTERS.charAt((int) (random % LETTERS.length())));
      random /= LETTERS.length();
    }
    return reference.toString();
  }

  /** Takes back what somebody gave; false if it had ended. */
  public boolean revoke(UUID mandate) {
    return find(mandate).map(each -> end(each, DebitMandate.State.REVOKED, Optional.empty())).orElse(false);
  }

  /** Ends a mandate because of what a bank said; false if it had ended. */
  boolean refuse(UUID mandate, Reason reason) {
    return find(mandate).map(each -> end(each, DebitMandate.State.REFUSED, Optional.of(reason))).orElse(false);
  }

  /** Nothing more is to be collected by it. */
  void useUp(UUID mandate) {
    find(mandate).ifPresent(each -> end(each, DebitMandate.State.USED_UP, Optional.empty()));
  }

  /**
   * What was said to be the last by it was not collected: it is in force again, unless its holder gave another since or their record
   * was deleted.
   */
  void openAgain(UUID mandate) {
    Optional<UUID> person = find(mandate).filter(each -> each.state() == DebitMandate.State.USED_UP)
        .flatMap(DebitMandate::person);
    if (person.isEmpty()) {
      return;
    }
    hold(person.get());
    if (of(person.get(), 1).stream().anyMatch(DebitMandate::inForce)) {
      return;
    }
    boolean again = jdbc.sql("""
        update debits.mandate set state = 'active', ended_on = null, version = version + 1, changed_by = ?::uuid,
          changed_at = ? where local_id = ? and id = ? and state = 'used-up'""")
        .param(Scope.author())
        .params(now(), Scope.local(), mandate)
        .update() == 1;
    if (again) {
      audit.record("debit-mandate-open-again", new SubjectRef("person", person.get()), "");
    }
  }

  private boolean end(DebitMandate mandate, DebitMandate.State state, Optional<Reason> reason) {
    boolean ended = jdbc.sql("""
        update debits.mandate set state = ?, reason = nullif(?::text, ''), ended_on = ?, version = version + 1,
          changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ? and ended_on is null""")
        .param(state.key())
        .param(reason.map(Reason::code).orElse(null))
        .param(Date.valueOf(today()))
        .param(Scope.author())
        .params(now(), Scope.local(), mandate.id())
        .update() == 1;
    if (ended && state != DebitMandate.State.REPLACED) {
      SubjectRef of = mandate.person()
          .map(person -> new SubjectRef("person", person))
          .orElseGet(() -> new SubjectRef("debit-mandate", mandate.id()));
      audit.record("debit-mandate-" + state.key(), of, "");
    }
    return ended;
  }

  /** Something was collected by it on a day, for this creditor identifier: from now on the payer's bank knows it by that one. */
  void collected(UUID mandate, LocalDate due, String identifier) {
    jdbc.sql("""
        update debits.mandate set state = case when state = 'waiting' then 'active' else state end,
          identifier = case when last_due_on > ?::date then identifier else ? end,
          last_due_on = greatest(last_due_on, ?::date), version = version + 1, changed_at = ?
        where local_id = ? and id = ?""")
        .params(Date.valueOf(due), identifier, Date.valueOf(due), now(), Scope.local(), mandate)
        .update();
  }

  /** Ends those by which nothing was collected for too long; answers how many. */
  int lapse(LocalDate today) {
    return jdbc.sql("""
        update debits.mandate set state = 'lapsed', ended_on = ?, version = version + 1, changed_at = ?
        where local_id = ? and ended_on is null and coalesce(last_due_on, signed_on) < ?""")
        .params(Date.valueOf(today), now(), Scope.local(),
            Date.valueOf(today.minusMonths(DebitMandate.LAPSES_AFTER_MONTHS)))
        .update();
  }

  /** Deletes, some at a time, those that ended and by which nothing can be disputed any more; answers how many. */
  int delete(LocalDate today) {
    Date kept = Date.valueOf(today.minusMonths(DebitMandate.KEPT_MONTHS));
    List<UUID> old = jdbc.sql("""
        select m.id from debits.mandate m
        where m.local_id = ? and m.ended_on < ? and coalesce(m.last_due_on, m.ended_on) < ?
          and not exists (select 1 from debits.item i where i.local_id = m.local_id and i.mandate_id = m.id
            and i.state in ('made', 'filed')) order by m.ended_on, m.id limit 500""")
        .params(Scope.local(), kept, kept)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
    old.forEach(this::delete);
    return old.size();
  }

  /** Deletes one, whatever it is. What was collected by it stays without it. */
  void delete(UUID mandate) {
    jdbc.sql("update debits.item set mandate_id = null where local_id = ? and mandate_id = ?")
        .params(Scope.local(), mandate)
        .update();
    jdbc.sql("delete from debits.mandate where local_id = ? and id = ?").params(Scope.local(), mandate).update();
  }

  /** One mandate. */
  public Optional<DebitMandate> find(UUID mandate) {
    return jdbc.sql(SELECT + " and m.id = ?").params(Scope.local(), mandate).query(this::read).optional();
  }

  /** Somebody's mandates, the one in force first, then the latest; at most {@code most}. */
  public List<DebitMandate> of(UUID person, int most) {
    return jdbc.sql(SELECT + " and n.person_id = ? order by m.ended_on is not null, m.id desc limit ?")
        .params(Scope.local(), person, most)
        .query(this::read)
        .list();
  }

  /** The latest mandates, those in force first, behind one of them; at most {@code most}. */
  public List<DebitMandate> latest(boolean inForce, Optional<UUID> before, int most) {
    return jdbc.sql(SELECT + "\n" + """
         and (m.ended_on is null) = ? and m.person_id is not null and (?::uuid is null or m.id < ?::uuid)
        order by m.id desc limit ?""")
        .params(Scope.local(), inForce)
        .param(before.orElse(null))
        .param(before.orElse(null))
        .param(most)
        .query(this::read)
        .list();
  }

  /**
   * How many mandates there are.
   *
   * @param waiting of those in force, by which nothing was collected yet
   */
  public record Numbers(int inForce, int waiting, int ended) {}

  /** How many mandates there are. */
  public Numbers numbers() {
    return jdbc.sql("""
        select count(*) filter (where ended_on is null)::integer, count(*) filter (where state = 'waiting')::integer,
          count(*) filter (where ended_on is not null)::integer from debits.mandate where local_id = ?""")
        .param(Scope.local())
        .query((rs, i) -> new Numbers(rs.getInt(1), rs.getInt(2), rs.getInt(3)))
        .single();
  }

  /**
   * The mandate of each person who ever gave one, in the order of the persons' identifiers: the one in force, else the latest.
   * Nothing sealed is opened.
   */
  List<Standing> standing(UUID after, int most) {
    return jdbc.sql("""
        select distinct on (n.person_id) n.person_id, m.id, m.reference, m.state, m.signed_on, m.last_due_on,
          exists (select 1 from roll.api_member k where k.local_id = m.local_id and k.person_id = n.person_id) as member
        from debits.mandate m join roll.api_person_now n on n.local_id = m.local_id and n.id = m.person_id
        where m.local_id = ? and n.person_id > ?
        order by n.person_id, m.ended_on is not null, m.id desc limit ?""")
        .params(Scope.local(), after, most)
        .query((rs, i) -> new Standing(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class), rs.getString(3),
            DebitMandate.State.of(rs.getString(4)), rs.getDate(5).toLocalDate(), day(rs.getDate(6)), rs.getBoolean(7)))
        .list();
  }

  /** Somebody's mandate, as far as a collection has to know. */
  record Standing(UUID person, UUID mandate, String reference, DebitMandate.State state, LocalDate signedOn,
      Optional<LocalDate> lastDue, boolean member) {

    boolean inForce() { return state == DebitMandate.State.WAITING || state == DebitMandate.State.ACTIVE; }

    boolean lapsedOn(LocalDate day) {
      return lastDue.orElse(signedOn).plusMonths(DebitMandate.LAPSES_AFTER_MONTHS).isBefore(day);
    }
  }

  private DebitMandate read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    String address = seals.openIfAny("mandate", "address", id, rs.getBytes("address"));
    String bic = seals.openIfAny("mandate", "bic", id, rs.getBytes("bic"));
    String shown = seals.openIfAny("mandate", "shown", id, rs.getBytes("shown"));
    return new DebitMandate(id, Optional.ofNullable(rs.getObject("person_id", UUID.class)), rs.getString("reference"),
        DebitMandate.State.of(rs.getString("state")), rs.getDate("signed_on").toLocalDate(),
        Optional.ofNullable(rs.getTimestamp("signed_at")).map(Timestamp::toInstant),
        seals.open("mandate", "holder", id, rs.getBytes("holder")),
        seals.open("mandate", "iban", id, rs.getBytes("iban")),
        Optional.of(bic).filter(each -> !each.isEmpty()),
        address.isEmpty() ? Optional.empty() : Optional.of(DebitAddress.of(address)),
        shown.isEmpty() ? List.of() : List.of(shown.split("\n", -1)),
        Optional.ofNullable(rs.getString("reason")).map(Reason::new), day(rs.getDate("last_due_on")),
        day(rs.getDate("ended_on")));
  }

  static Optional<LocalDate> day(@Nullable Date day) { return Optional.ofNullable(day).map(Date::toLocalDate); }

  LocalDate today() { return LocalDate.now(clock.withZone(locals.profile().zone())); }

  /** What time it is, for a mandate that is signed now. */
  public Instant moment() { return clock.instant(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
