// SPDX-License-Identifier: AGPL-3.0-or-later
/** Code as the module grievance must not write it. */
@NullMarked
package planted.grievance;

import org.jspecify.annotations.NullMarked;
