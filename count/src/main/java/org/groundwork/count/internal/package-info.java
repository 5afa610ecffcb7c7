// SPDX-License-Identifier: Apache-2.0
/** What counts, shared by the rules. */
@NullMarked
package org.groundwork.count.internal;

import org.jspecify.annotations.NullMarked;
