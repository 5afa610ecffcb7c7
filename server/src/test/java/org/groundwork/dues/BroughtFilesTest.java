// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.ledger.Journal;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.jobs.JobState;
import org.groundwork.roll.People;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.StepByStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tables of what members owed and had paid ahead: each row is taken once or refused with a reason, never for somebody else. */
@ExtendWith(ProductExtension.class)
class BroughtFilesTest {
  private static final LocalDate DUE = DuesLocal.today().minusMonths(6);

  private static UUID member(DuesLocal dues, String name, String phone, String mail) {
    return dues.local.write(() -> DuesLocal.part(People.class)
        .addMember(DuesLocal.part(ChangeSets.class).open("founding"),
            new People.Known(name, text(phone), text(mail), "")));
  }

  private static Optional<String> text(String typed) { return typed.isEmpty() ? Optional.empty() : Optional.of(typed); }

  private static UUID send(DuesLocal dues, byte[] file) {
    UUID form = UUID.randomUUID();
    dues.local.as(dues.local.founder(), () -> dues.local.write(() -> {
      DuesLocal.part(BroughtFiles.class).start(form, file, DUE);
      return form;
    }));
    await(dues, form, BroughtFile.State.READY);
    return form;
  }

  private static void await(DuesLocal dues, UUID file, BroughtFile.State state) {
    Awaitility.await().until(() -> find(dues, file).state() == state);
  }

  private static BroughtFile find(DuesLocal dues, UUID file) {
    return dues.local.read(() -> DuesLocal.part(BroughtFiles.class).find(file)).orElseThrow();
  }

  private static List<BroughtFile.Row> rows(DuesLocal dues, UUID file, boolean refused) {
    return dues.local.read(() -> DuesLocal.part(BroughtFiles.class).rows(file, refused, 0, 500)).rows();
  }

  private static Optional<UUID> take(DuesLocal dues, UUID file) {
    return dues.local.write(() -> DuesLocal.part(BroughtFiles.class).take(file));
  }

  private static void taken(DuesLocal dues, UUID file) {
    take(dues, file);
    await(dues, file, BroughtFile.State.TAKEN);
    UUID job = find(dues, file).job().orElseThrow();
    Awaitility.await()
        .until(() -> dues.local.read(() -> DuesLocal.part(Jobs.class).view(Optional.of(dues.local.id()), job))
            .orElseThrow()
            .state() == JobState.DONE);
  }

  private static byte[] utf8(String text) { return text.getBytes(StandardCharsets.UTF_8); }

