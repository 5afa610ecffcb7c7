// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.UsedFor;
import org.groundwork.roll.PersonForgotten;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.StepByStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mandates: one in force for each, sealed, and kept no longer than they can be disputed. */
@ExtendWith(ProductExtension.class)
class MandatesTest {

  private static <T> T part(Class<T> type) { return DebitsLocal.part(type); }

  @Test
  void anotherAccountIsAnotherMandate(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    UUID ana = debits.member("Ana", "");
    UUID first = debits.mandate(ana);
    UUID second = debits.mandate(ana, DebitsLocal.SWISS, DebitsLocal.today());
    assertThat(debits.mandateOf(first).state()).isEqualTo(DebitMandate.State.REPLACED);
    assertThat(debits.mandateOf(second).state()).isEqualTo(DebitMandate.State.WAITING);
    assertThat(debits.mandateOf(second).reference()).startsWith("DUES-")
        .isNotEqualTo(debits.mandateOf(first).reference());
    assertThat(debits.mandateOf(second).address()).hasValue(DebitsLocal.HOME);
    assertThat(debits.mandateOf(second).ending()).isEqualTo("…2957");
    assertThat(debits.mandateOf(second).grouped()).isEqualTo("CH93 0076 2011 6238 5295 7");
    assertThat(local.read(() -> part(DebitMandates.class).of(ana, 9))).extracting(DebitMandate::id)
        .containsExactly(second, first);
    assertThat(local.<Boolean>write(() -> part(DebitMandates.class).revoke(second))).isTrue();
    assertThat(local.<Boolean>write(() -> part(DebitMandates.class).revoke(second))).isFalse();
    assertThat(debits.mandateOf(second).state()).isEqualTo(DebitMandate.State.REVOKED);
  }

