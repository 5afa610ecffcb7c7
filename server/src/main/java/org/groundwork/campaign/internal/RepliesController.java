// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Replies;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.OnceOnly;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the target answered, against each demand. */
@Controller
class RepliesController {
  private final Transactions transactions;
  private final CampaignDesk desk;
  private final Replies replies;
  private final OnceOnly onceOnly;
  private final Ids ids;
  private final Audit audit;

  RepliesController(Transactions transactions, CampaignDesk desk, Replies replies, OnceOnly onceOnly, Ids ids,
      Audit audit) {
    this.transactions = transactions;
    this.desk = desk;
    this.replies = replies;
    this.onceOnly = onceOnly;
    this.ids = ids;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/campaigns/{id}/replies")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer list(@PathVariable UUID id) {
    return transactions.write(() -> {
      var campaign = desk.run(id);
      audit.record("replies-seen", new SubjectRef("campaign", id), "");
      return Answer.show(page(campaign, ReplyForm.blank(desk.today()), ids.random(), FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/campaigns/{id}/replies")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer log(@PathVariable UUID id, @RequestParam Optional<UUID> once,
      @RequestParam MultiValueMap<String, String> typed) {
    return transactions.write(() -> {
      var campaign = open(id);
      UUID form = once.orElseGet(ids::random);
      var errors = new FormErrors();
      var said = new ReplyForm(typed).read(errors, campaign.core().demands(), desk.today());
      if (said.isEmpty()) {
        return Answer.again(page(campaign, new ReplyForm(typed), form, errors));
      }
      if (onceOnly.first(form, "reply")) {
        replies.log(id, said.get());
      }
      return Answer.goTo(CampaignDesk.at("campaigns/" + id + "/replies"));
    });
  }

  @PostMapping("/l/{local}/campaigns/{id}/replies/{reply}/remove")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer remove(@PathVariable UUID id, @PathVariable UUID reply) {
    return transactions.write(() -> {
      open(id);
      replies.remove(id, reply);
      return Answer.goTo(CampaignDesk.at("campaigns/" + id + "/replies"));
    });
  }

  @PostMapping("/l/{local}/campaigns/{id}/replies/looked")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer looked(@PathVariable UUID id) {
    return transactions.write(() -> {
      open(id);
      replies.looked(id);
      return Answer.goTo(CampaignDesk.at("campaigns/" + id + "/replies"));
    });
  }

  private RepliesPage page(Campaign campaign, ReplyForm form, UUID once, FormErrors errors) {
    UUID id = campaign.core().id();
    return new RepliesPage(campaign, replies.of(id), form, once, replies.due(id), errors);
  }

  private Campaign open(UUID id) {
    return Optional.of(desk.run(id)).filter(Campaign::goesOn).orElseThrow(CampaignDesk::notFound);
  }
}
