// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
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
 * Mail to those who work on a case, within what they agreed to, in words that say neither who nor where nor what. False
 * where somebody cannot be written to.
 */
record CaseLetters(Clock clock, Post post) {

  /** What it takes to write to somebody. */
  record Post(Messages messages, People people, Locals locals, PublicAddress address, Mandates mandates,
      Accounts accounts) {

    Locale languageOf(UUID person) {
      return mandates.accountOf(person).map(accounts::languageOf).orElseGet(() -> locals.profile().language());
    }
  }

  /** That the day of a case is near. */
  boolean deadline(CaseWorkers.Due hit, UUID person) {
    return post.people()
        .known(person)
        .flatMap(People.Known::mail)
        .flatMap(MailAddress::parse)
        .map(to -> post.messages().send(letter(hit, person, to)) instanceof Sent.Queued)
        .orElse(false);
  }

  private Outgoing letter(CaseWorkers.Due hit, UUID person, MailAddress to) {
    Locale language = post.languageOf(person);
    ZoneId zone = post.locals().profile().zone();
    long days = ChronoUnit.DAYS.between(LocalDate.now(clock.withZone(zone)), hit.on());
    String on = hit.on().format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(language));
    String handle = post.locals().byId(Tenancy.current()).orElseThrow().handle();
    String where = post.address().origin().map(origin -> origin + "/l/" + handle + "/cases/" + hit.id()).orElse("–");
    var useful = Duration.between(clock.instant(), hit.on().plusDays(1).atStartOfDay(zone).toInstant());
    return new Outgoing(new Recipient.Person(person, to), language, "mail.subject.neutral", "mail.deadline.body",
        List.of(days, on, where), useful);
  }
}
