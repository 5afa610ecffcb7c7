// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.groundwork.platform.web.RequestLanguage;
import org.groundwork.roll.JoinQuestion;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What other modules ask on the form to join. What nobody offers, or was not chosen, counts as the usual answer. */
@Component
class JoinQuestions {
  private final List<JoinQuestion> all;
  private final RequestLanguage language;

  JoinQuestions(ObjectProvider<JoinQuestion> all, RequestLanguage language) {
    this.all = all.orderedStream().toList();
    this.language = language;
  }

  List<JoinPage.Question> of(HttpServletRequest request, Locale reader) {
    return all.stream()
        .flatMap(each -> each.asked(reader)
            .map(asked -> new JoinPage.Question(each.field(), asked, chosen(request, each, asked)))
            .stream())
        .toList();
  }

  /** What was chosen, by the questions' fields. */
  Map<String, String> chosen(HttpServletRequest request) {
    var chosen = new TreeMap<String, String>();
    of(request, language.of(request)).forEach(each -> chosen.put(each.field(), each.chosen()));
    return chosen;
  }

  private static String chosen(HttpServletRequest request, JoinQuestion question, JoinQuestion.Asked asked) {
    return Optional.ofNullable(request.getParameter(question.field())).filter(asked::offers).orElse(asked.usual());
  }
}
