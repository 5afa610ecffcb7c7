// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.List;
import org.groundwork.platform.web.View;

/**
 * Leaving, or being deleted, said before it is done.
 *
 * @param act {@code leave} or {@code forget}
 * @param stays message keys of what stays
 * @param last whether the reader is the last who administers the local, and has to hand that on first
 */
public record OwnGoingPage(String act, List<String> stays, boolean last) implements View {}
