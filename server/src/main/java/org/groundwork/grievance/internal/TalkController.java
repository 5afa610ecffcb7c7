// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.grievance.Grievances.Grievance;
import org.groundwork.grievance.Grievances.NextTalk;
import org.groundwork.grievance.Saved;
import org.groundwork.grievance.Talks;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.Languages;
import org.groundwork.platform.web.RequestLanguage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The next talk a grievance leads to: who, what is asked, by when. */
@Controller
class TalkController {
  private final Transactions transactions;
  private final GrievancesInReach reach;
  private final Talks talks;
  private final Organisers organisers;
  private final PaperRows days;
  private final RequestLanguage language;
  private final Languages languages;
  private final Audit audit;

  TalkController(Transactions transactions, GrievancesInReach reach, Talks talks, Organisers organisers, PaperRows days,
      RequestLanguage language, Languages languages, Audit audit) {
    this.transactions = transactions;
    this.reach = reach;
    this.talks = talks;
    this.organisers = organisers;
    this.days = days;
    this.language = language;
    this.languages = languages;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/grievances/{id}/talk")
  @Requires(Power.SEE_GRIEVANCES)
  Answer ask(@PathVariable UUID id, HttpServletRequest request) {
    return transactions.write(() -> {
      Grievance grievance = reach.find(id);
      audit.record("grievance-seen", new SubjectRef("grievance", id), "");
      String proposed = languages.text(language.of(request), "talk.ask.proposed");
      return Answer.show(new TalkPage(grievance,
          TalkForm.of(grievance, proposed, Callers.actor().person().toString()), FormErrors.none(), organisers.of(id),
          Optional.empty()));
    });
  }

  @PostMapping("/l/{local}/grievances/{id}/talk")
  @Requires(Power.SEE_GRIEVANCES)
  Answer plan(@PathVariable UUID id, @ModelAttribute TalkForm form) {
    return transactions.write(() -> {
      Grievance grievance = reach.find(id);
      var errors = new FormErrors();
      String ask = errors.required("ask", form.ask(), 500);
      var owner = organisers.chosen(id, errors, "owner", form.owner());
      LocalDate today = days.today();
      var on = Dates.optional(errors, "on", form.on(), today, today.plusYears(1));
      if (errors.any()) {
        return Answer.again(new TalkPage(grievance, form, errors, organisers.of(id), Optional.empty()));
      }
      return switch (talks.plan(id, Numbers.version(form.version()), new NextTalk(ask, owner.orElseThrow(), on))) {
        case Saved.Yes _ -> Answer.goTo("/l/" + Callers.actor().handle() + "/grievances/" + id);
        case Saved.ChangedMeanwhile(Grievance now) -> new Answer.Show(
            new TalkPage(now, form.over(now), errors, organisers.of(id), Optional.of(theirs(now))), 409);
      };
    });
  }

  private TalkPage.Theirs theirs(Grievance now) {
    return new TalkPage.Theirs(now.next().map(NextTalk::ask).orElse(""),
        reach.name(now.next().map(NextTalk::owner)).orElse(""));
  }
}
