// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.banking.BankAccount;
import org.groundwork.banking.BankAccounts;
import org.groundwork.banking.BankLine;
import org.groundwork.banking.BankLines;
import org.groundwork.banking.Part;
import org.groundwork.banking.PaymentReferences;
import org.groundwork.banking.Proposal;
import org.groundwork.banking.Proposals;
import org.groundwork.banking.Reading;
import org.groundwork.banking.Settled;
import org.groundwork.banking.Settling;
import org.groundwork.banking.StatementImport;
import org.groundwork.banking.StatementImports;
import org.groundwork.demonstration.DemoTown.Cast;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.ids.Ids;

/**
 * The demonstration's account at a bank: a statement of all its days was read in. What is older than this month was said, some
 * of it so that a second officer has to look at it; of this month's lines some are sure, some proposed, of some nobody knows.
 */
final class DemoBank {
  /** Where dues of the demonstration are transferred to, as its scale says; a number of a bank that is used for examples. */
  private static final String NUMBER = "0012 3456";
  /** The example of the ISO for an IBAN of Germany, which no account has. */
  private static final String IBAN = "DE89370400440532013000";
  private static final int MONTHS = 4;
  private static final int MOST = 200;
  private final DemoTown town;
  private final DemoLedger ledger;
  private final Brought brought;
  private final Said said;
  private final Ids ids;

  DemoBank(DemoTown town, DemoLedger ledger, Brought brought, Said said, Ids ids) {
    this.town = town;
    this.ledger = ledger;
    this.brought = brought;
    this.said = said;
    this.ids = ids;
  }

  /** The account, and what comes from there. */
  record Brought(BankAccounts accounts, StatementImports imports, PaymentReferences references) {}

  /** What is said of its lines. */
  record Said(BankLines lines, Proposals proposals, Settling settling) {}

  /** What whoever keeps the money says of a line that nothing is proposed for, by words of the line. */
  private record ByHand(String words, String code, String text, boolean rule) {}

  /** Plays it and answers the account. */
  UUID play(Cast cast, DemoCompany company, String treasurer) throws Exception {
    UUID account = company.does(treasurer, () -> account(cast));
    byte[] file = company.does(treasurer, () -> file(cast));
    UUID form = ids.random();
    company.alone(treasurer,
        () -> brought.imports()
            .start(new StatementImports.Incoming(form, account, Reading.TOLD, "statement.xml", hash(file),
                () -> new ByteArrayInputStream(file))));
    company.until("its statement is read", () -> state(form) == StatementImport.State.READY);
    company.does(treasurer, () -> brought.imports().take(form));
    company.until("its statement is taken", () -> state(form) == StatementImport.State.TAKEN);
    return company.does(treasurer, () -> {
      say(cast, account);
      return account;
    });
  }

  private StatementImport.State state(UUID form) {
    return brought.imports().find(form).map(StatementImport::state).orElse(StatementImport.State.LOOKING);
  }

  private UUID account(Cast cast) {
    var told = new BankAccounts.Told(say(cast, "bank-name"), BankAccount.Kind.BANK, number(),
        Optional.of(ledger.books().account(UsedFor.BANK).id()), OptionalInt.empty());
    if (!(brought.accounts().add(told) instanceof BankAccounts.Saved.Done(UUID account))) {
      throw new IllegalStateException("the demonstration has no account at a bank");
    }
    return account;
  }

  private String number() { return town.currency().getCurrencyCode().equals("EUR") ? IBAN : NUMBER; }

