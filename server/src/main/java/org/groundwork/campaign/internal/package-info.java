// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Pages of the module campaign.
 */
@NullMarked
package org.groundwork.campaign.internal;

import org.jspecify.annotations.NullMarked;
