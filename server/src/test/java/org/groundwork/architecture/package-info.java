// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The rules of the house as tests. Each rule is a function from what it looks at to a {@link Verdict}, so that a test
 * can hold it against the product and against a planted violation. The table of rules is in docs/architecture.md.
 */
@NullMarked
package org.groundwork.architecture;

import org.jspecify.annotations.NullMarked;
