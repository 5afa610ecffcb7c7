// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.message;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Optional;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.web.Languages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires sending: a mail server if one is set, a page where only this computer reads it, otherwise nothing. */
@Configuration(proxyBeanMethods = false)
class MessageConfiguration {
  private static final Logger log = LoggerFactory.getLogger(MessageConfiguration.class);

  /** Where letters go, if anywhere. */
  record Way(Optional<Delivery> delivery, Optional<ReadableHere> readable) {}

  @Bean
  MailSettings mailSettings(@Value("${groundwork.mail.host:}") String host,
      @Value("${groundwork.mail.port:587}") int port, @Value("${groundwork.mail.user:}") String user,
      @Value("${groundwork.mail.password:}") String password, @Value("${groundwork.mail.from:}") String from,
      @Value("${groundwork.mail.name:}") String name, @Value("${groundwork.mail.tls:starttls}") String tls) {
    return new MailSettings(host, port, user, password, from, name, MailSettings.tls(tls)).checked();
  }

  @Bean
  Way way(MailSettings settings, @Value("${groundwork.demonstration}") boolean demonstration,
      @Value("${server.address}") String listen, @Value("${groundwork.public-url}") String publicUrl)
      throws UnknownHostException {
    if (settings.present()) {
      return new Way(Optional.of(new SmtpDelivery(settings)), Optional.empty());
    }
    boolean alone = publicUrl.isEmpty() && InetAddress.getByName(listen).isLoopbackAddress();
    if (alone || demonstration) {
      var readable = new ReadableHere();
      return new Way(Optional.of(readable), Optional.of(readable));
    }
    log.info("no mail server is set (groundwork.mail.host): sign-in by mail is not offered");
    return new Way(Optional.empty(), Optional.empty());
  }

  @Bean
  Outbox mailOutbox(JdbcClient jdbc, Ids ids, KeyStore keys) { return new Outbox(jdbc, ids, keys); }

  /** Closes with the context, before the pools it uses; holds nothing where nothing can be sent. */
  record Senders(Optional<OutboxSender> sender) implements AutoCloseable {
    @Override
    public void close() { sender.ifPresent(OutboxSender::close); }
  }

  @Bean
  Senders senders(Way way, Outbox outbox, Clock clock, @Value("${groundwork.mail.hold:false}") boolean hold) {
    var sender = way.delivery().map(delivery -> new OutboxSender(outbox, delivery, clock));
    if (hold) {
      log.info("groundwork.mail.hold is set: nothing is sent until the server starts without it");
      sender.ifPresent(OutboxSender::hold);
    }
    sender.ifPresent(OutboxSender::start);
    return new Senders(sender);
  }

  @Bean
  Messages messages(Languages languages, Outbox outbox, Senders senders, Optional<ContactRules> rules, Clock clock,
      Way way) {
    return new Messages(languages, outbox, senders.sender(), rules, clock, way.readable().isPresent());
  }
}
