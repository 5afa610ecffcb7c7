// SPDX-License-Identifier: Apache-2.0
/**
 * Finds evidence, weighs it, and grows networks from it. Everything is numbered: sites in the order of their
 * identifiers, values in the order in which those sites name them, so that no result depends on the order of input.
 */
@NullMarked
package org.groundwork.linkage.internal.link;

import org.jspecify.annotations.NullMarked;
