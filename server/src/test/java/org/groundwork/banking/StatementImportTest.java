// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files of a bank: looked at, taken once, whatever overlaps and breaks off. */
@ExtendWith(ProductExtension.class)
class StatementImportTest {
  private static final String[] JANUARY = {"2026-01-05,20.00,Ana Diaz,DE02120300000000202051,dues",
      "2026-01-05,20.00,Ana Diaz,DE02120300000000202051,dues", "2026-01-09,-7.50,The Bank,,fee for January"};

  @Test
  void saysWhatStandsInAFileAndTakesNothingOfIt(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    var file = bank.look(bank.account(), bank.mapping(), OpenBank.table(JANUARY));
    assertThat(file.state()).isEqualTo(StatementImport.State.READY);
    assertThat(file.found().fresh()).isEqualTo(3);
    assertThat(file.found().cameIn()).isEqualTo(new Money(4_000, java.util.Currency.getInstance("EUR")));
    assertThat(file.found().wentOut().minor()).isEqualTo(-750);
    assertThat(file.found().days()).hasValueSatisfying(days -> {
      assertThat(days.first()).isEqualTo("2026-01-05");
      assertThat(days.last()).isEqualTo("2026-01-09");
    });
    assertThat(bank.open()).isEmpty();
  }

  @Test
  void keepsEqualLinesApartAndTakesNothingTwice(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    bank.bring(JANUARY);
    assertThat(bank.open()).hasSize(3);
    var again = bank.look(bank.account(), bank.mapping(), OpenBank.table(JANUARY));
    assertThat(again.found().fresh()).isZero();
    assertThat(again.found().known()).isEqualTo(3);
    assertThat(local.read(() -> OpenBank.part(StatementImports.class).takenBefore(again))).isTrue();
    bank.take(again);
    var longer = new java.util.ArrayList<>(List.of(JANUARY));
    longer.add("2026-01-12,5.00,Bo,,gift");
    bank.bring(longer.toArray(String[]::new));
    assertThat(bank.open()).hasSize(4);
  }

  @Test
  void takesNothingOfAFileWithADefectAndSaysWhereItIs(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    var bad = bank.look(bank.account(), bank.mapping(),
        OpenBank.table(JANUARY[0], "2026-13-05,20.00,<script>,,x", "2026-01-05,Ana Diaz,Ana,,x"));
    assertThat(bad.state()).isEqualTo(StatementImport.State.REFUSED);
    assertThat(bad.wrong()).hasSize(2).allSatisfy(each -> assertThat(each.column()).isPositive());
    assertThat(bad.wrong().get(0).line()).isEqualTo(3);
    assertThat(bad.wrong().get(1).line()).isEqualTo(4);
    assertThat(parts(bank)).isZero();
    assertThat(local.write(() -> OpenBank.part(StatementImports.class).take(bad.id()))).isFalse();
    assertThat(bank.open()).isEmpty();
  }

  @Test
  void leavesOutWhatIsOfAnotherCurrencyOrFromBeforeTheBooks(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    String table = """
        day,amount,currency
        2026-01-05,20.00,EUR
        2026-01-05,21.00,USD
        1999-12-31,22.00,EUR
        """;
    String way = local.write(() -> OpenBank.part(CsvMappings.class)
        .keep("of many", "date = day\namount = amount\ncurrency = currency\n")).toString();
    var file = bank.look(bank.account(), way, table.getBytes(StandardCharsets.UTF_8));
    assertThat(file.found().fresh()).isEqualTo(1);
    assertThat(file.found().otherCurrency()).isEqualTo(1);
    assertThat(file.found().early()).isEqualTo(1);
    bank.take(file);
    assertThat(bank.open()).singleElement().satisfies(line -> assertThat(line.amount().minor()).isEqualTo(2_000));
  }

  @Test
  void deletesTheFileOnceItIsTakenOrDropped(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    var file = bank.look(bank.account(), bank.mapping(), OpenBank.table(JANUARY));
    assertThat(parts(bank)).isEqualTo(1);
    bank.take(file);
    assertThat(parts(bank)).isZero();
    var other = bank.look(bank.account(), bank.mapping(), OpenBank.table("2026-02-01,1.00,A,,b"));
    assertThat(local.write(() -> OpenBank.part(StatementImports.class).drop(other.id()))).isTrue();
    assertThat(parts(bank)).isZero();
    assertThat(local.write(() -> OpenBank.part(StatementImports.class).take(other.id()))).isFalse();
  }

