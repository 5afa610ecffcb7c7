// SPDX-License-Identifier: Apache-2.0
/** Every check of a record, in the order in which a record is made. */
@NullMarked
package org.groundwork.ballot.internal.verify;

import org.jspecify.annotations.NullMarked;
