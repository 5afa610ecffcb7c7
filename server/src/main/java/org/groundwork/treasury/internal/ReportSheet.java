// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.util.Currency;
import org.groundwork.platform.web.View;

/**
 * A report on paper.
 *
 * @param local what the local is called
 */
public record ReportSheet(String local, Report report, Currency currency) implements View {}
