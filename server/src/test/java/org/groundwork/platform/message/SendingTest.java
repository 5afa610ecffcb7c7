// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Languages;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is sent leaves once its transaction has committed, over real SMTP, and is never lost or dropped unsaid. */
@ExtendWith(ProductExtension.class)
class SendingTest {
  @RegisterExtension
  static final GreenMailExtension SMTP = new GreenMailExtension(ServerSetup.SMTP.dynamicPort())
      .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

  private final Product product;
  private final Outbox outbox;
  private final MailAddress ana = MailAddress.parse("ana@example.org").orElseThrow();

  SendingTest(Product product) {
    this.product = product;
    this.outbox = product.bean(Outbox.class);
  }

  @BeforeEach
  void holdTheProductsOwnSender() { productsSender().hold(); }

  @AfterEach
  void releaseTheProductsOwnSender() {
    emptyTheOutbox();
    productsSender().release();
  }

  private OutboxSender productsSender() {
    return product.bean(MessageConfiguration.Senders.class).sender().orElseThrow();
  }

  private OutboxSender sender(Delivery delivery) { return new OutboxSender(outbox, delivery, product.clock()); }

  private Delivery smtp(int port) {
    return new SmtpDelivery(
        new MailSettings("127.0.0.1", port, "", "", "no-reply@example.net", "", MailSettings.Tls.NONE)
            .checked());
  }

  private Messages messages(Optional<ContactRules> rules) {
    return new Messages(product.bean(Languages.class), outbox,
        Optional.of(sender((letter, at) -> new Delivery.TryLater())),
        rules, product.clock(), false);
  }

  private Outgoing mail(Recipient to, Locale language) {
    return new Outgoing(to, language, "mail.subject.neutral", "mail.confirm.body", List.of("http://localhost/x", 15),
        Duration.ofHours(1));
  }

