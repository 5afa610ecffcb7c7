// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.List;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Site;

/**
 * Asks for an export of the roll.
 *
 * @param sites those that may be asked for
 * @param whole whether the whole local may be asked for
 * @param alone whether there is no other officer to release it
 */
public record NewExportPage(ExportForm form, FormErrors errors, List<Site> sites, boolean whole, boolean alone)
    implements
      View {}
