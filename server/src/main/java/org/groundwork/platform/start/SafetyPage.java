// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import org.groundwork.platform.web.View;

/** Four lines on safety, before anything is typed. */
public record SafetyPage() implements View {}
