// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Role;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person's own calendar, as their phone fetches it without signing in. */
@ExtendWith(ProductExtension.class)
class CalendarFeedTest {

  private static String make(FoundedLocal local, FoundedLocal.Person person, String... fields) {
    String body = person.visitor().post(local.path("calendar"), fields).body();
    return body.replaceAll("(?s).*(/r/[0-9a-z]+/dates/[A-Za-z0-9_-]+).*", "$1");
  }

  private static String fetch(String feed) {
    var page = Product.shared().visitor().get(feed);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("text/calendar"));
    return page.body();
  }

  @Test
  void saysThatThereIsAnAppointmentAndNothingElse(FoundedLocal local) {
    var planned = Planned.tomorrow(local);
    var member = local.person(Role.MEMBER);
    planned.comes(member.id());
    String feed = make(local, member);
    String text = fetch(feed);
    assertThat(text).contains("SUMMARY:Appointment\r\n", "UID:" + planned.shift(), "STATUS:CONFIRMED", "SEQUENCE:0")
        .doesNotContain("Zebra", "Quill", "LOCATION", "roundwork");
    member.visitor().post(local.path("calendar/titles"), "real", "yes");
    assertThat(fetch(feed)).contains("SUMMARY:" + Planned.TITLE, "LOCATION:" + Planned.PLACE);
  }

  @Test
  void tellsWhatChangedAndWhatWasCalledOff(FoundedLocal local) {
    var planned = Planned.tomorrow(local);
    var member = local.person(Role.MEMBER);
    planned.comes(member.id());
    String feed = make(local, member);
    var before = planned.now();
    var later = new Action.When(before.when().starts().plusSeconds(3600), before.when().ends().plusSeconds(3600),
        Planned.ZONE);
    local.write(() -> Planned.part(Actions.class).change(planned.id(), before.version(), Planned.plan(later, false)));
    assertThat(fetch(feed)).contains("UID:" + planned.shift(), "SEQUENCE:1", "DTSTART:"
        + java.time.format.DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(java.time.ZoneOffset.UTC)
            .format(later.starts()));
    local.write(() -> Planned.part(Actions.class).cancel(planned.id()));
    assertThat(fetch(feed)).contains("UID:" + planned.shift(), "SEQUENCE:2", "STATUS:CANCELLED");
  }

  @Test
  void holdsOnlyWhatOneSaidYesTo(FoundedLocal local) {
    var mine = Planned.tomorrow(local);
    var other = Planned.tomorrow(local);
    var member = local.person(Role.MEMBER);
    mine.comes(member.id());
    other.comes(local.person(Role.MEMBER).id());
    String feed = make(local, member);
    assertThat(fetch(feed)).contains(mine.shift().toString()).doesNotContain(other.shift().toString());
    member.visitor().post(mine.at("/withdraw"), "shift", mine.shift().toString());
    assertThat(fetch(feed)).doesNotContain("VEVENT");
  }

  @Test
  void anAddressThatWasEndedLeadsNowhereAndNeitherDoesOneOfSomebodyWhoLeft(FoundedLocal local) {
    var member = local.person(Role.MEMBER);
    String first = make(local, member);
    String second = make(local, member);
    assertThat(Product.shared().visitor().get(first).status()).as("another took its place").isEqualTo(404);
    fetch(second);
    member.visitor().post(local.path("calendar/end"));
    assertThat(Product.shared().visitor().get(second).status()).isEqualTo(404);
    String third = make(local, member);
    Product.shared().clock().advance(Duration.ofDays(400)); // mandates end
    assertThat(Product.shared().visitor().get(third).status()).isEqualTo(404);
    assertThat(local.read(() -> List.of(Planned.part(Calendars.class).of(UUID.randomUUID()))))
        .isEqualTo(List.of(Optional.empty()));
  }
}
