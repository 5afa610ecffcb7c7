// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Replies;
import org.groundwork.campaign.ReplyCorrections;
import org.groundwork.campaign.ReplyFiles;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.files.FormFiles;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.OnceOnly;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What the target answered, against each demand. */
@Controller
class RepliesController {
  private final Transactions transactions;
  private final CampaignDesk desk;
  private final Replies replies;
  private final ReplyCorrections corrections;
  private final ReplyFiles files;
  private final Form form;

  RepliesController(Transactions transactions, CampaignDesk desk, Replies replies, ReplyCorrections corrections,
      ReplyFiles files, Form form) {
    this.transactions = transactions;
    this.desk = desk;
    this.replies = replies;
    this.corrections = corrections;
    this.files = files;
    this.form = form;
  }

  /** What the forms about replies need: files, and that each is done once. */
  @Component("replyForms")
  record Form(FormFiles uploads, OnceOnly once, Ids ids, Audit audit) {}

  @GetMapping("/l/{local}/campaigns/{id}/replies")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer list(@PathVariable UUID id) {
    return transactions.write(() -> {
      var campaign = desk.run(id);
      form.audit().record("replies-seen", new SubjectRef("campaign", id), "");
      return Answer.show(page(campaign, ReplyForm.blank(desk.today()), form.ids().random(), FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/campaigns/{id}/replies")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer log(@PathVariable UUID id, @RequestParam Optional<UUID> once,
      @RequestParam MultiValueMap<String, String> typed,
      @RequestParam(name = "files", required = false) MultipartFile @Nullable [] sent) throws IOException {
    transactions.read(() -> open(id)); // a stranger's files are not even looked at
    UUID sending = once.orElseGet(form.ids()::random);
    var errors = new FormErrors();
    form.uploads().keep(sent, file -> files.keep(sending, file)).refuse(errors);
    return transactions.write(() -> {
      var campaign = open(id);
      var said = new ReplyForm(typed).read(errors, campaign.core().demands(), desk.today());
      if (said.isEmpty()) {
        return Answer.again(page(campaign, new ReplyForm(typed), sending, errors));
      }
      if (form.once().first(sending, "reply")) {
        files.handOver(sending, id, replies.log(id, said.get()));
      } else {
        files.drop(sending);
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

  private RepliesPage page(Campaign campaign, ReplyForm typed, UUID once, FormErrors errors) {
    UUID id = campaign.core().id();
    var all = replies.of(id);
    var rows = new RepliesPage.Rows(all, corrections.before(id),
        files.of(all.stream().map(Replies.Reply::id).toList()));
    return new RepliesPage(campaign, rows, typed, once, List.copyOf(files.ofForm(once)), replies.due(id), desk.zone(),
        errors);
  }

  private Campaign open(UUID id) {
    return Optional.of(desk.run(id)).filter(Campaign::goesOn).orElseThrow(CampaignDesk::notFound);
  }
}
