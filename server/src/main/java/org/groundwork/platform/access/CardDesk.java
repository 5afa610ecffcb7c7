// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes cards for people of a local, and lets in who brings one. */
public final class CardDesk {
  /** How long somebody let in by a card may take part before somebody has to say so again. */
  static final Period MEMBERSHIP = Period.ofYears(2);

  private final Cards cards;
  private final Accounts accounts;
  private final Mandates mandates;
  private final Optional<PeopleDirectory> people;
  private final Transactions transactions;
  private final TransactionTemplate authTransaction;
  private final Locals locals;
  private final Audit audit;
  private final Clock clock;

  CardDesk(Cards cards, Accounts accounts, Mandates mandates, Optional<PeopleDirectory> people,
      Transactions transactions, TransactionTemplate authTransaction, Locals locals, Audit audit, Clock clock) {
    this.cards = cards;
    this.accounts = accounts;
    this.mandates = mandates;
    this.people = people;
    this.transactions = transactions;
    this.authTransaction = authTransaction;
    this.locals = locals;
    this.audit = audit;
    this.clock = clock;
  }

  /** What a steward sees before making a card. */
  public record Prospect(PeopleDirectory.Entry entry, boolean hasAccount, boolean officer) {}

  /**
   * Somebody whom the caller may hand a card; runs in a transaction of the local.
   *
   * @throws NotAllowed as if there were nobody, where the caller's mandate does not reach any site of the person
   */
  public Prospect prospect(UUID person) {
    var actor = Callers.actor();
    var entry = entry(person).filter(found -> reaches(actor, found))
        .orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
    return new Prospect(entry, mandates.accountOf(person).isPresent(), mandates.holdsOffice(person));
  }

  private static boolean reaches(Caller.Actor actor, PeopleDirectory.Entry entry) {
    return actor.reachOf(Power.EDIT_PEOPLE).filter(reach -> switch (reach) {
      case Reach.WholeLocal() -> true;
      case Reach.Sites(var sites) -> entry.sites().stream().anyMatch(sites::contains);
    }).isPresent();
  }

  /**
   * Makes a card for a person whom the caller may hand one; runs in a transaction of the local.
   *
   * @throws NotAllowed where the person holds an office, whose way in only two officers and a day renew, or is boss-side
   */
  public String make(UUID person) {
    var prospect = prospect(person);
    if ((prospect.officer() && prospect.hasAccount()) || prospect.entry().bossSide()) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
    return make(person, prospect.officer());
  }

  /** Makes a card without asking who asks: for a recovery that has passed its checks, and for the host's own hand. */
  String make(UUID person, boolean forOfficer) {
    audit.record("card-made", new SubjectRef("person", person), forOfficer ? "officer" : "");
    UUID by = Callers.current() instanceof Caller.Actor actor ? actor.person() : null;
    return cards.make(new Cards.Card(Tenancy.current(), person, forOfficer), by);
  }

  /** What came of bringing a card. */
  public sealed interface Brought {
    /** Let in; {@code opened} is there if a new account was made. */
    record In(Optional<Accounts.Opened> opened, String handle) implements Brought {}

    /** No such card, used up or too old. */
    record Unknown() implements Brought {}

    /** The card is good, but what it was made for has changed: ask for a new one. */
    record Outdated() implements Brought {}
  }

  /** Who brings a card: somebody new who chose a PIN, or an account that is signed in. */
  public sealed interface Bearer {
    record Newcomer(Accounts.NewAccount account) implements Bearer {}

    record Known(UUID account) implements Bearer {}

    default UUID accountId() {
      return switch (this) {
        case Newcomer(var account) -> account.id();
        case Known(var account) -> account;
      };
    }
  }

  /** Whether a code is that of a card; nothing is used up. */
  public boolean knows(String typed) {
    return cards.find(typed).isPresent();
  }

  /** Lets the bearer in. Of several who bring the same card at once, one gets in. */
  public Brought bring(String typed, Bearer bearer) throws Exception {
    var found = cards.find(typed);
    if (found.isEmpty()) {
      return new Brought.Unknown();
    }
    Cards.Card card = found.get();
    String handle = transactions.read(() -> locals.byId(card.local())).orElseThrow().handle();
    try {
      return Tenancy.in(card.local(), () -> transactions.write(() -> letIn(typed, card, bearer, handle)));
    } catch (Faster | DuplicateKeyException e) {
      return new Brought.Unknown();
    } catch (NotAllowed e) {
      return new Brought.Outdated();
    }
  }

  /**
   * Writes the local's side first and the account last: if the card is gone by then, all of it is taken back; only the
   * local's own commit can still fail after the account exists, which then reaches nothing.
   */
  private Brought letIn(String typed, Cards.Card card, Bearer bearer, String handle) {
    if (entry(card.person()).isEmpty() || (mandates.holdsOffice(card.person()) && !card.forOfficer())) {
      return new Brought.Outdated();
    }
    var before = mandates.reaffiliate(bearer.accountId(), card.person());
    var subject = new SubjectRef("person", card.person());
    if (mandates.inForce(card.person()).isEmpty()) {
      var until = clock.instant().atZone(ZoneOffset.UTC).plus(MEMBERSHIP).toInstant();
      mandates.give(card.person(), Role.MEMBER, new Reach.WholeLocal(), until, new SubjectRef("card", card.person()));
    }
    people.ifPresent(directory -> directory.cameIn(card.person()));
    audit.record("card-redeemed", subject, before.isPresent() ? "account-replaced" : "");
    return authTransaction.execute(status -> {
      if (!cards.consume(typed)) {
        throw new Faster();
      }
      before.ifPresent(other -> accounts.leaveLocal(other, card.local()));
      Optional<Accounts.Opened> opened = switch (bearer) {
        case Bearer.Newcomer(var account) -> Optional.of(accounts.open(account, Proof.CARD));
        case Bearer.Known _ -> Optional.empty();
      };
      accounts.joinLocal(bearer.accountId(), card.local());
      return new Brought.In(opened, handle);
    });
  }

  private Optional<PeopleDirectory.Entry> entry(UUID person) {
    return people.flatMap(directory -> directory.entries(java.util.List.of(person)).values().stream().findFirst());
  }

  /** Somebody else brought the card first; carries nothing but the wish to take everything back. */
  private static final class Faster extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Faster() { super("", null, false, false); }
  }
}
