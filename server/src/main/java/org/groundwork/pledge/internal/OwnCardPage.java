// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge.internal;

import java.util.Optional;
import java.util.OptionalInt;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * One's own card behind its code: what is asked, and three answers to change or withdraw. The answer that is there is
 * not shown.
 *
 * @param state the end of a message key that says where the call stands, or how it ended
 * @param over there if answers are not taken any more
 * @param written whether an answer has just been written down
 */
public record OwnCardPage(String handle, String text, OptionalInt of, boolean homes, WhoSees who, String state,
    Optional<Over> over, boolean written, PledgeForm form, FormErrors errors) implements View {}
