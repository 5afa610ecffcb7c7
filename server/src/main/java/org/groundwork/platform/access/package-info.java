// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Who is asking and what they may do: accounts, sessions, devices, and mandates with an end date.
 */
@NullMarked
@NamedInterface("access")
package org.groundwork.platform.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
