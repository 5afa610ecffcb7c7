// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.PublicAddress;
import org.groundwork.platform.message.MailAddress;
import org.groundwork.platform.message.Messages;
import org.groundwork.platform.message.Outgoing;
import org.groundwork.platform.message.Recipient;
import org.groundwork.platform.message.Sent;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.People;

/**
 * Mail around requests, to each in their language and within what they agreed to: to the committee that something waits, to
 * whoever asked that there is an answer. It says neither who asks nor why nor for how much, and to whoever asked not even
 * where it comes from: whoever reads along at home learns nothing. Runs inside the caller's transaction, and a letter leaves
 * if that commits.
 */
record AidPost(Clock clock, Deciders deciders, Ways ways) {
  /** So long it is worth knowing that there is an answer. */
  private static final Duration WEEK = Duration.ofDays(7);
  /** A letter about what is late already is worth sending too. */
  private static final Duration SHORTEST = Duration.ofHours(6);

  /** What it takes to write to somebody. */
  record Ways(Messages messages, People people, Locals locals, PublicAddress address, Mandates mandates,
      Accounts accounts) {

    /** False where somebody cannot be written to, has not agreed to it, or nothing can be sent. */
    private boolean send(UUID person, String body, Duration useful, List<Object> arguments) {
      return people.known(person)
          .flatMap(People.Known::mail)
          .flatMap(MailAddress::parse)
          .map(to -> messages.send(new Outgoing(new Recipient.Person(person, to), languageOf(person),
              "mail.subject.neutral", body, arguments, useful)) instanceof Sent.Queued)
          .orElse(false);
    }

    private Locale languageOf(UUID person) {
      return mandates.accountOf(person).map(accounts::languageOf).orElseGet(() -> locals.profile().language());
    }
  }

  /** Tells everybody who may decide on a request that it is there; how many could be written to. */
  int asked(Request request) {
    return committee(deciders.of(request), request, urgent(request) ? "mail.aid-urgent.body" : "mail.aid-asked.body");
  }

  /** Tells those whose word is missing that the time to decide is nearly over; how many could be written to. */
  int near(Request request) {
    return committee(deciders.missing(request), request,
        urgent(request) ? "mail.aid-urgent-still.body" : "mail.aid-asked-still.body");
  }

  private int committee(List<UUID> members, Request request, String body) {
    Instant due = request.wish().orElseThrow().dueAt();
    Duration left = Duration.between(clock.instant(), due);
    Duration useful = left.compareTo(SHORTEST) > 0 ? left : SHORTEST;
    return (int) members.stream()
        .filter(member -> ways.send(member, body, useful, List.of(day(due, ways.languageOf(member)), home())))
        .count();
  }

  /** Tells whoever asked that there is an answer; false if they cannot be written to, or could not read it. */
  boolean answered(Request request) {
    return request.person()
        .filter(person -> ways.mandates().accountOf(person).isPresent())
        .map(person -> ways.send(person, "mail.aid-answer.body", WEEK, List.of(origin().orElse("–"))))
        .orElse(false);
  }

  private static boolean urgent(Request request) { return request.wish().filter(Request.Wish::urgent).isPresent(); }

  private String day(Instant due, Locale language) {
    return due.atZone(ways.locals().profile().zone())
        .format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT).withLocale(language));
  }

  private String home() {
    String handle = ways.locals().byId(Tenancy.current()).orElseThrow().handle();
    return origin().map(origin -> origin + "/l/" + handle).orElse("–");
  }

  private Optional<String> origin() { return ways.address().origin(); }
}
