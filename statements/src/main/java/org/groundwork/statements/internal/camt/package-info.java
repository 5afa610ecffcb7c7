// SPDX-License-Identifier: Apache-2.0
/** ISO 20022 account reports in. */
@NullMarked
package org.groundwork.statements.internal.camt;

import org.jspecify.annotations.NullMarked;
