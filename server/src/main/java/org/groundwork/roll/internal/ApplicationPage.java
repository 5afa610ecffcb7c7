// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.List;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Application;
import org.groundwork.roll.Joining;

/** One application, and who on the roll it may be. */
public record ApplicationPage(Application application, List<Joining.Candidate> candidates) implements View {}
