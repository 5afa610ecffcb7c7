// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Figures for whoever keeps the machine, on a port of their own that only this machine reaches and that is closed unless
 * asked for. They name no local, person, place or form: who reads them learns how busy the server is and nothing else.
 */
@NullMarked
package org.groundwork.platform.metrics;

import org.jspecify.annotations.NullMarked;
