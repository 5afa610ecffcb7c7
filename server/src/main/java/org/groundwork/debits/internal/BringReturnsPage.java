// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits.internal;

import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Bringing a file in which payments come back.
 *
 * @param nothing whether nothing came back in the file that was brought
 */
public record BringReturnsPage(String once, boolean nothing, FormErrors errors) implements View {}
