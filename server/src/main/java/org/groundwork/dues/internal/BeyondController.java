// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.dues.Beyond;
import org.groundwork.dues.Payment;
import org.groundwork.dues.Payments;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.roll.People;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was paid as dues beyond what may be paid ahead: it is held, and whoever keeps the money gives it back. */
@Controller
class BeyondController {
  private static final int SHOWN = 200;
  private static final Set<UsedFor> NO_PLACES = Set.of(UsedFor.DUES_OWED, UsedFor.ON_ITS_WAY, UsedFor.PETTY_CASH,
      UsedFor.WITH_STEWARDS);
  private final Transactions transactions;
  private final DuesDesk desk;
  private final Beyond beyond;
  private final Payments payments;
  private final Books books;
  private final People people;

  BeyondController(Transactions transactions, DuesDesk desk, Beyond beyond, Payments payments, Books books,
      People people) {
    this.transactions = transactions;
    this.desk = desk;
    this.beyond = beyond;
    this.payments = payments;
    this.books = books;
    this.people = people;
  }

  @GetMapping("/l/{local}/dues/beyond")
  @Requires(Power.SEE_MONEY)
  Answer all(@RequestParam(defaultValue = "") String refused) {
    Callers.everywhere(Power.SEE_MONEY);
    return transactions.read(() -> {
      List<Payment> back = desk.ready() ? beyond.toReturn(SHOWN) : List.of();
      Map<UUID, People.Known> names = people
          .known(back.stream().flatMap(each -> each.person().stream()).distinct().toList());
      return Answer.show(new BeyondPage(back.stream()
          .map(each -> new BeyondPage.Row(each.id(), each.receipt(),
              each.person()
                  .flatMap(person -> Optional.ofNullable(names.get(person)))
                  .map(People.Known::name)
                  .orElse(""),
              desk.money(each.amount()), desk.money(each.beyond()), own(each)))
          .toList(), desk.ready() ? places() : List.of(), refused.equals("books") ? "dues.beyond.refused" : ""));
    });
  }

  private static boolean own(Payment payment) { return payment.person().filter(DuesDesk.me()::equals).isPresent(); }

  private List<Account> places() {
    return books.accounts()
        .stream()
        .filter(each -> !each.closed() && each.kind() == AccountKind.ASSET
            && each.usedFor().filter(NO_PLACES::contains).isEmpty())
        .toList();
  }

  /** Notes that it went back. */
  @PostMapping("/l/{local}/dues/beyond/{payment}")
  @Requires(Power.KEEP_MONEY)
  Answer back(@PathVariable UUID payment, @RequestParam(defaultValue = "") String account) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.write(() -> {
      Payment paid = DuesDesk.found(payments.find(payment));
      if (own(paid)) {
        throw new NotAllowed(NotAllowed.Reason.ROLE);
      }
      UUID from = DuesDesk.found(DuesTyped.id(account)
          .filter(id -> places().stream().anyMatch(each -> each.id().equals(id))));
      boolean refused = beyond.returned(payment, from, desk.today())
          .filter(each -> !(each instanceof Entered.Yes) && !(each instanceof Entered.Already))
          .isPresent();
      return Answer.goTo(DuesDesk.at("dues/beyond" + (refused ? "?refused=books" : "")));
    });
  }
}
