// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.util.UUID;
import org.groundwork.banking.BankAccount;
import org.groundwork.banking.CsvMappings;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Ways of reading tables of banks for which none comes with the product. */
@Controller
class MappingController {
  private final Transactions transactions;
  private final BankDesk desk;
  private final CsvMappings mappings;

  MappingController(Transactions transactions, BankDesk desk, CsvMappings mappings) {
    this.transactions = transactions;
    this.desk = desk;
    this.mappings = mappings;
  }

  @GetMapping("/l/{local}/bank/accounts/{id}/table")
  @Requires(Power.KEEP_MONEY)
  Answer blank(@PathVariable UUID id) {
    return transactions.read(() -> Answer
        .show(new MappingPage(desk.account(id, Power.KEEP_MONEY), MappingForm.blank(), FormErrors.none())));
  }

  @PostMapping("/l/{local}/bank/accounts/{id}/table")
  @Requires(Power.KEEP_MONEY)
  Answer keep(@PathVariable UUID id, @ModelAttribute MappingForm form) {
    return transactions.write(() -> {
      BankAccount account = desk.account(id, Power.KEEP_MONEY);
      var errors = new FormErrors();
      var read = form.read(errors);
      if (read.isPresent() && mappings.all().size() >= CsvMappings.MOST
          && mappings.all().stream().noneMatch(each -> each.name().equalsIgnoreCase(read.get().name()))) {
        errors.refuse("name", "bank.too-many", CsvMappings.MOST);
      }
      if (read.isEmpty() || errors.any()) {
        return Answer.again(new MappingPage(account, form, errors));
      }
      UUID kept = mappings.keep(read.get().name(),
          read.get().rules() + "currency-code = " + account.currency().getCurrencyCode() + "\n");
      return Answer.goTo(BankDesk.at("bank/accounts/" + id + "/bring?reading=" + kept));
    });
  }
}
