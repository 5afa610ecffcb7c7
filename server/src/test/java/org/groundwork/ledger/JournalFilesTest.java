// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** hledger and Beancount accept our books and come to the same. */
@ExtendWith(ProductExtension.class)
class JournalFilesTest {
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

  @TempDir
  private Path folder;

  @Test
  void hledgerChecksTheBooksAndComesToTheSame(FoundedLocal local) throws Exception {
    var books = busy(OpenBooks.of(local));
    Path file = file(local, "books.journal", true);
    assertThat(run("hledger", "-f", file.toString(), "check", "--strict", "ordereddates")).isEmpty();
    Map<String, BigDecimal> theirs = new TreeMap<>();
    for (String line : run("hledger", "-f", file.toString(), "bal", "--flat", "--no-total", "-O", "csv").lines()
        .skip(1)
        .toList()) {
      String[] cells = line.substring(1, line.length() - 1).split("\",\"", -1);
      theirs.put(cells[0].replaceAll(".*:(\\d+) .*:(.*)", "$1 $2"), amount(cells[1]));
    }
    assertThat(theirs).isEqualTo(ours(books, Fund::name));
  }

  @Test
  void beancountChecksTheBooksAndComesToTheSame(FoundedLocal local) throws Exception {
    var books = busy(OpenBooks.of(local));
    Path file = file(local, "books.beancount", false);
    assertThat(run("bean-check", file.toString())).isEmpty();
    Map<String, BigDecimal> theirs = new TreeMap<>();
    String query = "select account, sum(number) where number != 0 group by account order by account";
    for (String line : run("bean-query", "-f", "csv", file.toString(), query).lines().skip(1).toList()) {
      String[] cells = line.strip().split("\\s*,\\s*", -1);
      if (amount(cells[1]).signum() != 0) {
        theirs.put(cells[0].replaceAll(".*:(\\d+):Fund-(\\d+)", "$1 $2"), amount(cells[1]));
      }
    }
    assertThat(theirs).isEqualTo(ours(books, fund -> String.valueOf(books.funds().indexOf(fund) + 1)));
  }

  @Test
  void aCurrencyWithoutSmallerUnitsHasNoDecimals(FoundedLocal local) throws Exception {
    var books = OpenBooks.of(local, "JPY");
    books.comesIn(LocalDate.of(2026, 5, 1), FundKind.GENERAL, 1_234_567);
    Path hledger = file(local, "yen.journal", true);
    assertThat(Files.readString(hledger)).contains("1234567 JPY").doesNotContain("1234567.");
    assertThat(run("hledger", "-f", hledger.toString(), "check", "--strict")).isEmpty();
    assertThat(run("bean-check", file(local, "yen.beancount", false).toString())).isEmpty();
  }

  @Test
  void booksWithoutAnyEntryAreAccepted(FoundedLocal local) throws Exception {
    OpenBooks.of(local);
    assertThat(run("hledger", "-f", file(local, "none.journal", true).toString(), "check", "--strict")).isEmpty();
    assertThat(run("bean-check", file(local, "none.beancount", false).toString())).isEmpty();
  }

  /** What is entered while the books are being written is not in them: they come to what they came to at one moment. */
  @Test
  void booksThatAreWrittenStandStill(FoundedLocal local) throws Exception {
    var books = OpenBooks.of(local);
    books.comesIn(LocalDate.of(2026, 5, 1), FundKind.GENERAL, 111);
    var text = new StringBuilder();
    var transactions = OpenBooks.part(Transactions.class);
    Tenancy.in(local.id(), () -> transactions.readSteady(() -> {
      OpenBooks.part(Books.class).find();
      var other = new Thread(() -> books.comesIn(LocalDate.of(2026, 5, 2), FundKind.GENERAL, 222));
      other.start();
      try {
        other.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      OpenBooks.part(JournalFiles.class).hledger(LAST, text);
      return true;
    }));
    assertThat(text.toString()).contains(" 1.11 EUR").doesNotContain("2.22");
    assertThat(local.read(() -> OpenBooks.part(Journal.class).count(YearMonth.of(2026, 5), YearMonth.of(2026, 5))))
        .isEqualTo(2);
    assertThatThrownBy(() -> local.read(() -> transactions.readSteady(() -> true)))
        .isInstanceOf(IllegalStateException.class);
  }

  /** Words that mean something to other programs, reversals, closed months, and several funds in one entry. */
  private static OpenBooks busy(OpenBooks books) {
    FoundedLocal local = books.local();
    local.write(
        () -> OpenBooks.part(Books.class).addAccount("5950", "(Odd): [one] ; \\\"x\\\" * !  =", AccountKind.EXPENSE));
    local.write(() -> OpenBooks.part(Books.class).addFund("Case 12: \"bail\" ; | Núñez", false));
    var all = OpenBooks.again(local);
    UUID bail = all.fund(FundKind.EARMARKED);
    UUID general = all.fund(FundKind.GENERAL);
    all.comesIn(LocalDate.of(2026, 1, 31), FundKind.GENERAL, 100_000);
    all.comesIn(LocalDate.of(2026, 1, 31), FundKind.STRIKE, 7);
    UUID cash = all.account("1000");
    UUID between = all.account("3100");
    OpenBooks.entry(all.enter(new NewEntry(LocalDate.of(2026, 2, 1), "set aside", java.util.Optional.empty(),
        List.of(new Line(cash, general, -30_000), new Line(between, general, 30_000), new Line(cash, bail, 30_000),
            new Line(between, bail, -30_000)))));
    OpenBooks
        .entry(all.enter(OpenBooks.moving(LocalDate.of(2026, 2, 2), "; * (x) | \"quoted\" \\ end\nnew line  two : ;",
            cash, all.account("5950"), bail, 12_345)));
    UUID wrong = OpenBooks.entry(all.comesIn(LocalDate.of(2026, 3, 3), FundKind.GENERAL, 99));
    local.write(() -> OpenBooks.part(Ledger.class).reverse(wrong, LocalDate.of(2026, 3, 4), "typed twice"));
    local.write(() -> OpenBooks.part(ClosedMonths.class).close(YearMonth.of(2026, 1), java.time.ZoneOffset.UTC));
    return all;
  }

  private static Map<String, BigDecimal> ours(OpenBooks books, java.util.function.Function<Fund, String> name) {
    Map<String, BigDecimal> ours = new TreeMap<>();
    List<Balance> balances = books.local().read(() -> OpenBooks.part(Balances.class).until(YearMonth.from(LAST)));
    for (Balance each : balances) {
      String code = books.accounts()
          .stream()
          .filter(a -> a.id().equals(each.account()))
          .findFirst()
          .orElseThrow()
          .code();
      Fund fund = books.funds().stream().filter(f -> f.id().equals(each.fund())).findFirst().orElseThrow();
      if (each.amount() != 0) {
        String plain = JournalNames.plain(name.apply(fund), ":;()[]*!=|\"");
        ours.put(code + " " + plain, BigDecimal.valueOf(each.amount(), 2).stripTrailingZeros());
      }
    }
    return ours;
  }

  private static BigDecimal amount(String text) {
    return new BigDecimal(text.replaceAll("[^-0-9.]", "")).stripTrailingZeros();
  }

  private Path file(FoundedLocal local, String name, boolean hledger) throws IOException {
    var text = new StringBuilder();
    local.read(() -> {
      JournalFiles files = OpenBooks.part(JournalFiles.class);
      if (hledger) {
        files.hledger(LAST, text);
      } else {
        files.beancount(LAST, text);
      }
      return text;
    });
    return Files.writeString(folder.resolve(name), text);
  }

  private static String run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
