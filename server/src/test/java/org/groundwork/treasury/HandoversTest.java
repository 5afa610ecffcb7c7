// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.groundwork.ledger.FundKind;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.groundwork.treasury.Handover.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ProductExtension.class)
class HandoversTest {

  private static Handovers handovers() { return KeptBooks.part(Handovers.class); }

  private static List<HandoverItem> items() { return KeptBooks.part(HandoverItems.class).of(0); }

  @Test
  void isDoneWhenBothTickedEverything(FoundedLocal local) {
    var books = KeptBooks.since(local, 1);
    books.dues(books.since().atDay(2), 2_500);
    UUID giver = local.person(Role.TREASURER).id();
    UUID taker = local.person(Role.TREASURER).id();
    UUID id = local.write(() -> handovers().begin(giver, Side.GIVER));
    assertThat(local.write(() -> handovers().join(id, giver))).isFalse();
    assertThat(local.write(() -> handovers().join(id, taker))).isTrue();
    assertThat(local.write(() -> handovers().join(id, local.person(Role.TREASURER).id()))).isFalse();
    tick(local, id, giver);
    assertThat(local.read(() -> handovers().goingOn())).isPresent();
    tick(local, id, taker);
    assertThat(local.read(() -> handovers().goingOn())).isEmpty();
    var done = local.read(() -> handovers().past(5)).getFirst();
    String cash = "account-" + books.account("1000");
    assertThat(done.tick(cash, Side.TAKER).orElseThrow().figure()).hasValue(2_500);
    assertThat(done.tick("months", Side.GIVER).orElseThrow().figure()).hasValue(1);
  }

  @Test
  void isGivenUpAndAnotherBegun(FoundedLocal local) {
    KeptBooks.since(local, 1);
    var giver = local.person(Role.MEMBER, Role.TREASURER);
    UUID first = local.write(() -> handovers().begin(giver.id(), Side.GIVER));
    var visitor = local.withPasskey(giver).visitor();
    String at = local.path("treasury/handover");
    assertThat(visitor.get(at).body()).contains("Give it up");
    assertThat(local.person(Role.MEMBER).visitor().post(at + "/" + first + "/stop").status())
        .isIn(403, 404);
    assertThat(visitor.post(at + "/" + UUID.randomUUID() + "/stop").status()).isEqualTo(404);
    assertThat(visitor.follow(visitor.post(at + "/" + first + "/stop")).body()).contains("Given up unfinished",
        "I hand over");
    visitor.post(at + "/" + first + "/stop");
    assertThat(visitor.get(at + "/" + first).body()).contains("Given up unfinished");
    tick(local, first, giver.id());
    assertThat(local.read(() -> handovers().find(first)).orElseThrow().ticks()).isEmpty();
    assertThat(local.write(() -> handovers().join(first, UUID.randomUUID()))).isFalse();
    UUID second = local.write(() -> handovers().begin(giver.id(), Side.TAKER));
    assertThat(second).isNotEqualTo(first);
    assertThat(local.read(() -> handovers().goingOn())).hasValueSatisfying(
        each -> assertThat(each.id()).isEqualTo(second));
  }

  @Test
  void strangersTickNothing(FoundedLocal local) {
    KeptBooks.since(local, 1);
    UUID id = local.write(() -> handovers().begin(local.founder().id(), Side.GIVER));
    tick(local, id, local.person(Role.TREASURER).id());
    assertThat(local.read(() -> handovers().goingOn()).orElseThrow().ticks()).isEmpty();
  }

  @Test
  void twoWhoBeginAtOnceBeginOne(FoundedLocal local) throws Exception {
    KeptBooks.since(local, 1);
    var work = new ArrayList<Callable<UUID>>();
    for (int each = 0; each < 6; each++) {
      UUID person = local.person(Role.TREASURER).id();
      work.add(() -> local.write(() -> handovers().begin(person, Side.TAKER)));
    }
    var begun = new ArrayList<UUID>();
    try (var threads = Executors.newFixedThreadPool(6)) {
      for (var each : threads.invokeAll(work)) {
        begun.add(each.get());
      }
    }
    assertThat(begun.stream().distinct()).hasSize(1);
  }

  /** Beside the members' sums, what there truly is would tell what few people got. */
  @Test
  void onlyWhoReadsAllAndTheConfirmedTakerReadWhatThereTrulyIs(FoundedLocal local) {
    var books = KeptBooks.since(local, 1);
    books.moves(KeptBooks.today(), "Set aside", "4000", "1000", FundKind.HARDSHIP, 50_000);
    KeptBooks.entry(books.moves(KeptBooks.today(), "Aid", "1000", "5900", FundKind.HARDSHIP, 12_345));
    var old = local.person(Role.MEMBER, Role.TREASURER);
    var next = local.person(Role.MEMBER, Role.ORGANISER);
    var other = local.person(Role.MEMBER, Role.ORGANISER);
    String at = local.path("treasury/handover");
    var treasurer = local.withPasskey(old).visitor();
    var taker = local.withPasskey(next).visitor();
    var stranger = local.withPasskey(other).visitor();
    assertThat(treasurer.get(at).body()).doesNotContain("376.55");
    treasurer.post(at, "side", "giver");
    assertThat(treasurer.get(at).body()).contains("$376.55");
    UUID id = local.read(() -> handovers().goingOn()).orElseThrow().id();
    assertThat(taker.get(at).body()).contains("$500", "every member reads").doesNotContain("376.55");
    taker.post(at + "/" + id + "/join");
    String cash = "account-" + books.account("1000");
    assertThat(taker.get(at).body()).as("nobody said that it is they")
        .contains("$500")
        .doesNotContain("376.55", "tick-");
    taker.post(at + "/" + id + "/tick", "items", cash);
    assertThat(local.read(() -> handovers().goingOn()).orElseThrow().ticks()).isEmpty();
    assertThat(taker.post(at + "/" + id + "/confirm").status()).isEqualTo(403);
    assertThat(local.write(() -> handovers().confirm(id, next.id()))).as("not by themselves").isFalse();
    treasurer.post(at + "/" + id + "/tick", "items", cash);
    assertThat(treasurer.get(at).body()).contains("Yes, they take over");
    assertThat(treasurer.post(at + "/" + id + "/confirm").status()).isEqualTo(303);
    assertThat(taker.get(at).body()).contains("$376.55", "tick-");
    taker.post(at + "/" + id + "/tick", "items", cash);
    assertThat(stranger.get(at).body()).contains("$500").doesNotContain("376.55");
    taker.post(at + "/" + id + "/stop");
    assertThat(stranger.get(at + "/" + id).body()).contains("Cash box").doesNotContain("376.55");
    assertThat(taker.get(at + "/" + id).body()).contains("$376.55");
    assertThat(treasurer.get(at + "/" + id).body()).contains("$376.55");
  }

  private static void tick(FoundedLocal local, UUID id, UUID person) {
    local.write(() -> {
      handovers().tick(id, person, items(), items());
      return true;
    });
  }
}
