// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.groundwork.ledger.AccountDays;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.StatementLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What differs between banks, countries and years: the BIC, what is booked at once, another identifier, and many payments. */
@ExtendWith(ProductExtension.class)
class BanksDifferTest {
  private static final String OTHER = "DE86ZZZ01111111111";

  private static <T> T part(Class<T> type) { return DebitsLocal.part(type); }

  @Test
  void outsideOfTheEconomicAreaTheBankIsNamed(FoundedLocal local) {
    assertThat(Bic.fits("POFICHBEXXX", DebitsLocal.SWISS)).isTrue();
    assertThat(Bic.fits("POFICHBE", DebitsLocal.SWISS)).isTrue();
    assertThat(Bic.fits("POFIDEBE", DebitsLocal.SWISS)).as("a German bank").isFalse();
    assertThat(Bic.fits("pofichbe", DebitsLocal.SWISS)).isFalse();
    assertThat(Bic.fits("POFICHBEX", DebitsLocal.SWISS)).isFalse();
    assertThat(Bic.fits("BARCGB22", "GB29NWBK60161331926819")).isTrue();
    assertThat(Bic.fits("BARCJESH", "GB29NWBK60161331926819")).as("Jersey has accounts of the United Kingdom").isTrue();
    assertThat(Bic.fits("ASBKDEFF", DebitsLocal.THEIRS)).isTrue();
    assertThat(Bic.isNeeded(DebitsLocal.THEIRS)).isFalse();
    assertThat(List.of("CH", "GB", "MC", "SM", "AD", "VA", "GI")).allMatch(each -> Bic.isNeeded(each + "00"));
    assertThatThrownBy(() -> new NewMandate("Ana", DebitsLocal.SWISS, Optional.empty(), Optional.of(DebitsLocal.HOME),
        DebitsLocal.today(), Optional.empty(), List.of())).isInstanceOf(IllegalArgumentException.class);
    var debits = DebitsLocal.of(local);
    UUID ana = debits.member("Ana", "");
    UUID mandate = debits.mandate(ana, DebitsLocal.SWISS, DebitsLocal.today());
    UUID ben = debits.member("Ben", "");
    debits.mandate(ben);
    debits.charge();
    UUID collection = debits.filed();
    assertThat(debits.mandateOf(mandate).bic()).hasValue(DebitsLocal.SWISS_BANK);
    String xml = debits.xml(collection);
    assertThat(xml).contains("<BICFI>" + DebitsLocal.SWISS_BANK + "</BICFI>");
    assertThat(xml.split("<BICFI>", -1)).as("the other account says its bank").hasSize(2);
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    assertThat(treasurer.get(local.path("dues/debits/mandates/" + mandate)).body()).contains(DebitsLocal.SWISS_BANK);
  }

  /** What the account at the bank got, entry by entry. */
  private static List<Long> booked(DebitsLocal debits, UUID collection) {
    LocalDate due = debits.find(collection).due();
    return debits.local.read(() -> part(AccountDays.class).byOthers(
        part(org.groundwork.ledger.Books.class).account(UsedFor.BANK).id(), due, due.plusDays(60))
        .stream()
        .map(AccountDays.Moved::amount)
        .sorted()
        .toList());
  }

  /** A file with first and later collections. */
  private static UUID mixed(DebitsLocal debits) {
    debits.owing(2);
    debits.collected();
    debits.mandate(debits.member("Fresh", ""));
    debits.charge(DebitsLocal.today().withDayOfMonth(1));
    UUID second = debits.filed();
    debits.passTo(second);
    return second;
  }

  @Test
  void oneSumForTheWholeFileIsOneEntry(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    UUID collection = mixed(debits);
    var before = booked(debits, collection);
    debits.taken(collection, DebitCollections.BookedAs.WHOLE);
    var now = new ArrayList<>(booked(debits, collection));
    before.forEach(now::remove);
    assertThat(now).containsExactly(3_000L);
    assertThat(debits.balance(UsedFor.BANK)).isEqualTo(5_000);
    assertThat(debits.balance(UsedFor.BANK, FundKind.STRIKE)).isEqualTo(500);
    assertThat(debits.balance(UsedFor.ON_ITS_WAY)).isZero();
    assertThat(local.read(() -> part(DebitCollections.class).bookedLast())).isEqualTo(DebitCollections.BookedAs.WHOLE);
  }

  @Test
  void eachPaymentByItselfIsAnEntryEachAndComesBackInOne(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    List<UUID> members = debits.owing(3);
    UUID collection = debits.filed();
    debits.passTo(collection);
    debits.taken(collection, DebitCollections.BookedAs.EACH);
    assertThat(booked(debits, collection)).containsExactly(1_000L, 1_000L, 1_000L);
    assertThat(debits.balance(UsedFor.ON_ITS_WAY)).isZero();
    LocalDate on = debits.find(collection).due();
    String file = ReturnsTest
        .camt(ReturnsTest.entry(debits.item(members.getFirst()).endToEnd(), "", "13.50", "AM04", on));
    UUID report = debits.brought(file);
    debits.takeBack(report);
    assertThat(debits.item(members.getFirst()).state()).isEqualTo(DebitItem.State.RETURNED);
    assertThat(booked(debits, collection)).containsExactly(-1_350L, 1_000L, 1_000L, 1_000L);
    assertThat(debits.balance(UsedFor.FEES)).isEqualTo(350);
    assertThat(debits.balance(UsedFor.BANK)).isEqualTo(1_650);
    assertThat(debits.open(members.getFirst())).isNotEmpty();
  }

