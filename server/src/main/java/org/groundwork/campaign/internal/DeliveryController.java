// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.groundwork.campaign.Deliveries;
import org.groundwork.campaign.Letters;
import org.groundwork.campaign.StrengthTests;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.paper.PaperSize;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.target.Target;
import org.groundwork.target.Targets;
import org.groundwork.roll.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who signed, and handing it over: the one step at which names get on paper. */
@Controller
class DeliveryController {
  private static final String AT = "/l/{local}/campaigns/{id}/steps/{step}/letter";
  /** So many names a page: each is two fields of the form, and a server takes five hundred. */
  static final int PAGE = 200;
  private final Transactions transactions;
  private final LetterDesk desk;
  private final CampaignDesk campaigns;
  private final Kept kept;
  private final Targets targets;
  private final Locals locals;
  private final Audit audit;

  DeliveryController(Transactions transactions, LetterDesk desk, CampaignDesk campaigns, Kept kept, Targets targets,
      Locals locals, Audit audit) {
    this.transactions = transactions;
    this.desk = desk;
    this.campaigns = campaigns;
    this.kept = kept;
    this.targets = targets;
    this.locals = locals;
    this.audit = audit;
  }

  /** What is kept of signatures. */
  @org.springframework.stereotype.Component("signaturesKept")
  record Kept(Letters letters, Deliveries deliveries, StrengthTests tests, People people) {}

  @GetMapping(AT + "/names")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer names(@PathVariable UUID id, @PathVariable UUID step, @RequestParam(defaultValue = "1") int page) {
    return transactions.write(() -> {
      var letter = desk.letter(id, step);
      audit.record("signers-seen", new SubjectRef("step", step), "");
      var all = signers(step);
      int pages = Math.max(1, Math.ceilDiv(all.size(), PAGE));
      int at = Math.clamp(page, 1, pages);
      boolean mayChange = letter.campaign().goesOn() && desk.delivered(letter).isEmpty();
      return Answer.show(new SignersPage(letter.path(), letter.rung().step().what(),
          all.stream().skip((at - 1L) * PAGE).limit(PAGE).toList(), kept.letters().unnamed(step), at, pages,
          mayChange));
    });
  }

  @PostMapping(AT + "/names")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer unname(@PathVariable UUID id, @PathVariable UUID step, @RequestParam(defaultValue = "0") int next,
      @RequestParam(required = false) @Nullable List<String> shown,
      @RequestParam(required = false) @Nullable List<String> unnamed) {
    return transactions.write(() -> {
      var letter = desk.open(id, step);
      var seen = ids(shown);
      seen.retainAll(signers(step).stream().map(Deliveries.Signer::person).toList());
      var ticked = ids(unnamed);
      ticked.retainAll(seen);
      boolean open = kept.letters().unnamed(step, seen, ticked);
      String names = letter.path() + "/names";
      return Answer.goTo(CampaignDesk.at(!open ? names : next > 1 ? names + "?page=" + next : letter.path()));
    });
  }

  @GetMapping(AT + "/deliver")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer ask(@PathVariable UUID id, @PathVariable UUID step) {
    return transactions.write(() -> {
      var letter = deliverable(id, step);
      if (desk.delivered(letter).isPresent()) {
        return Answer.goTo(CampaignDesk.at(letter.path()));
      }
      audit.record("signers-seen", new SubjectRef("step", step), "");
      String whom = targets.byId(letter.campaign().core().target()).flatMap(Target::called).orElse("");
      return Answer.show(page(letter, new DeliverForm(campaigns.today().toString(), "", whom, ""), FormErrors.none()));
    });
  }

  @PostMapping(AT + "/deliver")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer deliver(@PathVariable UUID id, @PathVariable UUID step, @ModelAttribute DeliverForm form) {
    return transactions.write(() -> {
      var letter = deliverable(id, step);
      var errors = new FormErrors();
      var said = form.read(errors, campaigns.today());
      if (said.isEmpty()) {
        return Answer.again(page(letter, form, errors));
      }
      return switch (kept.deliveries().deliver(step, letter.site(), letter.rung().step().threshold(), said.get())) {
        case Deliveries.Outcome.Done _,Deliveries.Outcome.Already _ -> Answer.goTo(CampaignDesk.at(letter.path()));
        case Deliveries.Outcome.Below _ -> {
          errors.refuse("reason", "deliver.reason.needed");
          yield Answer.again(page(letter, form, errors));
        }
      };
    });
  }

  @PostMapping(AT + "/reopen")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer reopen(@PathVariable UUID id, @PathVariable UUID step) {
    return transactions.write(() -> {
      var letter = desk.open(id, step);
      kept.deliveries().reopen(step, campaigns.today());
      return Answer.goTo(CampaignDesk.at(letter.path()));
    });
  }

  @GetMapping(AT + "/delivered")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer delivered(@PathVariable UUID id, @PathVariable UUID step) {
    return transactions.write(() -> {
      var letter = desk.letter(id, step);
      var made = desk.delivered(letter).orElseThrow(CampaignDesk::notFound);
      audit.record("letter-printed", new SubjectRef("step", step), made.names() + " names");
      return Answer.paper(new DeliveredSheet(desk.text(letter).map(Letters.Text::body).orElse(""), made,
          kept.deliveries().names(step)), PaperSize.of(locals.profile().currency()), "letter");
    });
  }

  private LetterDesk.Letter deliverable(UUID id, UUID step) {
    var letter = desk.open(id, step);
    if (letter.locked()) {
      throw CampaignDesk.notFound();
    }
    return letter;
  }

  private DeliverPage page(LetterDesk.Letter letter, DeliverForm form, FormErrors errors) {
    return new DeliverPage(letter.path(), letter.rung().step().what(), letter.homes(), desk.ready(letter), form,
        errors);
  }

  private List<Deliveries.Signer> signers(UUID step) {
    return kept.people()
        .known(kept.tests().whoDid(step))
        .entrySet()
        .stream()
        .map(known -> new Deliveries.Signer(known.getKey(), known.getValue().name()))
        .sorted((a, b) -> String.CASE_INSENSITIVE_ORDER.compare(a.name(), b.name()))
        .toList();
  }

  private static Set<UUID> ids(@Nullable List<String> typed) {
    var ids = new HashSet<UUID>();
    (typed == null ? List.<String>of() : typed).forEach(one -> Typed.id(one).ifPresent(ids::add));
    return ids;
  }
}
