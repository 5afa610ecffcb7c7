// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Coming in with a card.
 *
 * @param signedIn whether the card will be added to an account that is open; otherwise a PIN is chosen
 */
public record CardPage(String code, boolean signedIn, FormErrors errors) implements View {}
