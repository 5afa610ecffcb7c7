// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The product for tests: the whole application, started once, with visitors that behave like browsers without scripts.
 */
@NullMarked
package org.groundwork.support;

import org.jspecify.annotations.NullMarked;
