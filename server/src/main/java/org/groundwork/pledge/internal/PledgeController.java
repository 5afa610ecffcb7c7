// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.pledge.AskedStep;
import org.groundwork.pledge.PrivateCodes;
import org.groundwork.pledge.Said;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The card: somebody takes the phone and answers themself. */
@Controller
class PledgeController {
  private final Transactions transactions;
  private final PledgeDesk desk;
  private final PrivateCodes codes;
  private final Audit audit;

  PledgeController(Transactions transactions, PledgeDesk desk, PrivateCodes codes, Audit audit) {
    this.transactions = transactions;
    this.desk = desk;
    this.codes = codes;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/sites/{site}/pledge/{step}/{person}")
  @Requires(Power.TALK)
  Answer card(@PathVariable UUID site, @PathVariable UUID step, @PathVariable UUID person) {
    return transactions.write(() -> {
      var asked = desk.reached(site, step, person);
      audit.record("person-seen", new SubjectRef("person", person), "");
      return Answer.show(page(asked, person, desk.overSince(asked), PledgeForm.blank(), FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/sites/{site}/pledge/{step}/{person}")
  @Requires(Power.TALK)
  Answer answer(@PathVariable("local") String handle, @PathVariable UUID site, @PathVariable UUID step,
      @PathVariable UUID person, @ModelAttribute PledgeForm form) {
    return transactions.write(() -> {
      var asked = desk.reached(site, step, person);
      var over = desk.over(asked);
      if (over.isPresent()) {
        return late(asked, person, over, form);
      }
      var errors = new FormErrors();
      var chosen = form.read(errors, desk.calls().of(asked));
      form.confirmed(errors);
      if (errors.any() || chosen.isEmpty()) {
        return Answer.again(page(asked, person, over, form, errors));
      }
      var said = new Said(person, chosen.get().reply(), chosen.get().atLeast(), desk.calls().now(),
          Callers.actor().person());
      if (!desk.calls().take(step, said)) {
        var now = desk.reached(site, step, person); // it ended between the two
        return late(now, person, desk.overSince(now), form);
      }
      String code = codes.make(step, person);
      return Answer.show(new HandedPage(PrivateCodes.groups(code),
          "/r/" + handle + "/card/" + PrivateCodes.inAddress(code), "/r/" + handle + "/card"));
    });
  }

  /** Nothing that was chosen is lost, but it counts no more: they can write down the talk. */
  private Answer late(AskedStep asked, UUID person, Optional<Over> over, PledgeForm form) {
    return new Answer.Show(page(asked, person, over, form, FormErrors.none()), 409);
  }

  private PledgePage page(AskedStep asked, UUID person, Optional<Over> over, PledgeForm form, FormErrors errors) {
    return new PledgePage(asked.site(), asked.id(), person, desk.name(person), desk.calls().text(asked),
        desk.calls().of(asked), desk.homes(asked), desk.who(asked, person), over, form, errors);
  }
}
