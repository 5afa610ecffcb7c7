// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.dues.Choices;
import org.groundwork.dues.Period;
import org.groundwork.dues.Plan;
import org.groundwork.dues.Plans;
import org.groundwork.dues.Rate;
import org.groundwork.dues.Waivers;
import org.groundwork.platform.access.Role;
import org.groundwork.roll.Departure;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody goes on being charged who left, and whoever is asked for less is told that their card goes on. */
@ExtendWith(ProductExtension.class)
class CardsLeftTest {

  private static <T> T part(Class<T> type) { return CardLocal.part(type); }

  private static void leaves(FoundedLocal local, UUID person) {
    local.as(local.founder(), () -> local.write(() -> part(Departure.class).leave(person)));
  }

  /** Somebody's dues of a month, which repeat. */
  private static UUID repeating(CardLocal cards, UUID person, long amount) {
    UUID intent = cards.begun(person, CardIntent.Kind.DUES, 1, amount);
    String session = cards.opened(intent);
    cards.stripe.pay(session);
    cards.hear();
    assertThat(cards.find(intent).state()).isEqualTo(CardIntent.State.RUNNING);
    return intent;
  }

  @Test
  void whatRepeatsEndsWithTheMembership(FoundedLocal local) {
    var cards = CardLocal.of(local);
    UUID person = cards.member();
    UUID running = repeating(cards, person, 1_000);
    UUID late = cards.member();
    UUID open = cards.begun(late, CardIntent.Kind.DUES, 1, 1_000);
    cards.opened(open);
    leaves(local, person);
    leaves(local, late);
    cards.round(false);
    assertThat(cards.find(running).state()).isEqualTo(CardIntent.State.STOPPED);
    assertThat(cards.find(open).state()).isEqualTo(CardIntent.State.EXPIRED);
  }

  /** The first money may still be on its way, or be paid while they leave: nothing begins to repeat for them by that. */
  @Test
  void nothingBeginsToRepeatForSomebodyWhoLeft(FoundedLocal local) {
    var cards = CardLocal.of(local);
    UUID waiting = cards.member();
    UUID pending = cards.begun(waiting, CardIntent.Kind.DUES, 1, 1_000);
    String promised = cards.stripe.promise(cards.opened(pending));
    UUID forgotten = cards.member();
    UUID theirs = cards.begun(forgotten, CardIntent.Kind.DUES, 1, 1_000);
    String forgottenPromise = cards.stripe.promise(cards.opened(theirs));
    cards.hear();
    assertThat(cards.find(pending).state()).isEqualTo(CardIntent.State.PENDING);
    UUID quick = cards.member();
    UUID paid = cards.begun(quick, CardIntent.Kind.DUES, 1, 1_000);
    cards.stripe.pay(cards.opened(paid));
    leaves(local, waiting);
    leaves(local, quick);
    local.write(() -> {
      part(CardsForgotten.class).forget(forgotten);
      return true;
    });
    cards.hear();
    cards.round(false);
    assertThat(cards.find(pending).state()).isEqualTo(CardIntent.State.STOPPED);
    assertThat(cards.find(theirs).state()).isEqualTo(CardIntent.State.STOPPED);
    assertThat(cards.find(paid).state()).isEqualTo(CardIntent.State.STOPPED);
    for (String each : List.of(promised, forgottenPromise, cards.find(paid).subscription().orElseThrow())) {
      assertThat(cards.stripe.said(each, "status")).isEqualTo("canceled");
    }
    assertThat(cards.payments(paid)).as("what they paid is in the books").hasSize(1);
    cards.stripe.renew(promised);
    cards.hear();
    assertThat(cards.payments(pending)).as("what was on its way too").hasSize(1);
    assertThat(cards.find(pending).state()).isEqualTo(CardIntent.State.STOPPED);
    assertThat(cards.faults()).isEmpty();
  }

