// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.OnceOnly;
import org.groundwork.roll.People;
import org.groundwork.target.MailDomains;
import org.groundwork.target.Networks;
import org.groundwork.target.Research;
import org.groundwork.target.ResearchSection;
import org.groundwork.target.Saved;
import org.groundwork.target.Target;
import org.groundwork.target.Targets;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A target's page is its research sheet; its questions and findings are written, changed and removed one by one. */
@Controller
class ResearchController {
  private static final Set<String> DONE = Set.of("saved", "found", "removed");
  private final Transactions transactions;
  private final Targets targets;
  private final Research research;
  private final MailDomains domains;
  private final Networks networks;
  private final People people;
  private final Locals locals;
  private final OnceOnly onceOnly;
  private final Ids ids;
  private final Audit audit;
  private final Clock clock;

  ResearchController(Transactions transactions, Targets targets, Research research, MailDomains domains,
      Networks networks, People people, Locals locals, OnceOnly onceOnly, Ids ids, Audit audit, Clock clock) {
    this.transactions = transactions;
    this.targets = targets;
    this.research = research;
    this.domains = domains;
    this.networks = networks;
    this.people = people;
    this.locals = locals;
    this.onceOnly = onceOnly;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping("/l/{local}/targets/{target}")
  @Requires(Power.RESEARCH)
  Answer sheet(@PathVariable UUID target, @RequestParam(defaultValue = "") String done) {
    return transactions.write(() -> {
      Target found = found(target);
      var sheet = research.sheet(target);
      audit.record("research-seen", new SubjectRef("target", target), sheet.size() + " entries");
      return Answer.show(new TargetPage(found, found.network().flatMap(networks::face), domains.of(target), sheet,
          names(sheet), locals.profile().zone(), DONE.contains(done)
              ? Optional.of("target.done." + done)
              : Optional
                  .empty()));
    });
  }

  private Map<UUID, String> names(List<Research.Item> sheet) {
    var names = new HashMap<UUID, String>();
    people.known(sheet.stream().flatMap(item -> item.by().stream()).distinct().toList())
        .forEach((id, known) -> names.put(id, known.name()));
    return names;
  }

  @GetMapping("/l/{local}/targets/{target}/research/new")
  @Requires(Power.RESEARCH)
  Answer blank(@PathVariable UUID target, @RequestParam(defaultValue = "") String section) {
    return transactions.read(() -> {
      String part = ResearchSection.known(section).orElse(ResearchSection.WHO_DECIDES).key();
      var form = new FindingForm("", ids.random().toString(), part, "", "", "", today().toString(), "");
      return Answer.show(page(target, Optional.empty(), form, FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/targets/{target}/research/new")
  @Requires(Power.RESEARCH)
  Answer write(@PathVariable UUID target, @ModelAttribute FindingForm form) {
    return transactions.write(() -> {
      found(target);
      var errors = new FormErrors();
      if (research.sheet(target).size() >= Research.MOST) {
        errors.refuse("finding", "research.full", Research.MOST);
      }
      var entry = form.read(errors, today());
      if (entry.isEmpty()) {
        return Answer.again(page(target, Optional.empty(), form, errors));
      }
      if (onceOnly.first(Typed.uuid(form.once() == null ? "" : form.once()), "research")) {
        research.add(target, entry.get());
      }
      return Answer.goTo(at(target) + "?done=found");
    });
  }

  @GetMapping("/l/{local}/targets/{target}/research/{item}")
  @Requires(Power.RESEARCH)
  Answer edit(@PathVariable UUID target, @PathVariable UUID item) {
    return transactions.read(() -> Answer.show(page(target, Optional.of(item),
        FindingForm.of(found(target, item), today()), FormErrors.none())));
  }

  @PostMapping("/l/{local}/targets/{target}/research/{item}")
  @Requires(Power.RESEARCH)
  Answer save(@PathVariable UUID target, @PathVariable UUID item, @ModelAttribute FindingForm form) {
    return transactions.write(() -> {
      var known = found(target, item);
      var errors = new FormErrors();
      var entry = form.read(errors, today());
      if (entry.isEmpty()) {
        return Answer.again(page(target, Optional.of(item), form, errors));
      }
      return research.change(known, form.readVersion(), entry.get()) == Saved.YES
          ? Answer.goTo(at(target) + "?done=found")
          : changedMeanwhile(target, item, form);
    });
  }

  @PostMapping("/l/{local}/targets/{target}/research/{item}/remove")
  @Requires(Power.RESEARCH)
  Answer remove(@PathVariable UUID target, @PathVariable UUID item, @RequestParam(defaultValue = "") String version) {
    return transactions.write(() -> {
      var known = found(target, item);
      return research.remove(known, Typed.version(version)) == Saved.YES
          ? Answer.goTo(at(target) + "?done=removed")
          : changedMeanwhile(target, item, FindingForm.of(known, today()));
    });
  }

  private Answer changedMeanwhile(UUID target, UUID item, FindingForm form) {
    var now = found(target, item);
    return new Answer.Show(
        new FindingPage(found(target), Optional.of(item), form.over(now), FormErrors.none(), Optional.of(now)), 409);
  }

  private FindingPage page(UUID target, Optional<UUID> item, FindingForm form, FormErrors errors) {
    return new FindingPage(found(target), item, form, errors, Optional.empty());
  }

  private Target found(UUID target) { return targets.byId(target).orElseThrow(ResearchController::notFound); }

  private Research.Item found(UUID target, UUID item) {
    return research.byId(target, item).orElseThrow(ResearchController::notFound);
  }

  private LocalDate today() { return LocalDate.now(clock.withZone(locals.profile().zone())); }

  private static String at(UUID target) { return "/l/" + Callers.actor().handle() + "/targets/" + target; }

  private static NotAllowed notFound() { return new NotAllowed(NotAllowed.Reason.NOT_FOUND); }
}