  @Test
  void eachRowIsTakenOnceOrRefusedWithAReason(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    BroughtTest.inTheBank(dues, 50_000);
    UUID ana = member(dues, "Ana Ruiz", "+1 (555) 010-2030", "");
    UUID ben = member(dues, "Ben", "", "ben@example.org");
    UUID cleo = member(dues, "Cleo", "555 777 1", "cleo@example.org");
    UUID shared = member(dues, "Dora", "555 888 1", "");
    member(dues, "Dario", "555 888 1", "");
    member(dues, "Two Eves", "", "");
    member(dues, "two  eves", "", "");
    member(dues, "Fay", "555 999 1", "");
    UUID gil = member(dues, "Gil Úrsulo", "", "");
    local.write(() -> DuesLocal.part(People.class)
        .addContact(DuesLocal.part(ChangeSets.class).open("founding"),
            new People.Known("Not In", Optional.of("555 111 1"), Optional.empty(), "")));
    String table = "\uFEFF" + """
        Nombre;Teléfono;Correo;Debe;Adelantado;Vence;Nota
        Ana;15550102030;;1.234,50;;2025-03-31;x
        ;;BEN@example.org;;20,5;;
        Cleo Santos;;cleo@example.org;12;;31.3.2025;
        "Dora";555-8881;;7;;;
        ;555-8881;;7;;;
        Two Eves;;;7;;;
        gil  úrsulo;;;9;;;
        Nobody At All;;;7;;;
        ;5551111;;7;;;
        ;5557771;ben@example.org;7;;;
        ;5559991;;7;;;
        Fay;;;8;;;
        =HYPERLINK("x");;;7;;;
        Ana Ruiz;;;-5;;;
        Ana Ruiz;;;'-5;;;
        Ana Ruiz;;;5;5;;
        Ana Ruiz;;;;0;;
        Ana Ruiz;;;99999999999999;;;
        Ana Ruiz;;;1,234.5.6;;;
        Ana Ruiz;;;5;;2025-02-30;
        Ana Ruiz;;;5;;03/04/2025;
        Ana Ruiz;;;5;;1999-01-01;
        ;12;;5;;;
        ;;ben@example.org;;900000;;
        Somebody Else;;ben@example.org;5;;;
        """;
    LocalDate late = LocalDate.of(DuesLocal.today().getYear() - 1, 3, 31);
    table = table.replace("2025-03-31", late.toString()).replace("31.3.2025", "31.3." + late.getYear());
    UUID file = send(dues, utf8(table));
    assertThat(rows(dues, file, false)).extracting(BroughtFile.Row::line).containsExactly(2, 3, 4, 5, 8);
    assertThat(rows(dues, file, false)).extracting(row -> row.person().orElseThrow())
        .containsExactly(ana, ben, cleo, shared, gil);
    assertThat(rows(dues, file, false)).extracting(BroughtFile.Row::byName)
        .containsExactly(false, false, false, false, true);
    assertThat(rows(dues, file, false)).extracting(BroughtFile.Row::owed)
        .containsExactly(123_450L, 0L, 1_200L, 700L,
            900L);
    assertThat(rows(dues, file, false).get(1).ahead()).isEqualTo(2_050);
    assertThat(rows(dues, file, false)).extracting(row -> row.due().orElseThrow())
        .containsExactly(late, DUE, late, DUE, DUE);
    assertThat(rows(dues, file, true)).extracting(row -> row.line() + " " + row.refused())
        .containsExactly("6 several", "7 several", "9 unknown", "10 no-member", "11 two-people", "12 twice",
            "13 twice", "14 unknown", "15 amount", "16 amount", "17 both", "18 nothing", "19 amount", "20 amount",
            "21 due", "22 due", "23 due", "24 who", "25 too-far", "26 other-name");
  }

  @Test
  void aTableIsTakenOnceWithOneEntryWhateverHappens(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    BroughtTest.inTheBank(dues, 50_000);
    var members = new ArrayList<UUID>();
    var table = new StringBuilder("mail,owed,ahead,due\n");
    for (int at = 0; at < 40; at++) {
      members.add(member(dues, "M" + at, "", "m" + at + "@example.org"));
      table.append("m")
          .append(at)
          .append(at % 4 == 0
              ? "@example.org,,5.00,\n"
              : "@example.org,10.00,,"
                  + DUE.minusDays(at % 7) + "\n");
    }
    dues.charge(DuesLocal.period());
    UUID file = send(dues, utf8(table.toString()));
    assertThat(find(dues, file).owed()).isEqualTo(30_000);
    long income = dues.balance(UsedFor.DUES);
    int entries = entries(dues);
    taken(dues, file);
    assertThat(take(dues, file)).isEmpty();
    local.as(local.founder(), () -> {
      var job = DuesLocal.part(BroughtJob.class);
      job.run(new StepByStep(), new BroughtJob.Of(file));
      job.run(StepByStep.behind("ahead:" + new UUID(0, 0)), new BroughtJob.Of(file));
      job.run(StepByStep.behind("looked"), new BroughtJob.Of(file));
      return file;
    });
    assertThat(dues.balance(UsedFor.OPENING)).isEqualTo(-50_000 - 30_000 + 5_000);
    assertThat(dues.balance(UsedFor.DUES)).isEqualTo(income);
    assertThat(dues.balance(UsedFor.PAID_AHEAD)).isZero(); // what was charged this month took it
    assertThat(entries(dues)).isEqualTo(entries + 2); // of the table, and of what was paid ahead
    assertThat(dues.owed()).containsExactly(41 * 1_000L + 30_000 - 5_000, 41 * 1_000L + 30_000 - 5_000);
    assertThat(dues.open(members.getFirst())).extracting(Charge::open).containsExactly(500L);
    assertThat(dues.open(members.get(1))).extracting(Charge::due).startsWith(DUE.minusDays(1));
    assertThat(dues.faults()).isEmpty();

    // the same file again, and the same members in another
    assertThat(local.read(() -> DuesLocal.part(BroughtFiles.class).takenBefore(utf8(table.toString())))).isPresent();
    UUID again = send(dues, utf8(table + "\n"));
    assertThat(rows(dues, again, true)).hasSize(40).allMatch(row -> row.refused().equals("known"));
    assertThat(take(dues, again)).isEmpty();
    local.write(() -> DuesLocal.part(BroughtFiles.class).drop(again));
    assertThat(find(dues, again).refused()).isZero();
  }

