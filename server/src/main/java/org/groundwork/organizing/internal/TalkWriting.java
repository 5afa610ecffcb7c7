// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.organizing.Conversation;
import org.groundwork.organizing.Conversations;
import org.groundwork.organizing.Fields;
import org.groundwork.organizing.Issues;
import org.groundwork.organizing.Outcome;
import org.groundwork.organizing.Reply;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Component;

/** Writes down what came of a knock, from the page or from a phone that was offline. Runs in a writing transaction. */
@Component
class TalkWriting {
  private final TalkDesk desk;
  private final Conversations conversations;
  private final TalkedWith talkedWith;
  private final Fields fields;

  TalkWriting(TalkDesk desk, Conversations conversations, TalkedWith talkedWith, Fields fields) {
    this.fields = fields;
    this.desk = desk;
    this.conversations = conversations;
    this.talkedWith = talkedWith;
  }

  /**
   * Who may be meant: at home whoever lives behind the door, at work the one who was chosen before; a department is no
   * household. Nobody, at work, where it is somebody new.
   */
  List<Somebody> people(Site site, TalkForm form) {
    if (site.kind() != SiteKind.BUILDING) {
      var chosen = form.readWho().map(who -> at(site, who)).orElseGet(List::of);
      if (form.isNew() || !chosen.isEmpty()) {
        return chosen.stream().limit(1).toList();
      }
    }
    var unit = form.readUnit().map(id -> desk.unit(site, id));
    var at = unit.map(door -> desk.at(site, door)).orElseGet(List::of);
    return at.isEmpty() && form.readWho().isPresent() ? at(site, form.readWho().get()) : at;
  }

  /** What the caller wrote down a moment ago, and what can be done about it. */
  Optional<Written> written(Optional<UUID> id) {
    return id.flatMap(conversations::byId)
        .filter(held -> held.heldBy().equals(Callers.actor().person()))
        .filter(held -> held.site().isPresent())
        .map(held -> new Written(held.site().orElseThrow(), held.id(), conversations.asks().ownCard(held),
            conversations.canBeTakenBack(held.id())
                ? Optional.empty()
                : Optional.of(held.talk().answer().isPresent() ? "answer" : "hour"),
            again(held)));
  }

  /** Where a talk is written down again. */
  private static Optional<String> again(Conversation held) {
    return held.site()
        .flatMap(site -> held.unit()
            .map(unit -> "sites/" + site + "/doors/" + unit)
            .or(() -> held.person().map(person -> "sites/" + site + "/talk-with/" + person)));
  }

  /** Whether a talk that is written down is without the answer that it was sent with: nobody takes that any more. */
  boolean withoutAnswer(TalkForm form) {
    return Reply.of(form.reply() == null ? "" : form.reply()).isPresent() && form.readId()
        .flatMap(conversations::byId)
        .filter(held -> held.outcome() == Outcome.TALKED && held.talk().answer().isEmpty())
        .isPresent();
  }

  /**
   * Takes back what the caller wrote down a moment ago, and what followed from it for somebody's place.
   *
   * @return false, and nothing changed, if it stays
   */
  boolean takeBack(UUID conversation) {
    var taken = conversations.takeBack(conversation);
    taken.ifPresent(talkedWith::unfollow);
    return taken.isPresent();
  }

  /** Somebody of the site, wherever their place is; empty if there is no such person. */
  List<Somebody> at(Site site, UUID person) {
    return desk.named(site, desk.places(site).stream().filter(place -> place.person().equals(person)).toList());
  }

  /**
   * Writes it down, once: what was written down already is left as it is.
   *
   * @param own what was typed into the local's own fields; an empty one leaves what is held as it is
   * @param heldAt when it was
   * @param heldThen the own fields that held something when a phone took the list along; none from a page
   * @param errors says what was refused; then nothing was written down
   * @return the own fields that stayed as they were, because they hold what was said later or were emptied
   */
  List<Fields.Field> write(Site site, TalkForm form, FieldInputs own, Instant heldAt, Set<UUID> heldThen,
      FormErrors errors) {
    Outcome outcome = form.readOutcome().orElseThrow(TalkDesk::notFound);
    UUID id = form.readId().orElseThrow(TalkDesk::notFound);
    if (conversations.byId(id).isPresent()) {
      return List.of();
    }
    var unit = form.readUnit().map(door -> desk.unit(site, door)).map(Sites.Unit::id);
    var context = new TalkForm.Context(desk.zone(), conversations.bounded(heldAt), conversations.asks().at(site.id()),
        conversations.issuesAt(site).stream().map(Issues.Issue::word).toList());
    var with = talkedWith.read(form, outcome, site, people(site, form), errors);
    var back = form.readBack(errors, context);
    var talk = form.readTalk(errors, context);
    var typed = own.read(errors);
    if (errors.any()) {
      return List.of();
    }
    Optional<UUID> person = talkedWith.person(with, site, unit);
    conversations.record(
        new Conversation(id, site.id(), unit, person, outcome, heldAt, Callers.actor().person(), back, talk));
    talkedWith.follow(outcome, with, site.id());
    return person.filter(_ -> outcome == Outcome.TALKED)
        .map(who -> tell(who, typed, context.held(), heldThen))
        .orElseGet(List::of);
  }

  private List<Fields.Field> tell(UUID person, Map<Fields.Field, Optional<Fields.Value>> typed, Instant heldAt,
      Set<UUID> heldThen) {
    var told = new LinkedHashMap<Fields.Field, Fields.Value>();
    typed.forEach((field, value) -> value.ifPresent(said -> told.put(field, said)));
    return told.isEmpty() ? List.of() : fields.told(person, told, heldAt, heldThen);
  }
}
