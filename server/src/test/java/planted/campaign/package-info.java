// SPDX-License-Identifier: AGPL-3.0-or-later
/** Code as the module campaign must not write it. */
@NullMarked
package planted.campaign;

import org.jspecify.annotations.NullMarked;