  @Test
  void whatABankCouldNotReadIsNoMandate() {
    LocalDate day = LocalDate.of(2026, 11, 27);
    for (String iban : List.of("", "DE89370400440532013001", "SA0380000000608010167519", "CH9300762011623852957")) {
      assertThatThrownBy(
          () -> new NewMandate("Ana", iban, Optional.empty(), Optional.empty(), day, Optional.empty(), List.of()))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (String holder : List.of("", "アナ", "x".repeat(71))) {
      assertThatThrownBy(
          () -> new NewMandate(holder, DebitsLocal.THEIRS, Optional.empty(), Optional.empty(), day, Optional.empty(),
              List.of()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void nothingOfThePersonLiesOpenInTheDatabase(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    UUID mandate = debits.mandate(debits.member("Ana", ""), DebitsLocal.SWISS, DebitsLocal.today());
    String row = local.read(() -> part(JdbcClient.class)
        .sql("select m::text || encode(holder, 'escape') || encode(iban, 'escape') from debits.mandate m "
            + "where local_id = ? and id = ?")
        .params(local.id().value(), mandate)
        .query(String.class)
        .single());
    assertThat(row).doesNotContain("Ana", "2957", "rich", "009300762");
  }

  @Test
  void lapsesAfterThreeYearsWithoutACollection(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    UUID old = debits.member("Old", "");
    UUID fresh = debits.member("Fresh", "");
    LocalDate today = DebitsLocal.today();
    UUID lapsing = debits.mandate(old, DebitsLocal.THEIRS, today.minusMonths(36).minusDays(1));
    UUID staying = debits.mandate(fresh, DebitsLocal.THEIRS, today.minusMonths(36));
    debits.charge();
    assertThat(local.read(() -> part(Candidates.class).preview(DebitsLocal.today(), 9)).left())
        .containsExactly(new Candidates.Left(old, Candidates.Why.LAPSED));
    round(local);
    assertThat(debits.mandateOf(lapsing).state()).isEqualTo(DebitMandate.State.LAPSED);
    assertThat(debits.mandateOf(staying).inForce()).isTrue();
  }

  private static void round(FoundedLocal local) {
    local.as(local.founder(), () -> {
      part(DebitRound.class).run(new StepByStep(), new DebitRound.Day(DebitsLocal.today()));
      return true;
    });
  }

  @Test
  void isDeletedFourteenMonthsAfterTheLastCollection(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    List<UUID> members = debits.owing(2);
    debits.collected();
    UUID kept = debits.item(members.get(0)).mandate().orElseThrow();
    UUID gone = debits.item(members.get(1)).mandate().orElseThrow();
    local.write(() -> part(DebitMandates.class).revoke(kept) && part(DebitMandates.class).revoke(gone));
    LocalDate today = DebitsLocal.today();
    days(local, kept, today.minusMonths(14));
    days(local, gone, today.minusMonths(14).minusDays(1));
    round(local);
    assertThat(local.read(() -> part(DebitMandates.class).find(kept))).isPresent();
    assertThat(local.read(() -> part(DebitMandates.class).find(gone))).isEmpty();
    assertThat(debits.item(members.get(1)).mandate()).isEmpty();
    assertThat(debits.item(members.get(1)).state()).isEqualTo(DebitItem.State.TAKEN);
    assertThat(local.read(() -> part(DebitCollections.class).bytes(debits.item(members.get(1)).collection())))
        .isEmpty();
  }

  private static void days(FoundedLocal local, UUID mandate, LocalDate day) {
    local.write(() -> part(JdbcClient.class)
        .sql("update debits.mandate set ended_on = ?, last_due_on = ? where local_id = ? and id = ?")
        .params(java.sql.Date.valueOf(day), java.sql.Date.valueOf(day), local.id().value(), mandate)
        .update());
  }

  private static void forget(FoundedLocal local, UUID person) {
    local.write(() -> {
      Product.shared().beans(PersonForgotten.class).values().forEach(each -> each.forget(person));
      return true;
    });
  }

  @Test
  void ofWhoIsForgottenOnlyWhatCanBeDisputedStays(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    List<UUID> members = debits.owing(2);
    UUID never = debits.member("Never collected", "");
    UUID unused = debits.mandate(never);
    UUID collection = debits.collected();
    UUID used = debits.item(members.getFirst()).mandate().orElseThrow();
    UUID item = debits.item(members.getFirst()).id();
    byte[] before = debits.bytes(collection);
    forget(local, never);
    forget(local, members.getFirst());
    assertThat(local.read(() -> part(DebitMandates.class).find(unused))).isEmpty();
    assertThat(debits.mandateOf(used).person()).isEmpty();
    assertThat(debits.mandateOf(used).inForce()).isFalse();
    assertThat(debits.items(members.getFirst())).isEmpty();
    assertThat(debits.bytes(collection)).isEqualTo(before);
    assertThat(local.read(() -> part(DebitItems.class).find(item)).orElseThrow().person()).isEmpty();

    // the bank takes it back all the same
    UUID report = debits
        .brought(ReturnsTest.camt(ReturnsTest.entry(item.toString().replace("-", ""), "", "10.00", "MD07",
            DebitsLocal.today())));
    debits.takeBack(report);
    assertThat(debits.balance(UsedFor.BANK)).isEqualTo(1_000);
    assertThat(debits.balance(UsedFor.ON_ITS_WAY)).isZero();
    assertThat(debits.faults()).isEmpty();
  }

  /** What the bank collects of somebody who was forgotten meanwhile is entered as dues of nobody, and taken back likewise. */
  @Test
  void whatIsInAFileOfWhoIsForgottenIsEnteredWithoutThem(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    List<UUID> members = debits.owing(2);
    UUID collection = debits.filed();
    UUID item = debits.item(members.getFirst()).id();
    forget(local, members.getFirst());
    assertThat(local.read(() -> part(DebitStops.class).of(collection, 9))).extracting(DebitStops.Stop::why)
        .containsExactly(DebitItem.Why.FORGOTTEN);
    debits.passTo(collection);
    debits.taken(collection);
    assertThat(debits.balance(UsedFor.BANK)).isEqualTo(2_000);
    UUID report = debits
        .brought(ReturnsTest.camt(ReturnsTest.entry(item.toString().replace("-", ""), "", "12.00", "AC04",
            DebitsLocal.today())));
    debits.takeBack(report);
    assertThat(debits.balance(UsedFor.BANK)).isEqualTo(800);
    assertThat(debits.balance(UsedFor.FEES)).isEqualTo(200);
    assertThat(debits.balance(UsedFor.ON_ITS_WAY)).isZero();
    assertThat(debits.faults()).isEmpty();
  }

  @Test
  void whoIsForgottenBeforeTheFileIsLeftOut(FoundedLocal local) {
    var debits = DebitsLocal.of(local);
    List<UUID> members = debits.owing(2);
    UUID collection = debits.made();
    forget(local, members.getFirst());
    assertThat(debits.file(collection)).isEqualTo(DebitCollections.Filed.DONE);
    assertThat(debits.find(collection).items()).isEqualTo(1);
    assertThat(local.read(() -> part(DebitItems.class).of(collection, DebitItem.State.LEFT_OUT, Optional.empty(), 9)))
        .extracting(each -> each.why().orElseThrow())
        .containsExactly(DebitItem.Why.FORGOTTEN);
  }
}
