// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.util.List;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Books;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.Languages;

/** What the entries say that the program writes: in the local's language, and never a name of somebody. */
final class EntryWords {
  private final Books books;
  private final Locals locals;
  private final Languages languages;

  EntryWords(Books books, Locals locals, Languages languages) {
    this.books = books;
    this.locals = locals;
    this.languages = languages;
  }

  String of(BankAccount account, Proposal.How how, List<Part> parts) {
    String first = books.accounts()
        .stream()
        .filter(each -> each.id().equals(parts.getFirst().account()))
        .findFirst()
        .map(Account::name)
        .orElse("");
    return text("bank.entry." + (how == Proposal.How.TRANSFER || how == Proposal.How.HELD ? how.key() : "plain"), first,
        account.name());
  }

  /** What a service kept of what was given. */
  String fee() { return text("bank.entry.fee"); }

  String undone() { return text("bank.entry.undone"); }

  private String text(String key, Object... arguments) {
    return languages.text(locals.profile().language(), key, arguments);
  }
}