  private static int entries(DuesLocal dues) {
    return dues.local
        .read(() -> DuesLocal.part(Journal.class).count(YearMonth.of(2000, 1), YearMonth.from(DuesLocal.today())));
  }

  /** Of a table over few, one member's part goes back with all of it and the rest is entered anew; over many, by itself. */
  @Test
  void onePartOfATableIsTakenBack(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    BroughtTest.inTheBank(dues, 50_000);
    for (int size : new int[]{3, 7}) {
      var members = new ArrayList<UUID>();
      var table = new StringBuilder("mail\towed\tahead\n");
      for (int at = 0; at < size; at++) {
        members.add(member(dues, "M" + at, "", size + "-" + at + "@example.org"));
        table.append(size).append('-').append(at).append("@example.org\t").append(at == 0 ? "\t3" : "4\t").append('\n');
      }
      long opening = dues.balance(UsedFor.OPENING);
      taken(dues, send(dues, table.toString().getBytes(StandardCharsets.UTF_16)));
      for (UUID each : members.subList(0, 2)) {
        assertThat(local.write(() -> DuesLocal.part(Brought.class).undo(each, DuesLocal.today())))
            .isEqualTo(Brought.Undone.YES);
        assertThat(dues.owed().getFirst()).isEqualTo(dues.owed().getLast());
      }
      assertThat(dues.balance(UsedFor.OPENING)).isEqualTo(opening - (size - 2) * 400L);
      assertThat(dues.balance(UsedFor.PAID_AHEAD)).isZero();
      assertThat(dues.faults()).isEmpty();
    }
  }

  @Test
  void whatHappensBetweenLookingAndTakingCounts(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    UUID first = member(dues, "First", "", "first@example.org");
    UUID second = member(dues, "Second", "", "second@example.org");
    UUID third = member(dues, "Third", "", "third@example.org");
    UUID file = send(dues, utf8("mail,owed\nfirst@example.org,5\nsecond@example.org,5\nthird@example.org,5\n"));
    local.write(() -> DuesLocal.part(Brought.class)
        .note(UUID.randomUUID(), new Brought.One(first, true, 100, DUE), DuesLocal.today()));
    local.write(() -> {
      DuesLocal.part(ForgottenByDues.class).forget(third);
      return true;
    });
    taken(dues, file);
    assertThat(dues.open(first)).extracting(Charge::open).containsExactly(100L);
    assertThat(dues.open(second)).extracting(Charge::open).containsExactly(500L);
    assertThat(dues.open(third)).isEmpty();
    assertThat(rows(dues, file, true)).extracting(BroughtFile.Row::refused).containsExactly("known");
    assertThat(dues.owed()).containsExactly(600L, 600L);
  }

