// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.Future;
import java.util.concurrent.CountDownLatch;
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

  /** What is being closed waits for an entry that is not over, and an entry for what is being closed. */
  @Test
  void anAccountIsNotClosedUnderAnEntryNorAnEntryMadeUnderItsClosing(FoundedLocal local) throws Exception {
    OpenBooks.of(local);
    local.write(() -> OpenBooks.part(Books.class).addAccount("1990", "Deposit", AccountKind.ASSET));
    local.write(() -> OpenBooks.part(Books.class).addAccount("1991", "Another", AccountKind.ASSET));
    var books = OpenBooks.again(local);
    UUID fund = books.fund(FundKind.GENERAL);
    OpenBooks.entry(books.comesIn(DAY, FundKind.GENERAL, 1_000));
    var into = OpenBooks.moving(DAY, "in", books.account("1000"), books.account("1990"), fund, 100);
    assertThat(overlapping(local, () -> OpenBooks.part(Ledger.class).enter(into),
        () -> OpenBooks.part(Books.class).closeAccount(books.account("1990"))))
        .satisfies(both -> assertThat(both.first()).isInstanceOf(Entered.Yes.class))
        .satisfies(both -> assertThat(both.second()).isEqualTo(Books.Changed.NOT_EMPTY));
    var late = OpenBooks.moving(DAY, "late", books.account("1000"), books.account("1991"), fund, 100);
    assertThat(overlapping(local, () -> OpenBooks.part(Books.class).closeAccount(books.account("1991")),
        () -> OpenBooks.part(Ledger.class).enter(late)))
        .satisfies(both -> assertThat(both.first()).isEqualTo(Books.Changed.DONE))
        .satisfies(both -> assertThat(both.second()).isEqualTo(new Entered.Gone()));
  }

  @Test
  void aFundIsNotClosedUnderAnEntryNorAnEntryMadeUnderItsClosing(FoundedLocal local) throws Exception {
    var books = OpenBooks.of(local);
    var into = OpenBooks.moving(DAY, "in", books.account("4000"), books.account("1000"), books.fund(FundKind.STRIKE),
        5);
    assertThat(overlapping(local, () -> OpenBooks.part(Ledger.class).enter(into),
        () -> OpenBooks.part(Books.class).closeFund(books.fund(FundKind.STRIKE))).second())
        .isEqualTo(Books.Changed.NOT_EMPTY);
    var late = OpenBooks.moving(DAY, "in", books.account("4000"), books.account("1000"), books.fund(FundKind.HARDSHIP),
        5);
    assertThat(overlapping(local, () -> OpenBooks.part(Books.class).closeFund(books.fund(FundKind.HARDSHIP)),
        () -> OpenBooks.part(Ledger.class).enter(late)).second())
        .isEqualTo(new Entered.Gone());
  }

  private record Both(Object first, Object second) {}

  /** Does one thing, and before its transaction ends begins another, which has to wait for it. */
  private static Both overlapping(FoundedLocal local, Supplier<Object> first, Supplier<Object> second)
      throws Exception {
    var done = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(2)) {
      Future<Object> one = threads.submit(() -> local.<Object>write(() -> {
        Object did = first.get();
        done.countDown();
        await(end);
        return did;
      }));
      await(done);
      Future<Object> two = threads.submit(() -> local.<Object>write(second));
      assertThatThrownBy(() -> two.get(700, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
      end.countDown();
      return new Both(one.get(30, TimeUnit.SECONDS), two.get(30, TimeUnit.SECONDS));
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
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
