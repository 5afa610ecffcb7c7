// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.PeopleDirectory;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.treasury.Handover;
import org.groundwork.treasury.Handover.Side;
import org.groundwork.treasury.Handover.Tick;
import org.groundwork.treasury.HandoverItem;
import org.groundwork.treasury.Handovers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The list of a handover that is done. */
@Controller
class PastHandoverController {
  private static final String ACCOUNT = "account-";
  private final Transactions transactions;
  private final TreasuryDesk desk;
  private final Handovers handovers;
  private final Books books;
  private final PeopleDirectory people;

  PastHandoverController(Transactions transactions, TreasuryDesk desk, Handovers handovers, Books books,
      PeopleDirectory people) {
    this.transactions = transactions;
    this.desk = desk;
    this.handovers = handovers;
    this.books = books;
    this.people = people;
  }

  @GetMapping("/l/{local}/treasury/handover/{id}")
  @Requires(Power.APPROVE_MONEY)
  Answer look(@PathVariable UUID id) {
    Callers.everywhere(Power.APPROVE_MONEY);
    return transactions.read(() -> desk.open(book -> Answer.show(page(book, handovers.find(id)
        .filter(Handover::over)
        .orElseThrow(TreasuryDesk::notFound)))));
  }

  private PastHandoverPage page(Book book, Handover handover) {
    var accounts = books.accounts();
    var actor = Callers.actor();
    boolean exact = actor.mayEverywhere(Power.SEE_MONEY) || handover.isTakenBy(actor.person());
    var lines = handover.ticks()
        .stream()
        .map(Tick::item)
        .distinct()
        .map(item -> line(handover, item, accounts))
        .map(line -> exact ? line : line.withoutMoney())
        .toList();
    return new PastHandoverPage(book.currency(), handover, name(handover.giver()), name(handover.taker()), lines,
        desk.profile().zone());
  }

  private static PastHandoverPage.Line line(Handover handover, String item, List<Account> accounts) {
    var giver = handover.tick(item, Side.GIVER);
    var taker = handover.tick(item, Side.TAKER);
    Optional<String> name = accounts.stream()
        .filter(account -> item.equals(ACCOUNT + account.id()))
        .map(Account::name)
        .findFirst();
    return new PastHandoverPage.Line(new HandoverItem(item, name, figure(giver, taker)), giver, taker);
  }

  private static OptionalLong figure(Optional<Tick> giver, Optional<Tick> taker) {
    OptionalLong given = giver.map(Tick::figure).orElse(OptionalLong.empty());
    return given.isPresent() ? given : taker.map(Tick::figure).orElse(OptionalLong.empty());
  }

  private String name(Optional<UUID> person) {
    return person.flatMap(id -> Optional.ofNullable(people.entries(List.of(id)).get(id)))
        .map(PeopleDirectory.Entry::name)
        .orElse("");
  }
}
