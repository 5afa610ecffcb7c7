// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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
 * Mail to members about what they said that they come to, within what they agreed to and in words that say nothing of what
 * it is. Each is false where somebody cannot be written to.
 */
final class Letters {
  private final Clock clock;
  private final Post post;

  /** What it takes to write to somebody. */
  record Post(Messages messages, People people, Locals locals, PublicAddress address, Calendars.Reader reader) {}

  /** Somebody to write to about a shift. */
  record Due(UUID signUp, UUID person, UUID action, Instant starts, Instant ends, ZoneId zone) {}

  Letters(Clock clock, Post post) {
    this.clock = clock;
    this.post = post;
  }

  /** That the day is near. */
  boolean reminder(Due due) {
    return sent(due, "mail.appointment.body", Duration.between(clock.instant(), due.starts()));
  }

  /** That somebody who waited has a place. */
  boolean placeFree(Due due) {
    return sent(due, "mail.place-free.body", Duration.between(clock.instant(), due.ends()));
  }

  /** That it is at another time or place. */
  boolean changed(Due due) {
    return sent(due, "mail.date-changed.body", Duration.between(clock.instant(), due.ends()));
  }

  /** That it does not take place. */
  boolean calledOff(Due due) {
    return sent(due, "mail.date-off.body", Duration.between(clock.instant(), due.ends()));
  }

  private boolean sent(Due due, String body, Duration useful) {
    return useful.isPositive() && post.people()
        .known(due.person())
        .flatMap(People.Known::mail)
        .flatMap(MailAddress::parse)
        .map(to -> post.messages().send(letter(due, to, body, useful)) instanceof Sent.Queued)
        .orElse(false);
  }

  private Outgoing letter(Due due, MailAddress to, String body, Duration useful) {
    Locale language = post.reader().languageOf(due.person());
    String when = due.starts()
        .atZone(due.zone())
        .format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT).withLocale(language));
    String handle = post.locals().byId(Tenancy.current()).orElseThrow().handle();
    String where = post.address()
        .origin()
        .map(origin -> origin + "/l/" + handle + "/actions/" + due.action())
        .orElse("–");
    return new Outgoing(new Recipient.Person(due.person(), to), language, "mail.subject.neutral", body,
        List.of(when, where), useful);
  }
}
