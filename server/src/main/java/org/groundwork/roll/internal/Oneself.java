// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.FreshProof;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.web.Answer;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.Person;
import org.groundwork.roll.PersonRecords;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The reader and their own record. It is there also for somebody who left, who holds no mandate; a phone that was signed
 * in a while ago and went to somebody else's hand asks again first.
 */
@Component
class Oneself {
  /** A sign-in opens one's own record for so long. */
  static final Duration FRESH = Duration.ofMinutes(10);
  /** What was typed is taken for so long, so that nothing typed is lost to a slow thumb. */
  static final Duration TYPING = Duration.ofMinutes(40);

  private final FreshProof proof;
  private final PersonRecords records;
  private final List<OwnData> sources;
  private final Audit audit;

  Oneself(FreshProof proof, PersonRecords records, ObjectProvider<OwnData> sources, Audit audit) {
    this.proof = proof;
    this.records = records;
    this.sources = sources.stream().sorted(Comparator.comparingInt(OwnData::order)).toList();
    this.audit = audit;
  }

  /** Where to prove again who one is, if that was a while ago. */
  Optional<Answer> askedAgain(HttpServletRequest request, Duration time) {
    var actor = actor();
    return proof.within(request, time)
        ? Optional.empty()
        : Optional.of(Answer.goTo("/sign-in?next=/l/" + actor.handle() + "/me"));
  }

  /** The reader; somebody who is no person of this local finds no such page. */
  static Caller.Actor actor() {
    if (Callers.current() instanceof Caller.Actor actor) {
      return actor;
    }
    throw new NotAllowed(NotAllowed.Reason.NOT_FOUND);
  }

  Person person() {
    return records.find(actor().person()).orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
  }

  List<OwnData.Section> sections() {
    var me = actor().person();
    return sources.stream().flatMap(source -> source.about(me).stream()).toList();
  }

  List<String> stays() { return sources.stream().flatMap(source -> source.stays().stream()).distinct().toList(); }

  /** Notes in the log that somebody took what is held about them as a file. */
  void fetched() {
    audit.record("own-data-fetched", new SubjectRef("person", actor().person()), "");
  }

  static String at(String rest) { return "/l/" + actor().handle() + "/me" + rest; }
}
