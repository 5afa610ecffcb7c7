// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.ledger.Entered;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes back payments that went wrong: one says so and why, a second one says so too, and the books have an entry the other
 * way round. What it was paid for is free again, as if it had not been. Runs inside the caller's transaction.
 */
public final class Undoings {
  private static final String SELECT = """
      select u.id, u.request_id, u.batch_id, u.how, u.again, u.why, u.people, u.amount,
        coalesce(n.person_id, u.asked_by) as asked_by, u.asked_on
      from aid.undoing u left join roll.api_person_now n on n.local_id = u.local_id and n.id = u.asked_by
      where u.local_id = ? and u.state = 'asked'""";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Seals seals;
  private final Audit audit;
  private final Parts parts;

  Undoings(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Audit audit, Parts parts) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.seals = seals;
    this.audit = audit;
    this.parts = parts;
  }

  /** What was paid, and what the books say. */
  record Parts(Requests requests, Rulebook rules, StrikePay pay, StrikeShares shares, UndoneBooks books) {}

  /** What waits for a second person, the first asked first. */
  public List<Undoing> waiting() {
    return jdbc.sql(SELECT + " order by u.id").param(Scope.local()).query(this::read).list();
  }

  /** What waits for the reader to say so too: nothing of their own. */
  int waitingFor(UUID reader) {
    return (int) waiting().stream().filter(each -> each.askedBy().filter(reader::equals).isEmpty()).count();
  }

  /** Somebody says that a grant was paid wrongly. Said twice, it is said once. */
  public Undoing.Answer ask(UUID request, Undoing.Said said, LocalDate today) {
    parts.rules().hold();
    Optional<Request> paid = paid(request);
    if (paid.isEmpty()) {
      return new Undoing.Answer.Meanwhile();
    }
    if (said.again() && !payable(paid.get())) {
      return new Undoing.Answer.NothingToPayTo();
    }
    if (said.how() == Undoing.How.NEVER_LEFT && parts.books().pinned(entry(request))) {
      return new Undoing.Answer.Pinned();
    }
    insert(new Undoing(ids.next(), Optional.of(request), Optional.empty(), said, 1, paid.get().granted(), me(), today));
    return new Undoing.Answer.Done();
  }

  /** Whether it is still kept where it goes and that somebody waits for it. */
  private static boolean payable(Request request) {
    var wish = request.wish().orElseThrow();
    boolean named = wish.way() == PayWay.CASH
        ? request.decision().filter(each -> !each.code().isEmpty()).isPresent()
        : !wish.told().payee().isEmpty();
    return named && request.person().isPresent();
  }

  /** Somebody says that some of a batch were paid wrongly; their days are due again once a second one says so too. */
  public Undoing.Answer ask(StrikeBatch batch, Collection<UUID> people, Undoing.Said said, LocalDate today) {
    parts.pay().hold(batch.step());
    var chosen = parts.shares()
        .kept(batch.id())
        .stream()
        .filter(each -> people.contains(each.share().person()))
        .toList();
    if (chosen.isEmpty() || chosen.size() < Set.copyOf(people).size()) {
      return new Undoing.Answer.Meanwhile();
    }
    UUID entry = parts.pay().entry(batch.id());
    if (said.how() == Undoing.How.NEVER_LEFT) {
      if (chosen.size() != batch.people() || !StrikePay.oneEntry(batch)) {
        return new Undoing.Answer.Whole();
      }
      if (parts.books().pinned(entry)) {
        return new Undoing.Answer.Pinned();
      }
    }
    var undoing = new Undoing(ids.next(), Optional.empty(), Optional.of(batch.id()), said, chosen.size(),
        StrikePay.total(chosen.stream().map(StrikeShares.Kept::share).toList()), me(), today);
    if (insert(undoing)) {
      chosen.forEach(each -> jdbc.sql("insert into aid.undoing_share (local_id, undoing_id, share_id) values (?, ?, ?)")
          .params(Scope.local(), undoing.id(), each.id())
          .update());
    }
    return new Undoing.Answer.Done();
  }

  private boolean insert(Undoing made) {
    boolean first = jdbc
        .sql(
            """
        insert into aid.undoing (local_id, id, request_id, batch_id, how, again, why, people, amount, state, asked_by,
          asked_on, changed_by, changed_at)
        values (?, ?, ?::uuid, ?::uuid, ?, ?, ?::bytea, ?, ?, 'asked', ?::uuid, ?, ?::uuid, ?) on conflict do nothing""")
        .params(Scope.local(), made.id())
        .param(made.request().orElse(null))
        .param(made.batch().orElse(null))
        .params(made.said().how().key(), made.said().again())
        .param(seals.sealIfAny("undoing", "why", made.id(), made.said().why()))
        .params(made.people(), made.amount())
        .param(made.askedBy().orElse(null))
        .param(Date.valueOf(made.askedOn()))
        .param(made.askedBy().orElse(null))
        .param(Scope.now(clock))
        .update() == 1;
    if (first) {
      audit.record("aid-undo-asked", subject(made), "");
    }
    return first;
  }

  /** A second person says so too: the books take it back, and what it was paid for is free again. */
  public Undoing.Answer second(UUID id, LocalDate today) {
    Optional<Undoing> held = hold(id);
    if (held.isEmpty()) {
      return new Undoing.Answer.Meanwhile();
    }
    Undoing undoing = held.get();
    if (undoing.askedBy().equals(me())) {
      return new Undoing.Answer.AnotherPerson();
    }
    return undoing.request().isPresent()
        ? aid(undoing, undoing.request().get(), today)
        : strike(undoing, undoing.batch().orElseThrow(), today);
  }

  private Undoing.Answer aid(Undoing undoing, UUID request, LocalDate today) {
    Optional<Request> paid = paid(request);
    if (paid.isEmpty()) {
      return new Undoing.Answer.Meanwhile();
    }
    if (undoing.said().again() && !payable(paid.get())) {
      return new Undoing.Answer.NothingToPayTo();
    }
    UUID entry = entry(request);
    if (undoing.said().how() == Undoing.How.NEVER_LEFT && parts.books().pinned(entry)) {
      return new Undoing.Answer.Pinned();
    }
    Entered entered = parts.books().aid(undoing, entry, paid.get().person(), today);
    if (!(entered instanceof Entered.Yes(UUID made))) {
      return new Undoing.Answer.Refused(entered);
    }
    jdbc.sql(undoing.said().again() ? AGAIN : OVER)
        .param("local", Scope.local())
        .param("id", request)
        .param("today", Date.valueOf(today))
        .param("now", Scope.now(clock))
        .update();
    return done(undoing, made, today);
  }

  /** It waits for the treasurer again. */
  private static final String AGAIN = """
      update aid.request set state = 'granted', entry_id = null, paid_on = null, undone = undone + 1,
        version = version + 1, changed_at = :now
      where local_id = :local and id = :id and state = 'paid'""";
  /** It is over, and nothing of the reasons is needed any more. */
  private static final String OVER = """
      update aid.request set state = 'undone', entry_id = null, paid_on = null, granted = null, decided_at = null,
        undone = undone + 1, category = null, taken = null, payee = null, words = null, code = null,
        reasons_gone_on = :today, version = version + 1, changed_at = :now
      where local_id = :local and id = :id and state = 'paid'""";

  private Undoing.Answer strike(Undoing undoing, UUID batch, LocalDate today) {
    List<UUID> chosen = jdbc.sql("select share_id from aid.undoing_share where local_id = ? and undoing_id = ?")
        .params(Scope.local(), undoing.id())
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
    var shares = parts.shares().kept(batch).stream().filter(each -> chosen.contains(each.id())).toList();
    long sum = StrikePay.total(shares.stream().map(StrikeShares.Kept::share).toList());
    if (shares.size() != undoing.people() || sum != undoing.amount()) {
      return new Undoing.Answer.Meanwhile(); // somebody was forgotten since
    }
    UUID entry = parts.pay().entry(batch);
    if (undoing.said().how() == Undoing.How.NEVER_LEFT && parts.books().pinned(entry)) {
      return new Undoing.Answer.Pinned();
    }
    Entered entered = parts.books()
        .strike(undoing, entry, shares.stream()
            .map(each -> new UndoneBooks.Back(each.share().amount(), Optional.of(each.share().person())))
            .toList(), today);
    if (!(entered instanceof Entered.Yes(UUID made))) {
      return new Undoing.Answer.Refused(entered);
    }
    parts.shares().takeBack(batch, shares.stream().map(StrikeShares.Kept::id).toList());
    jdbc.sql("""
        update aid.strike_batch set back_people = back_people + ?, back_total = back_total + ?, version = version + 1,
          changed_at = ? where local_id = ? and id = ?""")
        .params(undoing.people(), undoing.amount(), Scope.now(clock), Scope.local(), batch)
        .update();
    parts.pay().back(batch, undoing.amount());
    return done(undoing, made, today);
  }

  private Undoing.Answer done(Undoing undoing, UUID entry, LocalDate today) {
    settle(undoing, "done", Optional.of(entry), today);
    audit.record("aid-undone", subject(undoing), "");
    return new Undoing.Answer.Done();
  }

  /** It was paid rightly after all. False if it does not wait any more. */
  public boolean drop(UUID id, LocalDate today) {
    Optional<Undoing> held = hold(id);
    held.ifPresent(undoing -> {
      settle(undoing, "dropped", Optional.empty(), today);
      audit.record("aid-undo-dropped", subject(undoing), "");
    });
    return held.isPresent();
  }

  private void settle(Undoing undoing, String state, Optional<UUID> entry, LocalDate today) {
    jdbc.sql("""
        update aid.undoing set state = ?, entry_id = ?::uuid, settled_by = ?::uuid, settled_on = ?, version = version + 1,
          changed_by = ?::uuid, changed_at = ? where local_id = ? and id = ?""")
        .param(state)
        .param(entry.orElse(null))
        .param(me().orElse(null))
        .param(Date.valueOf(today))
        .param(me().orElse(null))
        .params(Scope.now(clock), Scope.local(), undoing.id())
        .update();
  }

  /** One that waits; whoever pays, grants or settles the same waits until this is over. */
  private Optional<Undoing> hold(UUID id) {
    Optional<Undoing> found = find(id);
    found.ifPresent(undoing -> undoing.batch()
        .ifPresentOrElse(batch -> parts.pay().hold(parts.pay().step(batch)), parts.rules()::hold));
    return found.isPresent() ? find(id) : found;
  }

  private Optional<Undoing> find(UUID id) {
    return jdbc.sql(SELECT + " and u.id = ?").params(Scope.local(), id).query(this::read).optional();
  }

  private Optional<Request> paid(UUID request) {
    return parts.requests().find(request).filter(each -> each.state() == Request.State.PAID);
  }

  private UUID entry(UUID request) {
    return jdbc.sql("select entry_id from aid.request where local_id = ? and id = ?")
        .params(Scope.local(), request)
        .query(UUID.class)
        .single();
  }

  private static SubjectRef subject(Undoing undoing) {
    return undoing.request()
        .map(request -> new SubjectRef("aid-request", request))
        .orElseGet(() -> new SubjectRef("strike-batch", undoing.batch().orElseThrow()));
  }

  private static Optional<UUID> me() { return Optional.of(Callers.actor().person()); }

  private Undoing read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    var said = new Undoing.Said(Undoing.How.known(rs.getString("how")).orElseThrow(), rs.getBoolean("again"),
        seals.openIfAny("undoing", "why", id, rs.getBytes("why")));
    return new Undoing(id, Optional.ofNullable(rs.getObject("request_id", UUID.class)),
        Optional.ofNullable(rs.getObject("batch_id", UUID.class)), said, rs.getInt("people"), rs.getLong("amount"),
        Optional.ofNullable(rs.getObject("asked_by", UUID.class)), rs.getDate("asked_on").toLocalDate());
  }
}
