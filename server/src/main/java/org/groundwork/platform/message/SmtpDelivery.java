// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.message;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Hands letters to an SMTP server. A server that answers with a permanent error is not asked again. */
final class SmtpDelivery implements Delivery {
  private static final Logger log = LoggerFactory.getLogger(SmtpDelivery.class);
  private static final String CONNECT_MILLIS = "10000";
  private static final String ANSWER_MILLIS = "30000";

  private final JavaMailSenderImpl smtp = new JavaMailSenderImpl();
  private final MailSettings settings;

  SmtpDelivery(MailSettings settings) {
    this.settings = settings;
    smtp.setHost(settings.host());
    smtp.setPort(settings.port());
    smtp.setDefaultEncoding(StandardCharsets.UTF_8.name());
    if (!settings.user().isEmpty()) {
      smtp.setUsername(settings.user());
      smtp.setPassword(settings.password());
    }
    smtp.setJavaMailProperties(properties(settings));
  }

  private static Properties properties(MailSettings settings) {
    var properties = new Properties();
    properties.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
    properties.put("mail.smtp.timeout", ANSWER_MILLIS);
    properties.put("mail.smtp.writetimeout", ANSWER_MILLIS);
    properties.put("mail.smtp.auth", String.valueOf(!settings.user().isEmpty()));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.starttls.enable", String.valueOf(settings.tls() == MailSettings.Tls.STARTTLS));
    properties.put("mail.smtp.starttls.required", String.valueOf(settings.tls() == MailSettings.Tls.STARTTLS));
    properties.put("mail.smtp.ssl.enable", String.valueOf(settings.tls() == MailSettings.Tls.TLS));
    // Neither the greeting nor the Message-ID tells the name of the computer.
    properties.put("mail.smtp.localhost", settings.from().substring(settings.from().lastIndexOf('@') + 1));
    properties.put("mail.from", settings.from());
    return properties;
  }

  @Override
  public Outcome deliver(Letter letter, Instant at) {
    try {
      smtp.send(message(letter, at));
      return new Delivered();
    } catch (MailException | MessagingException e) {
      boolean permanent = permanent(e);
      log.warn("the mail server did not take a mail ({}): {}", permanent ? "for good" : "for now",
          e.getClass().getSimpleName());
      return permanent ? new Refused() : new TryLater();
    }
  }

  private MimeMessage message(Letter letter, Instant at) throws MessagingException {
    var message = smtp.createMimeMessage();
    try {
      message.setFrom(settings.name().isEmpty()
          ? new InternetAddress(settings.from())
          : new InternetAddress(settings.from(), settings.name(), StandardCharsets.UTF_8.name()));
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java has UTF-8", e);
    }
    message.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(letter.address()));
    message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    message.setText(letter.body(), StandardCharsets.UTF_8.name());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setSentDate(Date.from(at));
    return message;
  }

  /** Whether some server said 5xx about the letter itself; a wrong password is the administrator's to put right. */
  private static boolean permanent(Throwable thrown) {
    return switch (thrown) {
      case AuthenticationFailedException _ -> false;
      case SMTPAddressFailedException address -> address.getReturnCode() >= 500;
      case SMTPSendFailedException whole when whole.getReturnCode() >= 500 -> true;
      case MailSendException spring -> spring.getFailedMessages().values().stream().anyMatch(SmtpDelivery::permanent);
      case SendFailedException failed -> next(failed);
      case MessagingException failed -> next(failed);
      default -> false;
    };
  }

  private static boolean next(MessagingException failed) {
    Exception next = failed.getNextException();
    return next != null && permanent(next);
  }
}