  @Test
  void anotherIdentifierOfTheSameCreditorIsSaidUntilOneWasCollected(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    UUID ana = debits.owing(1).getFirst();
    UUID first = debits.made();
    assertThat(debits.creditor(1, OTHER, false)).isEqualTo(Creditors.Written.MANDATES);
    assertThat(debits.creditor(1, OTHER, true)).as("members were told of the other")
        .isEqualTo(Creditors.Written.COLLECTION);
    debits.file(first);
    assertThat(debits.xml(first)).doesNotContain("<OrgnlCdtrSchmeId>");
    debits.passTo(first);
    debits.taken(first);
    assertThat(debits.creditor(1, OTHER, true)).isEqualTo(Creditors.Written.DONE);
    UUID fresh = debits.member("Fresh", "");
    debits.mandate(fresh);
    debits.charge(DebitsLocal.today().withDayOfMonth(1));
    UUID second = debits.filed();
    String xml = debits.xml(second);
    assertThat(xml).contains("<AmdmntInd>true</AmdmntInd>", "<OrgnlCdtrSchmeId>", "DE98ZZZ09999999999", OTHER);
    assertThat(xml.split("<OrgnlCdtrSchmeId>", -1)).as("what was signed to the new one has nothing before").hasSize(2);
    UUID rejected = debits.brought(ReturnsTest.pain(debits.find(second).message().orElseThrow(),
        debits.item(ana).endToEnd(), "AM04"));
    debits.takeBack(rejected);
    debits.passTo(second);
    debits.taken(second);
    assertThat(debits.bytes(second)).isEqualTo(xml.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    UUID third = debits.filed();
    assertThat(debits.xml(third)).as("nothing was collected by it yet").contains("<OrgnlCdtrSchmeId>");
    debits.passTo(third);
    debits.taken(third);
    debits.charge(DebitsLocal.today().withDayOfMonth(1).minusMonths(4));
    UUID fourth = debits.filed();
    assertThat(debits.xml(fourth)).contains(OTHER).doesNotContain("<OrgnlCdtrSchmeId>", "DE98ZZZ09999999999");
  }

  @Test
  void aFileIsMadeByAJobAndWhyNotIsSaidAtOnce(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    debits.owing(3);
    UUID collection = debits.made();
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    String at = local.path("dues/debits/collections/" + collection);
    String job = treasurer.post(at + "/file").location().orElseThrow();
    Awaitility.await().until(() -> debits.find(collection).state() == DebitCollection.State.FILED);
    Awaitility.await().until(() -> treasurer.get(job).body().contains("3 payments in the file"));
    assertThat(treasurer.post(at + "/file").location()).as("it is there").hasValue(at);
    UUID none = debits.begun(DebitsLocal.soon());
    assertThat(treasurer.post(local.path("dues/debits/collections/" + none + "/file")).location().orElseThrow())
        .contains("refused=not-now");
  }

  @Test
  void whereNothingIsLeftTheJobSaysSoAndTheCollectionDoesNotTakePlace(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    UUID ana = debits.owing(1).getFirst();
    UUID collection = debits.made();
    local.write(() -> part(DebitMandates.class).revoke(debits.item(ana).mandate().orElseThrow()));
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    String job = treasurer.post(local.path("dues/debits/collections/" + collection + "/file")).location().orElseThrow();
    Awaitility.await().until(() -> debits.find(collection).state() == DebitCollection.State.DROPPED);
    Awaitility.await().until(() -> treasurer.get(job).body().contains("Nothing was left to collect"));
  }

  @Test
  void manyPaymentsOfAFileTakeNoMoreStatementsThanFew(FoundedLocal local, FoundedLocal other) {
    assertThat(statements(local, 12)).isEqualTo(statements(other, 2));
  }

  /** How many statements the page of a file in which so many come back takes. */
  private static int statements(FoundedLocal local, int many) {
    var debits = DebitsLocal.of(local);
    List<UUID> members = debits.owing(many);
    UUID collection = debits.collected();
    LocalDate on = debits.find(collection).due();
    UUID report = debits.brought(ReturnsTest.camt(members.stream()
        .map(each -> ReturnsTest.entry(debits.item(each).endToEnd(), "", "10.00", "AM04", on))
        .toArray(String[]::new)));
    assertThat(local.read(() -> part(DebitReports.class).count(report)))
        .isEqualTo(Collections.singletonMap(DebitReport.Verdict.RETURNED, many));
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    treasurer.get(local.path("dues/debits/returns/" + report));
    return StatementLog.of(() -> treasurer.get(local.path("dues/debits/returns/" + report))).statements().size();
  }
}
