// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Code that breaks the rules of the house on purpose, one rule each. It lies outside the product's packages, so that
 * the product neither finds nor starts it; the tests in {@code org.groundwork.architecture} expect a complaint by name.
 */
@NullMarked
package planted;

import org.jspecify.annotations.NullMarked;
