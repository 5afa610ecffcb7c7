// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.reinforcement.Wish;
import org.groundwork.reinforcement.Wishes;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A steward asks for a call, and the organisers of the place make one of it or say why not. */
@Controller
class WishController {
  private static final String AT = "/l/{local}/reinforcements/wishes";
  private static final int LONGEST = 300;
  private final Transactions transactions;
  private final ReinforcementDesk desk;
  private final Wishes wishes;
  private final Named named;
  private final CallingController.Once once;

  WishController(Transactions transactions, ReinforcementDesk desk, Wishes wishes, Named named,
      CallingController.Once once) {
    this.transactions = transactions;
    this.desk = desk;
    this.wishes = wishes;
    this.named = named;
    this.once = once;
  }

  /** What people and places are called. */
  @Component("wishNames")
  record Named(People people, Sites sites) {}

  @GetMapping(AT + "/new")
  @Requires(Power.TALK)
  Answer blank() {
    return transactions.read(() -> {
      var sites = sites();
      return Answer.show(new WishEditPage(WishForm.blank(once.ids().random(), sites, desk.now(), desk.zone()),
          FormErrors.none(), sites));
    });
  }

  @PostMapping(AT + "/new")
  @Requires(Power.TALK)
  Answer ask(@ModelAttribute WishForm form) {
    return transactions.write(() -> {
      var errors = new FormErrors();
      var sites = sites();
      var wish = form.read(errors, sites, desk.zone(), desk.now());
      if (wish.isEmpty()) {
        return Answer.again(new WishEditPage(form, errors, sites));
      }
      UUID sending = CallTyped.id(form.once()).orElseThrow(ReinforcementDesk::notFound);
      if (once.only().first(sending, "reinforcement-wish") && wishes.ask(wish.get()).isEmpty()) {
        errors.refuse("why", "wish.too-many", Wishes.MOST_OPEN);
        return Answer.again(new WishEditPage(anew(form), errors, sites));
      }
      return Answer.goTo(ReinforcementDesk.at("reinforcements?done=wished"));
    });
  }

  /** What was refused although it was read can be sent again. */
  private WishForm anew(WishForm form) {
    return new WishForm(once.ids().random().toString(), form.site(), form.urgency(), form.place(), form.why(),
        form.day(), form.from(), form.until());
  }

  @GetMapping(AT + "/{id}")
  @Requires(Power.TALK)
  Answer look(@PathVariable UUID id) {
    return transactions.read(() -> Answer.show(page(seen(id), "", FormErrors.none())));
  }

  @PostMapping(AT + "/{id}/decline")
  @Requires(Power.ORGANISE)
  Answer decline(@PathVariable UUID id, @RequestParam(defaultValue = "") String answer) {
    return transactions.write(() -> {
      var wish = wishes.byId(id).filter(WishController::answers).orElseThrow(ReinforcementDesk::notFound);
      var errors = new FormErrors();
      String why = errors.required("answer", answer, LONGEST);
      if (errors.any()) {
        return Answer.again(page(wish, answer, errors));
      }
      boolean declined = wishes.decline(id, why);
      return Answer.goTo(ReinforcementDesk.at("reinforcements?done=" + (declined ? "declined" : "answered")));
    });
  }

  private Wish seen(UUID id) {
    return wishes.byId(id)
        .filter(wish -> answers(wish) || wish.by().equals(Callers.actor().person()))
        .orElseThrow(ReinforcementDesk::notFound);
  }

  private static boolean answers(Wish wish) { return Callers.actor().may(Power.ORGANISE, wish.site()); }

  private WishPage page(Wish wish, String typed, FormErrors errors) {
    return new WishPage(wish, named.people().known(wish.by()).map(People.Known::name).orElse(""),
        named.sites().byId(wish.site()).map(Site::name).orElse(""), wish.open(desk.now()), answers(wish), typed,
        errors);
  }

  /** The places where the caller talks with people. */
  private List<Site> sites() {
    return named.sites().all().stream().filter(site -> Callers.actor().may(Power.TALK, site.id())).toList();
  }
}
