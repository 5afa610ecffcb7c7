// SPDX-License-Identifier: AGPL-3.0-or-later
/** Pages and the door for messages of Stripe. */
@NullMarked
package org.groundwork.cards.internal;

import org.jspecify.annotations.NullMarked;
