// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.target.NetworkSearch;
import org.groundwork.target.Networks;

/**
 * The networks of all registers: the largest, or those found by what was typed.
 *
 * @param asked what was typed; empty for the list of the largest
 * @param next address of the next page of the largest within the local
 * @param loaded whether any register is loaded
 */
public record NetworksPage(String asked, List<Networks.Face> largest, List<NetworkSearch.Found> found,
    Optional<String> next, boolean first, boolean loaded, FormErrors errors) implements View {}
