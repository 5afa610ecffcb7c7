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
import org.groundwork.platform.files.FormFiles;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** One answer of the other side: put right, and the letter beside it. */
@Controller
class ReplyController {
  private static final String AT = "/l/{local}/campaigns/{id}/replies/{reply}";
  private final Transactions transactions;
  private final CampaignDesk desk;
  private final Replies replies;
  private final ReplyCorrections corrections;
  private final ReplyFiles files;
  private final RepliesController.Form form;

  ReplyController(Transactions transactions, CampaignDesk desk, Replies replies, ReplyCorrections corrections,
      ReplyFiles files, RepliesController.Form form) {
    this.transactions = transactions;
    this.desk = desk;
    this.replies = replies;
    this.corrections = corrections;
    this.files = files;
    this.form = form;
  }

  @GetMapping(AT + "/correct")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer look(@PathVariable UUID id, @PathVariable UUID reply) {
    return transactions.write(() -> {
      var campaign = open(id);
      var kept = kept(id, reply);
      form.audit().record("replies-seen", new SubjectRef("campaign", id), "");
      return Answer.show(page(campaign, kept, ReplyForm.of(kept.said()), form.ids().random(), FormErrors.none()));
    });
  }

  @PostMapping(AT + "/correct")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer correct(@PathVariable UUID id, @PathVariable UUID reply, @RequestParam Optional<UUID> once,
      @RequestParam(defaultValue = "0") String version, @RequestParam MultiValueMap<String, String> typed,
      @RequestParam(name = "files", required = false) MultipartFile @Nullable [] sent) throws IOException {
    transactions.read(() -> {
      open(id); // a stranger's files are not even looked at
      return kept(id, reply);
    });
    UUID sending = once.orElseGet(form.ids()::random);
    var errors = new FormErrors();
    form.uploads().keep(sent, file -> files.keep(sending, file)).refuse(errors);
    return transactions.write(() -> {
      var campaign = open(id);
      var said = new ReplyForm(typed).read(errors, campaign.core().demands(), desk.today());
      return said.isEmpty()
          ? Answer.again(again(campaign, reply, version(version), typed, sending, errors))
          : corrected(campaign, reply, version(version), said.get(), typed, sending, errors);
    });
  }

  private Answer corrected(Campaign campaign, UUID reply, long version, Replies.Said said,
      MultiValueMap<String, String> typed, UUID sending, FormErrors errors) {
    UUID id = campaign.core().id();
    return switch (corrections.correct(id, reply, version, said)) {
      case GONE -> throw CampaignDesk.notFound();
      case CHANGED -> {
        var now = kept(id, reply);
        var page = page(campaign, now, new ReplyForm(typed), sending, errors);
        yield new Answer.Show(page.meanwhile(now.said()), 409);
      }
      case DONE -> {
        if (!form.once().first(sending, "reply-correct")) {
          files.drop(sending);
        } else if (!files.handOver(sending, id, reply)) {
          FormFiles.tooMany(errors);
        }
        yield errors.any()
            ? Answer.again(page(campaign, kept(id, reply), new ReplyForm(typed), form.ids().random(), errors))
            : Answer.goTo(CampaignDesk.at("campaigns/" + id + "/replies"));
      }
    };
  }

  @GetMapping(AT + "/files/{file}")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer file(@PathVariable UUID id, @PathVariable UUID reply, @PathVariable UUID file) {
    return transactions.write(() -> {
      desk.run(id);
      kept(id, reply);
      String type = files.look(id, reply, file).orElseThrow(CampaignDesk::notFound).mediaType();
      return Answer.file(files.content(reply, file), type, switch (type) {
        case "image/jpeg" -> "picture.jpg";
        case "image/png" -> "picture.png";
        default -> "letter.pdf";
      });
    });
  }

  @PostMapping(AT + "/files/{file}/remove")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer removeFile(@PathVariable UUID id, @PathVariable UUID reply, @PathVariable UUID file) {
    return transactions.write(() -> {
      open(id);
      files.remove(id, kept(id, reply).id(), file);
      return Answer.goTo(CampaignDesk.at("campaigns/" + id + "/replies/" + reply + "/correct"));
    });
  }

  /** The form as it was sent: it keeps the version that it was made from. */
  private ReplyPage again(Campaign campaign, UUID reply, long version, MultiValueMap<String, String> typed,
      UUID sending, FormErrors errors) {
    var now = kept(campaign.core().id(), reply);
    return page(campaign, new Replies.Reply(reply, version, now.said()), new ReplyForm(typed), sending, errors);
  }

  private ReplyPage page(Campaign campaign, Replies.Reply now, ReplyForm typed, UUID sending, FormErrors errors) {
    return new ReplyPage(campaign, now.id(), now.version(), typed, sending,
        files.of(List.of(now.id())).getOrDefault(now.id(), List.of()), files.ofForm(sending), Optional.empty(),
        errors);
  }

  private Replies.Reply kept(UUID id, UUID reply) {
    return replies.byId(id, reply).orElseThrow(CampaignDesk::notFound);
  }

  private Campaign open(UUID id) {
    return Optional.of(desk.run(id)).filter(Campaign::goesOn).orElseThrow(CampaignDesk::notFound);
  }

  private static long version(String typed) { return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : -1; }
}
