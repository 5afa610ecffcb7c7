// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The bank against the books: what explains the difference. */
@ExtendWith(ProductExtension.class)
class ReconcilingTest {
  static byte[] statement(int number, String from, String opening, String until, String closing,
      String... lines) {
    return (":20:S" + number + "\n:25:12030000/0000202051\n:28C:" + number + "/1\n:60F:C" + from + "EUR" + opening
        + "\n" + String.join("\n", lines) + "\n:62F:C" + until + "EUR" + closing + "\n-\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  static Reconciling.Compared compared(OpenBank bank) {
    return bank.local()
        .read(() -> OpenBank.part(Reconciling.class)
            .compare(OpenBank.part(BankAccounts.class).find(bank.account()).orElseThrow()))
        .orElseThrow();
  }

  private static void enter(OpenBank bank, LocalDate on, String other, long amount) {
    bank.local()
        .write(() -> OpenBank.part(Ledger.class)
            .enter(new NewEntry(on, "by hand", Optional.empty(),
                List.of(new Line(bank.inBooks("1100"), bank.fund(FundKind.GENERAL), amount),
                    new Line(bank.inBooks(other), bank.fund(FundKind.GENERAL), -amount)))));
  }

  @Test
  void explainsWhatTheBankHasMore(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR", "DE02120300000000202051");
    enter(bank, LocalDate.of(2026, 1, 1), "3000", 10_000);
    bank.take(bank.look(bank.account(), Reading.TOLD,
        statement(1, "260101", "100,00", "260131", "150,00", ":61:260105C20,00NTRFANA", ":61:260110C30,00NTRFBO")));
    assertThat(compared(bank).bank().minor()).isEqualTo(15_000);
    assertThat(compared(bank).books().minor()).isEqualTo(10_000);
    assertThat(compared(bank).openLines()).isEqualTo(2);
    assertThat(compared(bank).open().minor()).isEqualTo(5_000);
    assertThat(compared(bank).before().minor()).isZero();
    assertThat(compared(bank).unexplained().minor()).isZero();

    bank.open().forEach(line -> bank.byHand(line, bank.inBooks("4500")));
    assertThat(compared(bank).difference().minor()).isZero();
    assertThat(compared(bank).unexplained().minor()).isZero();

    enter(bank, LocalDate.of(2026, 1, 20), "4500", 700);
    assertThat(compared(bank).difference().minor()).isEqualTo(-700);
    assertThat(compared(bank).entries()).singleElement()
        .satisfies(each -> assertThat(each.amount().minor()).isEqualTo(700));
    assertThat(compared(bank).unexplained().minor()).isZero();
  }

  @Test
  void findsDaysOfWhichNoStatementCame(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR", "DE02120300000000202051");
    bank.take(bank.look(bank.account(), Reading.TOLD,
        statement(1, "260101", "0,00", "260131", "20,00", ":61:260105C20,00NTRFANA")));
    bank.take(bank.look(bank.account(), Reading.TOLD,
        statement(3, "260301", "55,00", "260331", "65,00", ":61:260305C10,00NTRFBO")));
    bank.open().forEach(line -> bank.byHand(line, bank.inBooks("4500")));
    assertThat(compared(bank).difference().minor()).isEqualTo(3_500);
    assertThat(compared(bank).gaps()).singleElement().satisfies(gap -> {
      assertThat(gap.moved().minor()).isEqualTo(3_500);
      assertThat(gap.after()).isEqualTo("2026-01-31");
    });
    assertThat(compared(bank).unexplained().minor()).isZero();
  }

  @Test
  void countsAndTakesAStatementThatStandsTwiceInAFileOnce(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR", "DE02120300000000202051");
    byte[] once = statement(1, "260101", "0,00", "260131", "20,00", ":61:260105C20,00NTRFANA");
    byte[] twice = java.util.Arrays.copyOf(once, once.length * 2);
    System.arraycopy(once, 0, twice, once.length, once.length);
    var file = bank.look(bank.account(), Reading.TOLD, twice);
    assertThat(file.found().fresh()).isEqualTo(1);
    assertThat(file.found().known()).isEqualTo(1);
    assertThat(file.found().cameIn().minor()).isEqualTo(2_000);
    bank.take(file);
    assertThat(bank.open()).hasSize(1);
  }

  @Test
  void refusesLinesOfAnotherAccount(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR", "DE02500105170137075030");
    var file = bank.look(bank.account(), Reading.TOLD,
        statement(1, "260101", "0,00", "260131", "20,00", ":61:260105C20,00NTRFANA"));
    assertThat(file.found().fresh()).isZero();
    assertThat(file.found().otherAccount()).isEqualTo(1);
    bank.take(file);
    assertThat(bank.open()).isEmpty();
    assertThat(local.read(() -> OpenBank.part(Reconciling.class)
        .compare(OpenBank.part(BankAccounts.class).find(bank.account()).orElseThrow()))).isEmpty();
  }
}
