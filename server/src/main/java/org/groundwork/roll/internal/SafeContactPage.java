// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Person;
import org.groundwork.roll.SafeContact;

/**
 * Sets how somebody may safely be reached.
 *
 * @param at the page this belongs to, within the local
 * @param theirs the rules as somebody else set them meanwhile; then the form holds what this reader typed, over them
 */
public record SafeContactPage(Person person, SafeContactForm form, FormErrors errors, String at,
    Optional<SafeContact.Rules> theirs) implements View {}
