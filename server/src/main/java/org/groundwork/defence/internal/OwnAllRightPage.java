// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence.internal;

import org.groundwork.platform.web.View;

/**
 * Whether one is all right oneself.
 *
 * @param asked whether anything is asked today
 * @param about what one took part in last, as the form for a case takes it; empty if nothing is asked
 * @param unnamed whether nobody else learns what one answers
 */
public record OwnAllRightPage(boolean asked, String about, boolean unnamed) implements View {}
