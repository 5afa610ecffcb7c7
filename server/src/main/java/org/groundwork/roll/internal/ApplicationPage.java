// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.List;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Application;
import org.groundwork.roll.Joining;

/**
 * One application, and who on the roll it may be.
 *
 * @param mayAccept whether the reader may welcome them; where there is a conflict only an organiser may
 */
public record ApplicationPage(Application application, List<Joining.Candidate> candidates, boolean mayAccept,
    FormErrors errors) implements View {}
