// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.ids.InstallationId;
import org.groundwork.platform.ids.Tokens;
import org.groundwork.platform.keys.BlindIndex;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.message.MailAddress;
import org.groundwork.platform.message.Messages;
import org.groundwork.platform.message.Outgoing;
import org.groundwork.platform.message.Recipient;
import org.groundwork.platform.tenancy.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links in a mail: to sign in, and to confirm an address. A link is a token of 256 bits, stored as a hash, good once, for
 * fifteen minutes, in the browser that asked; asking again voids the ones before. Asking for an address that nobody has
 * does the same work and gets the same answer as for one that somebody has.
 */
public final class MailSignIn {
  /** How long a link is good. */
  public static final Duration VALID = Duration.ofMinutes(15);
  /** How many links one address gets within that time; more are asked for in vain. */
  static final int MOST = 3;
  private static final String SIGN_IN = "sign-in";
  private static final String CONFIRM = "confirm";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Transactions transactions;
  private final Tokens tokens;
  private final Clock clock;
  private final Messages messages;
  private final PublicAddress address;
  private final FieldCipher cipher;
  private final BlindIndex index;

  MailSignIn(JdbcClient jdbc, TransactionTemplate transaction, Transactions transactions, KeyStore keys, Tokens tokens,
      Clock clock, Messages messages, PublicAddress address) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.transactions = transactions;
    this.tokens = tokens;
    this.clock = clock;
    this.messages = messages;
    this.address = address;
    this.cipher = new FieldCipher(keys, Purpose.sealing("sign-in"));
    this.index = new BlindIndex(keys, Purpose.indexing("sign-in"));
  }

  /**
   * A link that is still good.
   *
   * @param account whose it is
   * @param address where it was sent
   * @param sameBrowser whether the browser that asks now is the one that asked for it
   */
  public record Link(UUID account, MailAddress address, boolean sameBrowser) {}

  /** Whether links can be sent at all. */
  public boolean offered() {
    return messages.available() && address.origin().isPresent();
  }

  /** The mark that a browser gets to keep while it waits for its link. */
  public String newBrowserMark() {
    return tokens.secret();
  }

  /** Sends a link to whoever signs in by this address; does as much and sends nothing if nobody does. */
  public void ask(MailAddress to, String browser, Locale language) {
    var account = accountOf(to);
    deliver(new Asked(SIGN_IN, account, to, browser, language, "/sign-in/link/"), account.isPresent());
  }

  /** Sends a link that confirms {@code to} as the address of an account. */
  public void askToConfirm(UUID account, MailAddress to, String browser, Locale language) {
    deliver(new Asked(CONFIRM, Optional.of(account), to, browser, language, "/me/mail/confirm/"), true);
  }

  private record Asked(String purpose, Optional<UUID> account, MailAddress to, String browser, Locale language,
      String path) {}

  private void deliver(Asked asked, boolean real) {
    String token = tokens.secret();
    boolean tooMany = transaction.execute(status -> store(asked, token));
    var mail = new Outgoing(new Recipient.OwnAccount(asked.to()), asked.language(), "mail.subject.neutral",
        "mail." + asked.purpose() + ".body",
        List.of(address.origin().orElseThrow() + asked.path() + token, VALID.toMinutes()), VALID);
    transactions.run(() -> {
      if (real && !tooMany) {
        messages.send(mail);
      } else {
        messages.pretend(mail);
      }
    });
  }

  /** Stores a link and voids those before it; answers whether the address had its share of them already. */
  private boolean store(Asked asked, String token) {
    Instant now = clock.instant();
    byte[] hash = index(asked.to());
    jdbc.sql("delete from auth.mail_link where expires_at < ?").param(Timestamp.from(now)).update();
    int before = jdbc.sql("select count(*) from auth.mail_link where address_index = ? and purpose = ?")
        .params(hash, asked.purpose())
        .query(Integer.class)
        .single();
    jdbc.sql("update auth.mail_link set voided = true where address_index = ? and purpose = ?")
        .params(hash, asked.purpose())
        .update();
    UUID row = asked.account().orElse(InstallationId.VALUE);
    jdbc.sql("""
        insert into auth.mail_link (token_hash, account_id, purpose, browser_hash, address, address_index, created_at,
          expires_at) values (?, ?::uuid, ?, ?, ?, ?, ?, ?)""")
        .param(Tokens.hash(token))
        .param(asked.account().orElse(null))
        .params(asked.purpose(), Tokens.hash(asked.browser()), cipher.seal(linkRef(row), asked.to().value()), hash,
            Timestamp.from(now), Timestamp.from(now.plus(VALID)))
        .update();
    return before >= MOST;
  }

  /** Looks at a sign-in link without using it up: a scanner that follows links does no harm. */
  public Optional<Link> look(String token, Optional<String> browser) {
    return find(token, SIGN_IN, browser.orElse(null));
  }

  /**
   * Uses a sign-in link up.
   *
   * @param knowinglyElsewhere whether somebody in another browser was shown whose account it is and said yes
   */
  public Optional<Link> redeem(String token, Optional<String> browser, boolean knowinglyElsewhere) {
    return look(token, browser).filter(link -> link.sameBrowser() || knowinglyElsewhere)
        .flatMap(link -> take(token, SIGN_IN, browser.orElse(null)));
  }

  private Optional<Link> find(String token, String purpose, @Nullable String browser) {
    return jdbc.sql("""
        select account_id, address, browser_hash from auth.mail_link
        where token_hash = ? and purpose = ? and not voided and expires_at > ? and account_id is not null""")
        .params(Tokens.hash(token), purpose, Timestamp.from(clock.instant()))
        .query((rs, i) -> link(rs.getObject(1, UUID.class), rs.getBytes(2), rs.getBytes(3), browser))
        .optional();
  }

  /** Takes the link away; of several at once, one gets it. */
  private Optional<Link> take(String token, String purpose, @Nullable String browser) {
    return jdbc.sql("""
        delete from auth.mail_link
        where token_hash = ? and purpose = ? and not voided and expires_at > ? and account_id is not null
        returning account_id, address, browser_hash""")
        .params(Tokens.hash(token), purpose, Timestamp.from(clock.instant()))
        .query((rs, i) -> link(rs.getObject(1, UUID.class), rs.getBytes(2), rs.getBytes(3), browser))
        .optional();
  }

  private Link link(UUID account, byte[] address, byte[] browserHash, @Nullable String browser) {
    boolean same = browser != null && java.security.MessageDigest.isEqual(Tokens.hash(browser), browserHash);
    return new Link(account, new MailAddress(cipher.openText(linkRef(account), address)), same);
  }

  /** What came of confirming an address. */
  public enum Confirmed {
    YES,
    /** The link is used up, too old, or another account's. */
    GONE,
    /** Another account signs in by this address. */
    TAKEN
  }

  /** Confirms an address for the account that is signed in. */
  public Confirmed confirm(UUID account, String token) {
    return transaction.execute(status -> {
      var link = take(token, CONFIRM, null).filter(found -> found.account().equals(account));
      if (link.isEmpty()) {
        return Confirmed.GONE;
      }
      MailAddress confirmed = link.get().address();
      var owner = accountOf(confirmed);
      if (owner.isPresent() && !owner.get().equals(account)) {
        return Confirmed.TAKEN;
      }
      int written = jdbc.sql("""
          insert into auth.mail_address (account_id, address, address_index, confirmed_at) values (?, ?, ?, ?)
          on conflict (account_id) do update set address = excluded.address, address_index = excluded.address_index,
            confirmed_at = excluded.confirmed_at""")
          .params(account, cipher.seal(addressRef(account), confirmed.value()), index(confirmed),
              Timestamp.from(clock.instant()))
          .update();
      return written == 1 ? Confirmed.YES : Confirmed.GONE;
    });
  }

  /** The confirmed address of an account. */
  public Optional<MailAddress> addressOf(UUID account) {
    return jdbc.sql("select address from auth.mail_address where account_id = ?")
        .param(account)
        .query((rs, i) -> new MailAddress(cipher.openText(addressRef(account), rs.getBytes(1))))
        .optional();
  }

  /** Forgets the address of an account and every link that was sent to it. */
  public void forget(UUID account) {
    transaction.executeWithoutResult(status -> {
      jdbc.sql("delete from auth.mail_address where account_id = ?").param(account).update();
      jdbc.sql("delete from auth.mail_link where account_id = ?").param(account).update();
    });
  }

  /** Tells the owner of an account something about it, if they gave an address. Runs in a transaction. */
  public void tell(UUID account, String body, Object... arguments) {
    if (messages.available()) {
      addressOf(account).ifPresent(to -> messages.send(new Outgoing(new Recipient.OwnAccount(to), languageOf(account),
          "mail.subject.neutral", body, List.of(arguments), Duration.ofDays(2))));
    }
  }

  /** Tells an address that it no longer opens the account, in case somebody else changed it. */
  public void tellFormerAddress(UUID account, MailAddress former) {
    if (addressOf(account).filter(former::equals).isEmpty() && messages.available()) {
      transactions.run(() -> messages.send(new Outgoing(new Recipient.OwnAccount(former), languageOf(account),
          "mail.subject.neutral", "mail.address-changed.body", List.of(), Duration.ofDays(2))));
    }
  }

  private Locale languageOf(UUID account) {
    return Locale.forLanguageTag(
        jdbc.sql("select language from auth.account where id = ?").param(account).query(String.class).single());
  }

  private Optional<UUID> accountOf(MailAddress to) {
    var hashes = index.candidates(InstallationId.VALUE, "mail", to.key()).toArray(byte[][]::new);
    return jdbc.sql("select account_id from auth.mail_address where address_index = any(?)")
        .param(hashes)
        .query(UUID.class)
        .optional();
  }

  private byte[] index(MailAddress to) { return index.of(InstallationId.VALUE, "mail", to.key()); }

  private static FieldRef addressRef(UUID account) {
    return new FieldRef(InstallationId.VALUE, "auth.mail_address", "address", account);
  }

  private static FieldRef linkRef(UUID account) {
    return new FieldRef(InstallationId.VALUE, "auth.mail_link", "address", account);
  }
}
