// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
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
import org.groundwork.roll.People;

/** By mail, in the owner's language, within their contact rules, saying a date and nothing of what it is about. */
final class MailNotice implements OwnerNotice {
  private static final Duration USEFUL = Duration.ofDays(2);
  private final Messages messages;
  private final People people;
  private final Locals locals;
  private final Mandates mandates;
  private final Accounts accounts;
  private final PublicAddress address;

  MailNotice(Messages messages, People people, Locals locals, Mandates mandates, Accounts accounts,
      PublicAddress address) {
    this.messages = messages;
    this.people = people;
    this.locals = locals;
    this.mandates = mandates;
    this.accounts = accounts;
    this.address = address;
  }

  @Override
  public boolean send(UUID owner, LocalDate dueOn) {
    return people.known(owner)
        .flatMap(People.Known::mail)
        .flatMap(MailAddress::parse)
        .map(to -> messages.send(letter(owner, to, dueOn)) instanceof Sent.Queued)
        .orElse(false);
  }

  private Outgoing letter(UUID owner, MailAddress to, LocalDate dueOn) {
    Locale language = mandates.accountOf(owner).map(accounts::languageOf).orElseGet(() -> locals.profile().language());
    String day = dueOn.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language));
    return new Outgoing(new Recipient.Person(owner, to), language, "mail.subject.neutral", "mail.date.body",
        List.of(day, address.origin().orElse("–")), USEFUL);
  }
}
