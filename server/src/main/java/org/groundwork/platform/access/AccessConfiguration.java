// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Optional;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.ids.Tokens;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.message.Messages;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires the ways in. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
  /** After the security filters, which check the form's token first. */
  private static final int AFTER_SECURITY = 0;
  /** On a computer that answers itself alone everybody has one address. */
  private static final int ALONE = 20;

  @Bean
  PublicAddress publicAddress(@Value("${groundwork.public-url}") String publicUrl,
      @Value("${server.address}") String listen) {
    return new PublicAddress(publicUrl, listen);
  }

  @Bean
  PasskeyRule passkeyRule(Mandates mandates, Optional<RollSize> roll,
      @Value("${groundwork.access.passkeys:required}") String setting) {
    return switch (setting) {
      case "required" -> new PasskeyRule(mandates, roll, false);
      case "off" -> new PasskeyRule(mandates, roll, true);
      default -> throw new IllegalStateException("groundwork.access.passkeys is required or off, not " + setting);
    };
  }

  @Bean
  OfficeGuard officeGuard(PasskeyRule rule, Mandates mandates, Accounts accounts, Transactions transactions,
      Clock clock) {
    return new OfficeGuard(rule, mandates, accounts, transactions, clock);
  }

  @Bean
  MailSignIn mailSignIn(@Qualifier("auth") JdbcClient jdbc, @Qualifier("auth") TransactionTemplate transaction,
      Transactions transactions, KeyStore keys, Tokens tokens, Clock clock, Messages messages, PublicAddress address) {
    return new MailSignIn(jdbc, transaction, transactions, keys, tokens, clock, messages, address);
  }

  @Bean
  Cards cards(@Qualifier("auth") JdbcClient jdbc, Tokens tokens, Clock clock, KeyStore keys) {
    return new Cards(jdbc, tokens, clock, keys);
  }

  @Bean
  CardDesk cardDesk(Cards cards, Accounts accounts, Mandates mandates, Optional<PeopleDirectory> people,
      Transactions transactions, @Qualifier("auth") TransactionTemplate authTransaction, Locals locals, Audit audit,
      Clock clock) {
    return new CardDesk(cards, accounts, mandates, people, transactions, authTransaction, locals, audit, clock);
  }

  @Bean
  Passkeys passkeys(@Qualifier("auth") JdbcClient jdbc, Ids ids, Clock clock, KeyStore keys, Accounts accounts,
      PublicAddress address) {
    return new Passkeys(jdbc, new PasskeyStore(jdbc, ids, clock, keys), new PasskeyUsers(jdbc), accounts.sessions(),
        address, clock);
  }

  @Bean
  BrowserMark browserMark(SessionCookies cookies, Tokens tokens) { return new BrowserMark(cookies, tokens); }

  @Bean
  FreshProof freshProof(SessionCookies cookies, Accounts accounts, Clock clock) {
    return new FreshProof(cookies, accounts, clock);
  }

  @Bean
  InstallationDoor installationDoor(SessionCookies cookies, Accounts accounts, OfficeGuard guard) {
    return new InstallationDoor(cookies, accounts, guard);
  }

  @Bean
  Strength strength(OfficeGuard guard) { return new Strength(guard); }

  @Bean
  Notices notices(JdbcClient jdbc, Ids ids, Clock clock) { return new Notices(jdbc, ids, clock); }

  @Bean
  RecoveryBySheet recoveryBySheet(Accounts accounts, Mandates mandates, PasskeyRule rule, Notices notices,
      MailSignIn mail, Transactions transactions, Audit audit, Clock clock) {
    return new RecoveryBySheet(accounts, mandates, rule, notices, mail, transactions, audit, clock);
  }

  @Bean
  WayBack wayBack(JdbcClient jdbc, Ids ids, Clock clock, Mandates mandates, Notices notices, MailSignIn mail,
      CardDesk desk, Audit audit) {
    return new WayBack(jdbc, ids, clock, mandates, notices, mail, desk, audit);
  }

  @Bean
  RateLimits rateLimits(Clock clock, @Value("${groundwork.public-url}") String publicUrl,
      @Value("${server.address}") String listen, @Value("${groundwork.limits.factor:1}") int factor)
      throws UnknownHostException {
    boolean alone = publicUrl.isEmpty() && InetAddress.getByName(listen).isLoopbackAddress();
    return new RateLimits(clock, alone ? factor * ALONE : factor);
  }

  @Bean
  WebMvcConfigurer rateLimiting(RateLimits limits, @Value("${groundwork.limits.address-header:}") String header) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RateInterceptor(limits, new ClientAddress(header)))
            .order(org.springframework.core.Ordered.HIGHEST_PRECEDENCE);
      }
    };
  }

  @Bean
  FilterRegistrationBean<AccessFilter> accessFilter(Accounts accounts, Locals locals, Mandates mandates,
      Transactions transactions, SessionCookies cookies, OfficeGuard guard) {
    var registration = new FilterRegistrationBean<>(
        new AccessFilter(accounts, locals, mandates, transactions, cookies, guard));
    registration.setOrder(AFTER_SECURITY);
    registration.setDispatcherTypes(jakarta.servlet.DispatcherType.REQUEST, jakarta.servlet.DispatcherType.ERROR);
    return registration;
  }
}
