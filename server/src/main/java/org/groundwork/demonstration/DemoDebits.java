// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.debits.Creditor;
import org.groundwork.debits.Creditors;
import org.groundwork.debits.DebitAddress;
import org.groundwork.debits.DebitCollections;
import org.groundwork.debits.DebitMandates;
import org.groundwork.debits.NewMandate;
import org.groundwork.demonstration.DemoTown.Cast;
import org.groundwork.dues.Runs;

/** Direct debits of the demonstration, where its books are in euro: who collects, mandates on paper, and a collection that begins. */
final class DemoDebits {
  /** An identifier with right check digits that the rulebook has as its example. */
  private static final String IDENTIFIER = "DE98ZZZ09999999999";
  /** Who lets us collect, and from which account: numbers of banks that are used for examples. */
  private static final Map<String, String> MANDATES = Map.of("Kofi", "DE02120300000000202051", "Oumar",
      "DE02500105170137075030", "Nilufar", "DE02100500000054540402");
  private static final int MOST = 20;
  private final DemoTown town;
  private final Creditors creditors;
  private final DebitMandates mandates;
  private final DebitCollections collections;
  private final Runs runs;

  DemoDebits(DemoTown town, Creditors creditors, DebitMandates mandates, DebitCollections collections, Runs runs) {
    this.town = town;
    this.creditors = creditors;
    this.mandates = mandates;
    this.collections = collections;
    this.runs = runs;
  }

  /** Plays it with an account at a bank; nothing happens where the books are not in euro. */
  void play(Cast cast, DemoCompany company, String treasurer, UUID account) throws Exception {
    if (!company.does(treasurer, creditors::inEuro)) {
      return;
    }
    company.until("dues are charged",
        () -> runs.latest(MOST).stream().allMatch(each -> each.posted().isPresent()));
    company.does(treasurer,
        () -> creditors.set(new Creditor(town.text(cast, "demonstration.local"), IDENTIFIER, account,
            "", new DebitAddress("Elm Street", "118", "10999", "Berlin", "DE"), Creditor.USUAL_NOTICE, "ELM", 0),
            false));
    company.does(treasurer, () -> {
      Creditor creditor = creditors.ready().orElseThrow();
      LocalDate signed = town.today().minusDays(30);
      MANDATES.forEach((who, iban) -> mandates.give(cast.of(who), new NewMandate(who, iban, Optional.empty(),
          Optional.empty(), signed, Optional.empty(), List.of()), creditor));
      return collections.start(collections.days(creditor).first());
    });
  }
}
