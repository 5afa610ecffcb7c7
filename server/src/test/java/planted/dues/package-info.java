// SPDX-License-Identifier: AGPL-3.0-or-later
/** Code as the module dues must not write it. */
@NullMarked
package planted.dues;

import org.jspecify.annotations.NullMarked;
