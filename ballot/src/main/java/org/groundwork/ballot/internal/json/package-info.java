// SPDX-License-Identifier: Apache-2.0
/** Reading and writing JSON as strictly as a hash needs it. */
@NullMarked
package org.groundwork.ballot.internal.json;

import org.jspecify.annotations.NullMarked;
