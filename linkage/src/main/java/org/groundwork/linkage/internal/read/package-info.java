// SPDX-License-Identifier: Apache-2.0
/**
 * Reads registers: bytes into rows, rows into sites, tables joined by key, nothing unbounded.
 */
@NullMarked
package org.groundwork.linkage.internal.read;

import org.jspecify.annotations.NullMarked;