  @Test
  void oneThatCannotBeTakenChangesNothingAndIsTriedAgainOrDropped(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    UUID member = member(dues, "First", "", "first@example.org");
    UUID file = send(dues, utf8("mail,ahead\nfirst@example.org,5\n"));
    take(dues, file);
    Awaitility.await().until(() -> local.read(() -> DuesLocal.part(BroughtFiles.class).failed(find(dues, file))));
    assertThat(local.read(() -> DuesLocal.part(Payments.class).of(member, 9))).isEmpty();
    assertThat(dues.balance(UsedFor.OPENING)).isZero();
    BroughtTest.inTheBank(dues, 500);
    taken(dues, file);
    assertThat(dues.balance(UsedFor.PAID_AHEAD)).isEqualTo(-500);
    assertThat(dues.faults()).isEmpty();
  }

  @Test
  void itStandsUnderTheFirstDayWhileItsMonthIsOpen(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    LocalDate began = DuesLocal.today().minusYears(1).withDayOfYear(1);
    UUID first = member(dues, "First", "", "first@example.org");
    taken(dues, send(dues, utf8("mail,owed\nfirst@example.org,5\n")));
    assertThat(local.read(() -> DuesLocal.part(Brought.class).of(first)).orElseThrow().on()).isEqualTo(began);
    local.write(() -> DuesLocal.part(ClosedMonths.class).close(YearMonth.from(began), ZoneId.of("America/New_York")));
    UUID second = member(dues, "Second", "", "second@example.org");
    taken(dues, send(dues, utf8("mail,owed\nsecond@example.org,5\n")));
    assertThat(local.read(() -> DuesLocal.part(Brought.class).of(second)).orElseThrow().on())
        .isEqualTo(DuesLocal.today());
    assertThat(local.write(() -> DuesLocal.part(Brought.class).undo(first, DuesLocal.today())))
        .isEqualTo(Brought.Undone.YES);
    assertThat(dues.owed()).containsExactly(500L, 500L);
    assertThat(dues.faults()).isEmpty();
  }

  @Test
  void whatIsNoTableIsRefusedAsAWhole() throws Exception {
    for (byte[] bad : List.of(utf8(""), utf8("\n\n"), utf8("phone,owed\n"), utf8("phone,place\n1,2\n"),
        utf8("owed,ahead\n1,2\n"), utf8("phone,owed,debe\n1,2,3\n"), utf8("phone,owed\n\"1,2\n"),
        utf8("phone,owed\n\"1\"x,2\n"), utf8("PK\u0003\u0004rest"), new byte[]{'p', 0, 'h', 0},
        utf8("phone,owed\n" + "1,2\n".repeat(BroughtTable.MOST_ROWS + 1)), utf8("phone,owed\n" + ",x".repeat(99)))) {
      assertThatThrownBy(() -> BroughtTable.check(bad)).isInstanceOf(BroughtTable.Unreadable.class)
          .extracting(each -> ((BroughtTable.Unreadable) each).reason())
          .asString()
          .startsWith("dues.brought.file.");
    }
    var windows = BroughtTable.read("nombre;debe\nNúñez;1\n".getBytes(Charset.forName("windows-1252")));
    assertThat(windows.getFirst().cell(BroughtTable.Column.NAME)).isEqualTo("Núñez");
    var quoted = BroughtTable
        .read(utf8("name,owed\r\n\"A \"\"B\"\", C\nD\",1\r\n\r\nE,2,too,many\r\n" + "F".repeat(301)));
    assertThat(quoted).extracting(BroughtTable.Row::line).containsExactly(2, 5, 6);
    assertThat(quoted.getFirst().cell(BroughtTable.Column.NAME)).isEqualTo("A \"B\", C\nD");
    assertThat(quoted).extracting(BroughtTable.Row::sound).containsExactly(true, false, false);
  }
}
