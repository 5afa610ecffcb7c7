// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.CashPlaces;
import org.groundwork.ledger.Discreet;
import org.groundwork.ledger.Journal;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.LetOut;
import org.groundwork.ledger.Pinned;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.BlindIndex;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.Languages;
import org.groundwork.platform.web.NextStep;
import org.groundwork.roll.OwnData;
import org.groundwork.treasury.ByHandSum;
import org.groundwork.treasury.MoneyDoor;
import org.groundwork.treasury.OutOfPlaces;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires what is paid out. */
@Configuration(proxyBeanMethods = false)
class SpendingConfiguration {

  @Bean
  Seals spendingSeals(KeyStore keys) {
    return new Seals(new FieldCipher(keys, Purpose.sealing("spending")),
        new BlindIndex(keys, Purpose.indexing("spending-payee")));
  }

  @Bean
  Writing spendingWriting(Ids ids, Clock clock, Locals locals, Audit audit) {
    return new Writing(ids, clock, locals, audit);
  }

  @Bean
  RuleBook ruleBook(JdbcClient jdbc, Books books, Audit audit, Clock clock) {
    return new RuleBook(jdbc, books, audit, clock);
  }

  @Bean
  Papers spendingPapers(FileStore files, Audit audit) { return new Papers(files, audit); }

  @Bean
  PayoutRows payoutRows(JdbcClient jdbc, Seals spendingSeals) { return new PayoutRows(jdbc, spendingSeals); }

  @Bean
  Together payoutsTogether(JdbcClient jdbc, Seals spendingSeals) { return new Together(jdbc, spendingSeals); }

  @Bean
  BooksOfSpending booksOfSpending(Books books, Ledger ledger, CashPlaces cash, Languages languages, Locals locals,
      ObjectProvider<Pinned> pins) {
    return new BooksOfSpending(books, ledger, cash, languages, locals, pins);
  }

  @Bean
  Appropriations appropriations(JdbcClient jdbc, FileStore files, Writing spendingWriting) {
    return new Appropriations(jdbc, files, spendingWriting);
  }

  @Bean
  Approvals approvals(JdbcClient jdbc, PayoutRows rows, Seals spendingSeals, RuleBook rules, Together together,
      Appropriations appropriations, BooksOfSpending books, Writing spendingWriting) {
    return new Approvals(jdbc, rows, spendingSeals, new Approvals.Limits(rules, together, appropriations), books,
        spendingWriting);
  }

  @Bean
  Paying paying(JdbcClient jdbc, PayoutRows rows, RuleBook rules, Together together, BooksOfSpending books,
      Seals spendingSeals,
      Writing spendingWriting) {
    return new Paying(jdbc, rows, rules, together, books, spendingSeals, spendingWriting);
  }

  @Bean
  Payouts payouts(JdbcClient jdbc, PayoutRows rows, Seals spendingSeals, Together together, Approvals approvals,
      Writing spendingWriting) {
    return new Payouts(jdbc, rows, spendingSeals, together, approvals, spendingWriting);
  }

  @Bean
  PettyCash pettyCash(JdbcClient jdbc, Seals spendingSeals, RuleBook rules, ByOneWord byOneWord, BooksOfSpending books,
      Writing spendingWriting) {
    return new PettyCash(jdbc, new PettyRows(jdbc, spendingSeals), spendingSeals, rules, byOneWord,
        new PettyBooks(books), spendingWriting);
  }

  @Bean
  WaitingCounts waitingCounts(PettyCash petty) { return new WaitingCounts(petty); }

  @Bean
  MoneyDoor pettyDoor(WaitingCounts waiting) {
    return Door.of(26, "petty.door", "spending/petty-cash", Power.TAKE_PART, waiting::said);
  }

  @Bean
  NextStep pettyStep(WaitingCounts waiting) { return waiting::next; }

  @Bean
  WaitingPayouts waitingPayouts(Payouts payouts, JdbcClient jdbc, RuleBook rules, Appropriations appropriations) {
    return new WaitingPayouts(payouts, new WaitingRows(jdbc, rules), appropriations);
  }

  @Bean
  SpendingForgotten forgottenBySpending(JdbcClient jdbc) { return new SpendingForgotten(jdbc); }

  @Bean
  OwnData ownSpending(Payouts payouts, PettyCash petty, Books books) { return new OwnSpending(payouts, petty, books); }

  @Bean
  NextStep spendingStep(WaitingPayouts waiting) { return waiting::next; }

  @Bean
  MoneyDoor spendingDoor(WaitingPayouts waiting) {
    return Door.of(20, "spending.door", "spending", Power.TAKE_PART, waiting::said);
  }

  @Bean
  MoneyDoor appropriationsDoor(WaitingPayouts waiting) {
    return Door.of(40, "appropriations.door", "spending/appropriations", Power.TAKE_PART, waiting::toConfirm);
  }

  @Bean
  Quarter spendingQuarter(Books books, Discreet discreet) { return new Quarter(books, discreet); }

  @Bean
  MoneyDoor quarterDoor() { return Door.of(18, "quarter.door", "spending/quarter", Power.TAKE_PART, Door::nothing); }

  @Bean
  FundMoves fundMoves(JdbcClient jdbc, Seals spendingSeals, RuleBook rules, Appropriations appropriations,
      BooksOfSpending books, Writing spendingWriting) {
    return new FundMoves(jdbc, spendingSeals, rules, appropriations, books, spendingWriting);
  }

  @Bean
  MoneyDoor movesDoor(FundMoves moves) {
    return Door.of(44, "moves.title", "spending/moves", Power.TAKE_PART, moves::said);
  }

  @Bean
  SecondLooks secondLooks(JdbcClient jdbc, Seals spendingSeals, RuleBook rules, ByOneWord byOneWord,
      Appropriations appropriations, Writing spendingWriting) {
    return new SecondLooks(jdbc, spendingSeals, rules, byOneWord, appropriations, spendingWriting);
  }

  @Bean
  MoneyDoor looksDoor(SecondLooks looks) {
    return Door.of(28, "looks.title", "spending/looks", Power.APPROVE_MONEY, looks::said);
  }

  @Bean
  NextStep looksStep(SecondLooks looks) { return looks::next; }

  /**
   * What came in and was undone is not there any more: it left by one person's word. What had gone from one fund to another
   * and goes back left nothing. It counts today: the day of such an entry is typed.
   */
  @Bean
  LetOut letOutByUndoing(SecondLooks looks, Journal journal, OutOfPlaces places, Writing spendingWriting) {
    return entry -> {
      Map<UUID, Long> out = places.byFund(journal.find(entry).orElseThrow().lines());
      looks.letOut(new SecondLooks.LetOut(entry, spendingWriting.today(), SecondLook.How.UNDONE, true, out));
    };
  }

  @Bean
  RulesChanges rulesChanges(JdbcClient jdbc, RuleBook rules, Writing spendingWriting) {
    return new RulesChanges(jdbc, rules, spendingWriting);
  }

  @Bean
  NextStep limitsStep(RulesChanges changes) { return changes::next; }

  @Bean
  MoneyDoor limitsDoor(RulesChanges changes) {
    return Door.of(46, "limits.door", "spending/limits", Power.TAKE_PART, changes::said);
  }

  /** What is above the limit for one more person goes through asking and saying yes. */
  @Bean
  ByOneWord byOneWord(JdbcClient jdbc, RuleBook rules, ByHandSum byHand) { return new ByOneWord(jdbc, rules, byHand); }
}
