// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence.internal;

import java.util.List;
import org.groundwork.defence.Case;
import org.groundwork.defence.CasePlaces;
import org.springframework.stereotype.Component;

/** Cases as lists show them, asked once for all of them. Runs inside a transaction. */
@Component
class CaseLines {
  private final CaseDesk desk;
  private final CasePlaces places;

  CaseLines(CaseDesk desk, CasePlaces places) {
    this.desk = desk;
    this.places = places;
  }

  List<CasesPage.Row> of(List<Case> found) {
    var known = desk.known(found.stream().flatMap(hit -> hit.person().stream()).toList());
    var names = places.names(found.stream().flatMap(hit -> hit.site().stream()).distinct().toList());
    return found.stream()
        .map(hit -> new CasesPage.Row(hit,
            hit.person().map(known::get).map(person -> person.name()).orElse(""),
            hit.site().map(names::get).orElse("")))
        .toList();
  }
}
