// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge.internal;

import java.util.Optional;
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
 * @param over there if it is not asked any more; then the form is shown and not sent
 */
public record PledgePage(UUID site, UUID step, UUID person, String name, String text, OptionalInt of, boolean homes,
    WhoSees who, Optional<Over> over, PledgeForm form, FormErrors errors) implements View {}
