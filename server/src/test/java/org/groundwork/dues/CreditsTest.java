// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.UsedFor;
import org.groundwork.roll.PersonMerge;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What many paid ahead is taken by what they are charged, all at once and to the cent. */
@ExtendWith(ProductExtension.class)
class CreditsTest {
  private static final UUID NOBODY = new UUID(0, 0);

  private static long ahead(DuesLocal dues, UUID member) {
    return dues.local.read(() -> DuesLocal.part(Payments.class).ahead(member));
  }

  private static Credits.Page page(DuesLocal dues, UUID after, int most) {
    return dues.local.read(() -> DuesLocal.part(Payments.Parts.class).credits().toApply(after, most));
  }

  /** Some paid in several ways and parts, some too little, some for months, one under a record that was merged since. */
  @Test
  void everybodyHasWhatTheyPaidInWhateverPartsItCame(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    List<UUID> members = new ArrayList<>(dues.members(11));
    members.add(dues.contact()); // a second record of somebody, found later
    var random = new Random(5);
    long everyone = members.size() * 3_000L; // eleven and the founder, for three months
    long[] paid = new long[members.size()];
    for (int at = 0; at < members.size() - 1; at++) {
      for (int time = 0; time < at % 4; time++) {
        long sum = 100L + random.nextInt(1_500);
        dues.pays(new NewPayment(members.get(at), DuesLocal.today(), sum, 0, time % 2 == 0 ? Way.CASH : Way.TRANSFER,
            Optional.empty(), Optional.empty(), Optional.empty(), ""));
        paid[at] += sum;
      }
    }
    UUID former = members.getLast();
    dues.pays(former, 2_300);
    paid[3] += 2_300;
    assertThat(local.write(() -> {
      DuesLocal.part(JdbcClient.class)
          .sql("update roll.person set state = 'contact' where local_id = ? and id = ?")
          .params(local.id().value(), former)
          .update();
      return DuesLocal.part(PersonMerge.class).merge(members.get(3), former);
    })).isPresent();
    LocalDate first = DuesLocal.period().minusMonths(2);
    for (int month = 0; month < 3; month++) {
      dues.charge(first.plusMonths(month));
    }
    long left = 0;
    long settled = 0;
    for (int at = 0; at < members.size() - 1; at++) {
      long open = dues.open(members.get(at)).stream().mapToLong(Charge::open).sum();
      assertThat(open).as("open of the member " + at).isEqualTo(Math.max(0, 3_000 - paid[at]));
      assertThat(ahead(dues, members.get(at))).as("ahead " + at).isEqualTo(Math.max(0, paid[at] - 3_000));
      left += ahead(dues, members.get(at));
      settled += 3_000 - open;
    }
    assertThat(dues.balance(UsedFor.PAID_AHEAD)).isEqualTo(-left);
    assertThat(dues.owed()).containsExactly(everyone - settled, everyone - settled);
    assertThat(dues.faults()).isEmpty();
    assertThat(dues.balance(UsedFor.CASH, FundKind.STRIKE) + dues.balance(UsedFor.BANK, FundKind.STRIKE)
        + dues.balance(UsedFor.DUES_OWED, FundKind.STRIKE)).isEqualTo(everyone / 10);
    assertThat(noted(dues)).isEqualTo(settled);
  }

  /** What the payments say that they settled. */
  private static long noted(DuesLocal dues) {
    return dues.local.read(() -> DuesLocal.part(JdbcClient.class)
        .sql("select coalesce(sum(amount), 0)::bigint from dues.settlement where local_id = ?")
        .param(dues.local.id().value())
        .query(Long.class)
        .single());
  }

  /** Whoever has nothing open is passed over, and does not end the search. */
  @Test
  void pagesGoOnBehindThoseWithNothingOpen(FoundedLocal local) {
    var dues = DuesLocal.of(local);
    List<UUID> members = dues.members(5).stream().sorted(java.util.Comparator.comparing(UUID::toString)).toList();
    members.forEach(member -> dues.pays(member, 700));
    assertThat(page(dues, NOBODY, 2).people()).isEmpty();
    assertThat(page(dues, NOBODY, 2).last()).contains(members.get(1));
    assertThat(page(dues, members.get(3), 2)).isEqualTo(new Credits.Page(List.of(), Optional.empty()));
    UUID run = dues.begin(DuesLocal.period());
    local.as(local.founder(), () -> {
      dues.job(1).run(new org.groundwork.support.StepByStep(), new RunJob.OfRun(run)); // a step for each
      return run;
    });
    assertThat(members).allSatisfy(member -> {
      assertThat(dues.open(member)).extracting(Charge::open).containsExactly(300L);
      assertThat(ahead(dues, member)).isZero();
    });
    assertThat(dues.faults()).isEmpty();
  }
}
