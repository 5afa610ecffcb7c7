// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import org.groundwork.platform.web.View;

/** What is on the screen after somebody left in a hurry: nothing that says where they were. */
public record AwayPage() implements View {}