  private static long parts(OpenBank bank) {
    return bank.local()
        .read(() -> OpenBank.part(JdbcClient.class)
            .sql("select count(*) from banking.file_part where local_id = ?")
            .param(bank.local().id().value())
            .query(Long.class)
            .single());
  }

  @Test
  void keepsWhatTheBankSaysOfPeopleSealed(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    bank.bring(JANUARY);
    List<String> rows = local.read(() -> OpenBank.part(JdbcClient.class)
        .sql("select encode(told, 'escape') || coalesce(encode(other_index, 'escape'), '') from banking.line"
            + " where local_id = ?")
        .param(local.id().value())
        .query(String.class)
        .list());
    assertThat(rows).hasSize(3).noneMatch(row -> row.contains("Ana") || row.contains("DE02") || row.contains("dues"));
  }

  /** Dies after so many steps, as a process that is killed between two of them. */
  private static final class Dying implements JobContext {
    private final Transactions transactions = Product.shared().bean(Transactions.class);
    private final int steps;
    private final Optional<String> before;
    private Optional<String> checkpoint;
    private int done;

    Dying(int steps, Optional<String> before) {
      this.steps = steps;
      this.before = before;
      this.checkpoint = before;
    }

    @Override
    public UUID job() { return UUID.randomUUID(); }

    @Override
    public Optional<String> checkpoint() { return before; }

    @Override
    public void step(String next, Runnable work) {
      if (done++ == steps) {
        throw new IllegalStateException("killed");
      }
      transactions.run(work);
      checkpoint = Optional.of(next);
    }

    @Override
    public String step(Supplier<String> work) { throw new UnsupportedOperationException(); }

    @Override
    public void progress(long now, long total) {}

    @Override
    public void count(String name, long more) {}

    @Override
    public void refused(String place, String reason, Object... arguments) {}
  }

  @Test
  void aJobThatWasKilledAfterItsLastStepHasNothingLeftToDo(FoundedLocal local) throws Exception {
    var bank = OpenBank.of(local, "EUR");
    var file = bank.look(bank.account(), bank.mapping(), OpenBank.table("2026-01-05,20.00,Ana,,dues"));
    bank.treasurer();
    local.as(bank.treasurer(), () -> {
      OpenBank.part(LookJob.class).run(new Dying(99, Optional.of("read")), new LookJob.Of(file.id(), bank.account()));
      return true;
    });
    assertThat(bank.find(file.id()).state()).isEqualTo(StatementImport.State.READY);
    bank.take(file);
    local.as(bank.treasurer(), () -> {
      OpenBank.part(TakeJob.class).run(new Dying(99, Optional.of("1")), new TakeJob.Of(file.id(), bank.account()));
      return true;
    });
    assertThat(bank.find(file.id()).state()).isEqualTo(StatementImport.State.TAKEN);
    assertThat(bank.open()).hasSize(1);
  }

  @Test
  void goesOnWhereItWasBrokenOffAndDoublesNothing(FoundedLocal local) throws Exception {
    var bank = OpenBank.of(local, "EUR");
    String[] rows = IntStream.range(0, 9_000)
        .mapToObj(at -> "2026-01-%02d,%d.00,Person %d,,dues".formatted(1 + at % 28, 1 + at % 50, at))
        .toArray(String[]::new);
    var file = bank.look(bank.account(), bank.mapping(), OpenBank.table(rows));
    var take = OpenBank.part(TakeJob.class);
    var of = new TakeJob.Of(file.id(), bank.account());
    local.write(() -> OpenBank.part(JdbcClient.class)
        .sql("update banking.import set state = 'taking' where local_id = ? and id = ?")
        .params(local.id().value(), file.id())
        .update());
    Optional<String> checkpoint = Optional.empty();
    for (int kills = 1; kills <= 3; kills++) {
      var dying = new Dying(kills == 2 ? 0 : 1, checkpoint);
      assertThatThrownBy(() -> Tenancy.in(local.id(), () -> {
        take.run(dying, of);
        return true;
      })).hasMessage("killed");
      checkpoint = dying.checkpoint;
    }
    assertThat(lines(bank)).isEqualTo(4_000);
    // the process died after the commit and before it could note the checkpoint: the lines come again
    var last = new Dying(100, Optional.of("2000"));
    Tenancy.in(local.id(), () -> {
      take.run(last, of);
      return true;
    });
    assertThat(lines(bank)).isEqualTo(9_000);
    assertThat(bank.find(file.id()).state()).isEqualTo(StatementImport.State.TAKEN);
    assertThat(new HashSet<>(bank.open().stream().map(BankLine::who).toList())).hasSize(1_000);
  }

