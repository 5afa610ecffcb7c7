// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.OnceOnly;
import org.groundwork.target.MailDomains;
import org.groundwork.target.Networks;
import org.groundwork.target.Saved;
import org.groundwork.target.Target;
import org.groundwork.target.TargetFields;
import org.groundwork.target.Targets;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of targets; naming and changing one. */
@Controller
class TargetsController {
  private static final int LISTED = 50;
  private final Transactions transactions;
  private final Targets targets;
  private final MailDomains domains;
  private final Networks networks;
  private final OnceOnly onceOnly;
  private final Ids ids;

  TargetsController(Transactions transactions, Targets targets, MailDomains domains, Networks networks,
      OnceOnly onceOnly, Ids ids) {
    this.transactions = transactions;
    this.targets = targets;
    this.domains = domains;
    this.networks = networks;
    this.onceOnly = onceOnly;
    this.ids = ids;
  }

  @GetMapping("/l/{local}/targets")
  @Requires(Power.RESEARCH)
  Answer list(@RequestParam(defaultValue = "") String after) {
    Optional<UUID> from = after.isEmpty() ? Optional.empty() : Optional.of(Typed.uuid(after));
    return transactions.read(() -> {
      var found = targets.page(from, LISTED + 1);
      boolean more = found.size() > LISTED;
      var shown = more ? found.subList(0, LISTED) : found;
      return Answer.show(new TargetsPage(shown, more ? Optional.of(shown.getLast().id()) : Optional.empty(),
          from.isEmpty()));
    });
  }

  @GetMapping("/l/{local}/targets/new")
  @Requires(Power.RESEARCH)
  Answer blank(@RequestParam(defaultValue = "") String network) {
    return transactions.read(() -> {
      String known = networks.face(network).map(Networks.Face::network).orElse("");
      var form = new TargetEditForm("", ids.random().toString(), "landlord", "", "", "", known, "", "");
      return Answer.show(page(Optional.empty(), form, FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/targets/new")
  @Requires(Power.RESEARCH)
  Answer name(@ModelAttribute TargetEditForm form) {
    return transactions.write(() -> {
      var errors = new FormErrors();
      var fields = allowed(form.read(errors), List.of(), errors);
      if (fields.isEmpty()) {
        return Answer.again(page(Optional.empty(), form, errors));
      }
      if (!onceOnly.first(Typed.uuid(form.once() == null ? "" : form.once()), "target")) {
        return Answer.goTo("/l/" + Callers.actor().handle() + "/targets");
      }
      return Answer.goTo(at(targets.name(fields.get())) + "?done=saved");
    });
  }

  @GetMapping("/l/{local}/targets/{target}/change")
  @Requires(Power.RESEARCH)
  Answer edit(@PathVariable UUID target) {
    return transactions.read(() -> Answer.show(page(Optional.of(target),
        TargetEditForm.of(found(target), domains.of(target)), FormErrors.none())));
  }

  @PostMapping("/l/{local}/targets/{target}/change")
  @Requires(Power.RESEARCH)
  Answer save(@PathVariable UUID target, @ModelAttribute TargetEditForm form) {
    return transactions.write(() -> {
      found(target);
      var errors = new FormErrors();
      var fields = allowed(form.read(errors), domains.of(target), errors);
      if (fields.isEmpty()) {
        return Answer.again(page(Optional.of(target), form, errors));
      }
      if (targets.change(target, form.readVersion(), fields.get()) == Saved.YES) {
        return Answer.goTo(at(target) + "?done=saved");
      }
      Target now = found(target);
      return new Answer.Show(new TargetEditPage(Optional.of(target), form.over(now), FormErrors.none(), network(form),
          Optional.of(now)), 409);
    });
  }

  /** Whom the form to join turns away is the whole local's to decide: others leave the domains as they are. */
  private static Optional<TargetFields> allowed(Optional<TargetFields> read, List<MailDomains.MailDomain> before,
      FormErrors errors) {
    if (read.isPresent() && !NetworkController.decides() && !read.get().keeps(before)) {
      errors.refuse("domains", "target.domains.whole");
      return Optional.empty();
    }
    return read;
  }

  private TargetEditPage page(Optional<UUID> target, TargetEditForm form, FormErrors errors) {
    return new TargetEditPage(target, form, errors, network(form), Optional.empty());
  }

  private Optional<Networks.Face> network(TargetEditForm form) {
    return networks.face(form.network() == null ? "" : form.network());
  }

  private Target found(UUID target) {
    return targets.byId(target).orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
  }

  private static String at(UUID target) { return "/l/" + Callers.actor().handle() + "/targets/" + target; }
}
