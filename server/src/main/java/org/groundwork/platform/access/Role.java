// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.util.EnumSet;
import java.util.Set;

/** An office or appointment of one local; what it lets its holder do ends with the mandate. */
public enum Role {
  MEMBER(EnumSet.of(Power.TAKE_PART)),
  STEWARD(EnumSet.of(Power.TAKE_PART, Power.SEE_PEOPLE, Power.EDIT_PEOPLE, Power.TALK)),
  ORGANISER(EnumSet.of(Power.TAKE_PART, Power.SEE_PEOPLE, Power.EDIT_PEOPLE, Power.TALK, Power.ORGANISE,
      Power.SEE_GRIEVANCES, Power.RESEARCH, Power.RUN_CAMPAIGNS, Power.APPROVE_MONEY)),
  TREASURER(EnumSet.of(Power.TAKE_PART, Power.KEEP_MONEY, Power.SEE_MONEY, Power.APPROVE_MONEY)),
  AUDITOR(EnumSet.of(Power.TAKE_PART, Power.SEE_MONEY, Power.CHECK_BOOKS)),
  AID_COMMITTEE(EnumSet.of(Power.TAKE_PART, Power.GIVE_AID)),
  RETURNING_OFFICER(EnumSet.of(Power.TAKE_PART, Power.RETURN_POLLS)),
  ADMINISTRATOR(EnumSet.of(Power.TAKE_PART, Power.ADMINISTER, Power.AUDIT, Power.EXPORT_ROLL,
      Power.APPROVE_MONEY));

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy, which the checker cannot see
  private final Set<Power> powers;

  Role(Set<Power> powers) { this.powers = Set.copyOf(powers); }

  /** Whether a holder of this role has {@code power}, leaving the scope of sites aside. */
  public boolean grants(Power power) {
    return powers.contains(power);
  }

  /** The name stored in the database and used in message keys. */
  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
