// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.banking.BankAccount;
import org.groundwork.banking.BankAccounts;
import org.groundwork.banking.BankLine;
import org.groundwork.banking.BankLines;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Fund;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages about banks have in common: who may open them, and what they look up. */
@Component
class BankDesk {
  private final BankAccounts accounts;
  private final BankLines lines;
  private final Books books;
  private final Locals locals;
  private final Ids ids;
  private final Clock clock;

  BankDesk(BankAccounts accounts, BankLines lines, Books books, Locals locals, Ids ids, Clock clock) {
    this.accounts = accounts;
    this.lines = lines;
    this.books = books;
    this.locals = locals;
    this.ids = ids;
    this.clock = clock;
  }

  /** The books; a page that is not there while they are not open. */
  Book book() {
    return books.find().orElseThrow(BankDesk::notFound);
  }

  Optional<Book> bookIfOpen() { return books.find(); }

  /** An account, for whoever has the power for the whole local. */
  BankAccount account(UUID id, Power power) {
    Callers.everywhere(power);
    return accounts.find(id).orElseThrow(BankDesk::notFound);
  }

  /** A line, for whoever has the power for the whole local. */
  BankLine line(UUID id, Power power) {
    Callers.everywhere(power);
    return lines.find(id).orElseThrow(BankDesk::notFound);
  }

  /** What accounts and funds of the books are called. */
  Map<UUID, String> names() {
    var names = new HashMap<UUID, String>();
    books.accounts().forEach(each -> names.put(each.id(), each.name()));
    books.funds().forEach(each -> names.put(each.id(), each.name()));
    return names;
  }

  List<Fund> funds() { return books.funds().stream().filter(each -> !each.closed()).toList(); }

  List<Account> accountsOfBooks() { return books.accounts(); }

  LocalDate today() { return LocalDate.now(clock.withZone(locals.profile().zone())); }

  UUID fresh() { return ids.random(); }

  static String at(String rest) { return "/l/" + Callers.actor().handle() + "/" + rest; }

  static Optional<UUID> id(@Nullable String typed) {
    try {
      return typed != null && typed.length() == 36 ? Optional.of(UUID.fromString(typed)) : Optional.empty();
    } catch (IllegalArgumentException notAnIdentifier) {
      return Optional.empty(); // tampered with: as if it said nothing
    }
  }

  static boolean keeps() { return Callers.actor().mayEverywhere(Power.KEEP_MONEY); }

  static NotAllowed notFound() { return new NotAllowed(NotAllowed.Reason.NOT_FOUND); }
}
