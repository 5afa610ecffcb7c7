// SPDX-License-Identifier: AGPL-3.0-or-later
/** Pages of pledges: the card a person fills in, the private page behind its code, the call as its organisers see it. */
@NullMarked
package org.groundwork.pledge.internal;

import org.jspecify.annotations.NullMarked;
