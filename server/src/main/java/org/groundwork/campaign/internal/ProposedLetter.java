// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.StepKind;
import org.groundwork.platform.web.RequestLanguage;
import org.groundwork.platform.web.Texts;
import org.groundwork.roll.Site;
import org.groundwork.target.Target;
import org.groundwork.target.Targets;
import org.springframework.stereotype.Component;

/** Proposes the words of a letter from what the fight asks and of whom, in the reader's language. */
@Component
class ProposedLetter {
  private final Targets targets;
  private final Texts texts;
  private final RequestLanguage language;

  ProposedLetter(Targets targets, Texts texts, RequestLanguage language) {
    this.targets = targets;
    this.texts = texts;
    this.language = language;
  }

  String of(LetterDesk.Letter letter, HttpServletRequest request) {
    var text = texts.of(request);
    var days = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language.of(request));
    var lines = new ArrayList<String>();
    var target = targets.byId(letter.campaign().core().target());
    target.flatMap(Target::person).ifPresent(person -> lines.add(text.t("signing.propose.to", person)));
    target.flatMap(Target::firm).ifPresent(lines::add);
    if (!lines.isEmpty()) {
      lines.add("");
    }
    String kind = letter.site().map(Site::kind).map(at -> at.name().toLowerCase(java.util.Locale.ROOT)).orElse("none");
    lines.add(text.t("signing.propose.who." + kind, letter.site().map(Site::name).orElse("")) + " "
        + text.t(letter.rung().kind() == StepKind.PETITION ? "signing.propose.petition" : "signing.propose.ask"));
    lines.add("");
    int number = 1;
    for (var demand : letter.campaign().core().demands()) {
      lines.add(text.t("signing.propose.demand", number, demand.what(), demand.measure(), days.format(demand.dueOn())));
      number++;
    }
    lines.add("");
    letter.campaign()
        .core()
        .demands()
        .stream()
        .map(Campaign.Demand::dueOn)
        .min(LocalDate::compareTo)
        .ifPresent(due -> lines.add(text.t("signing.propose.answer", days.format(due))));
    lines.add(text.t("signing.propose.together"));
    return String.join("\n", lines);
  }
}
