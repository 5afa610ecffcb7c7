// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge.internal;

import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * The card somebody fills in on a phone that is handed to them: what is asked, who will see it, three answers. It shows
 * nothing of anybody else, and no answer that was given before.
 *
 * @param name of the person
 * @param of how many homes or people it is asked of
 */
public record PledgePage(UUID site, UUID step, UUID person, String name, String text, OptionalInt of, boolean homes,
    WhoSees who, PledgeForm form, FormErrors errors) implements View {}
