// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.groundwork.organizing.Fields;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.PersonRecords;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A local's own fields: which there are, and what they hold about somebody. */
@Controller
class FieldsController {
  private final Transactions transactions;
  private final Fields fields;
  private final PersonRecords records;
  private final TalkDesk desk;
  private final Audit audit;

  FieldsController(Transactions transactions, Fields fields, PersonRecords records, TalkDesk desk, Audit audit) {
    this.transactions = transactions;
    this.fields = fields;
    this.records = records;
    this.desk = desk;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/fields")
  @Requires(Power.ORGANISE)
  Answer all() { return transactions.read(() -> Answer.show(page(FieldForm.blank(), FormErrors.none()))); }

  @PostMapping("/l/{local}/fields")
  @Requires(Power.ORGANISE)
  Answer add(@ModelAttribute FieldForm form) {
    Callers.everywhere(Power.ORGANISE);
    return transactions.write(() -> {
      var errors = new FormErrors();
      var said = form.read(errors);
      if (said.isPresent() && !fields.add(said.get())) {
        errors.refuse("name", "fields.most", Fields.MOST);
      }
      return errors.any() ? Answer.again(page(form, errors)) : Answer.goTo(TalkDesk.in("fields"));
    });
  }

  /** Before a field goes with everything it holds: about how many people that is. */
  @GetMapping("/l/{local}/fields/{field}/retire")
  @Requires(Power.ORGANISE)
  Answer ask(@PathVariable UUID field) {
    Callers.everywhere(Power.ORGANISE);
    return transactions.read(() -> fields.inUse()
        .stream()
        .filter(one -> one.id().equals(field))
        .findFirst()
        .map(one -> Answer.show(new RetireFieldPage(one, fields.held(field))))
        .orElseThrow(TalkDesk::notFound));
  }

  @PostMapping("/l/{local}/fields/{field}/retire")
  @Requires(Power.ORGANISE)
  Answer retire(@PathVariable UUID field) {
    Callers.everywhere(Power.ORGANISE);
    return transactions.write(() -> {
      if (!fields.retire(field)) {
        throw TalkDesk.notFound();
      }
      return Answer.goTo(TalkDesk.in("fields"));
    });
  }

  @GetMapping("/l/{local}/people/{person}/fields")
  @Requires(Power.TALK)
  Answer of(@PathVariable UUID person) {
    return transactions.write(() -> {
      var seen = seen(person);
      audit.record("fields-seen", new SubjectRef("person", person), "");
      return Answer.show(new PersonFieldsPage(person, desk.name(person), FieldInputs.holding(seen, held(person)),
          FormErrors.none()));
    });
  }

  @PostMapping("/l/{local}/people/{person}/fields")
  @Requires(Power.TALK)
  Answer set(@PathVariable UUID person, @RequestParam Map<String, String> all) {
    return transactions.write(() -> {
      var inputs = FieldInputs.of(seen(person), all);
      fields.lock(person);
      var held = held(person);
      var errors = new FormErrors();
      var values = inputs.read(errors);
      boolean meanwhile = meanwhile(inputs, held, errors);
      if (errors.any()) {
        var page = new PersonFieldsPage(person, desk.name(person), inputs.over(held), errors);
        return meanwhile ? new Answer.Show(page, 409) : Answer.again(page);
      }
      values.keySet()
          .removeIf(field -> !inputs.touched(field, held)
              || inputs.in(field).equals(held.getOrDefault(field.id(), "")));
      if (!values.isEmpty()) {
        fields.set(person, values);
      }
      return Answer.goTo(TalkDesk.in("people/" + person));
    });
  }

  private Map<UUID, String> held(UUID person) {
    var held = new HashMap<UUID, String>();
    fields.of(person).forEach((field, value) -> held.put(field, value.written()));
    return held;
  }

  /** Refuses what somebody else changed since the form was shown, and says what they wrote. */
  private static boolean meanwhile(FieldInputs inputs, Map<UUID, String> held, FormErrors errors) {
    boolean any = false;
    for (var field : inputs.fields()) {
      if (inputs.changedMeanwhile(field, held)) {
        String now = held.getOrDefault(field.id(), "");
        switch (field.said().kind()) {
          case YES_NO -> errors.refuse(FieldInputs.name(field),
              "fields.meanwhile." + (now.isEmpty() ? "nothing" : now));
          case CHOICE -> refuse(field, now.isEmpty() ? "" : field.said().choices().get(Integer.parseInt(now) - 1),
              errors);
          case DATE -> refuse(field, now, errors);
        }
        any = true;
      }
    }
    return any;
  }

  private static void refuse(Fields.Field field, String now, FormErrors errors) {
    if (now.isEmpty()) {
      errors.refuse(FieldInputs.name(field), "fields.meanwhile.nothing");
    } else {
      errors.refuse(FieldInputs.name(field), "fields.meanwhile.value", now);
    }
  }

  /** The fields the caller sees about somebody at one of their sites; somebody else is as if not there. */
  private List<Fields.Field> seen(UUID person) {
    var held = records.places(person)
        .stream()
        .filter(place -> !place.bossSide() && Callers.actor().may(Power.TALK, place.site()))
        .toList();
    if (held.isEmpty()) {
      throw TalkDesk.notFound();
    }
    boolean organises = held.stream().anyMatch(place -> Callers.actor().may(Power.ORGANISE, place.site()));
    return fields.inUse()
        .stream()
        .filter(field -> organises || field.said().seenBy() == Fields.SeenBy.STEWARDS)
        .toList();
  }

  private FieldsPage page(FieldForm form, FormErrors errors) {
    return new FieldsPage(fields.inUse(), form, errors, Callers.actor().mayEverywhere(Power.ORGANISE));
  }
}
