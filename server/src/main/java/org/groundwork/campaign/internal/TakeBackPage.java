// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.UUID;
import org.groundwork.campaign.Publicity;
import org.groundwork.platform.web.View;

/** Taking a public page away. */
public record TakeBackPage(UUID campaign, Publicity.Decision decision, String path) implements View {}
