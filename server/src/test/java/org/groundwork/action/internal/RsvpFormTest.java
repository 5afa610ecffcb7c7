// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.Needs;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.RefusedDomains;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the form for people without an account takes. */
class RsvpFormTest {
  private static final UUID FORM = new UUID(1, 1);
  private static final List<RefusedDomains> REFUSED = List.of("landlord.example"::equals);

  private static Action action(boolean countOnly) {
    var none = OptionalInt.empty();
    var when = new Action.When(Instant.EPOCH, Instant.EPOCH.plusSeconds(60), ZoneId.of("UTC"));
    var shift = new Action.Shift(new UUID(2, 2), "", when, none, none, 0, 0, 0, true,
        new Needs.Count(0, 0, 0, 0), 1);
    return new Action(new UUID(3, 3), 1, Optional.empty(), Optional.empty(), Optional.empty(),
        new Action.Told("Picket", "", "Gate", "", "", "", ""), Needs.Asked.NOTHING, when, countOnly,
        Action.State.PLANNED, 0,
        new Action.Heads(none, none, none), Instant.EPOCH, List.of(shift));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ana@landlord.example", "ana@LANDLORD.example"})
  void refusesAMailAddressUnderATargetsDomain(String contact) {
    var errors = new FormErrors();
    assertThat(new RsvpForm(FORM.toString(), "", "Ana", contact).read(errors, action(false), REFUSED)).isEmpty();
    assertThat(errors.on("contact")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ana@example.org", "555 0100", "ask for Ana at landlord.example", ""})
  void takesEveryOtherWayToReachSomebody(String contact) {
    var errors = new FormErrors();
    assertThat(new RsvpForm(FORM.toString(), "", "Ana", contact).read(errors, action(false), REFUSED))
        .hasValueSatisfying(read -> assertThat(read.contact()).isEqualTo(contact));
  }

  @Test
  void doesNotEvenReadANameWhereOnlyNumbersAreKept() {
    assertThat(new RsvpForm(FORM.toString(), "", "Ana", "ana@landlord.example")
        .read(new FormErrors(), action(true), REFUSED))
        .hasValueSatisfying(read -> assertThat(read.name() + read.contact()).isEmpty());
  }
}
