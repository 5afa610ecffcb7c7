// SPDX-License-Identifier: Apache-2.0
/** Files of ballots out. */
@NullMarked
package org.groundwork.count.internal.write;

import org.jspecify.annotations.NullMarked;
