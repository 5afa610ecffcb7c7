// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Journal;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.People;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;

/** A local with open books and an account at a bank. */
public record OpenBank(FoundedLocal local, FoundedLocal.Person treasurer, UUID account) {
  /** The books are open since this day. */
  public static final LocalDate OPENED = LocalDate.of(2000, 1, 1);
  private static final Duration LONG = Duration.ofSeconds(60);

  /** With an account without a number. */
  public static OpenBank of(FoundedLocal local, String currency) {
    return of(local, currency, "");
  }

  /** With an account of this number. */
  public static OpenBank of(FoundedLocal local, String currency, String number) {
    local.write(() -> part(Books.class).open(new Book(Currency.getInstance(currency), Month.JANUARY, OPENED),
        Locale.ENGLISH, new Books.FundNames("General fund", "Strike fund", "Hardship fund")));
    var treasurer = local.person(Role.MEMBER, Role.TREASURER);
    UUID bank = local.read(() -> part(Books.class).account(UsedFor.BANK).id());
    return new OpenBank(local, treasurer,
        added(local, "Main account", BankAccount.Kind.BANK, number, Optional.of(bank)));
  }

  /** One account more. */
  public UUID another(String name, String number) {
    return added(local, name, BankAccount.Kind.SERVICE, number, Optional.empty());
  }

  private static UUID added(FoundedLocal local, String name, BankAccount.Kind kind, String number,
      Optional<UUID> ledger) {
    var saved = local.write(() -> part(BankAccounts.class)
        .add(new BankAccounts.Told(name, kind, number, ledger, OptionalInt.empty())));
    return ((BankAccounts.Saved.Done) saved).account();
  }

  static <T> T part(Class<T> type) { return Product.shared().bean(type); }

  /** Sends a file, and waits until it was looked at. */
  public StatementImport look(UUID into, String reading, byte[] file) {
    UUID imported = start(into, reading, file);
    await().atMost(LONG).until(() -> find(imported).state() != StatementImport.State.LOOKING);
    return find(imported);
  }

  UUID start(UUID into, String reading, byte[] file) {
    UUID form = UUID.randomUUID();
    return local.as(treasurer,
        () -> part(StatementImports.class).start(new StatementImports.Incoming(form, into, reading,
            "statement", file.clone(), () -> new ByteArrayInputStream(file))));
  }

  StatementImport find(UUID imported) {
    return local.read(() -> part(StatementImports.class).find(imported).orElseThrow());
  }

  /** Takes a file that was looked at, and waits until its lines are there. */
  public StatementImport take(StatementImport file) {
    assertThat(local.write(() -> part(StatementImports.class).take(file.id()))).isTrue();
    await().atMost(LONG).until(() -> find(file.id()).state() == StatementImport.State.TAKEN);
    return find(file.id());
  }

  /** A table with a line for each row {@code day,amount,name,account,text}; money in is above zero. */
  public static byte[] table(String... rows) {
    return ("day,amount,name,account,text\n" + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Brings in a table and takes it. */
  public void bring(String... rows) { bring(account, rows); }

  /** Brings in a table of an account and takes it. */
  public void bring(UUID into, String... rows) {
    take(look(into, mapping(), table(rows)));
  }

  /** The way to read {@link #table}. */
  public String mapping() {
    String currency = local.read(() -> part(Books.class).find().orElseThrow()).currency().getCurrencyCode();
    return local.write(() -> part(CsvMappings.class).keep("test", "date = day\namount = amount\nparty = name\n"
        + "account = account\ntext = text\ncurrency-code = " + currency + "\n")).toString();
  }

  List<BankLine> open(UUID of) {
    return local.read(() -> part(BankLines.class).open(of, BankLines.After.START, 1_000));
  }

  /** The lines nobody said anything of. */
  public List<BankLine> open() { return open(account); }

  BankLine line(String who) { return open().stream().filter(each -> each.who().equals(who)).findFirst().orElseThrow(); }

  List<Proposal> proposals(BankLine line) {
    return local.read(() -> part(Proposals.class).of(List.of(line)).getOrDefault(line.id(), List.of()));
  }

  Settled confirm(BankLine line, Proposal proposal) {
    return local.write(() -> part(Settling.class).confirm(new Settling.Seen(line.id(), proposal.code())));
  }

  Settled byHand(BankLine line, UUID into) {
    return local.write(() -> part(Settling.class).byHand(line.id(), new Settling.ByHand(
        List.of(new Part(into, fund(FundKind.GENERAL), line.amount().minor())), "by hand", Optional.empty())));
  }

  /** Somebody who is a member. */
  UUID member(String name) {
    return local.write(() -> part(People.class).addMember(part(ChangeSets.class).open("founding"),
        new People.Known(name, Optional.empty(), Optional.empty(), "")));
  }

  /** An account of the books by its code. */
  public UUID inBooks(String code) {
    return local.read(() -> part(Books.class).accounts())
        .stream()
        .filter(each -> each.code().equals(code))
        .map(Account::id)
        .findFirst()
        .orElseThrow();
  }

  UUID fund(FundKind kind) {
    return local.read(() -> part(Books.class).funds())
        .stream()
        .filter(each -> each.kind() == kind)
        .map(Fund::id)
        .findFirst()
        .orElseThrow();
  }

  /** What an account of the books comes to. */
  long balance(UUID inBooks) {
    return local.read(() -> part(org.groundwork.ledger.AccountDays.class).balance(inBooks, LocalDate.of(2099, 12, 31)));
  }

  long entries() {
    var count = new java.util.concurrent.atomic.AtomicLong();
    local.read(() -> {
      part(Journal.class).each(OPENED, LocalDate.of(2099, 12, 31), each -> count.incrementAndGet());
      return true;
    });
    return count.get();
  }
}
