// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Person;

/**
 * Changes what is known of somebody.
 *
 * @param theirs the record as somebody else left it meanwhile; then the form holds what this reader typed, over it
 */
public record PersonEditPage(UUID person, PersonForm form, FormErrors errors, Optional<Person> theirs)
    implements
      View {}
