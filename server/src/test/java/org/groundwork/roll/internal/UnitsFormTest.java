// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.Layout;
import org.groundwork.roll.SiteKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsFormTest {
  private final FormErrors errors = new FormErrors();

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"A-D;[A, B, C, D]", "a – d;[A, B, C, D]", "1-6;[1, 2, 3, 4, 5, 6]",
      "4;[A, B, C, D]",
      "A, B, F;[A, B, F]", "links rechts;[links, rechts]", "D-A;[]", "A A;[]", "99;[]", "<b>;[]"})
  void readsDoorsAsTheyAreSaid(String typed, String doors) {
    assertThat(UnitsForm.doors(typed).toString()).isEqualTo(doors);
  }

  @Test
  void laysOutSixFloorsOfFourDoorsAsTwentyFourSquares() {
    var layout = new UnitsForm("6", "A-D", "", "", "").read(SiteKind.BUILDING, errors).orElseThrow();
    assertThat(layout.units()).hasSize(24).extracting(Layout.Cell::label).startsWith("1A", "1B").endsWith("6C", "6D");
  }

  @Test
  void countsTheGroundFloorAsNought() {
    var layout = new UnitsForm("2", "A", "on", "", "").read(SiteKind.BUILDING, errors).orElseThrow();
    assertThat(layout.units()).extracting(Layout.Cell::label).containsExactly("0A", "1A");
  }

  @Test
  void laysOutDepartmentsByShiftsWithHeadCounts() {
    var layout = new UnitsForm("", "", "", "days, nights", "Kitchen 12 8\nWard 3: 20, 5")
        .read(SiteKind.WORKPLACE, errors)
        .orElseThrow();
    assertThat(layout.units()).extracting(Layout.Cell::label, Layout.Cell::places)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Kitchen, days", 12),
            org.assertj.core.groups.Tuple.tuple("Kitchen, nights", 8),
            org.assertj.core.groups.Tuple.tuple("Ward 3, days", 20),
            org.assertj.core.groups.Tuple.tuple("Ward 3, nights", 5));
  }

  @Test
  void refusesALineWithoutANumberForEachShiftAndNamesTheLine() {
    assertThat(new UnitsForm("", "", "", "days, nights", "Kitchen 12").read(SiteKind.WORKPLACE, errors)).isEmpty();
    assertThat(errors.on("groups").orElseThrow().key()).isEqualTo("units.groups.numbers");
    assertThat(errors.on("groups").orElseThrow().arguments()).containsExactly(1, 2);
  }

  @Test
  void refusesMoreSquaresThanAWallHolds() {
    assertThat(new UnitsForm("120", "1-60", "", "", "").read(SiteKind.BUILDING, errors)).isEmpty();
    assertThat(errors.on("floors").orElseThrow().key()).isEqualTo("units.too-many");
  }
}
