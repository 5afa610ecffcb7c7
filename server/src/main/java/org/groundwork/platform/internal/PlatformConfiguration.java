// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.FounderRecord;
import org.groundwork.platform.access.Founding;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.SessionCookies;
import org.groundwork.platform.access.SetupCode;
import org.groundwork.platform.access.SamePlace;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.ids.Tokens;
import org.groundwork.platform.keys.FileKeyStore;
import org.groundwork.platform.keys.KeyPlaces;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Installation;
import org.groundwork.platform.web.OnceOnly;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires what every module stands on. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {
  @Bean
  Clock clock() { return Clock.systemUTC(); }

  @Bean
  SecureRandom random() { return new SecureRandom(); }

  @Bean
  Ids ids(Clock clock, SecureRandom random) { return new Ids(clock, random); }

  @Bean
  Tokens tokens(SecureRandom random) { return new Tokens(random); }

  @Bean
  InstallationSecret installationSecret(@Value("${groundwork.data}") Path data, SecureRandom random) {
    return InstallationSecret.at(data.resolve("keys/installation.secret"), random);
  }

  @Bean
  KeyStore keyStore(@Value("${groundwork.data}") Path data, Locals locals, Transactions transactions) throws Exception {
    boolean empty = Tenancy.inInstallation(() -> transactions.read(locals::none));
    return FileKeyStore.open(KeyPlaces.under(data.resolve("keys")).outside(data.resolve("postgres")), empty);
  }

  @Bean
  OnceOnly onceOnly(JdbcClient jdbc, Clock clock) { return new OnceOnly(jdbc, clock); }

  @Bean
  ChangeSets changeSets(JdbcClient jdbc, Ids ids, Clock clock) { return new ChangeSets(jdbc, ids, clock); }

  @Bean
  Locals locals(JdbcClient jdbc, Ids ids, Tokens tokens, Clock clock) { return new Locals(jdbc, ids, tokens, clock); }

  @Bean
  Mandates mandates(JdbcClient jdbc, Ids ids, Clock clock, Audit audit, ObjectProvider<SamePlace> places) {
    return new Mandates(jdbc, ids, clock, audit, places.getIfAvailable(() -> SamePlace.NONE));
  }

  @Bean
  Accounts accounts(@Qualifier("auth") JdbcClient jdbc, @Qualifier("auth") TransactionTemplate transaction, Ids ids,
      Tokens tokens,
      Clock clock) {
    return new Accounts(jdbc, transaction, ids, tokens, clock);
  }

  @Bean
  Founding founding(Locals locals, Mandates mandates, Accounts accounts, Transactions transactions, FounderRecord roll,
      Clock clock) {
    return new Founding(locals, mandates, accounts, transactions, roll, clock);
  }

  @Bean
  SetupCode setupCode(@Value("${server.address}") String listen, @Value("${groundwork.public-url}") String publicUrl,
      Tokens tokens)
      throws UnknownHostException {
    boolean alone = publicUrl.isEmpty() && InetAddress.getByName(listen).isLoopbackAddress();
    return alone ? SetupCode.notNeeded() : SetupCode.fresh(tokens);
  }

  @Bean
  Installation installation(@Value("${groundwork.demonstration}") boolean demonstration,
      @Value("${groundwork.empty}") boolean empty,
      @Value("${server.address}") String listen,
      @Value("${groundwork.public-url}") String publicUrl) throws UnknownHostException {
    boolean local = publicUrl.isEmpty() && InetAddress.getByName(listen).isLoopbackAddress();
    return new Installation(demonstration, empty, local || publicUrl.startsWith("https://"));
  }

  @Bean
  SessionCookies sessionCookies(@Value("${groundwork.public-url}") String publicUrl) {
    return new SessionCookies(publicUrl.startsWith("https://"));
  }
}
