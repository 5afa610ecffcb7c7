// SPDX-License-Identifier: Apache-2.0
/** Open Financial Exchange in. */
@NullMarked
package org.groundwork.statements.internal.ofx;

import org.jspecify.annotations.NullMarked;
