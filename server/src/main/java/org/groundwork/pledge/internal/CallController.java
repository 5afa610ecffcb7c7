// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.Runners;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.pledge.AskedStep;
import org.groundwork.pledge.Call;
import org.groundwork.pledge.Calls;
import org.groundwork.pledge.FollowUps;
import org.groundwork.pledge.Said;
import org.groundwork.pledge.StandBy;
import org.groundwork.pledge.Standing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The call of a rung, for those who run its campaign and may see the people of its site. */
@Controller
class CallController {
  private static final int PROPOSED_DAYS = 30;
  private final Transactions transactions;
  private final PledgeDesk desk;
  private final Campaigns campaigns;
  private final FollowUps followUps;
  private final StandBy standBy;
  private final Locals locals;
  private final Audit audit;

  CallController(Transactions transactions, PledgeDesk desk, Campaigns campaigns, FollowUps followUps, StandBy standBy,
      Locals locals, Audit audit) {
    this.standBy = standBy;
    this.transactions = transactions;
    this.desk = desk;
    this.campaigns = campaigns;
    this.followUps = followUps;
    this.locals = locals;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/campaigns/{id}/steps/{step}/pledges")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer call(@PathVariable UUID id, @PathVariable UUID step) {
    return transactions.write(() -> {
      var asked = asked(id, step);
      audit.record("pledges-seen", new SubjectRef("step", step), "");
      return Answer.show(page(asked, form(asked), FormErrors.none(), false));
    });
  }

  private RuleForm form(AskedStep step) {
    return RuleForm.of(desk.calls().of(step.id()), desk.calls().today().plusDays(PROPOSED_DAYS));
  }

  @PostMapping("/l/{local}/campaigns/{id}/steps/{step}/pledges/rule")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer set(@PathVariable UUID id, @PathVariable UUID step, @ModelAttribute RuleForm form) {
    return transactions.write(() -> {
      var asked = asked(id, step);
      var errors = new FormErrors();
      var kind = form.readKind(errors);
      var own = form.readOwn(errors, desk.calls().of(asked));
      var until = form.readUntil(errors, desk.calls().today());
      if (errors.any()) {
        return Answer.again(page(asked, form, errors, false));
      }
      return switch (desk.calls().set(step, form.readVersion(), kind, own, until)) {
        case Calls.Set.Done _ -> Answer.goTo(at(asked));
        case Calls.Set.NoKeyHolders _ -> {
          errors.refuse("kind", "pledge.refused.no-key-holders");
          yield Answer.again(page(asked, form, errors, false));
        }
        case Calls.Set.ChangedMeanwhile _ -> new Answer.Show(page(asked, form.over(version(step)), errors, true), 409);
      };
    });
  }

  private long version(UUID step) { return desk.calls().of(step).map(call -> call.core().version()).orElse(0L); }

  @PostMapping("/l/{local}/campaigns/{id}/steps/{step}/pledges/told")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer told(@PathVariable UUID id, @PathVariable UUID step, @RequestParam UUID person,
      @RequestParam(defaultValue = "") String said) {
    return transactions.write(() -> {
      var asked = asked(id, step);
      desk.calls().followedUp(step, person, FollowUps.Said.of(said).orElseThrow(PledgeDesk::notFound));
      return Answer.goTo(at(asked) + "#tell");
    });
  }

  @PostMapping("/l/{local}/campaigns/{id}/steps/{step}/pledges/stand-by")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer standBy(@PathVariable UUID id, @PathVariable UUID step, @RequestParam UUID person,
      @RequestParam(defaultValue = "") String says) {
    return transactions.write(() -> {
      var asked = asked(id, step);
      if (!standBy.says(step, person, StandBy.Says.of(says).orElseThrow(PledgeDesk::notFound))) {
        throw new NotAllowed(NotAllowed.Reason.CHANGED_MEANWHILE);
      }
      return Answer.goTo(at(asked) + "#answers");
    });
  }

  @PostMapping("/l/{local}/campaigns/{id}/steps/{step}/pledges/again")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer again(@PathVariable UUID id, @PathVariable UUID step) {
    return transactions.write(() -> {
      var asked = asked(id, step);
      if (!desk.calls().again(step)) {
        throw new NotAllowed(NotAllowed.Reason.CHANGED_MEANWHILE);
      }
      return Answer.goTo(at(asked));
    });
  }

  /** A rung of a campaign that the caller runs, at a site whose people they may see. */
  private AskedStep asked(UUID campaign, UUID step) {
    return desk.calls()
        .step(step)
        .filter(asked -> asked.campaign().equals(campaign) && Callers.actor().may(Power.SEE_PEOPLE, asked.site()))
        .filter(asked -> campaigns.byId(campaign).filter(c -> Runners.runs(Callers.actor(), c)).isPresent())
        .orElseThrow(PledgeDesk::notFound);
  }

  private CallPage page(AskedStep step, RuleForm form, FormErrors errors, boolean meanwhile) {
    var calls = desk.calls();
    var call = calls.of(step.id());
    var standing = calls.nowOrNothing(step);
    String title = campaigns.byId(step.campaign()).map(Campaign::core).map(Campaign.Core::title).orElse("");
    return new CallPage(title, calls.text(step), step, call, standing, answers(step, standing),
        standBy.round(step), toTell(step), form,
        errors, meanwhile, locals.profile().zone());
  }

  private List<CallPage.OfSteward> answers(AskedStep step, Standing standing) {
    var ours = desk.calls().whoCounts(step);
    var counted = desk.calls().answers(step.id()).stream().filter(said -> ours.contains(said.person())).toList();
    var names = desk.names(counted.stream().map(Said::person).toList());
    var doors = desk.doors(step.site());
    var stewards = desk.stewards().at(step.site());
    Map<Optional<UUID>, List<CallPage.Line>> bySteward = new LinkedHashMap<>();
    for (Said said : counted) {
      boolean in = said.asksFor().isPresent() && standing.solved().includes(said.asksFor().getAsInt());
      bySteward.computeIfAbsent(Optional.ofNullable(stewards.get(said.person())), _ -> new ArrayList<>())
          .add(new CallPage.Line(said.person(), names.getOrDefault(said.person(), ""),
              doors.getOrDefault(said.person(), ""), said.reply(), said.atLeast(), in));
    }
    return bySteward.entrySet()
        .stream()
        .map(of -> new CallPage.OfSteward(of.getKey().map(desk::name), of.getValue()))
        .toList();
  }

  private List<CallPage.Tell> toTell(AskedStep step) {
    var lines = followUps.of(step.id());
    var names = desk.names(lines.stream().map(FollowUps.Line::person).toList());
    var stewards = desk.stewards().at(step.site());
    return lines.stream()
        .map(line -> new CallPage.Tell(line.person(), names.getOrDefault(line.person(), ""),
            Optional.ofNullable(stewards.get(line.person())).map(desk::name), line.said()))
        .toList();
  }

  private static String at(AskedStep step) {
    return PledgeDesk.in("campaigns/" + step.campaign() + "/steps/" + step.id() + "/pledges");
  }
}
