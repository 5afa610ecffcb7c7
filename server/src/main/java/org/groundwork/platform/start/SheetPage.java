// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.web.View;

/**
 * The recovery sheet: explained first, then shown once.
 *
 * @param groups the code in groups of four, absent until it is asked for
 * @param next where the walk goes on
 */
public record SheetPage(Optional<List<String>> groups, String next) implements View {}
