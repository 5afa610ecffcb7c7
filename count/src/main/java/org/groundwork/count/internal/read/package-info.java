// SPDX-License-Identifier: Apache-2.0
/** Files of ballots in. */
@NullMarked
package org.groundwork.count.internal.read;

import org.jspecify.annotations.NullMarked;
