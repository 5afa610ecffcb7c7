// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.files.FormFiles;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.OnceOnly;
import org.groundwork.platform.web.RequestLanguage;
import org.groundwork.spending.Decided;
import org.groundwork.spending.NewPayout;
import org.groundwork.spending.Papers;
import org.groundwork.spending.Payout;
import org.groundwork.spending.Payouts;
import org.groundwork.spending.RuleBook;
import org.groundwork.spending.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A member asks for what they laid out; the treasurer writes bills down; either mends what they asked for. */
@Controller("spendingAsk")
class AskController {
  private final Transactions transactions;
  private final SpendingDesk desk;
  private final Payouts payouts;
  private final RuleBook rules;
  private final Forms forms;

  AskController(Transactions transactions, SpendingDesk desk, Payouts payouts, RuleBook rules, Forms forms) {
    this.transactions = transactions;
    this.desk = desk;
    this.payouts = payouts;
    this.rules = rules;
    this.forms = forms;
  }

  /** Files of forms, forms done once, and how sums are typed. */
  @Component("spendingForms")
  record Forms(FormFiles files, Papers papers, OnceOnly only, Ids ids, RequestLanguage language) {}

  @GetMapping("/l/{local}/spending/new")
  @Requires(Power.TAKE_PART)
  Answer laidOut() { return blank(false); }

  @GetMapping("/l/{local}/spending/bills/new")
  @Requires(Power.KEEP_MONEY)
  Answer bill() {
    Callers.everywhere(Power.KEEP_MONEY);
    return blank(true);
  }

  private Answer blank(boolean bill) {
    return transactions.read(() -> {
      if (desk.book().isEmpty()) {
        return Answer.show(new NoBooksPage());
      }
      var form = PayoutForm.blank(forms.ids().random(), desk.spendable().getFirst().id(), bill);
      return Answer.show(page(new Asked(bill, Optional.empty()), form, FormErrors.none()));
    });
  }

  @GetMapping("/l/{local}/spending/{payout}/mend")
  @Requires(Power.TAKE_PART)
  Answer mend(@PathVariable UUID payout, HttpServletRequest request) {
    return transactions.read(() -> {
      var own = own(payout);
      var spelling = spelling(request);
      return Answer.show(page(Asked.of(own), PayoutForm.of(forms.ids().random(), own, spelling), FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/spending/new")
  @Requires(Power.TAKE_PART)
  Answer asks(@ModelAttribute PayoutForm form, HttpServletRequest request,
      @RequestParam(name = "files", required = false) MultipartFile @Nullable [] sent) throws IOException {
    return sent(new Asked(false, Optional.empty()), form, sent, request);
  }

  @PostMapping("/l/{local}/spending/bills/new")
  @Requires(Power.KEEP_MONEY)
  Answer came(@ModelAttribute PayoutForm form, HttpServletRequest request,
      @RequestParam(name = "files", required = false) MultipartFile @Nullable [] sent) throws IOException {
    Callers.everywhere(Power.KEEP_MONEY);
    return sent(new Asked(true, Optional.empty()), form, sent, request);
  }

  @PostMapping("/l/{local}/spending/{payout}/mend")
  @Requires(Power.TAKE_PART)
  Answer mended(@PathVariable UUID payout, @ModelAttribute PayoutForm form, HttpServletRequest request,
      @RequestParam(name = "files", required = false) MultipartFile @Nullable [] sent) throws IOException {
    return sent(transactions.read(() -> Asked.of(own(payout))), form, sent, request);
  }

  /** What a form is about: something new, or what is mended. */
  private record Asked(boolean bill, Optional<Payout> before) {
    static Asked of(Payout payout) { return new Asked(payout.kind() == NewPayout.Kind.BILL, Optional.of(payout)); }

    String action() {
      return before.map(each -> "spending/" + each.id() + "/mend").orElse(bill ? "spending/bills/new" : "spending/new");
    }
  }

  private Answer sent(Asked asked, PayoutForm form, MultipartFile @Nullable [] sent, HttpServletRequest request)
      throws IOException {
    UUID id = transactions.read(() -> {
      desk.currency(); // before a file is looked at
      return SpendingTyped.id(form.once()).orElseThrow(SpendingDesk::notFound);
    });
    var errors = new FormErrors();
    forms.files().keep(sent, file -> forms.papers().keepWithForm(id, file)).refuse(errors);
    return transactions.write(() -> {
      if (!forms.only().first(id, "spending-ask")) {
        forms.papers().drop(id); // of one sent twice; those of the first were handed on
        return SpendingDesk.goTo("spending?done=asked");
      }
      var typed = form.read(errors, new PayoutForm.Against(desk, rules.now(), spelling(request),
          !papers(asked, id).isEmpty(), asked.bill(), Callers.actor().person()));
      if (typed.isEmpty()) {
        forms.only().notDone(id);
        return Answer.again(page(asked, form, errors));
      }
      return done(asked, id, typed.get());
    });
  }

  private Answer done(Asked asked, UUID form, NewPayout typed) {
    if (asked.before().isEmpty()) {
      forms.papers().hand(form, Papers.payout(payouts.ask(typed)));
      return SpendingDesk.goTo("spending?done=asked");
    }
    UUID payout = asked.before().get().id();
    if (payouts.mend(payout, typed) instanceof Decided.Done) {
      forms.papers().hand(form, Papers.payout(payout));
      return SpendingDesk.goTo("spending?done=asked");
    }
    return SpendingDesk.goTo("spending/" + payout + "?meanwhile=1");
  }

  private List<FileStore.Kept> papers(Asked asked, UUID form) {
    return Stream.concat(asked.before().stream().flatMap(each -> forms.papers().of(Papers.payout(each.id())).stream()),
        forms.papers().ofForm(form).stream()).toList();
  }

  private PayoutFormPage page(Asked asked, PayoutForm form, FormErrors errors) {
    UUID id = SpendingTyped.id(form.once()).orElseThrow(SpendingDesk::notFound);
    return new PayoutFormPage(asked.bill(), asked.action(), form, desk.kinds(), desk.spendable(),
        desk.money(rules.now().noReceipt()), asked.before()
            .flatMap(each -> each.stage() instanceof Stage.SentBack(String why) ? Optional.of(why) : Optional.empty()),
        papers(asked, id), errors);
  }

  /** What the caller asked for and can still change. */
  private Payout own(UUID payout) {
    return payouts.find(payout)
        .filter(each -> each.asked(Callers.actor().person()) && each.canBeMended())
        .orElseThrow(SpendingDesk::notFound);
  }

  private SpendingTyped.Spelling spelling(HttpServletRequest request) {
    return new SpendingTyped.Spelling(desk.currency(), forms.language().of(request));
  }
}
