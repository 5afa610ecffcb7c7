// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds;

import java.time.Clock;
import org.groundwork.dues.Charges;
import org.groundwork.dues.Payments;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Journal;
import org.groundwork.ledger.Ledger;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.Languages;
import org.groundwork.platform.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires collecting rounds. */
@Configuration(proxyBeanMethods = false)
class RoundsConfiguration {

  @Bean
  Scope roundScope(Ids ids, Clock clock, Locals locals, Audit audit) { return new Scope(ids, clock, locals, audit); }

  @Bean
  Seals roundSeals(KeyStore keys) { return new Seals(new FieldCipher(keys, Purpose.sealing("rounds"))); }

  @Bean
  Rounds rounds(JdbcClient jdbc, Scope roundScope) { return new Rounds(jdbc, roundScope); }

  @Bean
  Visits roundVisits(JdbcClient jdbc, Charges charges, Scope roundScope) {
    return new Visits(jdbc, charges, roundScope);
  }

  @Bean
  Blocks roundBlocks(JdbcClient jdbc, Scope roundScope) { return new Blocks(jdbc, roundScope); }

  @Bean
  RoundBooks roundBooks(Books books, Ledger ledger, Journal journal, Payments payments, Languages languages,
      Locals locals) {
    return new RoundBooks(books, ledger, journal, payments, languages, locals);
  }

  @Bean
  TakingRows takingRows(JdbcClient jdbc, Seals roundSeals, Scope roundScope) {
    return new TakingRows(jdbc, roundSeals, roundScope);
  }

  @Bean
  Takings takings(Rounds rounds, Visits roundVisits, Blocks roundBlocks, TakingRows takingRows, RoundBooks roundBooks,
      Scope roundScope) {
    return new Takings(rounds, roundVisits, roundBlocks, takingRows, roundBooks, roundScope);
  }

  @Bean
  CorrectionRows roundCorrectionRows(JdbcClient jdbc, Seals roundSeals, Scope roundScope) {
    return new CorrectionRows(jdbc, roundSeals, roundScope);
  }

  @Bean
  Corrections roundCorrections(Rounds rounds, Visits roundVisits, TakingRows takingRows,
      CorrectionRows roundCorrectionRows, RoundBooks roundBooks, Scope roundScope) {
    return new Corrections(rounds, roundVisits, takingRows, roundCorrectionRows, roundBooks, roundScope);
  }

  @Bean
  Counting roundCounting(JdbcClient jdbc, Rounds rounds, TakingRows takingRows, RoundBooks roundBooks,
      Seals roundSeals, Scope roundScope,
      Mandates mandates) {
    return new Counting(jdbc, rounds, takingRows, roundBooks, roundSeals, roundScope, mandates);
  }

  @Bean
  RoundsForgotten roundsForgotten(JdbcClient jdbc) { return new RoundsForgotten(jdbc); }

  @Bean
  RoundSteps roundSteps(Books books, Rounds rounds, Visits roundVisits, Takings takings,
      Corrections roundCorrections) {
    return new RoundSteps(books, rounds, roundVisits, takings, roundCorrections);
  }

  @Bean
  MenuEntry roundsEntry() { return MenuEntry.of(7, "rounds.title", "dues/rounds", "receipt", Power.TALK); }
}
