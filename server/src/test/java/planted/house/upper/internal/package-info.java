// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the module above keeps to itself. */
@NullMarked
package planted.house.upper.internal;

import org.jspecify.annotations.NullMarked;
