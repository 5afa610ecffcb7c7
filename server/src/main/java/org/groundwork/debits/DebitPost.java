// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
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
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.web.Languages;
import org.groundwork.roll.People;

/**
 * Mail to members about their own direct debit, in their language and within what they agreed to. Each answers false where somebody
 * cannot be written to.
 */
record DebitPost(Messages messages, People people, Locals locals, PublicAddress address, Who who) {
  private static final Currency EURO = Currency.getInstance("EUR");
  private static final Duration WEEK = Duration.ofDays(7);

  /** Who signs in as whom, and what is said in which language. */
  record Who(Mandates mandates, Accounts accounts, Languages languages) {}

  /** That dues will be collected: amount, day, reference of the mandate and creditor identifier. */
  boolean ahead(UUID person, DebitItem item, String creditor) {
    Locale language = languageOf(person);
    return sent(person, language, "mail.debit-ahead.body",
        List.of(money(item.amount(), language), day(item.due(), language), item.reference(), creditor, where()));
  }

  /** That the bank did not pay, and why. */
  boolean back(UUID person, DebitItem item, Reason reason, boolean ended) {
    Locale language = languageOf(person);
    return sent(person, language, ended ? "mail.debit-ended.body" : "mail.debit-back.body",
        List.of(money(item.amount(), language), day(item.due(), language),
            who.languages().text(language, reason.key(), reason.code()), where()));
  }

  private boolean sent(UUID person, Locale language, String body, List<Object> arguments) {
    return people.known(person)
        .flatMap(People.Known::mail)
        .flatMap(MailAddress::parse)
        .map(to -> messages.send(new Outgoing(new Recipient.Person(person, to), language, "mail.subject.neutral", body,
            arguments, WEEK)) instanceof Sent.Queued)
        .orElse(false);
  }

  private Locale languageOf(UUID person) {
    return who.mandates()
        .accountOf(person)
        .map(who.accounts()::languageOf)
        .orElseGet(() -> locals.profile().language());
  }

  private String where() {
    String handle = locals.byId(Tenancy.current()).orElseThrow().handle();
    return address.origin().map(origin -> origin + "/l/" + handle + "/dues/debit").orElse("–");
  }

  private static String money(long cents, Locale language) { return new Money(cents, EURO).written(language); }

  private static String day(LocalDate day, Locale language) {
    return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language));
  }
}
