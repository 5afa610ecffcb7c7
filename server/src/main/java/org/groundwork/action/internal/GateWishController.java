// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.UUID;
import org.groundwork.action.Picket;
import org.groundwork.action.Wishes;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is needed at a picket, in words: said by whoever runs it, and for a gate by whoever sees to it. */
@Controller
class GateWishController {
  private final Transactions transactions;
  private final PicketDesk desk;
  private final PicketView view;
  private final Wishes wishes;
  private final ActionController.Once once;

  GateWishController(Transactions transactions, PicketDesk desk, PicketView view, Wishes wishes,
      ActionController.Once once) {
    this.transactions = transactions;
    this.desk = desk;
    this.view = view;
    this.wishes = wishes;
    this.once = once;
  }

  @PostMapping("/l/{local}/actions/{id}/picket/wish")
  @Requires(Power.TAKE_PART)
  Answer add(@PathVariable UUID id, @ModelAttribute WishForm form) {
    return transactions.write(() -> {
      var seen = desk.see(id);
      UUID tap = Typed.id(form.once()).orElseThrow(ActionDesk::notFound);
      var errors = new FormErrors();
      var gate = form.at(seen);
      String what = errors.required("wish", form.wish(), 120);
      if (!errors.any() && once.only().first(tap, "picket-wish")
          && !wishes.add(id, gate.map(Picket.Gate::id), what, seen.writer())) {
        errors.refuse("wish", "picket.wish.most", Wishes.MOST);
      }
      return errors.any()
          ? Answer.again(view.page(seen, view.blank(), PicketView.Typing.wish(form), "", errors))
          : Answer.goTo(ActionDesk.at(id, "/picket#needs"));
    });
  }

  @PostMapping("/l/{local}/actions/{id}/picket/wish/brought")
  @Requires(Power.TAKE_PART)
  Answer brought(@PathVariable UUID id, @RequestParam(defaultValue = "") String wish,
      @RequestParam(defaultValue = "") String brought) {
    return transactions.write(() -> {
      var seen = desk.see(id);
      wishes.brought(wish(seen, wish).id(), brought.equals("yes"), seen.writer());
      return Answer.goTo(ActionDesk.at(id, "/picket#needs"));
    });
  }

  @PostMapping("/l/{local}/actions/{id}/picket/wish/end")
  @Requires(Power.TAKE_PART)
  Answer remove(@PathVariable UUID id, @RequestParam(defaultValue = "") String wish) {
    return transactions.write(() -> {
      var seen = desk.see(id);
      var gone = wish(seen, wish);
      if (!seen.runs() && gone.gate().isEmpty()) {
        throw ActionDesk.notFound();
      }
      wishes.remove(gone.id());
      return Answer.goTo(ActionDesk.at(id, "/picket#needs"));
    });
  }

  /** Something that is needed where the caller sees it; anything else is as if it were not there. */
  private Picket.Wish wish(PicketDesk.Seen seen, String typed) {
    return Typed.id(typed)
        .flatMap(id -> wishes.of(seen.action().id())
            .stream()
            .filter(one -> one.id().equals(id) && seen.sees(one))
            .findFirst())
        .orElseThrow(ActionDesk::notFound);
  }
}
