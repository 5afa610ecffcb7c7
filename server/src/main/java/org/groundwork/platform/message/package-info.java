// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The one way out: everything the product sends to somebody passes here. Owns the outbox; asks the roll whether a
 * person agreed; keeps subjects and sender names neutral.
 */
@NullMarked
@NamedInterface("message")
package org.groundwork.platform.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