  private <T> T inInstallation(java.util.concurrent.Callable<T> work) {
    try {
      return Tenancy.inInstallation(work);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void send(Outgoing mail) {
    inInstallation(() -> product.bean(Transactions.class).write(() -> messages(Optional.empty()).send(mail)));
  }

  private void emptyTheOutbox() { product.bean(JdbcClient.class).sql("delete from platform.outgoing").update(); }

  @Test
  void sendsInTheRecipientsLanguageWithASubjectThatSaysNothing() throws Exception {
    emptyTheOutbox();
    send(mail(new Recipient.OwnAccount(ana), Locale.forLanguageTag("es")));
    assertThat(sender(smtp(SMTP.getSmtp().getPort())).turn()).isOne();
    var received = SMTP.getReceivedMessages();
    assertThat(received).hasSize(1);
    assertThat(received[0].getSubject()).isEqualTo("Un mensaje para ti");
    assertThat(received[0].getFrom()[0]).hasToString("no-reply@example.net");
    assertThat(received[0].getContent().toString()).contains("Alguien quiere usar esta dirección",
        "http://localhost/x");
    assertThat(received[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(received[0].getMessageID()).endsWith("@example.net>");
    assertThat(product.bean(JdbcClient.class).sql("select count(*) from platform.outgoing").query(Long.class).single())
        .isZero();
  }

  @Test
  void sendsNothingIfTheTransactionIsTakenBack() {
    emptyTheOutbox();
    assertThatThrownBy(() -> inInstallation(() -> product.bean(Transactions.class).write(() -> {
      messages(Optional.empty()).send(mail(new Recipient.OwnAccount(ana), Locale.ENGLISH));
      throw new IllegalStateException("planned");
    }))).hasMessage("planned");
    assertThat(sender(smtp(SMTP.getSmtp().getPort())).turn()).isZero();
  }

  @Test
  void triesAgainLaterAndLosesNothingWhileTheServerIsAway() throws IOException {
    emptyTheOutbox();
    int closed;
    try (var socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    send(mail(new Recipient.OwnAccount(ana), Locale.ENGLISH));
    assertThat(sender(smtp(closed)).turn()).isOne();
    assertThat(sender(smtp(SMTP.getSmtp().getPort())).turn()).as("not at once").isZero();
    product.clock().advance(OutboxSender.waitAfter(1));
    assertThat(sender(smtp(SMTP.getSmtp().getPort())).turn()).isOne();
    assertThat(SMTP.getReceivedMessages()).hasSize(1);
  }

  @Test
  void waitsLongerEachTime() {
    assertThat(List.of(OutboxSender.waitAfter(1), OutboxSender.waitAfter(2), OutboxSender.waitAfter(3),
        OutboxSender.waitAfter(4), OutboxSender.waitAfter(5))).isSorted();
    assertThat(OutboxSender.waitAfter(99)).isEqualTo(OutboxSender.waitAfter(5));
  }

  @Test
  void givesUpWhatIsNoLongerUsefulAndCountsIt() {
    emptyTheOutbox();
    send(mail(new Recipient.OwnAccount(ana), Locale.ENGLISH));
    product.clock().advance(Duration.ofHours(1));
    sender((letter, at) -> new Delivery.Delivered()).turn();
    assertThat(outbox.state(product.clock().instant()).expired()).isOne();
    assertThat(product.bean(JdbcClient.class)
        .sql("select content is null from platform.outgoing")
        .query(Boolean.class)
        .single()).isTrue();
  }

  @Test
  void givesUpAnAddressThatTheServerRefusesForGoodAndCountsIt() throws Exception {
    emptyTheOutbox();
    send(mail(new Recipient.OwnAccount(ana), Locale.ENGLISH));
    try (var server = new RefusingServer("550 5.1.1 no such mailbox")) {
      sender(smtp(server.port())).turn();
    }
    assertThat(outbox.state(product.clock().instant()).refused()).isOne();
  }

  @Test
  void triesAgainWhereTheServerRefusesForNow() throws Exception {
    emptyTheOutbox();
    send(mail(new Recipient.OwnAccount(ana), Locale.ENGLISH));
    try (var server = new RefusingServer("451 4.3.0 come back later")) {
      sender(smtp(server.port())).turn();
    }
    assertThat(outbox.state(product.clock().instant())).extracting(MailState::waiting, MailState::refused)
        .containsExactly(1L, 0L);
  }

  @Test
  void holdsNoConnectionToTheDatabaseWhileAServerTakesItsTime() throws Exception {
    emptyTheOutbox();
    send(mail(new Recipient.OwnAccount(ana), Locale.ENGLISH));
    var arrived = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var slow = sender((letter, at) -> {
      arrived.countDown();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new Delivery.Delivered();
    });
    var thread = Thread.startVirtualThread(slow::turn);
    arrived.await();
    var pool = product.beans(HikariDataSource.class);
    var active = pool.values().stream().mapToInt(p -> p.getHikariPoolMXBean().getActiveConnections()).sum();
    goOn.countDown();
    thread.join();
    assertThat(active).isZero();
  }

  @Test
  void sendsOnceWithTwoSenders() throws Exception {
    emptyTheOutbox();
    for (int i = 0; i < 60; i++) {
      send(mail(new Recipient.OwnAccount(ana), Locale.ENGLISH));
    }
    var sent = new AtomicInteger();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 3; i++) {
      var one = sender((letter, at) -> {
        sent.incrementAndGet();
        return new Delivery.Delivered();
      });
      threads.add(Thread.startVirtualThread(one::turn));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(sent).hasValue(60);
  }

  @Test
  void comesBackIfItsSenderDies() {
    emptyTheOutbox();
    send(mail(new Recipient.OwnAccount(ana), Locale.ENGLISH));
    Instant now = product.clock().instant();
    assertThat(outbox.claim(now, 10)).hasSize(1);
    assertThat(outbox.claim(now, 10)).isEmpty();
    assertThat(outbox.claim(now.plus(Outbox.CLAIM), 10)).hasSize(1);
  }

  @Test
  void writesToNobodyWhoHasNotAgreed() {
    emptyTheOutbox();
    var person = new Recipient.Person(UUID.randomUUID(), ana);
    assertThat(sent(Optional.empty(), person)).isEqualTo(new Sent.Refused(Sent.Reason.NOT_AGREED));
    assertThat(sent(Optional.of((who, at) -> new ContactRules.No()), person))
        .isEqualTo(new Sent.Refused(Sent.Reason.NOT_AGREED));
    assertThat(outbox.state(product.clock().instant()).waiting()).isZero();
    assertThat(sent(Optional.of((who, at) -> new ContactRules.Now()), person)).isEqualTo(new Sent.Queued());
  }

  @Test
  void waitsForTheHoursThatAPersonAskedFor() {
    emptyTheOutbox();
    var later = product.clock().instant().plus(Duration.ofHours(9));
    sent(Optional.of((who, at) -> new ContactRules.Later(later)), new Recipient.Person(UUID.randomUUID(), ana));
    assertThat(outbox.claim(later.minusSeconds(1), 10)).isEmpty();
    assertThat(outbox.claim(later.plusSeconds(1), 10)).hasSize(1);
  }

  private Sent sent(Optional<ContactRules> rules, Recipient to) {
    return inInstallation(
        () -> product.bean(Transactions.class).write(() -> messages(rules).send(mail(to, Locale.ENGLISH))));
  }

  @Test
  void refusesASubjectThatIsNotOneOfTheNeutralOnes() {
    assertThatThrownBy(() -> new Outgoing(new Recipient.OwnAccount(ana), Locale.ENGLISH, "card.title", "card.title",
        List.of(), Duration.ofHours(1))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hasOnlySubjectsThatSayNothing() {
    var languages = product.bean(Languages.class);
    var telling = java.util.regex.Pattern
        .compile("(?i)union|strike|landlord|tenant|boss|sindicat|huelga|caser|inquilin|jefe|groundwork");
    for (Locale language : languages.available()) {
      var subjects = languages.keys(language).stream().filter(key -> key.startsWith("mail.subject.")).toList();
      assertThat(subjects).isNotEmpty();
      assertThat(subjects).allSatisfy(key -> assertThat(languages.text(language, key)).doesNotContainPattern(telling));
    }
  }

  @Test
  void refusesToSendInTheClearOverANetwork() {
    assertThatThrownBy(
        () -> new MailSettings("192.0.2.1", 25, "", "", "a@example.net", "", MailSettings.Tls.NONE).checked())
        .hasMessageContaining("groundwork.mail.tls=none");
  }

  /** An SMTP server that refuses every recipient with one answer. */
  private static final class RefusingServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

    RefusingServer(String answer) throws IOException { Thread.startVirtualThread(() -> serve(answer)); }

    int port() { return socket.getLocalPort(); }

    private void serve(String answer) {
      try (var client = socket.accept()) {
        var in = new java.io.BufferedReader(
            new java.io.InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        var out = client.getOutputStream();
        say(out, "220 ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          String said = line.toUpperCase(Locale.ROOT);
          say(out, said.startsWith("RCPT") ? answer : said.startsWith("QUIT") ? "221 bye" : "250 fine");
        }
      } catch (IOException e) {
        assertThat(socket.isClosed()).as("the client went away").isTrue();
      }
    }

    private static void say(java.io.OutputStream out, String line) throws IOException {
      out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }

    @Override
    public void close() throws IOException { socket.close(); }
  }
}
