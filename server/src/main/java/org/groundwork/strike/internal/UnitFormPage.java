// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * A unit joins, or what is written down about it is changed.
 *
 * @param action where the form is sent, within the local
 * @param back where one came from, within the local
 * @param label what the unit is called
 * @param fresh whether it joins
 * @param needed whether a contact must be chosen
 * @param theirs what somebody else made of it meanwhile
 */
public record UnitFormPage(StrikeAt at, String action, String back, String label, boolean fresh, UnitForm form,
    List<Contact> contacts, boolean needed, FormErrors errors, Optional<UnitRow> theirs) implements View {

  public UnitFormPage { contacts = List.copyOf(contacts); }

  /** Somebody who lives there. */
  public record Contact(UUID id, String name) {}
}
