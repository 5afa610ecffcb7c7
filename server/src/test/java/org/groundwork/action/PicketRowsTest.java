// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import static org.groundwork.action.PicketTest.count;
import static org.groundwork.action.PicketTest.gate;
import static org.groundwork.action.PicketTest.keeps;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.groundwork.campaign.StepKind;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is written down at a gate row by row: what stands behind its numbers, and what it needs in words. */
@ExtendWith(ProductExtension.class)
class PicketRowsTest {
  static Page tap(Visitor visitor, AtARung at, UUID gate, String what, String word) {
    return visitor.post(at.planned().at("/picket/count"), "gate", gate.toString(), "what", what, "word", word, "once",
        UUID.randomUUID().toString());
  }

  static Page wish(Visitor visitor, AtARung at, String gate, String what) {
    return visitor.post(at.planned().at("/picket/wish"), "at", gate, "wish", what, "once",
        UUID.randomUUID().toString());
  }

  /** How many rows say who wrote them. */
  static int written(AtARung at) {
    return at.local()
        .read(() -> Planned.part(JdbcClient.class)
            .sql(
                """
                select (select count(*) from action.gate_tally t where t.local_id = :local and t.changed_by is not null)
                  + (select count(*) from action.picket_wish w where w.local_id = :local and w.changed_by is not null)""")
            .param("local", at.local().id().value())
            .query(Integer.class)
            .single());
  }

  @Test
  void showsWhatStandsBehindANumber(Product product, FoundedLocal local) {
    var at = AtARung.now(local, StepKind.PICKET);
    UUID dock = gate(at, "Dock");
    UUID front = gate(at, "Front door");
    var host = at.planned().organiser();
    var whole = at.planned().now().when();
    var late = new Action.When(whole.ends().minus(Duration.ofMinutes(30)), whole.ends(), whole.zone());
    UUID shift = local.write(() -> Planned.part(Actions.class)
        .addShift(at.planned().id(), new Actions.NewShift("Owl shift", late, OptionalInt.empty(), OptionalInt.empty())))
        .orElseThrow();
    product.clock().advance(Duration.ofMinutes(20));
    tap(host, at, dock, "deliveries", "<script>Parcel Co");
    product.clock().advance(Duration.ofMinutes(100));
    tap(host, at, dock, "deliveries", "");
    local.write(() -> {
      Planned.part(Tallies.class).add(dock, shift, Picket.Tally.PEOPLE, "", Optional.empty());
      Planned.part(Tallies.class).add(dock, shift, Picket.Tally.PEOPLE, "", Optional.empty());
      return true;
    });
    String counted = at.planned().at("/picket/counted?gate=" + dock + "&what=deliveries");
    assertThat(host.get(at.planned().at("/picket")).body()).contains(counted.replace("&", "&amp;"));
    assertThat(host.get(counted).body()).contains("&lt;script&gt;Parcel Co", "The whole time", "Owl shift")
        .doesNotContain("<script>Parcel", "without an hour");
    assertThat(host.get(at.planned().at("/picket/counted?gate=" + dock + "&what=people")).body())
        .contains("people turned back", "Owl shift");
    var refused = tap(host, at, dock, "deliveries", "x".repeat(61));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("word-deliveries-" + dock + "-error", "value=\"" + "x".repeat(61) + "\"");
    assertThat(count(at, dock, Picket.Tally.DELIVERIES)).isEqualTo(2);
    assertThat(local.write(() -> Planned.part(Shifts.class).remove(at.planned().id(), shift)))
        .as("something was counted in it")
        .isFalse();
    host.post(at.planned().at("/picket/count"), "gate", dock.toString(), "what", "deliveries", "less", "yes", "once",
        UUID.randomUUID().toString());
    assertThat(host.get(counted).body()).as("the last one is taken back")
        .contains("Parcel Co")
        .doesNotContain("Owl shift");
    var captain = local.person(Role.MEMBER);
    at.planned().comes(captain.id());
    host.post(at.planned().at("/picket/captains"), "gate", front.toString(), "shift", shift.toString(), "captain",
        captain.id().toString());
    assertThat(captain.visitor().get(counted).status()).as("another gate").isEqualTo(404);
    assertThat(captain.visitor().get(counted.replace(dock.toString(), front.toString())).status()).isEqualTo(200);
  }

  private static int ticked(AtARung at) {
    return at.local()
        .read(() -> Planned.part(JdbcClient.class)
            .sql("select count(*) from action.picket_need where local_id = ? and changed_by is not null")
            .param(at.local().id().value())
            .query(Integer.class)
            .single());
  }

