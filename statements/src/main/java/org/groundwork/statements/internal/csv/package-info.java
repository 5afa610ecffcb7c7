// SPDX-License-Identifier: Apache-2.0
/** Tables with a mapping in. */
@NullMarked
package org.groundwork.statements.internal.csv;

import org.jspecify.annotations.NullMarked;
