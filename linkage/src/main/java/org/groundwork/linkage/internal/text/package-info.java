// SPDX-License-Identifier: Apache-2.0
/**
 * How names and addresses are brought into one form so that they can be compared.
 */
@NullMarked
package org.groundwork.linkage.internal.text;

import org.jspecify.annotations.NullMarked;
