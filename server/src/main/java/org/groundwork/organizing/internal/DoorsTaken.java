// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.organizing.Asks;
import org.groundwork.organizing.FieldMarks;
import org.groundwork.organizing.Fields;
import org.groundwork.organizing.OpenAsks;
import org.groundwork.organizing.Reply;
import org.groundwork.organizing.TakenAlong;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.Site;
import org.springframework.stereotype.Component;

/** The doors of a site, taken along: what comes back is a conversation, held when it was held. */
@Component
class DoorsTaken implements TakenAlong {
  private static final String OWN_FIELD = "f-";
  private final TalkDesk desk;
  private final TalkWriting writing;
  private final Fields fields;
  private final FieldMarks marks;
  private final Asks asks;

  DoorsTaken(TalkDesk desk, TalkWriting writing, Fields fields, FieldMarks marks, Asks asks) {
    this.desk = desk;
    this.writing = writing;
    this.fields = fields;
    this.marks = marks;
    this.asks = asks;
  }

  @Override
  public String kind() { return "site"; }

  @Override
  public May may(UUID of) { return Callers.actor().may(Power.TALK, of) ? May.ALL : May.NOTHING; }

  @Override
  public Came write(UUID of, Map<String, String> record, Instant heldAt) {
    var own = FieldInputs.of(fields.seenAt(of), record);
    var form = form(record);
    try {
      var site = desk.site(of, Power.TALK);
      var heldThen = form.readWho().map(who -> marks.held(who, record.getOrDefault("mark", ""))).orElseGet(Set::of);
      var errors = new FormErrors();
      var left = writing.write(site, form, own, heldAt, heldThen, errors);
      if (late(errors)) { // all but the answer is kept
        errors = new FormErrors();
        left = writing.write(site, form.unanswered(), own, heldAt, heldThen, errors);
      }
      if (errors.any()) {
        var refusal = errors.all().getFirst();
        return Came.refused(refusal.key(), refusal.arguments());
      }
      return new Came(true, told(site, form, own, record, left));
    } catch (NotAllowed gone) {
      return Came.refused("turf.gone");
    }
  }

  private static boolean late(FormErrors errors) {
    return errors.on("reply").filter(refusal -> refusal.key().equals(TalkForm.ASK_OVER)).isPresent();
  }

  /**
   * An answer that comes too late is left out; so are fields that are asked no more, or not of the caller, and what was said
   * again later or emptied.
   */
  private List<Told> told(Site site, TalkForm form, FieldInputs own, Map<String, String> record,
      List<Fields.Field> left) {
    var told = new ArrayList<Told>();
    if (writing.withoutAnswer(form)) {
      told.add(tooLate(site, form));
    }
    if (unknown(own, record)) {
      told.add(new Told("turf.field-gone", List.of()));
    }
    if (!left.isEmpty()) {
      told.add(new Told("turf.field-later",
          List.of(left.stream().map(field -> field.said().name()).collect(Collectors.joining(", ")))));
    }
    return told;
  }

  private Told tooLate(Site site, TalkForm form) {
    var reply = new Word("reply." + Reply.of(form.reply() == null ? "" : form.reply()).orElseThrow().key());
    return form.readAsk()
        .flatMap(ask -> asks.over(ask, site.id()))
        .map(OpenAsks.Over::text)
        .map(text -> new Told("turf.answer-late", List.of(text, reply)))
        .orElseGet(() -> new Told("turf.answer-late.some", List.of(reply)));
  }

  private static boolean unknown(FieldInputs own, Map<String, String> record) {
    var known = own.fields().stream().map(FieldInputs::name).collect(Collectors.toUnmodifiableSet());
    return record.entrySet()
        .stream()
        .anyMatch(typed -> typed.getKey().startsWith(OWN_FIELD) && !typed.getValue().isBlank()
            && !known.contains(typed.getKey()));
  }

  private static TalkForm form(Map<String, String> record) {
    return new TalkForm(record.get("id"), record.get("unit"), record.get("outcome"), record.get("who"),
        record.get("name"), record.get("issue"), record.get("ask"), record.get("reply"), record.get("atLeast"),
        record.get("prepared"), record.get("note"), record.get("next"), record.get("nextOn"), record.get("back"),
        record.get("backAt"), record.get("language"), "");
  }
}
