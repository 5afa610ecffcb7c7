// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Paper: a view becomes a PDF, with faces of ours and nothing from anywhere else; addresses become pictures that phones
 * read.
 */
@NullMarked
@NamedInterface("paper")
package org.groundwork.platform.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
