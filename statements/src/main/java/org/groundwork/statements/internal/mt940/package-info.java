// SPDX-License-Identifier: Apache-2.0
/** SWIFT MT940 and MT942 in, as banks write them. */
@NullMarked
package org.groundwork.statements.internal.mt940;

import org.jspecify.annotations.NullMarked;
