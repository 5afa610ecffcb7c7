// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence.internal;

import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Ending a case.
 *
 * @param outcome as chosen, {@code word} as typed
 */
public record CaseClosePage(UUID id, String outcome, String word, FormErrors errors) implements View {}
