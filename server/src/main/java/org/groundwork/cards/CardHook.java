// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.tenancy.LocalId;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes messages of Stripe. Nothing of a message is believed but that something changed; and that only if it is signed with what
 * the local and Stripe share, within {@link #TOLERANCE_SECONDS} of now.
 */
public final class CardHook {
  /** The largest message, in bytes. */
  public static final int LARGEST = 256 << 10;
  private static final long TOLERANCE_SECONDS = 300;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Transactions transactions;
  private final Clock clock;
  private final Locals locals;
  private final CardAccounts accounts;
  private final CardEvents events;
  private final Work work;

  CardHook(Transactions transactions, Clock clock, Locals locals, CardAccounts accounts, CardEvents events, Work work) {
    this.transactions = transactions;
    this.clock = clock;
    this.locals = locals;
    this.accounts = accounts;
    this.events = events;
    this.work = work;
  }

  /** What works a message off. */
  record Work(Jobs jobs, CardEventJob kind) {}

  /**
   * Takes a message; runs in the installation’s scope, outside of a transaction.
   *
   * @param handle of the local whose address was called
   * @param signature what the message’s header says of it
   * @return whether it was signed for this local and is dealt with; for whatever is not, the answer is the same
   */
  public boolean take(String handle, byte[] body, String signature) {
    Optional<LocalId> local = transactions.read(() -> locals.byHandle(handle)).map(Locals.Entry::id);
    if (local.isEmpty() || signature.isEmpty()) {
      return false;
    }
    try {
      return Tenancy.in(local.get(), () -> take(new String(body, StandardCharsets.UTF_8), signature));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("what takes a message throws nothing checked", e);
    }
  }

  private boolean take(String body, String signature) {
    List<String> secrets = transactions.read(accounts::hookSecrets);
    return secrets.stream().anyMatch(secret -> signed(body, signature, secret))
        && message(body).map(this::dealWith).orElse(false);
  }

  private boolean signed(String body, String signature, String secret) {
    try {
      return Webhook.Signature.verifyHeader(body, signature, secret, TOLERANCE_SECONDS, clock);
    } catch (SignatureVerificationException | RuntimeException forged) {
      return false;
    }
  }

  /** @param foreign whether it is of an account that is connected to this one, which none should be */
  private record Message(CardEvent event, boolean live, boolean foreign) {}

  private static Optional<Message> message(String body) {
    try {
      JsonNode told = JSON.readTree(body);
      String id = told.path("id").asString("");
      String kind = told.path("type").asString("");
      String object = told.path("data").path("object").path("id").asString("");
      boolean whole = named(id) && kind.matches("[a-z0-9_.]{1,60}")
          && (named(object) || !CardEvent.KINDS.contains(kind))
          && told.path("created").canConvertToLong() && told.path("livemode").isBoolean();
      return whole
          ? Optional
              .of(new Message(new CardEvent(id, kind, object, Instant.ofEpochSecond(told.path("created").asLong())),
                  told.path("livemode").asBoolean(), told.path("account").isString()))
          : Optional.empty();
    } catch (JacksonException | java.time.DateTimeException noMessage) {
      return Optional.empty(); // signed, and yet nothing that Stripe would send
    }
  }

  private static boolean named(String id) { return id.matches("[A-Za-z0-9_]{1,255}"); }

  private boolean dealWith(Message message) {
    return transactions.write(() -> {
      Optional<CardAccount> account = accounts.find();
      if (account.isEmpty()) {
        return false;
      }
      if (message.foreign() || message.live() != account.get().live()) {
        accounts.foreign();
        return false;
      }
      if (!CardEvent.KINDS.contains(message.event().kind())) {
        accounts.ignored();
      } else if (events.take(message.event())) {
        work.jobs().start(work.kind(), new CardEventJob.Of(message.event().id()));
      }
      return true;
    });
  }
}