  private static boolean needs(AtARung at, Picket.Need... needs) {
    return at.local()
        .write(() -> Planned.part(Pickets.class)
            .prepare(at.planned().id(), PicketTest.of(at).version(), new Pickets.Told("", "", "", ""), Set.of(needs)));
  }

  @Test
  void writesNobodyDownAtWhatIsNeededWhereOnlyNumbersAreKept(FoundedLocal local) {
    var at = AtARung.in(local, StepKind.PICKET, Duration.ofMinutes(10), false);
    var host = at.planned().organiser();
    assertThat(needs(at, Picket.Need.WATER)).isTrue();
    assertThat(ticked(at)).isOne();
    String need = at.planned().at("/picket/need");
    assertThat(host.post(need, "need", "water", "brought", "yes").status()).isEqualTo(303);
    assertThat(ticked(at)).isOne();

    at.change(Optional.of(at.step()), true);
    assertThat(ticked(at)).as("who ticked before").isZero();

    assertThat(host.post(need, "need", "water", "brought", "no").status()).isEqualTo(303);
    assertThat(needs(at, Picket.Need.WATER, Picket.Need.HEAT)).isTrue();
    assertThat(ticked(at)).as("who ticks from now on").isZero();
    assertThat(PicketTest.of(at).needs()).containsOnly(Map.entry(Picket.Need.WATER, false),
        Map.entry(Picket.Need.HEAT, false));
  }

  @Test
  void saysWhatIsNeededInWordsAtOneGateOrAtAll(FoundedLocal local) {
    var at = AtARung.now(local, StepKind.PICKET);
    UUID dock = gate(at, "Dock");
    UUID front = gate(at, "Front door");
    var host = at.planned().organiser();
    String once = UUID.randomUUID().toString();
    for (int twice = 0; twice < 2; twice++) {
      assertThat(host.post(at.planned().at("/picket/wish"), "at", "", "wish", "<b>Ladder", "once", once).status())
          .isEqualTo(303);
    }
    wish(host, at, dock.toString(), "Batteries");
    var refused = wish(host, at, dock.toString(), "x".repeat(121));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("wish-error", "value=\"" + "x".repeat(121) + "\"",
        "value=\"" + dock + "\" selected");
    assertThat(wishes(at)).extracting(Picket.Wish::what).containsExactly("<b>Ladder", "Batteries");
    var captain = local.person(Role.MEMBER);
    at.planned().comes(captain.id());
    keeps(at, front, captain.id());
    var phone = captain.visitor();
    assertThat(phone.get(at.planned().at("/picket")).body()).contains("&lt;b&gt;Ladder")
        .doesNotContain("Batteries", "<b>Ladder");
    assertThat(wish(phone, at, "", "Hot water").status()).isEqualTo(303);
    assertThat(wishes(at).getLast().gate()).as("at the gate they see to").hasValue(front);
    assertThat(wish(phone, at, dock.toString(), "Not mine").status()).isEqualTo(404);
    UUID ladder = wishes(at).getFirst().id();
    UUID batteries = wishes(at).get(1).id();
    UUID water = wishes(at).getLast().id();
    String brought = at.planned().at("/picket/wish/brought");
    assertThat(phone.post(brought, "wish", ladder.toString(), "brought", "yes").status()).isEqualTo(303);
    assertThat(wishes(at).getFirst().brought()).isTrue();
    assertThat(phone.post(brought, "wish", batteries.toString(), "brought", "yes").status()).isEqualTo(404);
    String end = at.planned().at("/picket/wish/end");
    assertThat(phone.post(end, "wish", ladder.toString()).status()).as("it is everybody's").isEqualTo(404);
    assertThat(phone.post(end, "wish", water.toString()).status()).isEqualTo(303);
    assertThat(host.post(end, "wish", ladder.toString()).status()).isEqualTo(303);
    assertThat(wishes(at)).extracting(Picket.Wish::what).containsExactly("Batteries");
    var elsewhere = AtARung.now(local, StepKind.PICKET);
    assertThat(host.post(elsewhere.planned().at("/picket/wish/end"), "wish", batteries.toString()).status())
        .as("of another picket")
        .isEqualTo(404);
  }

  private static List<Picket.Wish> wishes(AtARung at) {
    return at.local().read(() -> Planned.part(Wishes.class).of(at.planned().id()));
  }
}
