// SPDX-License-Identifier: AGPL-3.0-or-later
/** Code as the module roll must not write it. */
@NullMarked
package planted.roll;

import org.jspecify.annotations.NullMarked;
