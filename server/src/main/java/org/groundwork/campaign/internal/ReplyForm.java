// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Replies;
import org.groundwork.platform.web.FormErrors;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A reply as typed: for each demand of the fight what was said to it, and perhaps by when. */
public record ReplyForm(MultiValueMap<String, String> typed) {
  private static final int LONGEST = 4000;
  private static final int LONGEST_NAME = 200;

  static ReplyForm blank(LocalDate today) {
    var typed = new LinkedMultiValueMap<String, String>();
    typed.add("on", today.toString());
    return new ReplyForm(typed);
  }

  /** What was written down, as it would be typed. */
  static ReplyForm of(Replies.Said said) {
    var typed = new LinkedMultiValueMap<String, String>();
    typed.add("on", said.on().toString());
    typed.add("from", said.from());
    typed.add("way", said.way().key());
    typed.add("words", said.words());
    typed.add("ours", said.ours().orElse(""));
    for (var to : said.to()) {
      typed.add(answerField(to.demand()), to.answer().key());
      to.promised().ifPresent(day -> typed.add(promisedField(to.demand()), day.toString()));
    }
    return new ReplyForm(typed);
  }

  /** What was typed into a field. */
  public String in(String field) {
    return Optional.ofNullable(typed.getFirst(field)).orElse("");
  }

  /** The field in which the answer to a demand is chosen. */
  public static String answerField(UUID demand) {
    return "answer-" + demand;
  }

  /** The field in which a promised day is typed. */
  public static String promisedField(UUID demand) {
    return "promised-" + demand;
  }

  Optional<Replies.Said> read(FormErrors errors, List<Campaign.Demand> demands, LocalDate today) {
    var day = day(errors, "on");
    day.filter(on -> on.isAfter(today)).ifPresent(_ -> errors.refuse("on", "step.decided.past"));
    if (day.isEmpty()) {
      errors.refuse("on", "form.required");
    }
    String from = errors.required("from", in("from"), LONGEST_NAME);
    var way = Replies.Way.known(in("way"));
    if (way.isEmpty()) {
      errors.refuse("way", "form.choose");
    }
    String words = errors.required("words", in("words"), LONGEST);
    String ours = errors.optional("ours", in("ours"), LONGEST);
    var to = answers(errors, demands, day);
    return errors.any() || way.isEmpty() || day.isEmpty()
        ? Optional.empty()
        : Optional.of(new Replies.Said(day.get(), from, way.get(), words,
            Optional.of(ours).filter(text -> !text.isEmpty()), to));
  }

  private List<Replies.To> answers(FormErrors errors, List<Campaign.Demand> demands, Optional<LocalDate> came) {
    var to = new ArrayList<Replies.To>();
    for (var demand : demands) {
      String promised = promisedField(demand.id());
      var answer = Replies.Answer.known(in(answerField(demand.id())));
      var day = day(errors, promised);
      if (answer.isEmpty() && day.isPresent()) {
        errors.refuse(answerField(demand.id()), "form.choose");
      }
      if (day.isPresent() && came.filter(day.get()::isBefore).isPresent()) {
        errors.refuse(promised, "reply.promised.before");
      }
      answer.ifPresent(said -> to.add(new Replies.To(demand.id(), said, day)));
    }
    if (to.isEmpty() && !demands.isEmpty()) {
      errors.refuse(answerField(demands.getFirst().id()), "reply.to-what");
    }
    return to;
  }

  private Optional<LocalDate> day(FormErrors errors, String field) {
    String text = in(field).strip();
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      errors.refuse(field, "form.date");
      return Optional.empty();
    }
  }
}
