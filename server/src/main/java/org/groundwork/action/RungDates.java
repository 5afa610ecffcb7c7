// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Rung;
import org.groundwork.campaign.RungPages;
import org.groundwork.campaign.Runners;
import org.groundwork.campaign.StepKind;
import org.groundwork.platform.access.Callers;

/** The dates of a rung on its page, and the way to planning one. */
final class RungDates implements RungPages {
  private static final int MOST = 20;
  private final Actions actions;
  private final Marches marches;

  RungDates(Actions actions, Marches marches) {
    this.actions = actions;
    this.marches = marches;
  }

  @Override
  public List<RungPage> of(Rung rung) {
    var pages = new ArrayList<RungPage>();
    actions.ofStep(rung.step().id(), MOST).forEach(action -> {
      String at = "actions/" + action.id();
      pages.add(new RungPage(action.state() == Action.State.CANCELLED ? "rung.date.cancelled" : "rung.date",
          action.told().title(), at, "calendar-days",
          List.of(action.when().starts().atZone(action.when().zone()))));
      if (Runners.runs(Callers.actor(), action.site()) && action.state() != Action.State.CANCELLED) {
        if (rung.kind() == StepKind.MARCH) {
          pages.add(new RungPage("march.title", action.told().title(), at + "/march", "footprints"));
        } else if (rung.kind() == StepKind.PICKET) {
          pages.add(new RungPage("picket.title", action.told().title(), at + "/picket", "flag"));
        }
      }
    });
    promised(rung.step().id()).forEach(promise -> pages.add(new RungPage(word(promise), promise.promise(),
        "actions/" + promise.action() + "/march#report", "handshake",
        promise.promisedFor().<List<Object>>map(List::of).orElseGet(List::of))));
    if (rung.step().state() != Campaign.StepState.DONE) {
      pages.add(new RungPage("rung.plan", "",
          "actions/plan?campaign=" + rung.campaign() + "&step=" + rung.step().id(), "plus"));
    }
    return pages;
  }

  /** What was promised at the dates that the reader runs. */
  private List<March.Promise> promised(UUID step) {
    var promises = marches.promises(step);
    var runs = actions.byIds(promises.stream().map(March.Promise::action).toList())
        .stream()
        .filter(action -> Runners.runs(Callers.actor(), action.site()))
        .map(Action::id)
        .collect(Collectors.toSet());
    return promises.stream().filter(promise -> runs.contains(promise.action())).toList();
  }

  private static String word(March.Promise promise) {
    String open = promise.promisedFor().isPresent() ? "march.promised.by" : "march.promised";
    return promise.kept().map(kept -> kept ? "march.promise.was-kept" : "march.promise.was-broken").orElse(open);
  }

  @Override
  public boolean keeps(UUID step) { return !actions.ofStep(step, 1).isEmpty(); }
}
