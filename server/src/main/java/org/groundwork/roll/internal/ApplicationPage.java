// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.List;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Application;
import org.groundwork.roll.Joining;
import org.groundwork.roll.Site;

/**
 * One application, and who on the roll it may be.
 *
 * @param form begins with the place they gave, where it is one of ours
 * @param sites all of the local's
 * @param mayAccept whether the reader may welcome them; where there is a conflict only an organiser may
 */
public record ApplicationPage(Application application, List<Joining.Candidate> candidates, AcceptForm form,
    List<Site> sites, boolean mayAccept, FormErrors errors) implements View {}
