// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Measures the linkage library: a synthetic register with known truth, speed, precision and recall, and agreement with
 * published portfolios.
 */
@NullMarked
package org.groundwork.bench.linkage;

import org.jspecify.annotations.NullMarked;
