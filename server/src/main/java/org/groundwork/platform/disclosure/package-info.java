// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The one gate for a number shown to somebody who may not see the rows behind it: bands of confirmed people in large
 * networks, counted once a week at a fixed hour, the same for everybody. There is no other way to the public.
 */
@NullMarked
@NamedInterface("disclosure")
package org.groundwork.platform.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
