// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.web.NextStep;
import org.groundwork.platform.web.View;

/**
 * A local's first screen: the next step, large, and what else waits.
 *
 * @param first the most urgent step, absent when nothing waits
 */
public record HomePage(String localName, Optional<NextStep.Step> first, List<NextStep.Step> others) implements View {}
