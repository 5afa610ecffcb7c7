// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.message.ContactRules;
import org.groundwork.platform.message.MailAddress;
import org.groundwork.platform.message.Messages;
import org.groundwork.platform.message.Outgoing;
import org.groundwork.platform.message.Recipient;
import org.groundwork.platform.message.Sent;
import org.junit.jupiter.api.Test;

/** Everything that sends asks the roll, and keeps to what each person agreed to. */
class ContactRulesTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private final House.Member founder = House.found("Ana");
  private final UUID site = founder.building("1 Elm Street", 6);

  @Test
  void lettersReachOnlyWhoAgreed() {
    UUID maria = founder.contact(site, "Maria", "3B");
    assertThat(verdict(maria, 12)).isEqualTo(new ContactRules.No());
    assertThat(sent(maria)).isEqualTo(new Sent.Refused(Sent.Reason.NOT_AGREED));
    agree(maria);
    assertThat(verdict(maria, 12)).isEqualTo(new ContactRules.Now());
    assertThat(sent(maria)).isInstanceOf(Sent.Queued.class);
    founder.does(() -> {
      House.part(PersonRecords.class)
          .markBossSide(House.part(PersonRecords.class).places(maria).getFirst(), maria,
              true);
      return true;
    });
    assertThat(verdict(maria, 12)).isEqualTo(new ContactRules.No());
    assertThat(verdict(UUID.randomUUID(), 12)).isEqualTo(new ContactRules.No());
  }

  @Test
  void goesNoOtherWayThanTheirs() {
    UUID maria = agreed();
    rules(maria, EnumSet.of(SafeContact.Channel.CALL, SafeContact.Channel.TEXT), List.of());
    assertThat(verdict(maria, 12)).isEqualTo(new ContactRules.No());
  }

  @Test
  void waitsForTheHoursOfThePersonInTheZoneOfTheLocal() {
    UUID maria = agreed();
    rules(maria, EnumSet.allOf(SafeContact.Channel.class), List.of(new SafeContact.Hours(LocalTime.of(18, 0),
        LocalTime.of(21, 30))));
    assertThat(verdict(maria, 19)).isEqualTo(new ContactRules.Now());
    assertThat(verdict(maria, 12)).isEqualTo(new ContactRules.Later(at(0, 18)));
    assertThat(verdict(maria, 22)).isEqualTo(new ContactRules.Later(at(1, 18)));
  }

  @Test
  void waitsOverMidnight() {
    UUID maria = agreed();
    rules(maria, EnumSet.allOf(SafeContact.Channel.class), List.of(new SafeContact.Hours(LocalTime.of(22, 0),
        LocalTime.of(6, 0))));
    assertThat(verdict(maria, 23)).isEqualTo(new ContactRules.Now());
    assertThat(verdict(maria, 3)).isEqualTo(new ContactRules.Now());
    assertThat(verdict(maria, 7)).isEqualTo(new ContactRules.Later(at(0, 22)));
  }

  @Test
  void waitsForTheHourThatAllRecordsOfThePersonAllow() {
    UUID maria = agreed();
    UUID other = founder.contact(site, "Maria L", "3B");
    rules(maria, EnumSet.allOf(SafeContact.Channel.class), List.of(new SafeContact.Hours(LocalTime.of(8, 0),
        LocalTime.of(20, 0))));
    rules(other, EnumSet.allOf(SafeContact.Channel.class), List.of(new SafeContact.Hours(LocalTime.of(18, 0),
        LocalTime.of(22, 0))));
    founder.merge(maria, other);
    assertThat(verdict(maria, 9)).isEqualTo(new ContactRules.Later(at(0, 18)));
    assertThat(verdict(maria, 19)).isEqualTo(new ContactRules.Now());
    assertThat(verdict(maria, 21)).isEqualTo(new ContactRules.Later(at(1, 18)));
  }

  @Test
  void staysSilentWhereTheHoursOfTwoRecordsLeaveNone() {
    UUID maria = agreed();
    UUID other = founder.contact(site, "Maria L", "3B");
    rules(maria, EnumSet.allOf(SafeContact.Channel.class), List.of(new SafeContact.Hours(LocalTime.of(8, 0),
        LocalTime.of(9, 0))));
    rules(other, EnumSet.allOf(SafeContact.Channel.class), List.of(new SafeContact.Hours(LocalTime.of(18, 0),
        LocalTime.of(19, 0))));
    founder.merge(maria, other);
    assertThat(verdict(maria, 8)).isEqualTo(new ContactRules.No());
  }

  private UUID agreed() {
    UUID maria = founder.contact(site, "Maria", "3B");
    agree(maria);
    return maria;
  }

  private void agree(UUID person) {
    founder.does(() -> House.part(PersonRecords.class)
        .save(person, 1, new People.Known("Maria", Optional.empty(), Optional.of("m@example.org"), ""), true));
  }

  private void rules(UUID person, Set<SafeContact.Channel> channels, List<SafeContact.Hours> hours) {
    assertThat(founder.does(() -> House.part(SafeContact.class)
        .set(person, new SafeContact.Rules(0, channels, hours, true, false, "")))).isTrue();
  }

  private ContactRules.Verdict verdict(UUID person, int hour) {
    return founder.does(() -> House.part(ContactRules.class).mayBeMailed(person, at(0, hour)));
  }

  private Sent sent(UUID person) {
    var address = MailAddress.parse("m@example.org").orElseThrow();
    return founder.does(() -> House.part(Messages.class)
        .send(new Outgoing(new Recipient.Person(person, address), Locale.ENGLISH, "mail.subject.neutral",
            "mail.confirm.body", List.of("http://localhost/x", 15), Duration.ofHours(1))));
  }

  private static Instant at(int days, int hour) {
    return LocalDate.of(2026, 3, 2).plusDays(days).atTime(hour, 0).atZone(ZONE).toInstant();
  }
}
