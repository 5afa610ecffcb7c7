// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The web shell: pages as records, forms with errors beside their fields, languages, refusals.
 */
@NullMarked
@NamedInterface("web")
package org.groundwork.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
