// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.util.Optional;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.Walk;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteSuggestions;
import org.groundwork.roll.Sites;
import org.groundwork.target.Networks;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;
import org.groundwork.target.WhoCanSayYes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The walk's question: who can say yes. */
@Controller
class WhoController {
  private static final String WHO = "start/who-can-say-yes";
  private final Transactions transactions;
  private final Targets targets;
  private final Sites sites;
  private final SiteSuggestions registers;
  private final Networks networks;
  private final Walk walk;

  WhoController(Transactions transactions, Targets targets, Sites sites, SiteSuggestions registers, Networks networks,
      Walk walk) {
    this.transactions = transactions;
    this.targets = targets;
    this.sites = sites;
    this.registers = registers;
    this.networks = networks;
    this.walk = walk;
  }

  @GetMapping("/l/{local}/start/who-can-say-yes")
  @Requires(Power.RESEARCH)
  Answer who() {
    Callers.everywhere(Power.RESEARCH);
    return transactions.read(() -> {
      var form = targets.all()
          .stream()
          .findFirst()
          .map(t -> new TargetForm(t.person().orElse(""), t.firm().orElse(""), t.person().isEmpty() ? "on" : ""))
          .orElseGet(
              () -> new TargetForm(inRegister().flatMap(SiteSuggestions.Suggestion::signedBy).orElse(""), "", ""));
      return Answer.show(page(form, FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/start/who-can-say-yes")
  @Requires(Power.RESEARCH)
  Answer name(@ModelAttribute TargetForm form) {
    Callers.everywhere(Power.RESEARCH);
    var errors = new FormErrors();
    String person = errors.optional("person", form.person(), 120);
    String firm = errors.optional("firm", form.firm(), 160);
    return transactions.write(() -> {
      var answer = WhoCanSayYes.read(person, firm, form.notKnown());
      if (answer instanceof WhoCanSayYes.Refused(String reason)) {
        errors.refuse("person", "target.refused." + reason);
      }
      if (errors.any()) {
        return Answer.again(page(form, errors));
      }
      switch (answer) {
        case WhoCanSayYes.Somebody(var named, var behind) -> save(Optional.of(named), behind);
        case WhoCanSayYes.NotKnownYet(var behind) -> save(Optional.empty(), behind);
        case WhoCanSayYes.Refused _ -> throw new IllegalStateException("refused answers were shown again above");
      }
      return Answer.goTo("/l/" + Callers.actor().handle() + "/" + walk.after(WHO).orElse(""));
    });
  }

  private void save(Optional<String> person, Optional<String> firm) {
    var site = sites.all().stream().findFirst();
    var kind = site.map(Site::kind).map(TargetKind::facing).orElse(TargetKind.LANDLORD);
    var network = site.flatMap(Site::registerSite).flatMap(networks::of);
    var first = targets.all().stream().findFirst();
    if (first.isPresent()) {
      targets.correct(first.get().id(), kind, person, firm, network);
    } else {
      targets.name(kind, person, firm, network);
    }
  }

  private Optional<SiteSuggestions.Suggestion> inRegister() {
    return sites.all().stream().findFirst().flatMap(Site::registerSite).flatMap(registers::byId);
  }

  private WhoPage page(TargetForm form, FormErrors errors) {
    return new WhoPage(form, errors, inRegister(), walk.place(WHO), walk.before(WHO));
  }
}
