// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Person;

/** Says how somebody may safely be reached. */
public record SafeContactPage(Person person, SafeContactForm form, FormErrors errors) implements View {}
