// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.util.List;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.SiteSuggestions;

/**
 * The public form: what happened.
 *
 * @param handle the local's handle in the address
 * @param suggestions places of a public register that the address might mean; empty until something was typed
 * @param files what came with the form and waits with it
 */
public record ReportPage(String handle, ReportForm form, FormErrors errors, List<GrievanceKind> kinds, String currency,
    List<SiteSuggestions.Suggestion> suggestions, List<FileStore.Kept> files) implements View {}
