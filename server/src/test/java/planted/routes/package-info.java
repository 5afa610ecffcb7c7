// SPDX-License-Identifier: AGPL-3.0-or-later
/** Code that no route may look like. */
@NullMarked
package planted.routes;

import org.jspecify.annotations.NullMarked;