  /** What moved there: what is in the books already, and what only the bank knows. */
  private byte[] file(Cast cast) {
    LocalDate today = town.today();
    LocalDate now = today.withDayOfMonth(1);
    var file = new DemoStatement(number(), town.currency(), now.minusMonths(MONTHS), 234_000)
        .moved(today.minusDays(95), 60_000, say(cast, "foundation"), say(cast, "bank-grant"))
        .moved(today.minusDays(70), -6_000, say(cast, "bank-hall"), say(cast, "room"))
        .moved(today.minusDays(50), 30_000, say(cast, "union"), say(cast, "bank-solidarity"))
        .moved(today.minusDays(33), -3_450, say(cast, "bank-paint"), say(cast, "paint"))
        .moved(today.minusDays(18), 4_000, "Juan", say(cast, "bank-dues"))
        .moved(today.minusDays(12), -18_000, say(cast, "bank-bus"), say(cast, "bus"))
        .moved(today.minusDays(2), 25_000, DemoMoney.OTHER_SIDE, "")
        .moved(now.minusMonths(3).plusDays(8), -14_000, say(cast, "bank-hall"), say(cast, "bank-hall-text"))
        .moved(now.minusMonths(2).plusDays(15), -31_000, say(cast, "bank-printer"), say(cast, "bank-printer-text"))
        .moved(now.minusMonths(1).plusDays(9), -26_500, say(cast, "bank-bus"), say(cast, "bank-bus-text"))
        .moved(now.minusMonths(1).plusDays(2), 1_000, "Amadou", reference(cast, "Amadou"))
        .moved(now.minusMonths(1).plusDays(5), 2_000, "Salma", reference(cast, "Salma"))
        .moved(today.minusDays(6), 1_000, "Tariq", reference(cast, "Tariq"))
        .moved(today.minusDays(5), 2_000, "Joana", say(cast, "bank-dues"))
        .moved(today.minusDays(4), 7_500, "R. Whitcombe", say(cast, "bank-unknown"))
        .moved(today.minusDays(3), -2_280, say(cast, "bank-shop"), say(cast, "bank-shop-text"));
    for (int ago = MONTHS; ago >= 0; ago--) {
      LocalDate month = now.minusMonths(ago);
      file.moved(month.plusDays(4), -1_800, say(cast, "bank-phone"), say(cast, "bank-phone-text"))
          .moved(month.plusMonths(1).minusDays(1), -400, "", say(cast, "bank-fee-text"));
    }
    return file.until(today.minusDays(1));
  }

  private String reference(Cast cast, String who) { return brought.references().give(cast.of(who)); }

  /** Says of what is older than this month what it was, as whoever keeps the money would: what is proposed, else by hand. */
  private void say(Cast cast, UUID account) {
    LocalDate now = town.today().withDayOfMonth(1);
    var byHand = List.of(
        new ByHand(say(cast, "bank-phone-text"), "5400", say(cast, "bank-phone-entry"), true),
        new ByHand(say(cast, "bank-hall-text"), "5100", say(cast, "bank-hall-entry"), false),
        new ByHand(say(cast, "bank-printer-text"), "5000", say(cast, "bank-printer-entry"), false),
        new ByHand(say(cast, "bank-bus-text"), "5200", say(cast, "bank-bus-entry"), false));
    for (BankLine line : said.lines().open(account, BankLines.After.START, MOST)) {
      if (line.on().isBefore(now) && !line.who().equals(DemoMoney.OTHER_SIDE)) {
        say(line, byHand);
      }
    }
  }

  private void say(BankLine line, List<ByHand> byHand) {
    Optional<ByHand> hand = byHand.stream().filter(each -> each.words().equals(line.words())).findFirst();
    Optional<Proposal> proposed = said.proposals()
        .of(List.of(line))
        .getOrDefault(line.id(), List.of())
        .stream()
        .findFirst();
    if (proposed.isPresent()) {
      done(said.settling().confirm(new Settling.Seen(line.id(), proposed.get().code())), line);
    } else if (hand.isPresent()) {
      var part = new Part(ledger.account(hand.get().code()), ledger.fund(FundKind.GENERAL), line.amount().minor());
      done(said.settling()
          .byHand(line.id(), new Settling.ByHand(List.of(part), hand.get().text(),
              hand.get().rule() ? Optional.of(line.who()) : Optional.empty())),
          line);
    }
  }

  private static void done(Settled settled, BankLine line) {
    if (!(settled instanceof Settled.Done)) {
      throw new IllegalStateException("the demonstration's line of " + line.on() + " is not taken: " + settled);
    }
  }

  private static byte[] hash(byte[] file) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(file);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private String say(Cast cast, String key) { return town.text(cast, "demonstration.money." + key); }
}
