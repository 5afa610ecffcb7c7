// SPDX-License-Identifier: Apache-2.0
/** Outcomes out: for programs, for the terminal, for a printer. */
@NullMarked
package org.groundwork.count.internal.report;

import org.jspecify.annotations.NullMarked;
