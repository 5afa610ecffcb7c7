// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.groundwork.roll.Layout;
import org.groundwork.roll.Sites;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines as people jot them down. Expectations: unit, name, phone, mail, remark; {@code -} for none. */
class KnownLinesTest {
  private final List<Sites.Unit> homes = units(Layout.ofHomes(1, 6, List.of("A", "B", "C", "D")));
  private final List<Sites.Unit> numbered = units(Layout.ofHomes(1, 12, List.of("1", "2", "3", "4")));
  private final List<Sites.Unit> jobs = units(Layout.ofHeadCounts(List.of("Kitchen", "Front desk"),
      List.of("days", "nights"), List.of(List.of(12, 8), List.of(4, 2))));
  private final List<Sites.Unit> groups = units(Layout.ofHeadCounts(List.of("Warehouse", "Drivers"), List.of(""),
      List.of(List.of(40), List.of(12))));

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "Maria, 3B, nights, 555 0101        | 3B | Maria           | 555 0101          | -             | nights",
      "Maria 3B, nights                   | 3B | Maria           | -                 | -             | nights",
      "old man 2A?                        | 2A | old man         | -                 | -             | -",
      "Juan 5C 555 0199                   | 5C | Juan            | 555 0199          | -             | -",
      "Juan 5C 555…                       | 5C | Juan            | -                 | -             | 555…",
      "Juan, 5C, 555 01...                | 5C | Juan            | -                 | -             | 555 01...",
      "Maria 3B tel. 555 0101             | 3B | Maria           | 555 0101          | -             | -",
      "Maria 3B WhatsApp: 555-0101        | 3B | Maria           | 555-0101          | -             | -",
      "Rosa 2B móvil 600 123 456          | 2B | Rosa            | 600 123 456       | -             | -",
      "Maria 🌟 3B 👩‍🍳                     | 3B | Maria 🌟 👩‍🍳        | -                 | -             | -",
      "\u200Fفاطمة\u200F، 2C، ٥٥٥ ٠١٠١      | 2C | فاطمة           | 555 0101          | -             | -",
      "\u202Eairam 3B                      | 3B | airam           | -                 | -             | -",
      "\uFEFFMaria, 3B                     | 3B | Maria           | -                 | -             | -",
      "Mr. Celler 1A                      | 1A | Mr. Celler      | -                 | -             | -",
      "the woman in 3-B                   | 3B | the woman in    | -                 | -             | -",
      "3 b Oksana                         | 3B | Oksana          | -                 | -             | -",
      "apt 3B: Oksana                     | 3B | Oksana          | -                 | -             | -",
      "Flat 4a - Mr Singh                 | 4A | Mr Singh        | -                 | -             | -",
      "Ana,,,                             | -  | Ana             | -                 | -             | -",
      "- Ana 1A                           | 1A | Ana             | -                 | -             | -",
      "2) Ana 1A                          | 1A | Ana             | -                 | -             | -",
      "Ana 1A +1 (555) 010-1234           | 1A | Ana             | +1 (555) 010-1234 | -             | -",
      "Ana; 1A; 555.010.1234              | 1A | Ana             | 555.010.1234      | -             | -",
      "Ana 555 010 1234 or 555 010 9999   | -  | Ana or          | 555 010 1234      | -             | 555 010 9999",
      "Ana, 1A, ana@example.org, 5550101  | 1A | Ana             | 5550101           | ana@example.org | -",
      "\"Lopez, Maria\", 3B, 555 0101     | 3B | Lopez, Maria    | 555 0101          | -             | -",
      "Maria O'Neill-Åström, 6D           | 6D | Maria O'Neill-Åström | -            | -             | -",
      "فاطمة، 2C، 555 0101                | 2C | فاطمة           | 555 0101          | -             | -",
      "王小明，4D，5550101                  | 4D | 王小明           | 5550101           | -             | -",
      "José María de la Cruz 1B casera    | 1B | José María de la Cruz casera | -    | -             | -",
      "Nkechi, moves in 2026-01-15        | -  | Nkechi          | -                 | -             | moves in 2026-01-15",
      "someone                            | -  | someone         | -                 | -             | -",
      "9Z Pat                             | -  | 9Z Pat          | -                 | -             | -"})
  void readsALineOfABuilding(String line, String unit, String name, String phone, String mail, String remark) {
    expect(homes, line, unit, name, phone, mail, remark);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "Maria, 12-3, 555 0101   | 12-3 | Maria | 555 0101 | - | -",
      "Maria 12-3 555 0101     | 12-3 | Maria | 555 0101 | - | -",
      "Maria 31 5550101        | 3-1  | Maria | 5550101  | - | -",
      "Maria 555 0101 3-1      | 3-1  | Maria | 555 0101 | - | -"})
  void keepsADoorInDigitsApartFromANumber(String line, String unit, String name, String phone, String mail,
      String remark) {
    expect(numbered, line, unit, name, phone, mail, remark);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "Maria, Kitchen, nights, 555 0101 | Kitchen, nights    | Maria       | 555 0101 | - | -",
      "Maria nights kitchen             | Kitchen, nights    | Maria       | -        | - | -",
      "Juan, front desk days            | Front desk, days   | Juan        | -        | - | -",
      "Grace Kitchen                    | -                  | Grace Kitchen | -      | - | -",
      "Lee, nights                      | -                  | Lee         | -        | - | nights"})
  void readsADepartmentAndAShiftOfAWorkplace(String line, String unit, String name, String phone, String mail,
      String remark) {
    expect(jobs, line, unit, name, phone, mail, remark);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"Maria, warehouse | Warehouse | Maria | - | - | -",
      "Juan drivers, turns to Ana | Drivers | Juan | - | - | turns to Ana"})
  void readsADepartmentWithoutShifts(String line, String unit, String name, String phone, String mail,
      String remark) {
    expect(groups, line, unit, name, phone, mail, remark);
  }

  @Test
  void readsCellsPastedFromASpreadsheet() {
    var result = new KnownLines(homes).read("Maria\t3B\t555 0101\tnights\r\nJuan\t5C\t\tdays\n\n\t2A\t\t\n");
    assertThat(result.read()).extracting(read -> read.known().name()).containsExactly("Maria", "Juan");
    assertThat(result.read()).extracting(read -> read.known().remark()).containsExactly("nights", "days");
    assertThat(result.unread()).extracting(KnownLines.Unread::line).containsExactly(4);
  }

  @Test
  void passesOverTheHeadingOfATable() {
    var result = new KnownLines(homes).read("Name\tUnit\tPhone\nMaria\t3B\t555 0101\nName\tUnit\tPhone\n");
    assertThat(result.read()).extracting(KnownLines.Read::line).containsExactly(2, 3);
    assertThat(new KnownLines(homes).read("Nombre;Puerta;Teléfono\nJuan;5C;").read())
        .extracting(read -> read.known().name())
        .containsExactly("Juan");
    assertThat(new KnownLines(homes).read("Name").read()).as("one word is somebody").hasSize(1);
  }

  @Test
  void readsTwoHundredLines() {
    var lines = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      lines.append(i % 2 == 0 ? "Person " + i + "\t" + (1 + i % 6) + "A\t555 01" + (10 + i % 90) + "\r\n" : "\n");
      lines.append("Somebody ").append(i).append(", nights\n");
    }
    var result = new KnownLines(homes).read(lines.toString());
    assertThat(result.unread()).isEmpty();
    assertThat(result.read()).hasSize(300);
  }

  @Test
  void saysThatALineWithADepartmentAndNobodyNamesNobody() {
    assertThat(new KnownLines(groups).read("Warehouse").unread()).hasSize(1);
  }

  @Test
  void marksTheBossSideByAnExclamationMark() {
    var result = new KnownLines(homes)
        .read(
            "the super 1A!\nMaria 3B\n管理员 1A！\nthe super! 1A 555 0101\nthe super 1A! 555 0101\n¡el jefe! 1A\nboss!!, 1A");
    assertThat(result.read()).extracting(KnownLines.Read::bossSide)
        .containsExactly(true, false, true, true, true, true, true);
    assertThat(result.read()).extracting(read -> read.known().name())
        .containsExactly("the super", "Maria", "管理员", "the super", "the super", "el jefe", "boss");
    assertThat(result.read()).extracting(read -> read.known().remark()).containsOnly("");
  }

  @Test
  void refusesALineThatIsTooLongOrBeyondTheLastLine() {
    var lines = new KnownLines(homes);
    assertThat(lines.read("x".repeat(301)).unread()).hasSize(1);
    assertThat(lines.read("x".repeat(121)).unread()).as("a name longer than its column").hasSize(1);
    assertThat(lines.read("Ana\n".repeat(401)).read()).hasSize(400);
    assertThat(lines.read("Ana\n".repeat(401)).unread()).extracting(KnownLines.Unread::line).containsExactly(401);
  }

  @Test
  void readsAPasteMadeToBeSlowInTime() {
    var lines = new KnownLines(homes);
    String hostile = ("1 ".repeat(149) + "x\n" + "@".repeat(299) + "\n" + "1-".repeat(149) + "\n").repeat(130);
    long began = System.nanoTime();
    lines.read(hostile);
    assertThat((System.nanoTime() - began) / 1_000_000_000).isLessThan(5);
  }

  private static void expect(List<Sites.Unit> units, String line, String unit, String name, String phone, String mail,
      String remark) {
    var result = new KnownLines(units).read(line);
    assertThat(result.unread()).isEmpty();
    var read = result.read().getFirst();
    var label = read.unit().map(id -> units.stream().filter(u -> u.id().equals(id)).findFirst().orElseThrow().label());
    assertThat(List.of(label.orElse("-"), read.known().name(), read.known().phone().orElse("-"),
        read.known().mail().orElse("-"), read.known().remark().isEmpty() ? "-" : read.known().remark()))
        .containsExactly(unit, name, phone, mail, remark);
  }

  private static List<Sites.Unit> units(Layout layout) {
    var units = new ArrayList<Sites.Unit>();
    for (var cell : layout.units()) {
      units.add(new Sites.Unit(UUID.nameUUIDFromBytes(cell.label().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
          cell.row(), cell.column(), cell.rowLabel(), cell.columnLabel(), cell.label(), cell.places()));
    }
    return units;
  }
}
