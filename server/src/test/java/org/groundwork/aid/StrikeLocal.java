// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.Ladder;
import org.groundwork.campaign.Rung;
import org.groundwork.campaign.StepKind;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.roll.Layout;
import org.groundwork.roll.People;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.strike.Strike;
import org.groundwork.strike.StrikeList;
import org.groundwork.strike.Striker;
import org.groundwork.strike.Strikes;
import org.groundwork.support.FoundedLocal;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A strike of work that began three weeks ago, on a Monday or not. */
record StrikeLocal(AidLocal aid, UUID step, UUID site) {
  static StrikeLocal of(FoundedLocal local) {
    var aid = AidLocal.of(local);
    UUID site = local.write(() -> {
      UUID made = AidLocal.part(Sites.class).add(SiteKind.WORKPLACE, "Quill Laundry", Optional.empty());
      AidLocal.part(Sites.class)
          .layOut(made, Layout.ofHeadCounts(List.of("Ironing", "Folding"), List.of(""),
              List.of(List.of(12), List.of(15))));
      return made;
    });
    UUID campaign = campaign(local, site);
    Rung rung = local.read(() -> AidLocal.part(Ladder.class).of(campaign)).getFirst();
    local.write(() -> AidLocal.part(Ladder.class)
        .save(rung.step().id(), rung.version(), new Ladder.Details(rung.kind(),
            Optional.empty(), List.of(), "", "Seven days, says the clinic", Rung.Needs.nothing(),
            Optional.of(new Rung.Decided("The yard, 14 to 2", AidLocal.today().minusDays(100))))));
    Rung decided = local.read(() -> AidLocal.part(Ladder.class).rung(campaign, rung.step().id())).orElseThrow();
    local.write(() -> AidLocal.part(Strikes.class).begin(decided, AidLocal.today().minusDays(21), Optional.empty()));
    return new StrikeLocal(aid, rung.step().id(), site);
  }

  private static UUID campaign(FoundedLocal local, UUID site) {
    return local.write(() -> {
      UUID target = AidLocal.part(Targets.class)
          .name(TargetKind.LANDLORD, Optional.of("Quenby"), Optional.empty(),
              Optional.empty());
      var campaigns = AidLocal.part(Campaigns.class);
      UUID made = campaigns.draft("Zebra rise", target, Optional.of(site), Optional.empty());
      campaigns.ask(made, List.of(new Campaigns.NewDemand("Pay", "A letter", AidLocal.today().plusDays(40))));
      campaigns.plan(made, List.of(new Campaigns.NewStep("We stop", OptionalInt.empty(), StepKind.STRIKE),
          new Campaigns.NewStep("We talk", OptionalInt.empty())));
      campaigns.open(made);
      return made;
    });
  }

  UUID striker(String name, int daysAgo) {
    return aid.local().write(() -> {
      UUID set = AidLocal.part(ChangeSets.class).open("test");
      UUID person = AidLocal.part(People.class)
          .addContact(set,
              new People.Known(name, Optional.empty(), Optional.empty(), ""));
      AidLocal.part(People.class).place(set, person, site, Optional.empty(), false);
      AidLocal.part(StrikeList.class).out(step, person, AidLocal.today().minusDays(daysAgo));
      return person;
    });
  }

  void has(UUID person, int daysAgo, Striker.What what) {
    assertThat(aid.local()
        .<Boolean>write(() -> AidLocal.part(StrikeList.class)
            .on(step, person,
                AidLocal.today().minusDays(daysAgo), what)))
        .isTrue();
  }

  Strike strike() { return aid.local().read(() -> AidLocal.part(Strikes.class).of(step)).orElseThrow(); }

  /** A rule that is in force. */
  void rule(long perDay, int days, boolean any) {
    aid.local().write(() -> {
      AidLocal.part(StrikePay.class).save(new StrikeRule(step, perDay, days, any));
      return true;
    });
  }

  List<StrikeShare> due(LocalDate until) {
    return aid.local().read(() -> {
      var pay = AidLocal.part(StrikePay.class);
      return pay.due(strike(), pay.rule(step).orElseThrow(), until);
    });
  }

  StrikePay.Paid pays(LocalDate until, long total) { return pays(aid.local().founder(), until, PaidFrom.BANK, total); }

  StrikePay.Paid pays(FoundedLocal.Person by, LocalDate until, PaidFrom from, long total) {
    return aid.as(by, () -> AidLocal.part(StrikePay.class).pay(strike(), until, from, AidLocal.today(), total));
  }

  /** Above what a further person is needed, and above what a decision. */
  void limits(long release, long appropriation) {
    aid.local()
        .write(() -> AidLocal.part(JdbcClient.class)
            .sql("""
        insert into spending.rules (local_id, no_receipt, release, appropriation, petty_cash, changed_at)
        values (?, 5000, ?, ?, 10000, now())
        on conflict (local_id) do update set release = excluded.release, appropriation = excluded.appropriation""")
            .params(aid.local().id().value(), release, appropriation)
            .update());
  }

  /** So many who had a duty two days ago. */
  void picket(int people) {
    for (int at = 0; at < people; at++) {
      has(striker("Neighbour " + at, 21), 2, new Striker.What.Duty(Striker.Task.PICKET, Striker.Shift.MORNING));
    }
  }

  String path(String rest) { return aid.path("/strikes/" + step + rest); }
}
