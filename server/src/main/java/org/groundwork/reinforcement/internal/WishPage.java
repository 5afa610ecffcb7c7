// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement.internal;

import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.reinforcement.Wish;

/**
 * What a steward asks for, for the organisers of the place and for the one who asks.
 *
 * @param by who asks
 * @param open whether it waits for an answer
 * @param answers whether the reader answers it
 * @param typed the answer before it was refused
 */
public record WishPage(Wish wish, String by, String site, boolean open, boolean answers, String typed,
    FormErrors errors) implements View {}
