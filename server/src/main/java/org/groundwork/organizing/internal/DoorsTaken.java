// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.organizing.Fields;
import org.groundwork.organizing.TakenAlong;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.web.FormErrors;
import org.springframework.stereotype.Component;

/** The doors of a site, taken along: what comes back is a conversation, held when it was held. */
@Component
class DoorsTaken implements TakenAlong {
  private static final String OWN_FIELD = "f-";
  private final TalkDesk desk;
  private final TalkWriting writing;
  private final Fields fields;

  DoorsTaken(TalkDesk desk, TalkWriting writing, Fields fields) {
    this.desk = desk;
    this.writing = writing;
    this.fields = fields;
  }

  @Override
  public String kind() { return "site"; }

  @Override
  public May may(UUID of) { return Callers.actor().may(Power.TALK, of) ? May.ALL : May.NOTHING; }

  @Override
  public Came write(UUID of, Map<String, String> record, Instant heldAt) {
    var own = FieldInputs.of(fields.seenAt(of), record);
    var errors = new FormErrors();
    try {
      var left = writing.write(desk.site(of, Power.TALK), form(record), own, heldAt, errors);
      return errors.all()
          .stream()
          .findFirst()
          .map(refusal -> new Came(false, refusal.key(), refusal.arguments()))
          .orElseGet(() -> told(own, record, left));
    } catch (NotAllowed gone) {
      return Came.refused("turf.gone");
    }
  }

  /** Fields that are asked no more, or not of the caller, are left out; so is what was said again later. */
  private static Came told(FieldInputs own, Map<String, String> record, List<Fields.Field> left) {
    var known = own.fields().stream().map(FieldInputs::name).collect(Collectors.toUnmodifiableSet());
    boolean unknown = record.entrySet()
        .stream()
        .anyMatch(typed -> typed.getKey().startsWith(OWN_FIELD) && !typed.getValue().isBlank()
            && !known.contains(typed.getKey()));
    return unknown ? Came.done("turf.field-gone") : left.isEmpty() ? Came.DONE : Came.done("turf.field-later");
  }

  private static TalkForm form(Map<String, String> record) {
    return new TalkForm(record.get("id"), record.get("unit"), record.get("outcome"), record.get("who"),
        record.get("name"), record.get("issue"), record.get("ask"), record.get("reply"), record.get("atLeast"),
        record.get("prepared"), record.get("note"), record.get("next"), record.get("nextOn"), record.get("back"),
        record.get("backAt"), record.get("language"), "");
  }
}
