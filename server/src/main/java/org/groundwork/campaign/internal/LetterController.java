// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Deliveries;
import org.groundwork.campaign.Letters;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.paper.PaperSize;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The words of a letter or petition, and its sheets to sign on. Nothing of it is sent to anyone. */
@Controller
class LetterController {
  private static final String AT = "/l/{local}/campaigns/{id}/steps/{step}/letter";
  private final Transactions transactions;
  private final LetterDesk desk;
  private final CampaignDesk campaigns;
  private final Letters letters;
  private final Deliveries deliveries;
  private final ProposedLetter proposed;
  private final Locals locals;
  private final Audit audit;

  LetterController(Transactions transactions, LetterDesk desk, CampaignDesk campaigns, Letters letters,
      Deliveries deliveries, ProposedLetter proposed, Locals locals, Audit audit) {
    this.transactions = transactions;
    this.desk = desk;
    this.campaigns = campaigns;
    this.letters = letters;
    this.deliveries = deliveries;
    this.proposed = proposed;
    this.locals = locals;
    this.audit = audit;
  }

  @GetMapping(AT)
  @Requires(Power.RUN_CAMPAIGNS)
  Answer letter(@PathVariable UUID id, @PathVariable UUID step, HttpServletRequest request) {
    return transactions.read(() -> {
      var letter = desk.letter(id, step);
      return Answer.show(page(letter, Optional.empty(), FormErrors.none(), request));
    });
  }

  @PostMapping(AT)
  @Requires(Power.RUN_CAMPAIGNS)
  Answer write(@PathVariable UUID id, @PathVariable UUID step, @RequestParam(defaultValue = "") String body,
      @RequestParam(defaultValue = "0") String version, HttpServletRequest request) {
    return transactions.write(() -> {
      var letter = desk.open(id, step);
      var errors = new FormErrors();
      String words = errors.required("body", body, Letters.LONGEST);
      if (errors.any()) {
        return Answer.again(page(letter, Optional.of(body), errors, request));
      }
      return switch (letters.save(step, version.matches("\\d{1,18}") ? Long.parseLong(version) : -1, words)) {
        case DONE -> Answer.goTo(CampaignDesk.at(letter.path()));
        case CHANGED -> new Answer.Show(page(letter, Optional.of(words), errors, request), 409);
        case FROZEN -> {
          errors.refuse("body", "signing.frozen");
          yield Answer.again(page(letter, Optional.of(words), errors, request));
        }
      };
    });
  }

  @GetMapping(AT + "/sheet")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer sheet(@PathVariable UUID id, @PathVariable UUID step, @RequestParam(defaultValue = "1") String part,
      HttpServletRequest request) {
    return transactions.write(() -> {
      var letter = desk.letter(id, step);
      var papers = LetterSheet.papers(desk.lines(letter));
      int at = part.matches("[0-9]{1,4}") ? Integer.parseInt(part) - 1 : -1;
      if (at < 0 || at >= papers.size()) {
        throw CampaignDesk.notFound();
      }
      audit.record("letter-printed", new SubjectRef("step", step), "no names");
      return Answer.paper(new LetterSheet(words(letter, request), papers.get(at), letter.homes(),
          LetterSheet.parts(papers).get(at)), size(), "letter");
    });
  }

  private LetterPage page(LetterDesk.Letter letter, Optional<String> typed, FormErrors errors,
      HttpServletRequest request) {
    var saved = desk.text(letter);
    boolean meanwhile = typed.isPresent() && !errors.any();
    return new LetterPage(letter, desk.strength(letter), desk.delivered(letter),
        typed.orElseGet(() -> words(letter, request)), saved.map(Letters.Text::version).orElse(0L),
        meanwhile ? saved : Optional.empty(), deliveries.after(letter.step()),
        LetterSheet.parts(LetterSheet.papers(desk.lines(letter))), campaigns.today(), errors);
  }

  private String words(LetterDesk.Letter letter, HttpServletRequest request) {
    return desk.text(letter).map(Letters.Text::body).orElseGet(() -> proposed.of(letter, request));
  }

  private PaperSize size() { return PaperSize.of(locals.profile().currency()); }
}
