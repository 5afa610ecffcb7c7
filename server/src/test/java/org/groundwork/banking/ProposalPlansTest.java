// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lines may be is looked up for each of them, however many there are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProposalPlansTest {
  private static final int LINES = 4_000;
  private final FoundedLocal local = Product.shared().found();
  private UUID[] asked = {};

  @BeforeAll
  void seed() throws SQLException {
    var bank = OpenBank.of(local, "EUR");
    bank.bring("2026-01-05,20.00,Ana,DE02120300000000202051,first");
    bank.bring("2026-01-06,20.00,Ben,DE02120300000000202052,second");
    asked = bank.open().stream().map(BankLine::id).toArray(UUID[]::new);
    try (var owner = Product.shared().connection(DatabaseRole.OWNER); var statement = owner.createStatement()) {
      statement.execute("""
          insert into banking.line (local_id, id, account_id, import_id, key, booked_on, amount, fee, told, other_index,
            end_to_end_index, changed_at)
          select l.local_id, gen_random_uuid(), l.account_id, l.import_id, md5(n::text), l.booked_on, l.amount, 0, l.told,
            decode(md5(n::text), 'hex'), decode(md5(n::text), 'hex'), now()
          from banking.line l, generate_series(1, %d) n where l.local_id = '%s' and l.id = '%s'"""
          .formatted(LINES, local.id().value(), asked[0]));
      statement.execute("analyze banking.line"); // as the database does by itself within a minute
    }
  }

  @Test
  void findsTheSameMovementOfAnotherFileByItsOtherSideAndByThePayersReference() {
    String plan = explained(Proposals.TWINS);
    assertThat(plan).containsPattern("line_by_other.*\\n.*Index Cond:.*other_index = .*booked_on = .*amount = ");
    assertThat(plan)
        .containsPattern("line_of_end_to_end.*\\n.*Index Cond:.*end_to_end_index = .*booked_on = .*amount = ");
    looksUpEach(plan);
  }

  @Test
  void findsWhatAnotherAccountTookByItsAmountAndDay() {
    String plan = explained(Proposals.OPPOSITES);
    assertThat(plan).containsPattern("line_open_amount.*\\n.*Index Cond:.*amount = .*booked_on >= .*booked_on <= ");
    looksUpEach(plan);
  }

  @Test
  void findsWhatIsTakenBackByTheOtherSideAndByThePayersReference() {
    String plan = explained(DuesProposals.RETURNS);
    assertThat(plan).containsPattern("line_by_other.*\\n.*Index Cond:.*other_index = ");
    assertThat(plan).containsPattern("line_of_end_to_end.*\\n.*Index Cond:.*end_to_end_index = ");
    looksUpEach(plan);
  }

  @Test
  void findsWhoseReferenceItIsAndWhatWasLearnedByTheirHashes() {
    String references = explained(DuesProposals.REFERENCES);
    assertThat(references).containsPattern("reference_index_key.*\\n.*Index Cond:.*reference_index = ");
    looksUpEach(references);
    for (String habits : List.of(Proposals.HABITS, DuesProposals.HABITS)) {
      String plan = explained(habits);
      assertThat(plan).containsPattern("other_index_incoming_key.*\\n.*Index Cond:.*other_index = .*incoming = ");
      looksUpEach(plan);
    }
  }

  /** Of lines that say nothing of an other side, which two files brought, the first is the one. */
  @Test
  void knowsAMovementWithoutAnOtherSideThatThreeFilesBrought() {
    var bank = OpenBank.of(Product.shared().found(), "EUR");
    bank.bring("2026-01-05,-3.00,,,charge");
    bank.bring("2026-01-05,-3.00,,,what it cost");
    bank.bring("2026-01-05,-3.00,,,costs");
    bank.bring("2026-01-06,-3.00,,,costs of another day");
    var lines = bank.open();
    assertThat(bank.proposals(lines.getFirst())).noneMatch(each -> each.how() == Proposal.How.TWICE);
    for (BankLine later : lines.subList(1, 3)) {
      assertThat(bank.proposals(later).getFirst())
          .isEqualTo(Proposal.twice(lines.getFirst().id(), LocalDate.of(2026, 1, 5)));
    }
    assertThat(bank.proposals(lines.getLast())).noneMatch(each -> each.how() == Proposal.How.TWICE);
  }

  /** A join of all rows is none that looks each up. */
  private static void looksUpEach(String plan) {
    assertThat(plan).doesNotContain("Hash Join").doesNotContain("Merge Join").doesNotContain("Hash Cond");
  }

  private String explained(String sql) {
    return local.read(() -> {
      // a small table is read whole whatever its indexes; the question is whether they are used where they fit
      jdbc().sql("set local enable_seqscan = off").update();
      jdbc().sql("set local enable_bitmapscan = off").update();
      var asking = jdbc().sql("explain " + sql).param("local", local.id().value()).param("lines", asked);
      return String.join("\n", (sql.contains(":fee") ? asking.param("fee", 100) : asking).query(String.class).list());
    });
  }

  private static JdbcClient jdbc() { return Product.shared().bean(JdbcClient.class); }
}
