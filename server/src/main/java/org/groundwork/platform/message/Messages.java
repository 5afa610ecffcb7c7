// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.groundwork.platform.web.Languages;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends. A message is rendered in the recipient's language and put into the outbox within the caller's transaction: it
 * leaves if, and only if, that commits.
 */
public final class Messages {
  private final Languages languages;
  private final Outbox outbox;
  private final Optional<OutboxSender> sender;
  private final Optional<ContactRules> rules;
  private final Clock clock;
  private final boolean readableHere;

  Messages(Languages languages, Outbox outbox, Optional<OutboxSender> sender, Optional<ContactRules> rules,
      Clock clock, boolean readableHere) {
    this.languages = languages;
    this.outbox = outbox;
    this.sender = sender;
    this.rules = rules;
    this.clock = clock;
    this.readableHere = readableHere;
  }

  /** Whether the installation can send at all; pages offer mail only if so. */
  public boolean available() {
    return sender.isPresent();
  }

  /** Whether what is sent is read on a page of this server, because nobody else could read it. */
  public boolean readableHere() {
    return readableHere;
  }

  /** Sends {@code message} once the current transaction has committed, or says why not. */
  public Sent send(Outgoing message) {
    Instant now = clock.instant();
    Instant notBefore = now;
    if (sender.isEmpty()) {
      return new Sent.Refused(Sent.Reason.NO_MAIL);
    }
    if (message.to() instanceof Recipient.Person(var person, _)) {
      var verdict = rules.<ContactRules.Verdict>map(r -> r.mayBeMailed(person, now)).orElse(new ContactRules.No());
      switch (verdict) {
        case ContactRules.No() -> {
          return new Sent.Refused(Sent.Reason.NOT_AGREED);
        }
        case ContactRules.Later(var from) -> notBefore = from;
        case ContactRules.Now() -> {
        }
      }
    }
    put(letter(message, message.to().address().value()), now, notBefore, message.usefulFor());
    return new Sent.Queued();
  }

  /**
   * Does the work of sending a message to somebody's own account and sends nothing, for answers that must not tell by
   * their timing whether an address is known.
   */
  public void pretend(Outgoing message) {
    if (sender.isPresent()) {
      var letter = letter(message, message.to().address().value());
      Instant now = clock.instant();
      put(Letter.decoy(letter.subject(), letter.body()), now, now, message.usefulFor());
    }
  }

  /** What waits and what was given up. */
  public MailState state() { return outbox.state(clock.instant()); }

  private Letter letter(Outgoing message, String address) {
    Locale language = message.language();
    return new Letter(address, languages.text(language, message.subject()),
        languages.text(language, message.body(), message.arguments().toArray()));
  }

  private void put(Letter letter, Instant now, Instant notBefore, Duration usefulFor) {
    outbox.put(letter, now, notBefore, notBefore.plus(usefulFor));
    var waiting = sender.orElseThrow();
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void afterCommit() { waiting.wake(); }
      });
    } else {
      waiting.wake();
    }
  }
}
