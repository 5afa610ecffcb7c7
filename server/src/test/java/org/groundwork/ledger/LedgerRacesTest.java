// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several enter at once. */
@ExtendWith(ProductExtension.class)
class LedgerRacesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 14);
  private static final int MANY = 6;

  @Test
  void twoAtOnceDoNotTakeMoreFromAFundThanIsInIt(FoundedLocal local) throws Exception {
    var books = OpenBooks.of(local);
    books.comesIn(DAY, FundKind.STRIKE, 1_000);
    List<Entered> entered = atOnce(() -> books.goesOut(DAY, FundKind.STRIKE, 300));
    assertThat(entered).filteredOn(each -> each instanceof Entered.Yes).hasSize(3);
    assertThat(entered).filteredOn(each -> each instanceof Entered.TooLittle)
        .hasSize(MANY - 3)
        .allMatch(each -> each instanceof Entered.TooLittle(UUID fund, long has) && has == 100);
    assertThat(local.read(() -> OpenBooks.part(Balances.class).faults())).isEmpty();
  }

  @Test
  void theSameAtOnceIsEnteredOnce(FoundedLocal local) throws Exception {
    var books = OpenBooks.of(local);
    var entry = new NewEntry(DAY, "run", Optional.of(new Source("dues-run", UUID.randomUUID())),
        List.of(new Line(books.account("1400"), books.fund(FundKind.GENERAL), 900),
            new Line(books.account("4000"), books.fund(FundKind.GENERAL), -900)));
    List<Entered> entered = atOnce(() -> books.enter(entry));
    assertThat(entered).filteredOn(each -> each instanceof Entered.Yes).hasSize(1);
    assertThat(entered).filteredOn(each -> each instanceof Entered.Already).hasSize(MANY - 1);
    assertThat(local.read(() -> OpenBooks.part(Balances.class).faults())).isEmpty();
  }

  @Test
  void aMonthThatIsBeingClosedHasAllOrNothingOfAnEntry(FoundedLocal local) throws Exception {
    var books = OpenBooks.of(local);
    var turns = IntStream.range(0, MANY).boxed().iterator();
    List<Object> did = atOnce(() -> {
      int turn = next(turns);
      return turn == MANY / 2
          ? local.<Object>write(() -> OpenBooks.part(ClosedMonths.class).close(YearMonth.from(DAY), ZoneOffset.UTC))
          : books.comesIn(DAY, FundKind.GENERAL, 5);
    });
    long entries = did.stream().filter(each -> each instanceof Entered.Yes).count();
    assertThat(did).contains(ClosedMonths.Closing.DONE)
        .allMatch(each -> each instanceof Entered.Yes || each instanceof Entered.Closed
            || each instanceof ClosedMonths.Closing);
    var numbered = new ArrayList<Integer>();
    local.read(() -> {
      OpenBooks.part(Journal.class).each(DAY, DAY, each -> numbered.add(each.number().orElseThrow()));
      return numbered;
    });
    assertThat(numbered).hasSize((int) entries).doesNotHaveDuplicates();
    assertThat(local.read(() -> OpenBooks.part(Balances.class).faults())).isEmpty();
  }

  private static synchronized int next(java.util.Iterator<Integer> turns) { return turns.next(); }

  private static <T> List<T> atOnce(Callable<T> work) throws Exception {
    try (var threads = Executors.newFixedThreadPool(MANY)) {
      var results = new ArrayList<T>();
      for (var each : threads.invokeAll(java.util.Collections.nCopies(MANY, work))) {
        results.add(each.get());
      }
      return results;
    }
  }
}
