// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever several people enter, undo and move at once, in whichever order: the books balance in every fund, and no fund is ever
 * below nothing unless its rule lets it.
 */
@ExtendWith(ProductExtension.class)
class LedgerPropertiesTest {
  private static final int THREADS = 6;
  private static final int TURNS = 50;
  private static final long SEED = 20_261_127L;

  /** What one thread did and saw. */
  private record Did(List<UUID> entries, int refused, List<String> wrong) {}

  /** The books, the fund that may be below nothing, and where money between funds stands. */
  private record Here(OpenBooks books, UUID bail, UUID between) {
    static Here of(FoundedLocal local) {
      OpenBooks.of(local);
      local.write(() -> OpenBooks.part(Books.class).addFund("Bail", true));
      OpenBooks books = OpenBooks.again(local);
      UUID between = local.read(() -> OpenBooks.part(Books.class).account(UsedFor.BETWEEN_FUNDS).id());
      return new Here(books, books.fund(FundKind.EARMARKED), between);
    }

    Entered turn(Random chance, List<UUID> entered) {
      LocalDate on = OpenBooks.OPENED.plusDays(chance.nextInt(200));
      UUID fund = books.funds().get(chance.nextInt(books.funds().size())).id();
      UUID other = books.funds().get(chance.nextInt(books.funds().size())).id();
      long amount = chance.nextLong(1, 801);
      return switch (chance.nextInt(5)) {
        case 0 -> books.enter(OpenBooks.moving(on, "dues", books.account("4000"), books.account("1000"), fund, amount));
        case 1, 2 ->
          books.enter(OpenBooks.moving(on, "paint", books.account("1000"), books.account("5000"), fund, amount));
        case 3 -> books.enter(moved(on, fund, other, amount));
        default -> entered.isEmpty()
            ? books.enter(OpenBooks.moving(on, "dues", books.account("4000"), books.account("1000"), fund, amount))
            : books.local()
                .<Entered>write(() -> OpenBooks.part(Ledger.class)
                    .reverse(entered.get(chance.nextInt(entered.size())), on, "undone"));
      };
    }

    private NewEntry moved(LocalDate on, UUID from, UUID to, long amount) {
      UUID cash = books.account("1000");
      return new NewEntry(on, "moved", Optional.empty(),
          List.of(new Line(cash, to, amount), new Line(between, to, -amount), new Line(cash, from, -amount),
              new Line(between, from, amount)));
    }

    /** The funds that are below nothing and may not be, as anybody who looks now sees them. */
    List<String> wrong() {
      return books.local()
          .read(() -> books.funds()
              .stream()
              .filter(each -> !each.mayGoBelow() && OpenBooks.part(Holdings.class).of(each.id()) < 0)
              .map(each -> each.name() + " has " + OpenBooks.part(Holdings.class).of(each.id()))
              .toList());
    }
  }

  @Test
  void booksBalanceAndNoFundIsBelowNothingWhateverHappensAtOnce(FoundedLocal local) throws Exception {
    var here = Here.of(local);
    int entries = 0;
    int refused = 0;
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      var work = new ArrayList<Callable<Did>>();
      for (int thread = 0; thread < THREADS; thread++) {
        var chance = new Random(SEED + thread);
        work.add(() -> did(here, chance));
      }
      for (var each : threads.invokeAll(work)) {
        Did did = each.get();
        assertThat(did.wrong()).isEmpty();
        entries += did.entries().size();
        refused += did.refused();
      }
    }
    assertThat(entries).as("something happened").isGreaterThan(THREADS * TURNS / 3);
    assertThat(refused).as("and something was refused").isPositive();
    assertThat(local.read(() -> OpenBooks.part(Balances.class).faults())).isEmpty();
    List<Balance> all = local.read(() -> OpenBooks.part(Balances.class).until(YearMonth.of(2026, 12)));
    for (Fund fund : here.books().funds()) {
      assertThat(all.stream().filter(each -> each.fund().equals(fund.id())).mapToLong(Balance::amount).sum())
          .as("every fund balances by itself")
          .isZero();
    }
    assertThat(all).isEqualTo(local.read(
        () -> OpenBooks.part(Balances.class).fromLines(YearMonth.of(2026, 1), YearMonth.of(2026, 12))));
    assertThat(here.wrong()).isEmpty();
    long bail = local.read(() -> OpenBooks.part(Holdings.class).of(here.bail()));
    OpenBooks.entry(here.books()
        .enter(OpenBooks.moving(OpenBooks.OPENED, "bail", here.books().account("1000"), here.books().account("5500"),
            here.bail(), Math.max(0, bail) + 5_000)));
    assertThat(local.<Long>read(() -> OpenBooks.part(Holdings.class).of(here.bail()))).as("its rule lets it")
        .isNegative();
  }

  private static Did did(Here here, Random chance) {
    var did = new Did(new ArrayList<>(), 0, new ArrayList<>());
    int refused = 0;
    for (int turn = 0; turn < TURNS; turn++) {
      Entered entered = here.turn(chance, did.entries());
      if (entered instanceof Entered.Yes(UUID id)) {
        did.entries().add(id);
      } else if (entered instanceof Entered.TooLittle) {
        refused++;
      }
      did.wrong().addAll(here.wrong());
    }
    return new Did(did.entries(), refused, did.wrong());
  }
}
