// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.banking.BankAccount;
import org.groundwork.banking.BankAccounts;
import org.groundwork.banking.PaymentReferences;
import org.groundwork.dues.Charge;
import org.groundwork.dues.Charges;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.paper.QrCode;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.statements.sepa.CreditorReference;
import org.groundwork.statements.sepa.Iban;
import org.groundwork.statements.sepa.TransferCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** How a member pays dues by transfer: the account, and their own reference. */
@Controller
class MyTransferController {
  private final Transactions transactions;
  private final BankDesk desk;
  private final BankAccounts accounts;
  private final PaymentReferences references;
  private final Charges charges;
  private final Locals locals;

  MyTransferController(Transactions transactions, BankDesk desk, BankAccounts accounts, PaymentReferences references,
      Charges charges, Locals locals) {
    this.transactions = transactions;
    this.desk = desk;
    this.accounts = accounts;
    this.references = references;
    this.charges = charges;
    this.locals = locals;
  }

  @GetMapping("/l/{local}/bank/me")
  @Requires(Power.TAKE_PART)
  Answer mine() {
    return transactions.read(() -> {
      UUID person = Callers.actor().person();
      long owed = charges.open(person).stream().mapToLong(Charge::open).reduce(0, Math::addExact);
      Optional<Money> open = desk.bookIfOpen().map(book -> new Money(owed, book.currency()));
      Optional<Money> due = open.filter(each -> each.minor() > 0);
      Optional<String> reference = references.find(person);
      String name = locals.profile().name();
      return Answer.show(new MyTransferPage(accounts.forTransfers()
          .stream()
          .map(bank -> new MyTransferPage.To(bank, reference.flatMap(mine -> code(name, bank, due, mine))))
          .toList(), reference.map(MyTransferController::grouped), due));
    });
  }

  /** What a banking app reads to fill in the transfer; only for accounts in euros with an IBAN. */
  private static Optional<QrCode> code(String name, BankAccount bank, Optional<Money> due, String reference) {
    boolean possible = bank.currency().getCurrencyCode().equals("EUR") && Iban.isValid(Iban.compact(bank.number()))
        && CreditorReference.isValid(reference.replace(" ", "")) && !name.isBlank();
    return possible
        ? Optional.of(QrCode.of(TransferCode.of(name, bank.number(),
            due.map(each -> java.math.BigDecimal.valueOf(each.minor(), 2)), reference)))
        : Optional.empty();
  }

  private static String grouped(String reference) {
    return String.join(" ", reference.split("(?<=\\G.{4})", -1)).strip();
  }

  @PostMapping("/l/{local}/bank/me")
  @Requires(Power.TAKE_PART)
  Answer give() {
    return transactions.write(() -> {
      if (!accounts.forTransfers().isEmpty()) {
        references.give(Callers.actor().person());
      }
      return Answer.goTo(BankDesk.at("bank/me"));
    });
  }
}
