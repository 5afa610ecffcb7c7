// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.CashPlaces;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.audit.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The treasurer pays what the committee granted, each grant once. Runs inside the caller's transaction. */
public final class AidPayments {
  /** What the entry of a payment is about. */
  static final String SOURCE = "aid-payment";
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Requests requests;
  private final Rulebook rules;
  private final Accounting accounting;
  private final Audit audit;
  private final AidPost post;

  AidPayments(JdbcClient jdbc, Clock clock, Requests requests, Rulebook rules, Accounting accounting, Audit audit,
      AidPost post) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.requests = requests;
    this.rules = rules;
    this.accounting = accounting;
    this.audit = audit;
    this.post = post;
  }

  /** The books, what is said in them, and whether the box has what is to leave it. */
  record Accounting(Books books, Ledger ledger, AidFund fund, CashPlaces cash, Words words, Seals seals) {
    /** A line of what somebody got, or gives back; of whoever was forgotten nothing tells that it is one person's. */
    Line got(UUID account, UUID of, long amount, Optional<UUID> person) {
      return new Line(account, of, amount, person.map(seals::mark));
    }
  }

  /** What is to be paid, the first granted first. */
  public List<Payable> waiting() {
    return requests.in(Request.State.GRANTED).stream().map(this::payable).toList();
  }

  private Payable payable(Request request) {
    var wish = request.wish().orElseThrow();
    var decision = request.decision().orElseThrow();
    return new Payable(request.id(), name(request.id()), decision.granted(), wish.way(),
        wish.way() == PayWay.CASH ? decision.code() : wish.told().payee(), decision.at());
  }

  /** How many wait. */
  public int count() {
    return jdbc.sql("select count(*) from aid.request where local_id = ? and state = 'granted'")
        .param(Scope.local())
        .query(Integer.class)
        .single();
  }

  /**
   * Enters that a grant was paid on a day.
   *
   * @param name of the payment, as it was shown; one that was made meanwhile, or taken back, had another, and nothing is
   *     paid for it
   */
  public PaidOut pay(UUID id, UUID name, PaidFrom from, LocalDate on) {
    rules.hold();
    Optional<Request> found = requests.find(id);
    if (found.filter(request -> request.state() == Request.State.PAID).isPresent()) {
      return new PaidOut.Yes();
    }
    Optional<Request> granted = found.filter(request -> request.state() == Request.State.GRANTED)
        .filter(request -> name(request.id()).equals(name));
    return granted.isEmpty() ? new PaidOut.Gone() : enter(granted.get(), from, on);
  }

  /** The name of the next payment of a grant: the grant's own, and another after each that was taken back. */
  UUID name(UUID id) {
    int undone = jdbc.sql("select undone from aid.request where local_id = ? and id = ?")
        .params(Scope.local(), id)
        .query(Integer.class)
        .single();
    return undone == 0 ? id : UUID.nameUUIDFromBytes((id + " " + undone).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What was paid lately and not taken back, the latest first: how much and when, and not to whom.
   *
   * @param asked whether somebody said that it went wrong
   */
  public record Made(UUID id, long amount, PayWay way, LocalDate on, boolean asked) {}

  /** What was paid since a day, the latest first; at most {@code most}. */
  public List<Made> made(LocalDate since, int most) {
    return jdbc.sql("""
        select r.id, r.granted, r.way, r.paid_on, exists (select 1 from aid.undoing u
          where u.local_id = r.local_id and u.request_id = r.id and u.state = 'asked')
        from aid.request r where r.local_id = ? and r.state = 'paid' and r.paid_on >= ?
        order by r.paid_on desc, r.id desc limit ?""")
        .params(Scope.local(), Date.valueOf(since), most)
        .query((rs, i) -> new Made(rs.getObject(1, UUID.class), rs.getLong(2),
            PayWay.known(rs.getString(3)).orElse(PayWay.CASH), rs.getDate(4).toLocalDate(), rs.getBoolean(5)))
        .list();
  }

  private PaidOut enter(Request request, PaidFrom from, LocalDate on) {
    UUID fund = accounting.fund().of(FundKind.HARDSHIP).orElseThrow();
    Books books = accounting.books();
    long amount = request.granted();
    var entry = new NewEntry(on, accounting.words().say("aid.books.paid"),
        Optional.of(new Source(SOURCE, name(request.id()))),
        List.of(accounting.got(books.account(UsedFor.HARDSHIP_AID).id(), fund, amount, request.person()),
            new Line(books.account(from.account()).id(), fund, -amount)));
    if (accounting.cash().missing(entry.lines()).isPresent()) {
      return new PaidOut.NotInTheBox();
    }
    return switch (accounting.ledger().enter(entry)) {
      case Entered.Yes(UUID made) -> paid(request, made, on);
      case Entered.Already(UUID made) -> paid(request, made, on);
      case Entered refused -> new PaidOut.Refused(refused);
    };
  }

  private PaidOut paid(Request request, UUID entry, LocalDate on) {
    int done = jdbc.sql("""
        update aid.request set state = 'paid', entry_id = ?, paid_on = ?, version = version + 1, changed_by = ?::uuid,
          changed_at = ? where local_id = ? and id = ? and state = 'granted'""")
        .params(entry, Date.valueOf(on))
        .param(Scope.author())
        .params(Scope.now(clock), Scope.local(), request.id())
        .update();
    if (done == 0) {
      throw new IllegalStateException("a grant lapsed while it was paid; nothing is entered");
    }
    audit.record("aid-paid", Committee.subject(request), "");
    if (request.wish().filter(wish -> wish.way() == PayWay.CASH).isEmpty()) {
      post.answered(request); // whoever fetched cash knows
    }
    return new PaidOut.Yes();
  }
}
