// SPDX-License-Identifier: Apache-2.0
/**
 * Registers of property or employers in, ownership networks out, with an explanation for every link.
 */
@NullMarked
package org.groundwork.linkage;

import org.jspecify.annotations.NullMarked;
