// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Person;

/**
 * Corrects the reader's own record.
 *
 * @param theirs the record as somebody else left it meanwhile; then the form holds what the reader typed, over it
 */
public record OwnEditPage(OwnForm form, FormErrors errors, Optional<Person> theirs) implements View {}
