// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.ids.Tokens;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutableAuthenticationExtensionsClientInputs;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys: adding one to an account and signing in with one. A question (challenge) is stored for the browser that
 * asked for it, is good for {@link #VALID} and once. The checks themselves (WebAuthn level 3, sections 7.1 and 7.2) are
 * the library's; the owner of the passkey is always verified by it.
 */
public final class Passkeys {
  /** How long a browser has to answer. */
  static final Duration VALID = Duration.ofMinutes(5);
  /** How many passkeys an account can have. */
  static final int MOST = 20;
  private static final int LONGEST_ANSWER = 20_000;
  private static final String NAME = "Groundwork";
  private static final Logger log = LoggerFactory.getLogger(Passkeys.class);
  private static final JsonMapper JSON = JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

  private final JdbcClient jdbc;
  private final PasskeyStore store;
  private final PasskeyUsers users;
  private final Sessions sessions;
  private final PublicAddress address;
  private final Clock clock;

  Passkeys(JdbcClient jdbc, PasskeyStore store, PasskeyUsers users, Sessions sessions, PublicAddress address,
      Clock clock) {
    this.jdbc = jdbc;
    this.store = store;
    this.users = users;
    this.sessions = sessions;
    this.address = address;
    this.clock = clock;
  }

  /** A passkey as its owner sees it. */
  public record Passkey(UUID id, String label, Instant added, Instant lastUsed) {}

  /** Whether browsers offer passkeys at this server's address: https, or this computer. */
  public boolean offered() {
    return address.passkeyOrigin().isPresent();
  }

  /** The passkeys of an account, the oldest first. */
  public List<Passkey> of(UUID account) {
    return store.of(account).stream().map(p -> new Passkey(p.id(), p.label(), p.added(), p.lastUsed())).toList();
  }

  /** Removes a passkey and ends the sessions it opened; false if the account has none such. */
  public boolean remove(UUID account, UUID passkey) {
    return store.remove(account, passkey);
  }

  /**
   * The question for adding a passkey, as JSON for the browser.
   *
   * @param shown what the phone shows beside the passkey; neutral, for it stands on lock screens
   */
  public String askToAdd(UUID account, String browser, String shown) {
    return JSON.writeValueAsString(creation(account, ask(browser, account), shown));
  }

  /** Adds the passkey that a browser made; false if its answer does not hold. */
  public boolean add(Accounts.Session session, String browser, String answer, String label) {
    var challenge = answered(browser, session.account());
    if (challenge.isEmpty() || answer.length() > LONGEST_ANSWER || store.of(session.account()).size() >= MOST) {
      return false;
    }
    try {
      var credential = JSON.readValue(answer,
          new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {
          });
      operations().registerCredential(new ImmutableRelyingPartyRegistrationRequest(
          creation(session.account(), challenge.get(), NAME), new RelyingPartyPublicKey(credential, label)));
      store.trustFrom(credential.getRawId(), session.fullFrom());
      return true;
    } catch (RuntimeException e) {
      refused("a new passkey", e);
      return false;
    }
  }

  /** The question for signing in, as JSON for the browser; it names no account, the passkey itself does. */
  public String askToSignIn(String browser) {
    return JSON.writeValueAsString(request(ask(browser, null)));
  }

  /** Somebody who signed in: whose account, and the token of the new session. */
  public record SignedIn(UUID account, String sessionToken) {}

  /** Signs in with a browser's answer; empty if it does not hold. */
  public Optional<SignedIn> signIn(String browser, String answer, DeviceKind kind) {
    var challenge = answered(browser, null);
    if (challenge.isEmpty() || answer.length() > LONGEST_ANSWER) {
      return Optional.empty();
    }
    try {
      var credential = JSON.readValue(answer,
          new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {
          });
      operations().authenticate(new RelyingPartyAuthenticationRequest(request(challenge.get()), credential));
      return store.stored(credential.getRawId())
          .map(key -> new SignedIn(key.account(), sessions.begin(key.account(),
              new Sessions.Beginning(Proof.PASSKEY, null, key.id(), key.trustedFrom(), kind))));
    } catch (RuntimeException e) {
      refused("a sign-in by passkey", e);
      return Optional.empty();
    }
  }

  private static void refused(String what, RuntimeException e) {
    // The message may hold what the browser sent; the kind of fault is enough to help somebody.
    log.info("{} was refused: {}", what, e instanceof JacksonException ? "unreadable" : e.getClass().getSimpleName());
  }

  /** Stores a fresh question for a browser in place of an older one. */
  private Bytes ask(String browser, @Nullable UUID account) {
    var challenge = Bytes.random();
    Instant now = clock.instant();
    jdbc.sql("delete from auth.passkey_challenge where expires_at < ?").param(Timestamp.from(now)).update();
    jdbc.sql("""
        insert into auth.passkey_challenge (browser_hash, challenge, account_id, expires_at)
        values (?, ?, ?::uuid, ?)
        on conflict (browser_hash) do update set challenge = excluded.challenge, account_id = excluded.account_id,
          expires_at = excluded.expires_at""")
        .params(Tokens.hash(browser), challenge.getBytes())
        .param(account)
        .param(Timestamp.from(now.plus(VALID)))
        .update();
    return challenge;
  }

  /** Takes the question of a browser away, so that no answer is good twice. */
  private Optional<Bytes> answered(String browser, @Nullable UUID account) {
    return jdbc.sql("""
        delete from auth.passkey_challenge where browser_hash = ? and expires_at > ?
          and account_id is not distinct from ?::uuid returning challenge""")
        .params(Tokens.hash(browser), Timestamp.from(clock.instant()))
        .param(account)
        .query((rs, i) -> new Bytes(rs.getBytes(1)))
        .optional();
  }

  private PublicKeyCredentialCreationOptions creation(UUID account, Bytes challenge, String shown) {
    var mine = store.findByUserId(PasskeyStore.userHandle(account))
        .stream()
        .map(key -> PublicKeyCredentialDescriptor.builder()
            .id(key.getCredentialId())
            .transports(key.getTransports())
            .build())
        .toList();
    return PublicKeyCredentialCreationOptions.builder()
        .rp(relyingParty())
        .user(PasskeyUsers.user(account, shown))
        .challenge(challenge)
        .pubKeyCredParams(PublicKeyCredentialParameters.EdDSA, PublicKeyCredentialParameters.ES256,
            PublicKeyCredentialParameters.RS256)
        .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
            .residentKey(ResidentKeyRequirement.REQUIRED)
            .userVerification(UserVerificationRequirement.REQUIRED)
            .build())
        .attestation(AttestationConveyancePreference.NONE)
        .excludeCredentials(mine)
        .extensions(new ImmutableAuthenticationExtensionsClientInputs(List.of()))
        .timeout(VALID)
        .build();
  }

  private PublicKeyCredentialRequestOptions request(Bytes challenge) {
    return PublicKeyCredentialRequestOptions.builder()
        .rpId(address.passkeyDomain().orElseThrow())
        .challenge(challenge)
        .allowCredentials(List.of())
        .userVerification(UserVerificationRequirement.REQUIRED)
        .extensions(new ImmutableAuthenticationExtensionsClientInputs(List.of()))
        .timeout(VALID)
        .build();
  }

  /** Made for each use: the port, and with it the origin, is known only once the server listens. */
  private Webauthn4JRelyingPartyOperations operations() {
    return new Webauthn4JRelyingPartyOperations(users, store, relyingParty(),
        Set.of(address.passkeyOrigin().orElseThrow()));
  }

  private PublicKeyCredentialRpEntity relyingParty() {
    return PublicKeyCredentialRpEntity.builder().id(address.passkeyDomain().orElseThrow()).name(NAME).build();
  }
}