  private static long lines(OpenBank bank) {
    return bank.local()
        .read(() -> OpenBank.part(JdbcClient.class)
            .sql("select count(*) from banking.line where local_id = ?")
            .param(bank.local().id().value())
            .query(Long.class)
            .single());
  }

  @Test
  void leavesOutWhatIsTooLargeForTheBooks(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    var file = bank.look(bank.account(), bank.mapping(),
        OpenBank.table("2026-01-05,100000000000.01,Ana,,x", "2026-01-05,100000000000.00,Bo,,x",
            "2026-01-05,0.00,C,,x"));
    assertThat(file.found().fresh()).isEqualTo(1);
    assertThat(file.found().announced()).isEqualTo(2);
    bank.take(file);
    assertThat(bank.open()).singleElement().satisfies(line -> assertThat(line.who()).isEqualTo("Bo"));
  }

  @Test
  void readsTablesOfServicesWithTheirFeesAndWithoutOurOwnName(FoundedLocal local) {
    var bank = OpenBank.of(local, "USD");
    var collective = bank.look(bank.account(), "opencollective",
        ("\"datetime\",\"shortId\",\"description\",\"type\",\"kind\",\"amount\",\"paymentProcessorFee\",\"netAmount\","
            + "\"balance\",\"currency\",\"oppositeAccountName\"\n\"2023-06-06T05:47:17\",\"d3\",\"Contribution from Ana\","
            + "\"CREDIT\",\"CONTRIBUTION\",50,-2.5,47.5,59.14,\"USD\",\"Ana\"\n").getBytes(StandardCharsets.UTF_8));
    bank.take(collective);
    assertThat(bank.open()).singleElement().satisfies(line -> {
      assertThat(line.amount().minor()).isEqualTo(4_750);
      assertThat(line.fee()).isEqualTo(-250);
    });
    UUID venmo = bank.another("Venmo", "");
    String rows = "Account Statement - (@union) ,,,,,,,,,,,,,,,,,,,,,\nAccount Activity,,,,,,,,,,,,,,,,,,,,,\n"
        + ",ID,Datetime,Type,Status,Note,From,To,Amount (total),Amount (tip),Amount (tax),Amount (fee),Tax Rate,Tax Exempt,"
        + "Funding Source,Destination,Beginning Balance,Ending Balance,Statement Period Venmo Fees,Terminal Location,"
        + "Year to Date Venmo Fees,Disclaimer\n"
        + ",461305,2026-01-01T03:35:10,Charge,Complete,dues,Our group,Ana,+ $20.00,,,,,,,Venmo balance,,,,Venmo,,\n";
    bank.take(bank.look(venmo, "venmo", rows.getBytes(StandardCharsets.UTF_8)));
    assertThat(bank.open(venmo)).singleElement().satisfies(line -> assertThat(line.who()).isEqualTo("Ana"));
  }

  @Test
  void readsTheSameFormOnce(FoundedLocal local) {
    var bank = OpenBank.of(local, "EUR");
    UUID form = UUID.randomUUID();
    var incoming = new StatementImports.Incoming(form, bank.account(), bank.mapping(), "a", new byte[]{1},
        () -> new java.io.ByteArrayInputStream(OpenBank.table(JANUARY)));
    var imports = OpenBank.part(StatementImports.class);
    UUID first = local.as(bank.treasurer(), () -> imports.start(incoming));
    UUID second = local.as(bank.treasurer(), () -> imports.start(incoming));
    assertThat(second).isEqualTo(first);
    assertThat(local.read(() -> imports.of(bank.account(), 10))).hasSize(1);
  }
}