  /** A membership also ends where an import is undone; and what was written before this was looked at ends too. */
  @Test
  void onceADayWhatRepeatsForNobodyIsFound(FoundedLocal local) {
    var cards = CardLocal.of(local);
    UUID person = cards.member();
    UUID running = repeating(cards, person, 1_000);
    UUID stays = repeating(cards, cards.member(), 1_000);
    leaves(local, person);
    cards.round(false);
    local.write(() -> part(JdbcClient.class)
        .sql("update cards.intent set state = 'running' where local_id = ? and id = ?")
        .params(CardScope.local(), running)
        .update());
    cards.round(true);
    assertThat(cards.find(running).state()).isEqualTo(CardIntent.State.STOPPED);
    assertThat(cards.find(stays).state()).isEqualTo(CardIntent.State.RUNNING);
  }

  private static Optional<StillCharged.Why> why(FoundedLocal local, UUID intent) {
    return local.read(() -> part(StillCharged.class).why(part(CardIntents.class).find(intent).orElseThrow(),
        CardLocal.today()));
  }

  @Test
  void whoIsAskedForLessIsToldThatTheirCardGoesOn(FoundedLocal local) {
    var cards = CardLocal.of(local);
    UUID begun = local.write(() -> part(Plans.class).begin(new Plans.Draft("Quarterly", Period.QUARTER,
        Plan.Asks.NOTHING, 0, 30, "",
        List.of(new Plans.Bracket(Optional.empty(), "Most", new Rate.Amount(3_000), true),
            new Plans.Bracket(Optional.empty(), "Less", new Rate.Amount(1_500), false),
            new Plans.Bracket(Optional.empty(), "Without work", new Rate.Free(Rate.FreeFor.NO_WORK), false)),
        List.of())));
    Plan plan = local.read(() -> part(Plans.class).find(begun)).orElseThrow();
    var maria = local.person(Role.MEMBER);
    UUID running = repeating(cards, maria.id(), 1_000);
    assertThat(why(local, running)).isEmpty();
    chooses(local, plan, maria.id(), 0);
    assertThat(why(local, running)).isEmpty();
    chooses(local, plan, maria.id(), 1);
    assertThat(why(local, running)).hasValue(StillCharged.Why.LESS);
    chooses(local, plan, maria.id(), 2);
    assertThat(why(local, running)).hasValue(StillCharged.Why.FREE);
    assertThat(maria.visitor().get(local.path("dues")).body()).contains("Your card goes on being charged");
    assertThat(maria.visitor().get(local.path("card-payments/me")).body()).contains("Your rate is free, and your card");
    chooses(local, plan, maria.id(), 0);
    local.write(() -> {
      part(Waivers.class).give(maria.id(), CardLocal.today(), CardLocal.today().plusMonths(2));
      return true;
    });
    assertThat(why(local, running)).hasValue(StillCharged.Why.PAUSE);
    var treasurer = local.person(Role.MEMBER, Role.TREASURER).visitor();
    assertThat(treasurer.get(local.path("card-payments")).body()).contains("Nothing is asked of them for now");
  }

  private static void chooses(FoundedLocal local, Plan plan, UUID person, int place) {
    local.write(() -> part(Choices.class).choose(person, plan, plan.rates().get(place).id(), OptionalLong.empty(),
        CardLocal.today()));
  }

  @Test
  void duesBeyondAYearAreRefusedBeforeTheyArePaid(FoundedLocal local) {
    CardLocal.of(local);
    local.write(() -> part(Plans.class).begin(new Plans.Draft("Monthly", Period.MONTH, Plan.Asks.NOTHING, 0, 30, "",
        List.of(new Plans.Bracket(Optional.empty(), "All", new Rate.Amount(1_000), true)), List.of())));
    var maria = local.person(Role.MEMBER).visitor();
    String path = local.path("card-payments/me");
    for (String[] bad : new String[][]{{"other", "120.01"}, {"month", "10.01"}, {"quarter", "30.01"},
        {"year", "121"}}) {
      var refused = maria.post(path, "once", UUID.randomUUID().toString(), "what", bad[0], "amount", bad[1]);
      assertThat(refused.status()).as(bad[0]).isEqualTo(422);
      assertThat(refused.body()).as(bad[0]).contains("amount-error", bad[1]);
    }
    assertThat(maria.post(path, "once", UUID.randomUUID().toString(), "what", "other", "amount", "120").status())
        .isEqualTo(303);
    assertThat(maria.post(path, "once", UUID.randomUUID().toString(), "what", "month", "amount", "10").status())
        .isEqualTo(303);
  }
}
